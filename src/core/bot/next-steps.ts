import { isTimeline } from '../replies/arrange-points.ts';
import { quotedPoints } from '../replies/quoted-points.ts';
import type { CommandOffer, Reply, StorableReply } from '../replies/reply.ts';
import type { ButtonAction } from './button-action.ts';
import type { ChatRequest } from './invocation.ts';

/** A step that can be taken from a reply: the label of its button, and its action. */
export interface Step {
  readonly label: string;
  readonly action: ButtonAction;
}

/** What the steps depend on besides the reply. */
export interface Offer {
  /** Shows the next page; null if the reply fits one message. */
  readonly next: ButtonAction | null;
  /** Only the asker sees the reply. */
  readonly forAsker: boolean;
  /** Others would see it if it were shared. */
  readonly shareable: boolean;
  /** A thread can be opened from it. */
  readonly threads: boolean;
  /** What only the asker sees is gone after a while, and can be kept. */
  readonly fades?: boolean;
}

/** Returns the steps that can be taken from a reply, in the order of their buttons. */
export function nextSteps(reply: Reply, offer: Offer): readonly Step[] {
  if (reply.kind === 'note' && reply.confirm) return [offered(reply.confirm)];
  if (reply.kind === 'list' && reply.offers && !offer.next) return reply.offers.map(offered);
  const page = offer.next ? [step('More', offer.next)] : [];
  if (!isFollowed(reply)) return page;
  const { id: answer } = reply;
  const steps: readonly (Step | false)[] = [
    ...(!offer.next && reply.more ? [step('More', { kind: 'more', answer })] : page),
    quotedPoints(reply).length > 0 && step('Sources', { kind: 'sources', answer }),
    reply.kind === 'brief' &&
      reply.topic !== null &&
      !isTimeline(reply) &&
      step('Timeline', { kind: 'timeline', topic: reply.topic }),
    reply.kind !== 'search' && step('Ask', { kind: 'ask', answer }),
    offer.forAsker && offer.shareable && step('Share', { kind: 'share', answer }),
    offer.forAsker && offer.shareable && offer.fades === true && step('Keep', { kind: 'keep', answer }),
    !offer.forAsker && offer.threads && step('Thread', { kind: 'thread', answer }),
  ];
  return steps.filter((each) => each !== false);
}

/** Returns the steps by which a reply is rated; none if people have no opinion of it. */
export function ratingSteps(reply: Reply): readonly Step[] {
  if (!isFollowed(reply)) return [];
  const { id: answer } = reply;
  return [step('👍', { kind: 'up', answer }), step('👎', { kind: 'down', answer })];
}

/** A reply that people continue from, and have an opinion of. */
export type FollowedReply = StorableReply & { readonly id: string };

/** Whether people continue from a reply: it is stored, and no list of sources. */
export function isFollowed(reply: Reply): reply is FollowedReply {
  switch (reply.kind) {
    case 'brief':
    case 'answer':
    case 'digest':
    case 'search':
    case 'nothing':
      return reply.id !== null && reply.command !== 'sources';
    case 'list':
    case 'note':
    case 'error':
      return false;
  }
}

/** Returns the action that shows another page of a reply: it opens a stored answer again, or runs the request again. */
export function pageOf(reply: Reply, request: ChatRequest, page: number): ButtonAction {
  const { command } = reply;
  const id = reply.kind === 'error' ? null : reply.id;
  if (id !== null && command !== 'sources') return { kind: 'page', answer: id, page };
  return request.kind === 'command'
    ? { kind: 'again', command: request.command, options: request.options, page }
    : { kind: 'again', command, options: {}, page };
}

function offered({ label, command, options }: CommandOffer): Step {
  return step(label, { kind: 'again', command, options, page: 1 });
}

function step(label: string, action: ButtonAction): Step {
  return { label, action };
}
