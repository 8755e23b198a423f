import type { Audience } from '../library/audience.ts';
import type { DocumentId } from '../library/documents/document.ts';
import type { Library } from '../library/library.ts';
import { composeNote, replyContext } from '../replies/compose-reply.ts';
import { quotedPoints } from '../replies/quoted-points.ts';
import { type OpenedReply, questionOf, type StorableReply } from '../replies/reply.ts';
import { withoutPage } from '../search/search-words.ts';
import { echo } from '../text/echo.ts';
import { hint } from '../text/hint.ts';
import { UserError } from '../text/user-error.ts';
import { type AnswerStore, mayOpen, type StoredAnswer } from './answer-store.ts';
import type { ConversationContext } from './conversation.ts';
import { type CoveragePorts, coverageNow } from './coverage-now.ts';
import {
  type ChangedExcerpt,
  changedExcerpts,
  type Readable,
  type Unsealed,
  unsealReply,
} from './sealing.ts';

/** Who asks, and in which conversation. */
export type Place = Pick<ConversationContext, 'audience' | 'conversation'>;

/** Answers given before, as far as an audience may see them. */
export interface AnswerArchive {
  /** Finds an answer of the audience's workspace; never someone else's private one. */
  find(place: Pick<Place, 'audience'>, id: string): Promise<StoredAnswer | null>;
  /** The latest answer to the person in this conversation; if there is none, the latest to anyone. */
  latest(place: Place): Promise<StoredAnswer | null>;
  /** The answers to the person in this conversation, latest first. */
  own(place: Place, limit: number): Promise<readonly StoredAnswer[]>;
  /** Reads an answer's text again: only what the audience may read, only from documents that are as they were quoted. */
  open(place: Place, answer: StoredAnswer): Promise<OpenedReply>;
  /** What an answer quoted from documents that were changed since, of those that the audience may read. */
  changed(place: Pick<Place, 'audience'>, answer: StoredAnswer): Promise<readonly ChangedExcerpt[]>;
  /** Makes an answer one of this place, for everyone who may read here. */
  share(place: Place, answer: StoredAnswer): Promise<void>;
}

/** The ports of an archive. */
export interface AnswerArchivePorts extends Pick<CoveragePorts, 'topics'> {
  readonly answers: AnswerStore;
  readonly library: Pick<Library, 'load' | 'scopeFor' | 'count'>;
}

/** Creates the archive of the answers in a store. */
export function createAnswerArchive(ports: AnswerArchivePorts): AnswerArchive {
  const { answers, library } = ports;
  const own: AnswerArchive['own'] = ({ audience, conversation }, limit) =>
    answers.list(audience, conversation, { user: audience.user, limit });
  return {
    own,
    async find({ audience }, id) {
      const found = await answers.get(audience, id);
      return found && mayOpen(found, audience) ? found : null;
    },
    async latest(place) {
      const [mine] = await own(place, 1);
      if (mine) return mine;
      const others = await answers.list(place.audience, place.conversation, { limit: MAX_PRIVATE });
      return others.find((answer) => mayOpen(answer, place.audience)) ?? null;
    },
    open: (place, answer) => openReply(ports, place, answer),
    changed: async ({ audience }, { reply }) =>
      changedExcerpts(reply, await loadReadable(library, audience, idsOf(reply))),
    share: ({ audience, conversation }, answer) => answers.put({ ...answer, audience, conversation }),
  };
}

const MAX_PRIVATE = 20; // answers to others, perhaps private, among which one is sought that may be opened

async function openReply(
  { library, topics }: AnswerArchivePorts,
  place: Place,
  answer: StoredAnswer,
): Promise<OpenedReply> {
  const { reply: sealed } = answer;
  const copies = sealed.sources.flatMap((source) => source.copies);
  const earlier = quotedPoints(sealed).flatMap((point) => point.earlier?.document ?? []);
  const readable = await loadReadable(library, place.audience, [...idsOf(sealed), ...copies, ...earlier]);
  const coverage = await coverageNow({ library, topics }, place.audience, answer);
  const context = { ...replyContext(library, place, sealed.command), coverage };
  const { reply, lost } = unsealReply({ ...withoutPaging(sealed), ...context }, readable);
  if (lost === 0) return reply;
  const note = formatLost({ reply, lost });
  return quotedPoints(reply).length === 0
    ? composeNote(context, note, { id: reply.id, question: questionOf(reply) })
    : withNote(reply, note);
}

function idsOf({ sources }: StorableReply): readonly DocumentId[] {
  return sources.map(({ document }) => document);
}

async function loadReadable(
  library: AnswerArchivePorts['library'],
  audience: Audience,
  ids: readonly DocumentId[],
): Promise<Readable> {
  const { collections } = library.scopeFor(audience);
  const loaded = await library.load(ids);
  return new Map(
    [...loaded].flatMap(([id, { document }]) =>
      collections.includes(document.collection) ? [[id, document]] : [],
    ),
  );
}

/** A search is named by its words, whichever page of it was stored. */
function withoutPaging(reply: StorableReply): StorableReply {
  return reply.kind === 'search' ? { ...reply, question: withoutPage(reply.question) } : reply;
}

function withNote(reply: StorableReply, note: string): StorableReply {
  return reply.kind === 'digest' ? { ...reply, window: note, footer: [] } : { ...reply, note };
}

function formatLost({ reply, lost }: Unsealed): string {
  if (quotedPoints(reply).length === 0) return 'What this answer quoted is no longer available.';
  const what = lost === 1 ? 'One excerpt is' : `${lost} excerpts are`;
  return `${what} left out: no longer available as quoted.`;
}

/** Finds an answer by id, or the latest here; none is a UserError. */
export async function requireAnswer(
  archive: AnswerArchive,
  place: Place,
  id: string | null,
): Promise<StoredAnswer> {
  const answer = await (id === null ? archive.latest(place) : archive.find(place, id));
  if (answer) return answer;
  if (id === null)
    throw new UserError(`Nothing has been quoted here yet. Ask a question, or type ${hint('brief')}.`, {
      code: 'nothing-quoted',
    });
  const problem = `There is no answer "${echo(id)}" here; it may have expired.`;
  throw new UserError(`${problem} Leave out the id to use the latest one.`, { code: 'unknown-answer' });
}
