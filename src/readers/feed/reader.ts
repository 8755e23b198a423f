import type { FeedReader } from '../../core/collecting/feed.ts';
import { FeedProblem } from '../../core/collecting/feed.ts';
import { decodeText } from '../clean/decode.ts';
import { feedLinks } from './feed-links.ts';
import { parseDocument } from './parse-document.ts';
import { prologCharset } from './prolog.ts';
import { toUtf8 } from './to-utf8.ts';

/** Reads RSS, Atom, RDF and JSON Feed. */
export const feedReader: FeedReader = {
  async read(bytes, { address, charset }) {
    const text = await decode(bytes, charset);
    return parseDocument(text, address);
  },
  async feedsOf(page, { address, charset }) {
    return feedLinks(await decode(page, charset), address);
  },
  selfContained: toUtf8,
};

async function decode(bytes: Uint8Array, charset: string | null): Promise<string> {
  try {
    return await decodeText(bytes, charset ?? prologCharset(bytes));
  } catch (cause) {
    throw new FeedProblem('is not text', { cause });
  }
}
