import type { DocumentReader } from '../../core/library/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';

/** Reads the text that Markdown shows; YAML front matter states what is known about the document. */
export const markdownReader: DocumentReader = {
  format: 'markdown',
  accepts: (name) => /\.(?:md|markdown)$/i.test(name),
  read: async (bytes) => {
    const [{ parseFrontMatter }, { markdownText }] = await Promise.all([
      import('./front-matter.ts'),
      import('./markdown-text.ts'),
    ]);
    const { metadata, body } = parseFrontMatter(await decodeText(bytes));
    const { title, text } = markdownText(body, metadata.title);
    refuseUnreadable(text);
    return { title, text, metadata };
  },
};
