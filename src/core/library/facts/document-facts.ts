import { fileTitle } from '../../text/file-title.ts';
import { type DocumentMetadata, UNKNOWN } from '../documents/document.ts';
import type { ReadDocument } from '../reading/document-reader.ts';
import { isGenericHeading } from './generic-heading.ts';
import { findHeaderBlock, type HeaderBlock } from './header-block.ts';
import { readHeader } from './header-facts.ts';
import { findAuthor } from './named-author.ts';
import { findStatedDates } from './opening-dates.ts';
import { addressDate, nameDate, pathDate } from './path-date.ts';
import { lastDayRecorded } from './record-days.ts';
import { findReleaseTitle } from './release-title.ts';

/** What is known of a file besides what its reader found. */
export interface FileFacts {
  /** Its path in the collection, or its name alone if it is within another file. */
  readonly path: string;
  /** What `sources.yaml` says about it. */
  readonly known: DocumentMetadata | null;
  /** Of the text: stated or detected. ISO 639-1. */
  readonly language: string;
}

/**
 * What is known about a document. Each fact comes from the first place that says it: front matter, `sources.yaml`, metadata in
 * the file, its address, its own header, its first lines, its name, its folder (docs/corpus.md has the table).
 */
export function gatherFacts(read: ReadDocument, { path, known, language }: FileFacts): DocumentMetadata {
  const { metadata, embedded = UNKNOWN, text } = read;
  const stated = merge(metadata, known ?? UNKNOWN, withoutGeneric(embedded));
  const header = findHeaderBlock(text);
  const own = readHeader(header, language);
  return {
    ...stated,
    title:
      stated.title ??
      ownTitle(read, header, own.title) ??
      findReleaseTitle(text) ??
      stand(read, header, path),
    author: authorOf(
      metadata.author ?? known?.author ?? null,
      embedded,
      own.author ?? findAuthor(text, language),
    ),
    published:
      stated.published ??
      addressDate(stated.url ?? '') ??
      own.published ??
      fromText(read, { path, language, updated: own.updated }),
    ...teamFacts(known),
  };
}

/** No document grades itself. */
export function teamFacts(known: DocumentMetadata | null): Pick<DocumentMetadata, 'tags' | 'grade'> {
  return { ...(known?.tags?.length && { tags: known.tags }), ...(known?.grade && { grade: known.grade }) };
}

/** A file's metadata may name its publisher as the author, though its text says who speaks or writes. */
function authorOf(stated: string | null, embedded: DocumentMetadata, named: string | null): string | null {
  const isPublisher = embedded.author !== null && embedded.author === embedded.publisher;
  return stated ?? (isPublisher ? (named ?? embedded.author) : (embedded.author ?? named));
}

/** Takes each value from the first source that knows it. */
function merge(...sources: readonly DocumentMetadata[]): DocumentMetadata {
  return sources.reduceRight((found, source) => ({
    title: source.title ?? found.title,
    publisher: source.publisher ?? found.publisher,
    author: source.author ?? found.author,
    published: source.published ?? found.published,
    url: source.url ?? found.url,
    language: source.language ?? found.language,
  }));
}

function withoutGeneric(embedded: DocumentMetadata): DocumentMetadata {
  return embedded.title !== null && isGenericHeading(embedded.title)
    ? { ...embedded, title: null }
    : embedded;
}

/** A heading above the header is the title; of a heading below it, which opens a chapter, the header knows better. */
function ownTitle(
  { title, text }: ReadDocument,
  header: HeaderBlock | null,
  stated: string | null,
): string | null {
  const heading = title === null || isGenericHeading(title) ? null : title;
  const isBelow = heading !== null && header !== null && text.includes(heading, header.end);
  return isBelow ? (stated ?? heading) : (heading ?? stated);
}

/**
 * The file's name stands for the title of a document that has headings or a header, or whose author named the file, but
 * that does not say what it is called.
 */
function stand({ title }: ReadDocument, header: HeaderBlock | null, path: string): string | null {
  return title !== null || header !== null || AUTHORED.test(path) ? fileTitle(path) : null;
}

/** Formats whose authors name the files; others are often named by who saved them. */
const AUTHORED = /\.(?:md|mdx|markdown)$/i;

function fromText(
  read: ReadDocument,
  {
    path,
    language,
    updated: inHeader,
  }: Pick<FileFacts, 'path' | 'language'> & { readonly updated: string | null },
): string | null {
  const dates = findStatedDates(read.text, language);
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const named = nameDate(name);
  const updated = read.updated ?? inHeader ?? dates.updated;
  const recorded = lastDayRecorded([read.title, read.embedded?.title ?? null], read.text);
  if (dates.published === null && recorded !== null) return releaseOf(recorded, updated);
  const isDoubtful = named !== null && updated !== null && !updated.startsWith(named) && !AUTHORED.test(name);
  return dates.published ?? (isDoubtful ? null : pathDate(folders, name));
}

/** The record of a meeting comes out after its last day: when its page is said to have changed last, if that was soon. */
function releaseOf(lastDay: string, updated: string | null): string {
  const wait = updated === null ? -1 : (Date.parse(updated) - Date.parse(lastDay)) / DAY;
  return updated !== null && wait >= 0 && wait <= SOON ? updated : lastDay;
}

const DAY = 86_400_000; // milliseconds
const SOON = 92; // days
