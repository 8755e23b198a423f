import { type DocumentMetadata, UNKNOWN } from '../../core/library/documents/document.ts';
import { tidyLine } from '../clean/readable-text.ts';

// What programs write if there is no title: their own name, a file's name, a number.
const NO_TITLE =
  /^(?:untitled|document|presentation|slide|unknown|title|microsoft \w+ ?-.*|[\d\W_]*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|odt|rtf|html?|txt|pm\d))\W*\d*$/i;
const NO_AUTHOR =
  /^(?:unknown|author|user|owner|admin(?:istrator)?|root|default|windows user|microsoft.*|.*@.*)$/i;
const MAX_LENGTH = 250; // characters

/** What a PDF's document information says. The day of the file's creation is not when it was published: that stays unknown. */
export function parseProperties(info: Readonly<Record<string, unknown>>): DocumentMetadata {
  const language = /^[a-z]{2}(?=$|-)/i.exec(textOf(info.Language) ?? '')?.[0].toLowerCase() ?? null;
  return {
    ...UNKNOWN,
    title: sensible(info.Title, NO_TITLE),
    author: sensible(info.Author, NO_AUTHOR),
    language,
  };
}

function sensible(value: unknown, nothing: RegExp): string | null {
  const text = textOf(value);
  return text === null || text.length > MAX_LENGTH || text.length < 3 || nothing.test(text) ? null : text;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? tidyLine(value) : null;
}
