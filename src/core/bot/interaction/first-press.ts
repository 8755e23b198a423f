import type { Workspace } from '../../library/audience.ts';
import type { Chat } from '../chat-adapter.ts';

/** What a person is told who presses a button that somebody has just pressed. */
export const JUST_PRESSED = 'This was pressed a moment ago. What it shows is below.';

/** A press of a button: which one, under which message, and when. */
export interface Press {
  readonly workspace: Workspace;
  /** The same for each press of this button under this message. */
  readonly button: string;
  readonly at: Date;
}

const WINDOW = 10_000; // milliseconds

/** Whether nobody pressed a button in the last seconds, in any process: of several presses at once it is true for one. */
export async function isFirstPress(
  chat: Pick<Chat, 'claim'>,
  { workspace, button, at }: Press,
): Promise<boolean> {
  const part = Math.floor(at.valueOf() / WINDOW);
  const claim = (nth: number) => chat.claim(workspace, `press ${nth} ${button}`);
  return (await claim(part)) && claim(part + 1); // the next part too, or two at its start would both be first
}
