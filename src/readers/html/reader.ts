import { UNKNOWN } from '../../core/library/document.ts';
import type { DocumentReader } from '../../core/library/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { declaredCharset } from './charset.ts';

/** Reads the article of a web page, without what the page wraps around it. Nothing in it is run or fetched. */
export const htmlReader: DocumentReader = {
  format: 'html',
  accepts: (name) => /\.(?:html?|xhtml)$/i.test(name),
  read: async (bytes) => {
    const [{ scanPage }, { readArticle }, { statedMetadata, statedUpdate }] = await Promise.all([
      import('./page.ts'),
      import('./article.ts'),
      import('./metadata.ts'),
    ]);
    const page = scanPage(await decodeText(bytes, declaredCharset(bytes)));
    const embedded = statedMetadata(page.facts);
    const { title, text } = readArticle(page, embedded.title);
    refuseUnreadable(text);
    return { title, text, metadata: UNKNOWN, embedded, updated: statedUpdate(page.facts) };
  },
};
