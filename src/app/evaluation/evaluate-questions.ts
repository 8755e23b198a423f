import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Library } from '../../core/library/library.ts';
import { createRetriever } from '../../core/quoting/create-retriever.ts';
import { UserError } from '../../core/text/user-error.ts';
import type { Config } from '../config.ts';
import type { Documents, DocumentsOptions } from '../documents.ts';
import { openDocuments } from '../open-documents.ts';
import { openRecordedDocuments } from '../open-recorded-documents.ts';
import { askQuestion } from './ask-questions.ts';
import { type KnownDate, parseDates } from './dates-file.ts';
import { type FindDocument, type Graded, gradeReply, idsAt } from './grade.ts';
import { dateLines, type GradedDate, gradeDate } from './grade-dates.ts';
import { reportLines } from './misses-report.ts';
import { type OwnQuestion, parseQuestions } from './questions-file.ts';

/** What to evaluate, and where to write the results. */
export interface QuestionsOptions {
  /** Folders with a `questions.jsonl`. */
  readonly folders: readonly string[];
  readonly split: string;
  /** The file to write one JSON object for each question to. */
  readonly out?: string | undefined;
  readonly config: Config;
  print(line: string): void;
  progress(line: string): void;
}

const FILE = 'questions.jsonl';

/** Finds a folder's questions, or those of the folders in it; none if there are none. */
export async function findQuestions(dir: string): Promise<readonly string[]> {
  if (existsSync(join(dir, FILE))) return [dir];
  const below = existsSync(dir) ? (await readdir(dir)).sort().map((name) => join(dir, name)) : [];
  return below.filter((folder) => existsSync(join(folder, FILE)));
}

/** Asks the questions of each folder over its `corpus/`, or over the configured corpus, and prints a report of the misses. */
export async function evaluateQuestions(options: QuestionsOptions): Promise<void> {
  const { folders, split, out, print } = options;
  const sets = await Promise.all(folders.map((folder) => readQuestions(folder, split))); // all are checked before any is asked
  const dates = await Promise.all(folders.map((folder) => readDates(folder, split)));
  const results: string[] = [];
  for (const [at, folder] of folders.entries()) {
    const asked = { questions: sets[at] ?? [], dates: dates[at] ?? [] };
    const graded = await gradeAll(folder, asked, options);
    const lines = [...reportLines(basename(resolve(folder)), graded.questions), ...dateLines(graded.dates)];
    for (const line of lines) print(line);
    const found = [...graded.questions.map(toResult), ...graded.dates.map(toDateResult)];
    results.push(...found.map((each) => `${JSON.stringify(each)}\n`));
  }
  if (out !== undefined) await writeFile(out, results.join(''));
}

async function readQuestions(folder: string, split: string): Promise<readonly OwnQuestion[]> {
  const path = join(folder, FILE);
  const questions = parseQuestions(path, await readFile(path, 'utf8'));
  const chosen = questions.filter(({ half }) => half === null || half === split);
  if (chosen.length > 0) return chosen;
  throw new UserError(`${path} has no question${questions.length > 0 ? ` of the split "${split}"` : ''}.`, {
    code: 'invalid-questions',
  });
}

const DATES = 'dates.jsonl';

/** None if the folder has no such file. */
async function readDates(folder: string, split: string): Promise<readonly KnownDate[]> {
  const path = join(folder, DATES);
  if (!existsSync(path)) return [];
  const dates = parseDates(path, await readFile(path, 'utf8'));
  return dates.filter(({ half }) => half === null || half === split);
}

/** What was asked of a folder's documents, and how it came out. */
interface GradedFolder {
  readonly questions: readonly Graded[];
  readonly dates: readonly GradedDate[];
}

async function gradeAll(
  folder: string,
  { questions, dates }: { readonly questions: readonly OwnQuestion[]; readonly dates: readonly KnownDate[] },
  { config, progress }: QuestionsOptions,
): Promise<GradedFolder> {
  return withDocuments(folder, config, async ({ library, index }) => {
    const ports = { library, retriever: createRetriever({ library, index }) };
    const graded: Graded[] = [];
    for (const question of questions) {
      const find = await findAt(library, question.evidence);
      graded.push(gradeReply(question, await askQuestion(ports, question), find));
      if (graded.length % STEP === 0)
        progress(`${folder}: ${graded.length} of ${questions.length} questions`);
    }
    const find = await findAt(library, dates);
    return { questions: graded, dates: dates.map((each) => gradeDate(each, find)) };
  });
}

/** Loads the documents that are named by their paths, so that they are found. */
async function findAt(
  library: Pick<Library, 'load'>,
  named: readonly { readonly document: string }[],
): Promise<FindDocument> {
  const loaded = await library.load(named.flatMap(({ document }) => idsAt(document)));
  return (path) => idsAt(path).flatMap((id) => loaded.get(id)?.document ?? [])[0] ?? null;
}

const STEP = 25; // questions from one line of progress to the next

/** Opens the folder's own corpus, read anew and saved nowhere; without one, the configured corpus. */
async function withDocuments<Result>(
  folder: string,
  config: QuestionsOptions['config'],
  use: (documents: Documents) => Promise<Result>,
): Promise<Result> {
  const own = join(folder, 'corpus');
  const dataDir = await mkdtemp(join(tmpdir(), 'dossier-evaluate-'));
  const apart = { corpusDir: own, bucket: null, dataDir, databaseUrl: null, index: placeApart(config) };
  const open = () =>
    existsSync(own) ? openDocuments({ ...config, ...apart }, null) : openRecordedDocuments(config);
  try {
    const documents = await open();
    return await use(documents).finally(() => documents.close());
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A corpus of one's own is never written into the database that people ask. */
function placeApart({ index }: Pick<DocumentsOptions, 'index'>): DocumentsOptions['index'] {
  return { place: index.place === 'sqlite' ? 'sqlite' : 'memory', readUrl: null };
}

function toResult({ question, reply, verdict, unreachable }: Graded) {
  const points = reply.kind === 'answer' ? reply.points : reply.nearest;
  return {
    ...{ id: question.id, line: question.line, question: question.question, kind: question.kind },
    ...{ verdict, unreachable, reply: reply.kind },
    points: points.map(({ text, document, start, end }) => ({ text, document, start, end })),
  };
}

function toDateResult({ known: { document, line, published }, read, verdict }: GradedDate) {
  return { document, line, published, read, verdict };
}
