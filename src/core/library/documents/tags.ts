const TAG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,39}$/u;
const MAX_TAGS = 20; // of one document

/** Reads tags, divided by commas, in lower case, each once; null if one is none, or there are too many. */
export function parseTags(typed: string): readonly string[] | null {
  const tags = [...new Set(typed.split(',').map(toTag))];
  return tags.length <= MAX_TAGS && tags.every((tag) => TAG.test(tag)) ? tags : null;
}

function toTag(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
