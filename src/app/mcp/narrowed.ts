import * as z from 'zod';

/** What tools keep to, as the chat does. */
export const NARROWED = {
  since: z
    .string()
    .max(40)
    .optional()
    .describe('Only documents published on or after: 2024-07-10, 2024-07, 7d.'),
  before: z.string().max(40).optional().describe('Only documents published before.'),
  from: z.string().max(200).optional().describe('Only this publisher.'),
  collection: z.string().max(200).optional().describe('Only this collection.'),
  tag: z.string().max(400).optional().describe('Only documents with this tag, or with each of several: a,b.'),
  grade: z
    .string()
    .max(10)
    .optional()
    .describe('Only documents graded so or better: source A to F, content 1 to 6, or both: B2.'),
} as const;
