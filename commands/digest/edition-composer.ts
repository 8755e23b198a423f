import type { ComposeFor } from '../../src/core/bot/spelling.ts';
import type { AnswerStore } from '../../src/core/conversations/answer-store.ts';
import { afterTurn, NEW_CONVERSATION, withOptions } from '../../src/core/conversations/conversation.ts';
import type { ConversationStore } from '../../src/core/conversations/conversation-store.ts';
import { sealReply } from '../../src/core/conversations/sealing.ts';
import type { ComposedEdition, EditionComposer } from '../../src/core/delivery/composer.ts';
import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { DocumentVersion } from '../../src/core/library/versions/first-sight-store.ts';
import { parseEditionContent } from '../../src/core/news/edition-content.ts';
import { topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { type Edition, isExtra } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { createAlertWatch, isTopicKept } from './alert-watch.ts';
import { type ChannelNewsPorts, channelAudience } from './channel-news.ts';
import { formatAllIsWell, formatFooter, formatNothing } from './digest-lines.ts';
import { type Draft, draftDigest, narrowingOf } from './draft-digest.ts';

/** What editions are composed from. */
export interface EditionComposerPorts extends ChannelNewsPorts {
  readonly retriever: Retriever;
  readonly answers: AnswerStore;
  readonly conversations: ConversationStore;
  readonly composeFor: ComposeFor;
  /** Whether a platform runs on this machine. */
  isLocal(platform: string): boolean;
  now(): Date;
  /** Milliseconds that only grow, whatever the clock does. */
  elapsed(): number;
}

/** Creates what composes the editions that delivery posts. */
export function createEditionComposer(ports: EditionComposerPorts): EditionComposer {
  const { answers, conversations, isLocal, now } = ports;
  return {
    async compose(edition, subscription) {
      const audience = channelAudience(edition.channel, isLocal(edition.channel.platform));
      const due = isExtra(edition) ? null : edition.due;
      const again = edition.intentAt === null ? null : versionsIn(edition);
      const draft = await draftDigest(ports, { subscription, audience, key: edition, due, again, at: now() });
      if (!draft) return withoutTopic(ports, subscription);
      if (draft.kind === 'nothing') return composeQuiet(ports, edition, { subscription, draft });
      await keepReply(ports, draft, { audience, subscription });
      return toMessage(ports, audience, draft);
    },
    waiting: createAlertWatch(ports),
    async posted(edition, conversation) {
      const answer = await answers.get(edition.channel, editionAnswerId(edition));
      if (!answer?.said) return;
      const audience = { ...answer.audience, local: isLocal(edition.channel.platform) };
      await conversations.set(audience, conversation, answer.said, now());
    },
  };
}

/** A removed topic pauses its digest; one that only this channel may not read now may become readable again. */
function withoutTopic({ library }: EditionComposerPorts, { topic }: Subscription): ComposedEdition {
  const isKept = isTopicKept(library, topic);
  return { kind: 'failed', reason: `there is no topic ${topic} for this channel`, pauses: !isKept };
}

/** The versions that an edition was to be posted with. */
function versionsIn({ content }: Edition): readonly DocumentVersion[] | null {
  const stored = parseEditionContent(content);
  if (!stored) return null;
  const shown = stored.shown.map(({ document: id, sha256 }) => ({ id, sha256 }));
  return [...stored.documents, ...shown];
}

/** Without new material, an edition is empty, unless a line says so. */
async function composeQuiet(
  ports: EditionComposerPorts,
  edition: Edition,
  { subscription, draft }: { subscription: Subscription; draft: Draft },
): Promise<ComposedEdition> {
  const { covered, content, next, reply } = draft;
  if (subscription.alert !== null) return leftAgain(draft);
  const line = isExtra(edition) ? null : await quietLine(ports.editions, subscription, draft);
  if (line === null) return { kind: 'empty', covered, content, reason: 'nothing new' };
  const footer = formatFooter({ subscription, now: covered, next, due: null, doubtful: [] });
  const audience = channelAudience(edition.channel, ports.isLocal(edition.channel.platform));
  return toMessage(ports, audience, { covered, content, reply: { ...reply, window: line, footer } });
}

/** What an alert was to post has been removed or restricted; it covers nothing, since another process may know more. */
function leftAgain({ since, covered, content }: Draft): ComposedEdition {
  return { kind: 'empty', covered: since ?? covered, content, reason: 'what came was removed or restricted' };
}

const EMPTY = 5; // empty editions in a row after which one line says that all is well
const LOOKED_AT = 4 * EMPTY; // editions; extra ones may lie between

/** The line to post when nothing is new; null to post nothing. */
async function quietLine(
  editions: Pick<EditionStore, 'list'>,
  subscription: Subscription,
  { since, lastSent, covered: now }: Pick<Draft, 'since' | 'lastSent' | 'covered'>,
): Promise<string | null> {
  if (subscription.whenEmpty === 'note') return formatNothing(since, subscription.zone, now);
  return (await wasEmptyInRow(editions, subscription))
    ? formatAllIsWell(lastSent, subscription.zone, now)
    : null;
}

async function wasEmptyInRow(
  editions: Pick<EditionStore, 'list'>,
  { channel, number }: Subscription,
): Promise<boolean> {
  const posted = await editions.list(channel, { number, states: ['sent', 'empty'], limit: LOOKED_AT });
  const latest = posted.filter((edition) => !isExtra(edition)).slice(0, EMPTY);
  return latest.length === EMPTY && latest.every(({ state }) => state === 'empty');
}

/** Stores a reply before it is posted, so that its buttons work from the first moment. */
async function keepReply(
  { retriever, library, answers }: EditionComposerPorts,
  { reply, topic, covered }: Draft,
  { audience, subscription }: { audience: Audience; subscription: Subscription },
): Promise<void> {
  if (reply.id === null) return;
  const question = await topicQuestion(retriever, library, { topic, audience });
  const narrowing = narrowingOf(subscription);
  const begun = withOptions(NEW_CONVERSATION, narrowing && { narrowing, topic: null, length: null });
  const said = afterTurn(begun, question, reply, 'points');
  const { id, conversation } = reply;
  await answers.put({ id, audience, conversation, at: covered, reply: sealReply(reply), said });
}

function toMessage(
  { composeFor }: EditionComposerPorts,
  audience: Audience,
  { reply, covered, content }: Pick<Draft, 'reply' | 'covered' | 'content'>,
): ComposedEdition {
  return { kind: 'message', message: composeFor(audience, reply), covered, content };
}
