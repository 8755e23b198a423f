import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { type NarrowingValues, parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import { parseNumber } from '../../src/core/bot/parse-number.ts';
import { findPhrases, type PhraseHits } from '../../src/core/library/documents/find-phrases.ts';
import { narrowScope } from '../../src/core/library/documents/narrowing.ts';
import type { Library } from '../../src/core/library/library.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import { joinNotes, narrowedLine } from '../../src/core/replies/narrowed-line.ts';
import type { Item, NoteReply } from '../../src/core/replies/reply.ts';
import { parseNames } from '../../src/core/search/name-list.ts';
import { pageOf, tableOf } from './hit-table.ts';

/** A list to be searched for. */
export interface ListRequest {
  /** Names or phrases, one a line. */
  readonly list: string;
  /** How many documents are listed for each. */
  readonly limit: string | null;
  readonly limits: NarrowingValues;
  /** The kind of file that the table comes as. */
  readonly format: 'csv' | 'html';
}

const DEFAULT_LIMIT = 5;
/** The most documents listed for one name. */
const MAX_LISTED = 20;

/** The ports of a search by list. */
export interface ListPorts {
  readonly library: Library;
  /** Told how far a search is, many times a second; absent: nobody waits for it. */
  searchProgress?(done: number, of: number): void;
}

/** Searches for each name of a list: a summary, and the table of what was found as a file. */
export async function composeListReply(
  { library, searchProgress: progress }: ListPorts,
  context: RequestContext,
  { list, limit, limits, format }: ListRequest,
): Promise<NoteReply> {
  const phrases = parseNames(list);
  const most = parseNumber('limit', limit, DEFAULT_LIMIT, MAX_LISTED);
  const narrowing = await parseNarrowing(library, context, limits);
  const { scope, narrowed } = await narrowScope(library, context, narrowing);
  const found = await findPhrases(library, scope, { phrases, most, progress });
  const { coverage } = scope;
  const line = narrowedLine({ narrowing, narrowed, coverage });
  const note = joinNotes(summaryOf(found, coverage.documents), line) ?? '';
  return composeNote(replyContext(library, context, 'search'), note, {
    headline: 'Search by list',
    items: topOf(found),
    file: format === 'html' ? pageOf(found, note) : tableOf(found),
  });
}

function summaryOf(found: readonly PhraseHits[], documents: number): string {
  const hits = found.filter((each) => each.documents > 0).length;
  return `${hits} of ${found.length} names were found in ${countDocuments({ documents })}. The table says where.`;
}

const MAX_SHOWN = 5; // names

/** The names that most documents have. */
function topOf(found: readonly PhraseHits[]): Item[] {
  return found
    .filter(({ documents }) => documents > 0)
    .toSorted((a, b) => b.documents - a.documents)
    .slice(0, MAX_SHOWN)
    .map(({ phrase, documents }) => ({ id: phrase, title: '', detail: countDocuments({ documents }) }));
}
