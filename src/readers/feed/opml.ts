import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { FeedProblem } from '../../core/collecting/feed.ts';
import { decodeText } from '../clean/decode.ts';
import { declaresEntities } from './entities.ts';
import { oneLine } from './plain-text.ts';
import { prologCharset } from './prolog.ts';

type Outline = Opml.Outline<string>;

/** A feed in a list of feeds. */
export interface OutlinedFeed {
  readonly url: string;
  readonly title: string | null;
}

/** Lists the feeds of an OPML file, in whatever folders they are. Rejects with a FeedProblem if it is none. */
export async function readOpml(bytes: Uint8Array): Promise<readonly OutlinedFeed[]> {
  const text = await decodeText(bytes, prologCharset(bytes));
  if (declaresEntities(text)) throw new FeedProblem('declares entities, which no list of feeds needs');
  try {
    return (parseOpml(text).body?.outlines ?? []).flatMap(feedsIn);
  } catch (cause) {
    throw new FeedProblem('is not OPML', { cause });
  }
}

function feedsIn({ xmlUrl, title, text, outlines = [] }: Outline): OutlinedFeed[] {
  const own = oneLine(xmlUrl);
  const feed =
    own === null
      ? []
      : [
          {
            url: own,
            title: [title, text].map(oneLine).find((each) => each !== null && each !== own) ?? null,
          },
        ];
  return [...feed, ...outlines.flatMap(feedsIn)];
}

/** Writes feeds as an OPML file, a folder for each group. */
export function writeOpml(groups: ReadonlyMap<string, readonly OutlinedFeed[]>): string {
  const outlines = [...groups].map(([group, feeds]) => ({
    text: group,
    outlines: feeds.map(({ url, title }) => ({ type: 'rss', text: title ?? url, xmlUrl: url })),
  }));
  return `${generateOpml({ head: { title: 'Dossier' }, body: { outlines } })}\n`;
}
