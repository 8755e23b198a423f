import { wellFormed } from '../../core/text/clip.ts';

/** Text in which Slack finds nothing to format, link or ping: `&`, `<` and `>` are all that it reads (docs, Formatting). */
export function escapeText(text: string): string {
  return wellFormed(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
