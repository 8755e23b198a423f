import type { AnswerRequest } from './answer-request.ts';

/** The form for a question that follows up an answer. */
export const QUESTION_FORM = {
  title: 'Ask the documents',
  /** The name of its one field. */
  field: 'question',
  label: 'Your question',
  placeholder: 'Follow-ups work too, for example: And last year?',
  minLength: 2,
  maxLength: 1000,
} as const;

/** What the form asks, as a follow-up to the answer under which it was opened. */
export function followUp(
  answer: string,
  { question, forAsker }: { readonly question: string; readonly forAsker: boolean },
): AnswerRequest {
  const request = { kind: 'command', command: 'ask', options: { question } } as const;
  return { request, forAsker, replyTo: answer };
}
