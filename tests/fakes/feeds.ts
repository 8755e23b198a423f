/** An item of a made feed; what is left out is not in it. */
export interface MadeItem {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly date?: string;
  /** As HTML. */
  readonly content?: string;
  readonly description?: string;
}

/** An RSS feed of these items. */
export function rss(items: readonly MadeItem[], { title = 'Harbour Gazette', more = '' } = {}): string {
  const made = items.map(({ id, title: heading, link, date, content, description }) => {
    const parts = [
      element('guid', id),
      element('title', heading),
      element('link', link),
      element('pubDate', date),
      element('description', description),
      element('content:encoded', content),
    ];
    return `<item>${parts.join('')}</item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${more}${made.join('')}</channel></rss>`;
}

function element(name: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<${name}>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`;
}

/** Text that is long enough to be a whole article. */
export function article(about: string): string {
  const paragraph = `<p>${about} The harbour office said so on Thursday, and the council did not object. A ticket costs four euros, as it did in 2019.</p>`;
  return (
    paragraph +
    '<p>The county will pay for the lamp of the lighthouse, and the keeper for its glass.</p>'.repeat(3)
  );
}
