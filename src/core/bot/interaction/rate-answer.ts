import type { Workspace } from '../../library/audience.ts';
import type { ActionScope, ActionSigner } from '../action-signer.ts';
import type { ButtonAction } from '../button-action.ts';
import type { Chat } from '../chat-adapter.ts';
import type { CommandDeclaration } from '../command.ts';
import type { AnswerRequest } from './answer-request.ts';
import { RATED_BEFORE } from './notices.ts';

/** A button by which an answer is rated, or a menu of reasons. */
export type RatingAction = Extract<ButtonAction, { kind: 'up' | 'down' | 'reason' }>;

/** A person's opinion of an answer. */
export interface Rating {
  readonly action: RatingAction;
  readonly reason: string | null;
  readonly user: string;
  readonly workspace: Workspace;
}

/** How a platform makes what it shows. */
export interface RatingReplies<Shown> {
  reply(request: AnswerRequest): Promise<Shown>;
  notice(text: string): Shown;
}

/** Stores a rating once, however often its button is pressed. Returns what to show the person. */
export async function rateAnswer<Shown>(
  chat: Pick<Chat, 'claim'>,
  { action, reason, user, workspace }: Rating,
  { reply, notice }: RatingReplies<Shown>,
): Promise<Shown> {
  const rating = action.kind === 'up' ? 'up' : 'down';
  const event = ['rated', user, action.answer, rating, reason].join(' ');
  if (!(await chat.claim(workspace, event))) return notice(RATED_BEFORE);
  const options = { rating, answer: action.answer, ...(reason === null ? {} : { reason }) };
  return reply({ request: { kind: 'command', command: 'feedback', options }, forAsker: true });
}

/** The placeholder of the menu that asks why an answer is rated down. */
export const ASK_REASON = 'What is wrong?';

/** The reasons that can be chosen: those of `/feedback reason:`. */
export function ratingReasons(commands: readonly CommandDeclaration[]): readonly string[] {
  return commands.find(({ name }) => name === 'feedback')?.options.reason?.choices ?? [];
}

/** A menu of reasons: the value of its action, and what can be chosen. */
export interface ReasonsMenu {
  readonly value: string;
  readonly reasons: readonly string[];
}

/** The menu that follows a rating: it asks why an answer is rated down. Null if there is nothing to ask. */
export function reasonsFor(
  { kind, answer }: RatingAction,
  { actions, commands }: { actions: ActionSigner; commands: readonly CommandDeclaration[] },
  scope: ActionScope,
): ReasonsMenu | null {
  if (kind !== 'down') return null;
  const value = actions.sign({ kind: 'reason', answer }, scope);
  const reasons = ratingReasons(commands);
  return value === null || reasons.length === 0 ? null : { value, reasons };
}
