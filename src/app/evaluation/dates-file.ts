import * as z from 'zod';
import { UserError } from '../../core/text/user-error.ts';

/** When a document was published, as its team knows. */
export interface KnownDate {
  /** Its line in the file, from 1. */
  readonly line: number;
  /** Its path in the corpus. */
  readonly document: string;
  /** `2024-07-10`, `2024-07` or `2024`; null if nothing says. */
  readonly published: string | null;
  /** Only those of this split are looked at, and those of none. */
  readonly half: string | null;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const known = z.object({
  document: z.string().min(1),
  published: z.string().regex(DATE, 'use YYYY-MM-DD, YYYY-MM, YYYY or null').nullable(),
  half: z.string().nullable().default(null),
});

/** Parses `dates.jsonl`, a document a line. Every wrong line is told at once, in a UserError that names file and line. */
export function parseDates(file: string, text: string): readonly KnownDate[] {
  const problems: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const dates = lines.flatMap((written, at) => {
    if (written.trim() === '') return [];
    const parsed = parseLine(written);
    if (typeof parsed !== 'string') return [{ ...parsed, line: at + 1 }];
    problems.push(`${file}:${at + 1}: ${parsed}`);
    return [];
  });
  if (problems.length === 0) return dates;
  const told = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - told.length;
  const more = rest > 0 ? [`and ${rest} lines more`] : [];
  throw new UserError([...told, ...more, 'docs/evaluating.md has the format.'].join('\n'), {
    code: 'invalid-questions',
  });
}

const MAX_PROBLEMS = 20; // told at once

/** The problem of a line in words if it has one. */
function parseLine(written: string): z.infer<typeof known> | string {
  try {
    const parsed = known.safeParse(JSON.parse(written));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'unknown'}`;
  } catch {
    return 'this is no JSON object on one line';
  }
}
