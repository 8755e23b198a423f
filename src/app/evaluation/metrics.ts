import type { JudgedAnswer, JudgedSet } from './judged-set.ts';
import type { Ranked, RunLine } from './run-set.ts';

/** The values of a measure by query. Their mean is reported, with an interval from their spread. */
export type Measure = ReadonlyMap<string, number>;

/** Computes every measure of a run for which its set has judgments. */
export function measureRun(set: JudgedSet, run: readonly RunLine[]): ReadonlyMap<string, Measure> {
  const measures = new Map<string, Map<string, number>>();
  const put = (name: string, query: string, value: number) =>
    measures.set(name, (measures.get(name) ?? new Map<string, number>()).set(query, value));
  for (const line of run) {
    const relevant = set.relevant.get(line.query_id);
    const answer = set.answers.get(line.query_id);
    if (relevant) put('nDCG@10', line.query_id, ndcg(line.ranked, relevant));
    if (answer?.answerable && answer.answers.length + answer.evidence.length > 0) {
      const shown = line.abstained ? [] : line.ranked;
      const right = (ranked: Ranked) =>
        (!relevant || relevant.has(ranked.doc_id)) && containsAnswer(ranked.passage_text, answer);
      put('right at 1', line.query_id, Number(shown.slice(0, 1).some(right)));
      put('right at 3', line.query_id, Number(shown.slice(0, 3).some(right)));
      put('right in 60 words', line.query_id, Number(firstWords(shown, 60).some(right)));
    }
  }
  return measures;
}

/** Measures how well a run tells off-corpus questions from answerable ones; null if the set lacks either. */
export function measureRefusal(
  set: JudgedSet,
  run: readonly RunLine[],
): { readonly f1: number; readonly wronglyRefused: number } | null {
  const of = (kind: string) => run.filter(({ query_id }) => set.answers.get(query_id)?.kind === kind);
  const refused = (lines: readonly RunLine[]) => lines.filter(({ abstained }) => abstained).length;
  const [off, answerable] = [of('off_corpus'), of('answerable')];
  if (off.length === 0 || answerable.length === 0) return null;
  const right = refused(off);
  const wrong = refused(answerable);
  return {
    f1: (2 * right) / (2 * right + wrong + off.length - right),
    wronglyRefused: wrong / answerable.length,
  };
}

/** Computes the normalized discounted cumulative gain of the first ten documents, from 0 to 1. */
function ndcg(ranked: readonly Ranked[], relevant: ReadonlyMap<string, number>): number {
  const discount = (gain: number, at: number) => gain / Math.log2(at + 2);
  const sum = (gains: readonly number[]) =>
    gains
      .slice(0, 10)
      .map(discount)
      .reduce((a, b) => a + b, 0);
  const found = [...new Set(ranked.map(({ doc_id }) => doc_id))].map((id) => relevant.get(id) ?? 0);
  const best = [...relevant.values()].sort((a, b) => b - a);
  return sum(found) / Math.max(sum(best), Number.EPSILON);
}

function containsAnswer(text: string, { answers, evidence }: JudgedAnswer): boolean {
  const words = plainWords(text);
  const wanted = (answers.length > 0 ? answers : evidence).map(plainWords).filter((phrase) => phrase !== '');
  return wanted.some((phrase) => ` ${words} `.includes(` ${phrase} `));
}

/** Reduces a text to lowercase words with one space between them. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/(^|\s)'+|'+(\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts what was shown after its first `limit` words. */
function firstWords(shown: readonly Ranked[], limit: number): Ranked[] {
  let left = limit;
  return shown.map((ranked) => {
    const words = ranked.passage_text.split(/\s+/);
    const passage_text = words.slice(0, Math.max(0, left)).join(' ');
    left -= words.length;
    return { ...ranked, passage_text };
  });
}
