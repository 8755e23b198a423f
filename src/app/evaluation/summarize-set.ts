import type { DocumentId } from '../../core/library/documents/document.ts';
import { summarize } from '../../core/quoting/summary.ts';
import type { PassageIndex } from '../../core/search/passage-index.ts';
import type { JudgedSet, SummaryQuery } from './judged-set.ts';
import { type OpenSet, openSet } from './run-set.ts';

/** Dossier's summary for one query. */
export interface SummaryLine {
  readonly query_id: string;
  readonly summary: string;
}

/** Summarizes the documents of each query of a set within its words, and reports progress. */
export async function summarizeSet(
  set: JudgedSet,
  index: PassageIndex,
  progress: (done: number, of: number) => void,
): Promise<SummaryLine[]> {
  const world = await openSet(set, index);
  const lines: SummaryLine[] = [];
  for (const [at, query] of set.summaries.entries()) {
    progress(at, set.summaries.length);
    lines.push({ query_id: query.id, summary: await summarizeFor(query, world) });
  }
  return lines;
}

async function summarizeFor({ documents, maxWords }: SummaryQuery, world: OpenSet): Promise<string> {
  const ids = documents.map((id) => `${world.name}/${id}` as DocumentId);
  const places = await summarize(world, world.scope, { documents: ids, maxWords });
  const texts = await world.library.load(ids);
  return places
    .map(({ document, start, end }) => texts.get(document)?.document.text.slice(start, end) ?? '')
    .join(' ');
}
