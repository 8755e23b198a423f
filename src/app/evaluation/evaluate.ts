import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { PassageIndex } from '../../core/search/passage-index.ts';
import { UserError } from '../../core/text/user-error.ts';
import { type JudgedSet, parseJudgedSet } from './judged-set.ts';
import { type Measure, measureRefusal, measureRun } from './metrics.ts';
import { rouge } from './rouge.ts';
import { type RunLine, runJudgedSet } from './run-set.ts';
import { createRandom, type Estimate, estimate } from './statistics.ts';
import { summarizeSet } from './summarize-set.ts';

/** What to evaluate, and where to write the results. */
export interface EvaluateOptions {
  /** The folder of a judged set, or a folder of such folders. */
  readonly dir: string;
  readonly split: string;
  /** The file to write the run of a single set to. */
  readonly out?: string | undefined;
  /** A Markdown file in which the table between the marks is replaced. */
  readonly write?: string | undefined;
  /** Creates an empty index. */
  createIndex(): Promise<PassageIndex>;
  print(line: string): void;
  progress(line: string): void;
}

/** Measures Dossier on judged sets, compares it with the runs in `baseline/` alongside them, and prints a table. */
export async function evaluate(options: EvaluateOptions): Promise<void> {
  const { dir, split, out, write, print } = options;
  const folders = await findSets(dir, split);
  if (out !== undefined && folders.length > 1) {
    throw new UserError('--out writes the run of a single set. Give the folder of one set.', {
      code: 'invalid-option',
    });
  }
  const rows: string[] = [];
  for (const folder of folders) {
    const set = await readSet(folder, split);
    if (set.summaries.length > 0) {
      rows.push(...(await evaluateSummaries(set, options)));
      continue;
    }
    if (set.queries.length === 0 || (folders.length > 1 && set.relevant.size === 0)) continue;
    const run = await runJudgedSet(set, await options.createIndex(), reporter(set.name, options));
    if (out !== undefined) await writeFile(out, run.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const lines = describeRun(set, run, await readBaseline(folder));
    for (const line of lines) print(line);
    rows.push(...lines);
  }
  if (write !== undefined) await replaceTable(write, rows);
}

/** Writes summaries, and measures them where there are references. */
async function evaluateSummaries(set: JudgedSet, options: EvaluateOptions): Promise<readonly string[]> {
  const { out, print } = options;
  const lines = await summarizeSet(set, await options.createIndex(), reporter(set.name, options));
  if (out !== undefined) await writeFile(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const rows = [1, 2].flatMap((length) => {
    const scores = lines.flatMap(({ query_id, summary }) => {
      const references = set.references.get(query_id);
      return references ? [rouge(summary, references, length)] : [];
    });
    if (scores.length === 0) return [];
    return [
      row(set.name, `ROUGE-${length}`, String(scores.length), figure(estimate(scores, createRandom(1))), ''),
    ];
  });
  for (const line of rows) print(line);
  return rows;
}

async function findSets(dir: string, split: string): Promise<string[]> {
  const isSet = (folder: string) =>
    existsSync(join(folder, 'documents.jsonl')) && existsSync(join(folder, split, 'queries.jsonl'));
  if (isSet(dir)) return [dir];
  const below = existsSync(dir) ? (await readdir(dir)).sort().map((name) => join(dir, name)) : [];
  const sets = below.filter((folder) => isSet(folder) && isJudged(folder, split));
  if (sets.length > 0) return sets;
  throw new UserError(
    `There is no judged set in ${dir} for the split "${split}". It needs documents.jsonl and ${split}/queries.jsonl (docs/answers.md); your own questions are in questions.jsonl (docs/evaluating.md).`,
    { code: 'no-judged-set' },
  );
}

function isJudged(folder: string, split: string): boolean {
  return ['qrels.tsv', 'references.jsonl'].some((file) => existsSync(join(folder, split, file)));
}

async function readSet(folder: string, split: string): Promise<JudgedSet> {
  const read = async (path: string) => (existsSync(path) ? readFile(path, 'utf8') : '');
  try {
    return parseJudgedSet(basename(folder), {
      documents: await read(join(folder, 'documents.jsonl')),
      queries: await read(join(folder, split, 'queries.jsonl')),
      relevant: await read(join(folder, split, 'qrels.tsv')),
      answers: await read(join(folder, split, 'answers.jsonl')),
      references: await read(join(folder, split, 'references.jsonl')),
    });
  } catch (cause) {
    throw new UserError(
      `Cannot read the judged set ${folder}: a line does not have the format in docs/answers.md.`,
      {
        code: 'no-judged-set',
        cause,
      },
    );
  }
}

async function readBaseline(folder: string): Promise<RunLine[] | null> {
  const path = join(folder, '..', 'baseline', `${basename(folder)}.jsonl`);
  if (!existsSync(path)) return null;
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map((line) => baselineLine.parse(JSON.parse(line)));
}

const ranked = z.object({ doc_id: z.string(), passage_text: z.string().default(''), score: z.number() });
const baselineLine = z.object({
  query_id: z.string(),
  ranked: z.array(ranked),
  abstained: z.boolean().default(false),
  confidence: z.number().default(0),
});

const STEPS = 10; // progress lines per set

function reporter(name: string, { progress }: EvaluateOptions): (done: number, of: number) => void {
  return (done, of) => {
    if (done % Math.ceil(of / STEPS) === 0) progress(`${name}: ${done} of ${of} queries`);
  };
}

/** Formats table rows: set, measure, queries, figure and difference to the baseline, both with their intervals. */
function describeRun(set: JudgedSet, run: readonly RunLine[], baseline: readonly RunLine[] | null): string[] {
  const theirs = baseline ? measureRun(set, baseline) : null;
  const rows = [...measureRun(set, run)].map(([name, measure]) => {
    const other = name === 'nDCG@10' ? theirs?.get(name) : undefined;
    const mean = figure(estimate([...measure.values()], createRandom(1)));
    return row(set.name, name, String(measure.size), mean, differenceTo(other, measure));
  });
  const refusal = measureRefusal(set, run);
  if (!refusal) return rows;
  return [
    ...rows,
    row(set.name, 'off-corpus refusal F1', '', refusal.f1.toFixed(3), ''),
    row(set.name, 'wrongly refused', '', refusal.wronglyRefused.toFixed(3), ''),
  ];
}

/** Formats the mean difference over the queries that both measures have; empty if there are none. */
function differenceTo(other: Measure | undefined, measure: Measure): string {
  const differences = [...measure].flatMap(([query, value]) => {
    const before = other?.get(query);
    return before === undefined ? [] : [value - before];
  });
  return differences.length > 0 ? figure(estimate(differences, createRandom(1)), '+') : '';
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function figure({ mean, low, high }: Estimate, sign = ''): string {
  const show = (value: number) => (sign !== '' && value >= 0 ? sign : '') + value.toFixed(3);
  return `${show(mean)} [${show(low)}, ${show(high)}]`;
}

const MARKS = { from: '<!-- evaluation -->', to: '<!-- /evaluation -->' };
const HEAD = [row('set', 'measure', 'queries', 'Dossier', 'against plain BM25'), '|---|---|---|---|---|'];

async function replaceTable(path: string, rows: readonly string[]): Promise<void> {
  const text = await readFile(path, 'utf8');
  const [from, to] = [text.indexOf(MARKS.from), text.indexOf(MARKS.to)];
  if (from === -1 || to === -1) {
    throw new UserError(`${path} has no markers for the table. Add ${MARKS.from} and ${MARKS.to}.`, {
      code: 'no-table',
    });
  }
  const table = [MARKS.from, ...HEAD, ...rows].join('\n');
  await writeFile(path, `${text.slice(0, from)}${table}\n${text.slice(to)}`);
}
