// In tags of their own, as programs write notes into Markdown: the mark in a text, and the way back below the note.
const MARK = /<sup\b[^<>]*>\s*<a\b[^<>]*\bhref\s*=\s*["']?#[^<>]*>[^<>]{0,12}<\/a>\s*<\/sup>/gi;
const WAY_BACK = /<a\b[^<>]*\bhref\s*=\s*["']?#[^<>]*>\s*[↩⤴↑^]\uFE0E?\s*<\/a>/gi;

/** Removes what leads from a text to its notes and back, so that no sentence ends in the number of one. */
export function removeNoteMarks(text: string): string {
  return text.includes('<') ? text.replace(MARK, '').replace(WAY_BACK, '') : text;
}
