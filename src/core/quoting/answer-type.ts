/** The kind of fact that a question asks for, as far as its words tell; otherwise `any`. */
export type AnswerType =
  | 'definition'
  | 'number'
  | 'when'
  | 'reason'
  | 'names'
  | 'where'
  | 'statement'
  | 'who'
  | 'any';
