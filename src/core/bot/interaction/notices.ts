import { hint } from '../../text/hint.ts';
/** A button that expired, was forged or was copied to another channel. */
export const BUTTON_INVALID = `This button has expired or does not work here. Ask again with ${hint('ask')} or ${hint('brief')}.`;

/** The second time that someone gives the same rating. */
export const RATED_BEFORE = 'You already gave this feedback. Thank you.';

/** A message without words, on which a message menu was used. */
export const NO_TEXT = 'This message has no text to search for. Choose one with text.';

/** In place of an answer after a defect. */
export const DEFECT = 'Dossier hit an internal error and logged it for your administrator. Try again later.';

/** In place of a reply that has no lines. */
export const NOTHING_TO_SHOW = 'Nothing to show.';

/** In place of an excerpt that fits no message, which is shown whole or not at all; its citation follows. */
export function formatTooLong(excerpt: string): string {
  return `This excerpt is too long to show here (${excerpt.length} characters):`;
}
