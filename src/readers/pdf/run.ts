/** Letters drawn in one go; measures are in points, along and across the direction of writing. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Lines further down, or further left in vertical writing, have lower ones. */
  readonly base: number;
  /** The height of its letters. */
  readonly size: number;
  /** Its place among the page's runs as they were drawn. */
  readonly order: number;
  /** Whether white space was drawn before it. */
  readonly spaced: boolean;
  readonly rightToLeft: boolean;
}
