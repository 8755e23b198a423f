/**
 * Computes ROUGE-N of a summary: the F1 of its runs of `length` words against those of a reference (Lin 2004), without
 * stemming or stop words; the mean over several references.
 */
export function rouge(summary: string, references: readonly string[], length: number): number {
  const own = runsIn(summary, length);
  const scores = references.map((reference) => f1(own, runsIn(reference, length)));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

type Runs = ReadonlyMap<string, number>;

function runsIn(text: string, length: number): Runs {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let at = 0; at + length <= words.length; at++) {
    const run = words.slice(at, at + length).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function f1(own: Runs, wanted: Runs): number {
  let shared = 0;
  for (const [run, count] of wanted) shared += Math.min(count, own.get(run) ?? 0);
  const all = total(own) + total(wanted);
  return all === 0 ? 0 : (2 * shared) / all;
}

function total(runs: Runs): number {
  return [...runs.values()].reduce((sum, count) => sum + count, 0);
}
