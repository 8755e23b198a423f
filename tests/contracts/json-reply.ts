import * as z from 'zod';

const known = z.string().min(1);
const orUnknown = known.nullable();
const count = z.int().nonnegative();
const date = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const point = z.strictObject({
  text: known,
  citation: z.int().positive(),
  label: orUnknown,
  speaker: orUnknown,
  weak: z.boolean(),
  document: known,
  start: count,
  end: count,
  url: orUnknown,
  date: date.nullable(),
  dateIsRelative: z.boolean(),
  page: orUnknown,
  group: orUnknown,
  ocr: z.literal(true).optional(),
});

const source = z.strictObject({
  number: z.int().positive(),
  document: known,
  title: known,
  publisher: orUnknown,
  published: date.nullable(),
  url: orUnknown,
  sha256: hash,
  copies: z.array(known),
  tags: z.array(known).optional(),
  grade: z
    .string()
    .regex(/^[A-F]?[1-6]?$/)
    .optional(),
});

/** The JSON reply as docs/json.md promises it: every key present but `ocr`, `tags` and `grade`, none besides. */
export const jsonReplyContract = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['brief', 'answer', 'digest', 'search', 'list', 'nothing', 'note', 'error']),
  id: z
    .string()
    .regex(/^[a-z2-7]{12}$/)
    .nullable(),
  conversation: known,
  command: known,
  topic: orUnknown,
  question: orUnknown,
  headline: orUnknown,
  points: z.array(point),
  nearest: z.array(point),
  unknownWords: z.array(known),
  sources: z.array(source),
  items: z.array(z.strictObject({ id: known, title: z.string(), detail: z.string() })),
  coverage: z.strictObject({ documents: count, newest: date.nullable(), undated: count }),
  more: z.boolean(),
  problem: z.strictObject({ code: known, suggestions: z.array(known) }).nullable(),
  note: orUnknown,
  text: known,
});

/** The same with the whole text of a document, which only `sources <document id>` adds. */
export const storedReplyContract = jsonReplyContract.extend({ stored: known });
