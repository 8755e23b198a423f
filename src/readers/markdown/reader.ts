import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';

/** Reads the text that Markdown shows; front matter states what is known about the document. */
export const markdownReader: DocumentReader = {
  format: 'markdown',
  accepts: (name) => /\.(?:md|mdx|markdown)$/i.test(name),
  read: async (bytes, name) => {
    const [{ parseFrontMatter }, { prepareSource }, { markdownText }] = await Promise.all([
      import('../clean/front-matter.ts'),
      import('./prepare-source.ts'),
      import('./markdown-text.ts'),
    ]);
    const { metadata, body, omissions } = await parseFrontMatter(await decodeText(bytes));
    const { title, text } = markdownText(prepareSource(body, /\.mdx$/i.test(name)), metadata.title);
    refuseUnreadable(text);
    return { title, text, metadata, omissions };
  },
};
