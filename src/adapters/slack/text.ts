/** Text in which Slack finds nothing to format, link or ping: `&`, `<` and `>` are all that it reads (docs, Formatting). */
export function escapeText(text: string): string {
  return text.toWellFormed().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What people typed: Slack escapes three characters and marks up what it recognises. */
export function unescapeText(text: string): string {
  return text
    .replace(/<[#@!][^>|]*\|([^>]*)>/g, '$1')
    .replace(/<[#@!][^>]*>/g, ' ')
    .replace(/<([^>|]+)\|([^>]*)>/g, '$2')
    .replace(/<([^>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
