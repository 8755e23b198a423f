/** A button that expired, was forged or was copied to another channel. */
export const NOT_GOOD = 'This button is too old, or does not belong here. Ask again with /ask or /brief.';

/** The second time that someone gives the same rating. */
export const RATED_BEFORE = 'You said so already. Thank you.';

/** A message without words, on which a message menu was used. */
export const NO_TEXT = 'This message has no text to look for. Choose one with words in it.';

/** In place of a reply that has no lines. */
export const NOTHING_TO_SHOW = 'There is nothing to show.';

/** In place of an excerpt that fits no message, which is shown whole or not at all; its citation follows. */
export function formatTooLong(excerpt: string): string {
  return `An excerpt of ${excerpt.length} characters is too long to be shown here:`;
}
