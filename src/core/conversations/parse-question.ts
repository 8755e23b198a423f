import type { Scope } from '../library/library.ts';
import type { Question } from '../quoting/question.ts';
import type { Retriever, Synonyms } from '../quoting/retriever.ts';
import type { Conversation } from './conversation.ts';
import { personMeant, previousTurn, understand, withoutNewSubject } from './follow-up.ts';

/** A question as typed, and what it is parsed with. */
export interface QuestionText {
  readonly text: string;
  readonly conversation: Conversation;
  readonly scope: Scope;
  /** The synonyms of the topic it is asked within. */
  readonly synonyms: Synonyms;
}

/** Parses a question in the context of its conversation. */
export async function parseQuestion(
  retriever: Pick<Retriever, 'parse' | 'statistics'>,
  { text, conversation, scope, synonyms }: QuestionText,
): Promise<Question> {
  const own = await retriever.parse(withoutNewSubject(text), scope, synonyms);
  const person = personMeant(text, conversation);
  const people = person === '' ? [] : (await retriever.parse(person, scope, synonyms)).concepts;
  const earlier = previousTurn(text, conversation)?.concepts ?? [];
  const statistics = await retriever.statistics([...own.concepts, ...earlier], scope);
  return understand(text, conversation, { own, people, statistics });
}
