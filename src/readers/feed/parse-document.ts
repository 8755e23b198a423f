import { type AnyFeed, parseFeed } from 'feedsmith';
import { type Feed, FeedProblem } from '../../core/collecting/feed.ts';
import { fromAtom } from './atom.ts';
import { declaresEntities } from './entities.ts';
import { fromJson } from './json.ts';
import { fromRss } from './rss.ts';

const MOST_ITEMS = 1000;

/** Parses the text of a feed, of whatever format. Throws a FeedProblem that says why it is none. */
export function parseDocument(text: string, address: string): Feed {
  // An entity may stand for a file, or grow without end; feeds need none of their own.
  if (declaresEntities(text)) throw new FeedProblem('declares entities, which no feed needs');
  const parsed = parse(text);
  switch (parsed.format) {
    case 'rss':
    case 'rdf':
      return fromRss(parsed.feed, address);
    case 'atom':
      return fromAtom(parsed.feed, address);
    case 'json':
      return fromJson(parsed.feed, address);
  }
}

function parse(text: string): AnyFeed {
  try {
    return parseFeed(text.replace(/^\uFEFF/, ''), { maxItems: MOST_ITEMS });
  } catch (cause) {
    throw new FeedProblem(problemOf(text), { cause });
  }
}

function problemOf(text: string): string {
  if (text.trim() === '') return 'is empty';
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return 'is a web page, not a feed';
  return 'is not a feed that can be read (RSS, Atom, RDF or JSON Feed)';
}
