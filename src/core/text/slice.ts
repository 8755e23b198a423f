/** A half-open range of UTF-16 offsets into a document's stored text. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}
