import type { Quantity } from './quantity-patterns.ts';

/** The kind of fact that a question asks for, as far as its words tell; otherwise `any`. */
export type AnswerType =
  | 'definition'
  | 'number'
  | 'count'
  | Quantity
  | 'when'
  | 'reason'
  | 'names'
  | 'where'
  | 'statement'
  | 'who'
  | 'any';

const FORMED = new Set<AnswerType>([
  ...(['who', 'when', 'number', 'count', 'duration', 'frequency', 'share', 'money'] as const),
]);

/** Whether a kind of fact has a form that a sentence can be seen to lack; reasons, places and views take many. */
export function hasOwnForm(answerType: AnswerType): boolean {
  return FORMED.has(answerType);
}
