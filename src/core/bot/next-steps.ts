import type { Reply } from '../replies/reply.ts';
import type { ChatRequest } from './invocation.ts';
import type { ButtonAction } from './signed-actions.ts';

/** A step that can be taken from a reply: what its button says, and does. */
export interface Step {
  readonly label: string;
  readonly action: ButtonAction;
}

/** What the steps depend on besides the reply. */
export interface Offer {
  /** The next page, where the reply does not fit one message. */
  readonly next: ButtonAction | null;
  /** Only whoever asked sees it. */
  readonly forAsker: boolean;
  /** Others would see it if it were shared. */
  readonly shareable: boolean;
  /** A thread can be opened from it. */
  readonly threads: boolean;
}

/** The steps that can be taken from a reply, in the order of their buttons. */
export function nextSteps(reply: Reply, { next, forAsker, shareable, threads }: Offer): readonly Step[] {
  const { id: answer, kind, topic, more, points, confirm } = reply;
  if (confirm) return [step(confirm.label, { kind: 'again', ...confirm, page: 1 })];
  const page = next ? [step('More', next)] : [];
  if (answer === null || !isFollowed(reply)) return page;
  const isTimeline = points.some(({ date }) => date !== null);
  const steps: readonly (Step | false)[] = [
    ...(!next && more ? [step('More', { kind: 'more', answer })] : page),
    points.length + reply.nearest.length > 0 && step('Sources', { kind: 'sources', answer }),
    topic !== null && kind === 'brief' && !isTimeline && step('Timeline', { kind: 'timeline', topic }),
    kind !== 'search' && step('Ask', { kind: 'ask', answer }),
    forAsker && shareable && step('Share', { kind: 'share', answer }),
    !forAsker && threads && step('Thread', { kind: 'thread', answer }),
  ];
  return steps.filter((each) => each !== false);
}

/** Says whether a reply is one that people go on from, and have an opinion of. */
export function isFollowed({ id, kind, command }: Reply): boolean {
  return id !== null && command !== 'sources' && FOLLOWED.has(kind);
}

const FOLLOWED: ReadonlySet<Reply['kind']> = new Set(['brief', 'digest', 'answer', 'search', 'nothing']);

/** The deed that shows another page of a reply: an answer that is kept is opened again, anything else is asked again. */
export function pageOf({ id, command }: Reply, request: ChatRequest, page: number): ButtonAction {
  if (id !== null && command !== 'sources') return { kind: 'page', answer: id, page };
  return request.kind === 'command'
    ? { kind: 'again', command: request.command, options: request.options, page }
    : { kind: 'again', command, options: {}, page };
}

function step(label: string, action: ButtonAction): Step {
  return { label, action };
}
