import { type DocumentMetadata, UNKNOWN } from '../../core/library/documents/document.ts';
import { tidyLine } from '../clean/readable-text.ts';

const NOBODY =
  /^(?:unknown|author|user|owner|admin(?:istrator)?|windows user|microsoft.*|python-docx|.*@.*)$/i;

// What programs write if there is no title: their own words, a file's name, a number.
const NO_TITLE =
  /^(?:power\s?point\b.{0,40}|microsoft \w+ ?-.{0,200}|(?:untitled|document|presentation|workbook|slide|folie|dokument|präsentation|title|unknown)[\s\d]*|.{0,200}\.(?:docx?|odt|pptx?|odp|rtf|pdf|xlsx?|ods|csv))$/i;

/** What a document's core properties (`docProps/core.xml`, or an OpenDocument file's `meta.xml`) say. The day of its creation is not when it was published: that stays unknown. */
export function parseProperties(xml: Uint8Array | null): DocumentMetadata {
  if (xml === null) return UNKNOWN;
  const properties = new TextDecoder().decode(xml);
  const title = elementText(properties, 'dc:title');
  const author = elementText(properties, 'meta:initial-creator') ?? elementText(properties, 'dc:creator');
  const language = /^[a-z]{2}(?![a-z])/i.exec(elementText(properties, 'dc:language') ?? '');
  return {
    ...UNKNOWN,
    title: statedTitle(title),
    author: statedAuthor(author),
    language: language?.[0].toLowerCase() ?? null,
  };
}

/** A title in a document's properties; null if it is only what programs write there. */
export function statedTitle(title: string | null): string | null {
  return title === null || NO_TITLE.test(title) ? null : title;
}

/** An author in a document's properties; null if that is nobody's name. */
export function statedAuthor(author: string | null): string | null {
  return author === null || NOBODY.test(author) ? null : author;
}

/** The file is flat: none of its elements contains another. */
function elementText(xml: string, name: string): string | null {
  const content = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
  return tidyLine(
    content?.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, decodeReference),
  );
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decodeReference(_: string, name?: string, decimal?: string, hex?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? '';
  const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}
