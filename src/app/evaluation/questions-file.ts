import * as z from 'zod';
import { UserError } from '../../core/text/user-error.ts';

/** A text that answers a question, and the document that it stands in, by its path in the corpus. */
export interface Evidence {
  readonly document: string;
  readonly text: string;
}

/** One question of a team's own, with the questions asked before it in its conversation, and what answers it. */
export interface OwnQuestion {
  readonly id: string;
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly question: string;
  readonly history: readonly { readonly question: string }[];
  /** False if the documents do not answer it, so that “nothing” is right. */
  readonly answerable: boolean;
  /** Any of them is right. */
  readonly evidence: readonly Evidence[];
  /** The same words in another document would be wrong. */
  readonly sameDocument: boolean;
  /** A label by which results are counted. */
  readonly kind: string | null;
  /** Only questions of this split are asked, and those of none. */
  readonly half: string | null;
}

const filled = z.string().refine((text) => text.trim() !== '', 'must not be empty');
const evidence = z.strictObject({ document: filled, text: filled });
const question = z
  .strictObject({
    id: filled,
    question: filled,
    history: z.array(z.strictObject({ question: filled })).default([]),
    answerable: z.boolean().default(true),
    evidence: z.array(evidence).default([]),
    sameDocument: z.boolean().default(false),
    kind: filled.nullable().default(null),
    half: filled.nullable().default(null),
  })
  .refine(({ answerable, evidence }) => !answerable || evidence.length > 0, {
    path: ['evidence'],
    message: 'an answerable question needs evidence',
  });

/**
 * Parses `questions.jsonl`, a question a line; empty lines are passed over. What is wrong is told for all lines at once, in
 * a UserError that names file and line.
 */
export function parseQuestions(file: string, text: string): readonly OwnQuestion[] {
  const problems: string[] = [];
  const questions: OwnQuestion[] = [];
  for (const [at, written] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (written.trim() === '') continue;
    const parsed = parseLine(written);
    const twice = parsed.ok && questions.find(({ id }) => id === parsed.question.id);
    if (!parsed.ok) problems.push(`${file}:${at + 1}: ${parsed.problem}`);
    else if (twice) problems.push(`${file}:${at + 1}: the id "${twice.id}" is that of line ${twice.line}`);
    else questions.push({ ...parsed.question, line: at + 1 });
  }
  if (problems.length === 0) return questions;
  throw new UserError(`${problems.slice(0, MAX_PROBLEMS).join('\n')}${others(problems)}\n${FORMAT}`, {
    code: 'invalid-questions',
  });
}

const MAX_PROBLEMS = 20; // told at once
const FORMAT = 'docs/evaluating.md has the format.';

function others({ length }: readonly string[]): string {
  return length > MAX_PROBLEMS ? `\nand ${length - MAX_PROBLEMS} lines more` : '';
}

type ParsedLine =
  | { readonly ok: true; readonly question: z.infer<typeof question> }
  | { readonly ok: false; readonly problem: string };

function parseLine(written: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return { ok: false, problem: 'this is no JSON object on one line' };
  }
  const parsed = question.safeParse(value);
  if (parsed.success) return { ok: true, question: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return { ok: false, problem: `${where === '' ? '' : `${where}: `}${issue?.message ?? 'unknown'}` };
}
