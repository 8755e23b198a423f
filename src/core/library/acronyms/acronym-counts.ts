import type { Document } from '../documents/document.ts';
import { findAcronyms } from './acronyms.ts';

/** How many documents say that an acronym stands for something: by language, by acronym, by what in small letters. */
export type AcronymCounts = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

const MAX_READ = 200_000; // characters of a document; what it abbreviates it mostly explains early

/** Returns the acronyms that a document explains, each as one line to be counted by: `en HPA harbour pilots association`. */
export function acronymsOf({ text, language }: Document): readonly string[] {
  const found = findAcronyms(text.slice(0, MAX_READ)).map(
    ({ short, long }) => `${language} ${short} ${long.toLowerCase().replace(/\s+/g, ' ')}`,
  );
  return [...new Set(found)];
}

/** Arranges counted lines; the same one from several collections is added up. */
export function arrangeAcronyms(
  counted: Iterable<readonly [line: string, documents: number]>,
): AcronymCounts {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const [line, documents] of counted) {
    const [, language = '', short = '', long = ''] = LINE.exec(line) ?? [];
    const meanings = entryOf(entryOf(counts, language), short);
    meanings.set(long, (meanings.get(long) ?? 0) + documents);
  }
  return counts;
}

const LINE = /^(\S+) (\S+) (.*)$/s;

function entryOf<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, found);
  return found;
}
