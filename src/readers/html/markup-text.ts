/** The text of markup that is no web page, such as the body of a mail: all of it, in paragraphs. Nothing in it is run or fetched. */
export async function markupText(source: string): Promise<string> {
  const [{ scanPage }, { markupLines }] = await Promise.all([import('./page.ts'), import('./lines.ts')]);
  return markupLines(scanPage(source).markup);
}
