// In tags of their own, as programs write notes into Markdown: the mark in a text, and the way back below the note. After a backtick, it is shown.
const MARK =
  /(?<!`)<sup\b[^<>]*>\s*<a\b[^<>]{0,200}\bhref\s*=\s*["']?#[^<>]{0,200}>[^<>]{0,12}<\/a>\s*<\/sup>/gi;
const WAY_BACK = /(?<!`)<a\b[^<>]{0,200}\bhref\s*=\s*["']?#[^<>]{0,200}>\s*[↩⤴↑^]\uFE0E?\s*<\/a>/gi;

/** Removes what leads from a text to its notes and back, so that no sentence ends in the number of one. */
export function removeNoteMarks(text: string): string {
  return text.includes('<') ? text.replace(MARK, '').replace(WAY_BACK, '') : text;
}
