const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a text shows nothing: white space, or invisible marks such as a byte order mark or a zero-width space. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
