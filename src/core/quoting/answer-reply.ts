import type { Audience } from '../library/audience.ts';
import type { DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { type Narrowing, narrowScope } from '../library/documents/narrowing.ts';
import type { Library, Scope } from '../library/library.ts';
import type { Topic } from '../library/topics/topic.ts';
import { countDocuments, nothingAnswers } from '../replies/coverage.ts';
import { joinNotes, narrowedLine } from '../replies/narrowed-line.ts';
import type { AnswerReply, NothingReply } from '../replies/reply.ts';
import { formatDate } from '../text/format-date.ts';
import { tellUnknown } from '../text/tell-unknown.ts';
import { UserError } from '../text/user-error.ts';
import { type AnswerOptions, answerRetrieval, type Findings, findAnswer } from './answer.ts';
import { answerFromAbove } from './answer-above.ts';
import { answerId, audienceKey } from './answer-id.ts';
import type { AnswerType } from './answer-type.ts';
import { documentsOf } from './candidate.ts';
import { cite } from './citations.ts';
import { ALL_PASSAGES } from './everything.ts';
import { ANSWER_BUDGETS, type AnswerLength, type ExcerptBudget } from './excerpt-budget.ts';
import { answerLiterally } from './literal-answer.ts';
import type { Question, Turn } from './question.ts';
import { copiesOfQuoted } from './quoted-copies.ts';
import type { QuotedPlace } from './quoted-place.ts';
import type { Retriever } from './retriever.ts';

/** What an answer is composed for. */
export interface AnswerRequest extends Pick<AnswerOptions, 'shown' | 'onlyNew'> {
  readonly question: Question;
  /** Its collections are the only ones searched; null: all that the audience may read. */
  readonly topic: Topic | null;
  /** The turns of the conversation before this question. */
  readonly turns: readonly Turn[];
  readonly audience: Audience;
  /** The conversation's id. */
  readonly conversation: string;
  /** `1m` if absent. */
  readonly length?: AnswerLength | undefined;
  /** What it keeps to; absent: nothing but its topic's collections. */
  readonly narrowing?: Narrowing | null | undefined;
}

/** Composes the reply to a question that has been parsed. */
export async function composeAnswerReply(
  retriever: Retriever,
  library: Library,
  request: AnswerRequest,
): Promise<AnswerReply | NothingReply> {
  const { question, topic, audience, turns, shown, onlyNew, narrowing = null } = request;
  const whole = library.scopeFor(audience);
  const reader = { audience, collections: topic?.collections ?? null };
  const { scope, narrowed } = await narrowScope(library, reader, narrowing);
  const found = await searchAnswer(retriever, scope, request);
  const { text } = question.turn;
  const asked = [text, topic?.name, audienceKey(audience), turns, shown, onlyNew, whole.version];
  const id = answerId([...asked, ...optionParts(request)]);
  const coverage = narrowed ? scope.coverage : whole.coverage;
  const line = narrowedLine({ narrowing, narrowed, coverage });
  const excerpts = found.quotations.map(({ excerpt }) => excerpt);
  const documents = await library.load(new Set([...found.near, ...documentsOf(excerpts)]));
  const loaded = { documents, tokenize: await retriever.tokenizer() };
  const { points, sources } = cite(found.quotations, copiesOfQuoted(excerpts, found.near, loaded, 'refused'));
  const common = {
    ...{ id, topic: topic?.name ?? null, question: text, sources },
    ...{ conversation: request.conversation, command: 'ask', coverage },
    ...{ unknownWords: await tellUnknown(found.unknownWords, text), more: found.more },
  };
  if (found.answered) return { ...common, kind: 'answer', points, note: joinNotes(totalNote(found), line) };
  const unsaid = found.isAbove ? unsaidAbove(question.turn.kind, documents) : null;
  const note = unsaid ?? (line === null ? null : joinNotes(nothingAnswers(coverage), line));
  return { ...common, kind: 'nothing', nearest: points, headline: null, note };
}

// What the kinds of fact are asked with, as far as a question can point with them.
const ASKED_WITH: Partial<Readonly<Record<AnswerType, string>>> = {
  ...{
    who: 'who',
    when: 'when',
    where: 'where',
    reason: 'why',
    names: 'which',
    number: 'how many',
    count: 'how many',
  },
  ...{ duration: 'how long', frequency: 'how often', share: 'what share', money: 'how much' },
};

/** Says that what was quoted leaves something open; of a time, what is known of its documents. */
function unsaidAbove(kind: AnswerType, documents: ReadonlyMap<DocumentId, IndexedDocument>): string {
  const [asked = 'it', ...dates] = [
    ASKED_WITH[kind],
    ...new Set([...documents.values()].flatMap(({ document }) => document.published ?? [])),
  ];
  const unsaid = `Neither the excerpts above nor the sentences beside them say ${asked}.`;
  if (kind !== 'when' || dates.length !== 1) return unsaid;
  return `${unsaid} Their document is dated ${formatDate(dates[0] ?? '')}.`;
}

/** Says how much is relevant in all: `In all, 31 excerpts from 4 documents are relevant.` */
function totalNote({ total }: Findings): string | null {
  if (!total) return null;
  const excerpts = total.excerpts === 1 ? '1 excerpt' : `${total.excerpts} excerpts`;
  return `In all, ${excerpts} from ${countDocuments(total)} ${total.excerpts === 1 ? 'is' : 'are'} relevant.`;
}

/** What an answer's id hashes of its options; nothing if it has none, so that it keeps the id it always had. */
function optionParts({ length = '1m', narrowing = null, question }: AnswerRequest): readonly unknown[] {
  const { period } = question.turn; // “last year” changes from year to year
  const options = length === '1m' && narrowing === null ? [] : [length, narrowing];
  return period ? [...options, period] : options;
}

/** Searches a scope for what answers a question. */
export async function searchAnswer(
  retriever: Retriever,
  scope: Scope,
  {
    question,
    shown,
    onlyNew,
    length = '1m',
    budget = ANSWER_BUDGETS[length],
  }: Pick<AnswerRequest, 'question' | 'shown' | 'onlyNew' | 'length'> & {
    readonly budget?: ExcerptBudget; // that of the length if absent
  },
): Promise<Findings> {
  const { above } = question;
  const told =
    above && !onlyNew ? await answerFromAbove(retriever, scope, { question, above, budget }) : null;
  if (told) return told;
  const literal = await answerLiterally(retriever, scope, { question, budget, left: onlyNew ? shown : [] });
  if (literal) return literal;
  const options = { shown, onlyNew, budget, everything: length === 'all' };
  const found = await findSentences(retriever, scope, { ...options, question });
  const alone = found.answered ? null : byItself(question);
  const foundAlone = alone && (await findSentences(retriever, scope, { ...options, question: alone }));
  return foundAlone?.answered ? foundAlone : found;
}

/** The question without what was said before, which may be about something else; null if it then says too little. */
function byItself({ around, ...question }: Question): Question | null {
  const { asked } = question;
  const says = asked.concepts.filter(({ essential }) => essential).length;
  return around && says >= SAYS ? { ...question, query: asked } : null;
}

const SAYS = 2; // words that a question needs to be understood by itself

/** Searches for what answers a question, and chooses of it. */
async function findSentences(
  retriever: Retriever,
  scope: Scope,
  { question, ...options }: Omit<AnswerOptions, 'statistics'> & { readonly question: Question },
): Promise<Findings> {
  const request = {
    ...answerRetrieval(question),
    ...(question.around && !options.onlyNew && { recent: lastQuoted(options.shown) }),
    ...(options.everything && { passages: ALL_PASSAGES }),
  };
  const [[candidates = []], statistics] = await Promise.all([
    retriever.retrieve([request], scope),
    retriever.statistics(question.asked.concepts, scope),
  ]);
  return findAnswer(question, candidates, { ...options, statistics });
}

const LAST = 4; // excerpts: about one reply

function lastQuoted(shown: readonly QuotedPlace[]): ReadonlySet<DocumentId> {
  return new Set(shown.slice(-LAST).map(({ document }) => document));
}

const MAX_QUESTION = 2000; // characters; every word costs a search, and no one asks that much at once

/** Returns a question without white space around it; throws a UserError if it is empty or too long. */
export function checkQuestion(question: string, topics: readonly Topic[]): string {
  const text = question.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const about = topics[0] ? `What is said about ${topics[0].title}?` : 'What is new?';
    throw new UserError(`The question is empty. Type what you want to know, for example: ${about}`, {
      code: 'empty-question',
    });
  }
  if (text.length <= MAX_QUESTION) return text;
  throw new UserError(
    `The question has ${text.length} characters. Use at most ${MAX_QUESTION}; a few words work best.`,
    { code: 'question-too-long' },
  );
}
