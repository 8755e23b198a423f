import { requestFor } from '../action-request.ts';
import type { ButtonAction } from '../button-action.ts';
import type { AnswerRequest } from './answer-request.ts';
import type { RatingAction } from './rate-answer.ts';

/** What a platform does for the buttons, menus and forms under its messages. */
export interface ActionHandlers {
  /** Opens the form for a question that follows up an answer. */
  openForm(): Promise<void>;
  /** Opens a thread under an answer. */
  openThread(answer: string): Promise<void>;
  rate(action: RatingAction): Promise<void>;
  /** Sends a person what only they see, so that it stays. */
  keep(request: AnswerRequest): Promise<void>;
  /** Shows the reply to a request. */
  answer(request: AnswerRequest): Promise<void>;
}

/** Does what a button stands for. Its reply is shown to those who see the message under which it is. */
export function performAction(
  action: ButtonAction,
  { forAsker }: { readonly forAsker: boolean },
  handlers: ActionHandlers,
): Promise<void> {
  switch (action.kind) {
    case 'ask':
      return handlers.openForm();
    case 'thread':
      return handlers.openThread(action.answer);
    case 'up':
    case 'down':
    case 'reason':
      return handlers.rate(action);
    case 'keep':
      return handlers.keep(requestFor(action, forAsker));
    case 'page':
    case 'again':
    case 'timeline':
    case 'more':
    case 'sources':
    case 'share':
      return handlers.answer(requestFor(action, forAsker));
  }
}
