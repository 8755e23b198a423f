import type { types, ViewOutput } from '@slack/bolt';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';
import type { MessageOrigin } from './message-origin.ts';
import { plain } from './rich-text.ts';

/** The name of the form for a question. */
export const FORM = 'question-form';
const FIELD = 'question';

/** What a form has to remember. Slack keeps it, and nobody can change it there. */
interface Remembered {
  readonly signed: string;
  readonly origin: Pick<MessageOrigin, 'channel' | 'thread'>;
  readonly forAsker: boolean;
}

/** A form for a question that follows up an answer. */
export function questionForm({ signed, origin: { channel, thread }, forAsker }: Remembered): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(clip('Ask the documents', LIMITS.modalTitle)),
    submit: plain('Ask'),
    private_metadata: JSON.stringify({ signed, origin: { channel, thread }, forAsker }),
    blocks: [
      {
        type: 'input',
        block_id: FIELD,
        label: plain('Your question'),
        element: {
          type: 'plain_text_input',
          action_id: FIELD,
          multiline: true,
          min_length: 2,
          max_length: 1000,
          placeholder: plain('It may follow up this answer: And China?'),
        },
      },
    ],
  };
}

/** What was typed into a form, and where it belongs; null for a form that is not ours. */
export function readForm(view: ViewOutput, who: Pick<MessageOrigin, 'team' | 'user'>) {
  try {
    const { signed, origin, forAsker } = JSON.parse(view.private_metadata) as Remembered;
    const question = view.state.values[FIELD]?.[FIELD]?.value ?? '';
    return { signed, forAsker, question, origin: { ...origin, ...who } };
  } catch {
    return null;
  }
}
