import type { Body } from '../json.ts';
import type { Message, View } from './world.ts';

/** How an envelope was acknowledged. */
export interface Acknowledgement {
  /** Milliseconds since it was sent. */
  readonly ms: number;
  readonly payload: Body;
}

/** What users did and the bot was told, and what came of it. */
export interface Pending {
  /** What was done, in words: `/brief`, `the click on more`. */
  readonly name: string;
  readonly userId: string;
  readonly channelId?: string | undefined;
  /** The thread that it was done in. */
  threadTs?: string | undefined;
  readonly at: number;
  /** The message that it was done by. */
  messageTs?: string | undefined;
  readonly replies: Message[];
  acknowledgement?: Acknowledgement;
  view?: View;
  readonly heard: Listeners;
}

/** What a waiting test is told. */
export interface Listeners {
  readonly acknowledged: ((acknowledgement: Acknowledgement) => void)[];
  /** Why there will never be an acknowledgement. */
  readonly failed: ((reason: string) => void)[];
  readonly replied: ((message: Message) => void)[];
  readonly viewed: ((view: View) => void)[];
}

/** Makes what was done, with nothing come of it yet. */
export function createPending(
  given: Pick<Pending, 'name' | 'userId' | 'at'> &
    Partial<Pick<Pending, 'channelId' | 'threadTs' | 'messageTs'>>,
): Pending {
  return { ...given, replies: [], heard: { acknowledged: [], failed: [], replied: [], viewed: [] } };
}

/** Notes a reply, new or changed. */
export function noteReply(pending: Pending, message: Message): void {
  const at = pending.replies.findIndex(({ ts }) => ts === message.ts);
  if (at < 0) pending.replies.push(message);
  else pending.replies[at] = message;
  for (const tell of pending.heard.replied.splice(0)) tell(message);
}

/** Notes a view that was opened, changed or published. */
export function noteView(pending: Pending, view: View): void {
  pending.view = view;
  for (const tell of pending.heard.viewed.splice(0)) tell(view);
}

/** Notes the acknowledgement; only the first one counts. */
export function noteAcknowledgement(pending: Pending, acknowledgement: Acknowledgement): void {
  if (pending.acknowledgement) return;
  pending.acknowledgement = acknowledgement;
  for (const tell of pending.heard.acknowledged.splice(0)) tell(acknowledgement);
}
