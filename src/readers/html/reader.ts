import { decodeText } from '../../core/corpus/decode.ts';
import { UNKNOWN } from '../../core/corpus/document.ts';
import { refuseUnreadable } from '../../core/corpus/readable-text.ts';
import type { DocumentReader } from '../../core/corpus/reader.ts';
import { declaredCharset } from './charset.ts';

/** Reads a web page as its article, without what the page wraps around it. Nothing in it is run or fetched. */
export const htmlReader: DocumentReader = {
  format: 'html',
  accepts: (name) => /\.(?:html?|xhtml)$/i.test(name),
  read: async (bytes) => {
    const [{ scanPage }, { readArticle }, { statedMetadata }] = await Promise.all([
      import('./page.ts'),
      import('./article.ts'),
      import('./metadata.ts'),
    ]);
    const page = scanPage(await decodeText(bytes, declaredCharset(bytes)));
    const embedded = statedMetadata(page.facts);
    const { title, text } = readArticle(page, embedded.title);
    refuseUnreadable(text);
    return { title, text, metadata: UNKNOWN, embedded };
  },
};
