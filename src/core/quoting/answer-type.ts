import type { Quantity } from './quantity-patterns.ts';

/** The kind of fact that a question asks for, as far as its words tell; otherwise `any`. */
export type AnswerType =
  | 'definition'
  | 'number'
  | Quantity
  | 'when'
  | 'reason'
  | 'names'
  | 'where'
  | 'statement'
  | 'who'
  | 'any';
