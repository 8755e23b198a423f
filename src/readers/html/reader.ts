import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { declaredCharset } from './charset.ts';
import { markupText } from './markup-text.ts';
import { readTemplate } from './template.ts';

/** Reads the article of a web page, without what the page wraps around it. Nothing in it is run or fetched. */
export const htmlReader: DocumentReader = {
  format: 'html',
  accepts: (name) => /\.(?:html?|xhtml)$/i.test(name),
  read: async (bytes) => {
    const source = await readTemplate(await decodeText(bytes, declaredCharset(bytes)));
    const [{ scanPage }, { readArticle }, { statedMetadata, statedUpdate }] = await Promise.all([
      import('./page.ts'),
      import('./article.ts'),
      import('./metadata.ts'),
    ]);
    const page = scanPage(source.body);
    const embedded = statedMetadata(page.facts);
    const { title, text } = readArticle(page, source.metadata.title ?? embedded.title);
    refuseUnreadable(text);
    const { metadata, omissions } = source;
    return { title, text, metadata, embedded, updated: statedUpdate(page.facts), omissions };
  },
  readWhole: async (bytes) => {
    const { body } = await readTemplate(await decodeText(bytes, declaredCharset(bytes)));
    return markupText(body);
  },
};
