import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CollectionId, Document, DocumentId } from '../../core/library/documents/document.ts';
import { DEFAULT_LANGUAGE } from '../../core/text/languages.ts';

/** A query of a judged set, with the turns before it, oldest first. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly history: readonly { readonly role: string; readonly text: string }[];
}

/** What a query should find: texts that answer it, or sentences that contain the answer. */
export interface JudgedAnswer {
  readonly answers: readonly string[];
  readonly evidence: readonly string[];
  readonly answerable: boolean;
  /** `answerable`, `off_corpus` (no document is about it), or another reason. */
  readonly kind: string;
}

/** Documents to summarize in some words. */
export interface SummaryQuery {
  readonly id: string;
  /** Their ids in the set. */
  readonly documents: readonly string[];
  readonly maxWords: number;
}

/** Documents, queries, and people's relevance judgments. */
export interface JudgedSet {
  readonly name: string;
  readonly documents: readonly Document[];
  /** Those that ask something. */
  readonly queries: readonly JudgedQuery[];
  /** Those that want a summary. */
  readonly summaries: readonly SummaryQuery[];
  /** For each of these, what people wrote or chose. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** For each query, the relevant documents by their id in the set, and how relevant each is. */
  readonly relevant: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly answers: ReadonlyMap<string, JudgedAnswer>;
}

/** The files of a judged set as text, empty if absent (the format is in docs/answers.md). */
export interface JudgedSetFiles {
  readonly documents: string;
  readonly queries: string;
  readonly relevant: string;
  readonly answers: string;
  readonly references?: string;
}

const text = z.string();
const document = z.object({
  id: text,
  title: text.nullish(),
  source: text.nullish(),
  published: text.nullish(),
  text,
});
const turn = z.object({ role: text, text });
const query = z.object({
  ...{ id: text, text, history: z.array(turn).default([]) },
  doc_ids: z.array(text).default([]),
  max_words: z.number().nullish(),
});
const reference = z.object({ query_id: text, references: z.array(text) });
const answer = z.object({
  query_id: text,
  answers: z.array(text).default([]),
  evidence: z.array(text).default([]),
  answerable: z.boolean().default(true),
  kind: text.default('answerable'),
});

/** Parses the files of a judged set. */
export function parseJudgedSet(name: string, files: JudgedSetFiles): JudgedSet {
  const answers = lines(files.answers).map((line) => answer.parse(JSON.parse(line)));
  const queries = lines(files.queries).map((line) => query.parse(JSON.parse(line)));
  const references = lines(files.references ?? '').map((line) => reference.parse(JSON.parse(line)));
  return {
    name,
    documents: lines(files.documents).map((line) => toDocument(name, document.parse(JSON.parse(line)))),
    queries: queries.flatMap(({ id, text, history, max_words }) =>
      text.trim() === '' || max_words ? [] : [{ id, text, history }],
    ),
    summaries: queries.flatMap(({ id, doc_ids: documents, max_words: maxWords }) =>
      maxWords ? [{ id, documents, maxWords }] : [],
    ),
    references: new Map(references.map(({ query_id, references }) => [query_id, references])),
    relevant: parseRelevant(files.relevant),
    answers: new Map(answers.map(({ query_id, ...rest }) => [query_id, rest])),
  };
}

/** Returns a document's id in its set. */
export function idInSet(id: DocumentId, set: string): string {
  return id.slice(set.length + 1);
}

function toDocument(set: string, { id, title, source, text }: z.infer<typeof document>): Document {
  return {
    id: `${set}/${id}` as DocumentId,
    collection: set as CollectionId,
    title: title || null,
    publisher: source || null,
    author: null,
    published: null,
    url: null,
    language: DEFAULT_LANGUAGE,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

/** Parses tab-separated lines of `query_id`, `doc_id` and `gain` under a heading. */
function parseRelevant(file: string): Map<string, Map<string, number>> {
  const relevant = new Map<string, Map<string, number>>();
  for (const line of lines(file).slice(1)) {
    const [query = '', doc = '', gain = '1'] = line.split('\t');
    relevant.set(query, (relevant.get(query) ?? new Map<string, number>()).set(doc, Number(gain)));
  }
  return relevant;
}

function lines(file: string): string[] {
  return file.split('\n').filter((line) => line.trim() !== '');
}
