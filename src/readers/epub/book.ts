import { type DocumentMetadata, UNKNOWN } from '../../core/library/documents/document.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';
import { tidyLine } from '../clean/readable-text.ts';
import { parseXml, type XmlElement } from '../office/xml.ts';
import { elementsOf, findAll, findChild, textOf } from '../office/xml-tree.ts';
import type { ZipEntries } from '../office/zip-directory.ts';

/** A book: what it states about itself, and its chapters in reading order. */
export interface Book {
  readonly metadata: DocumentMetadata;
  /** The content of each chapter, XHTML. */
  readonly chapters: readonly Uint8Array[];
  /** The content of its style sheets. */
  readonly styles: string;
}

/** Opens a book by its package document; null if it has none. */
export function openBook(entries: ZipEntries): Book | null {
  const container = readPart(entries, 'META-INF/container.xml');
  const [root] = findAll(container, 'rootfile');
  const name = root?.attributes['full-path'] ?? '';
  const book = readPart(entries, name);
  if (!book) return null;
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const manifest = elementsOf(findChild(book, 'manifest'));
  const items = new Map(manifest.map((item) => [item.attributes.id, item]));
  const contentOf = ({ attributes }: XmlElement) =>
    entries.get(resolveName(folder, attributes.href ?? ''))?.() ?? [];
  const chapters = elementsOf(findChild(book, 'spine'))
    .filter(({ name: child, attributes }) => child === 'itemref' && attributes.linear !== 'no')
    .flatMap(({ attributes }) => items.get(attributes.idref) ?? [])
    .filter((item) => isChapter(item) && !besideText(book, item))
    .flatMap(contentOf);
  const sheets = manifest
    .filter(({ attributes }) => attributes['media-type'] === 'text/css')
    .flatMap(contentOf);
  const styles = sheets.map((sheet) => Buffer.from(sheet).toString('utf8')).join('}');
  return { metadata: readMetadata(findChild(book, 'metadata')), chapters, styles };
}

function readPart(entries: ZipEntries, name: string): XmlElement | undefined {
  const bytes = entries.get(name)?.();
  return bytes && elementsOf(parseXml(bytes)).at(-1);
}

function isChapter({ attributes }: XmlElement): boolean {
  return /html/.test(attributes['media-type'] ?? '') && !/\bnav\b/.test(attributes.properties ?? '');
}

/** Whether the guide of an older book calls an item its cover, its title page or its table of contents. */
function besideText(book: XmlElement, { attributes }: XmlElement): boolean {
  return elementsOf(findChild(book, 'guide')).some(
    (reference) =>
      /^(?:cover|toc)$/i.test(reference.attributes.type ?? '') &&
      reference.attributes.href?.replace(/#.*$/, '') === attributes.href,
  );
}

function resolveName(folder: string, href: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${decodeName(href.replace(/#.*$/, ''))}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decodeName(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

const NOBODY = /^(?:(?:unknown|unbekannt|anonymous)(?: author)?|author|[^\s@]+@\S+)$/i;

function readMetadata(metadata: XmlElement | undefined): DocumentMetadata {
  const all = elementsOf(metadata);
  const texts = (name: string) =>
    all.filter((each) => each.name === name).flatMap((each) => tidyLine(textOf(each)) ?? []);
  const authors = texts('dc:creator').filter((name) => !NOBODY.test(name));
  const language = /^[a-z]{2}(?![a-z])/i.exec(texts('dc:language')[0] ?? '')?.[0].toLowerCase();
  const dates = all.filter(
    ({ name, attributes }) => name === 'dc:date' && attributes['opf:event'] !== 'modification',
  );
  return {
    ...UNKNOWN,
    title: texts('dc:title').find((title) => !/^(?:untitled|unknown)(?: document)?$/i.test(title)) ?? null,
    author: authors.length === 0 ? null : authors.join(', '),
    publisher: texts('dc:publisher')[0] ?? null,
    published: parseStatedDate(textOf(dates[0])),
    language: language ?? null,
  };
}
