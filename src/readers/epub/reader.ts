import { UNKNOWN } from '../../core/library/documents/document.ts';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { readStyleClasses } from '../clean/style-classes.ts';
import type { Block } from '../office/blocks.ts';
import { composeText } from '../office/compose-text.ts';
import { openZip } from '../office/zip-directory.ts';

/** Reads the chapters of a book in their order, without its cover and navigation. */
export const epubReader: DocumentReader = {
  format: 'epub',
  accepts: (name) => /\.epub$/i.test(name),
  read: async (bytes) => {
    const entries = openZip(bytes, 'EPUB book');
    const [{ openBook }, { readChapter }, { withStyles }, { parseMarkup }] = await Promise.all([
      import('./book.ts'),
      import('./chapter.ts'),
      import('./styled.ts'),
      import('../office/xml.ts'),
    ]);
    const book = openBook(entries);
    if (book === null)
      throw unreadable('is not a readable EPUB book (damaged, or another format); save it again');
    if (isLocked(entries.get('META-INF/encryption.xml')?.()))
      throw unreadable('is protected against copying (DRM); get a copy without protection');
    const styles = readStyleClasses(book.styles);
    const blocks: Block[] = [];
    for (const chapter of book.chapters)
      blocks.push(...readChapter(withStyles(parseMarkup(await decodeText(chapter)), styles)));
    const text = composeText(blocks);
    refuseUnreadable(text);
    return { title: null, text, metadata: UNKNOWN, embedded: book.metadata };
  },
};

/** Whether more than fonts is encrypted. */
function isLocked(list: Uint8Array | undefined): boolean {
  return /CipherReference\s[^>]{0,500}URI="[^"]{1,500}\.(?:x?html?|xml)"/i.test(
    Buffer.from(list ?? []).toString('utf8'),
  );
}
