import type { Posted, Poster } from '../../src/core/delivery/poster.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import type { PosterDriver } from './poster-driver.ts';
import { quoted } from './scripted-chat.ts';

/** A poster on this machine, and what it has written. */
export interface LocalPosting {
  readonly poster: Poster;
  readonly channel: ChannelAddress;
  /** Everything in a channel, as text. */
  read(channel: ChannelAddress): string;
  /** The keys of the posts, unless the text contains them as `edition <key>`. */
  keys?(): readonly string[];
  /** There is no other channel. */
  readonly single?: true;
}

const LOCAL = 'there is no network in between';

/** Drives a poster that writes on this machine. */
export function openLocalDriver({ poster, channel, read, keys, single }: LocalPosting): PosterDriver {
  let requests = 0;
  const counting: Poster = {
    ...poster,
    post(request) {
      if (request.mayStillSend()) requests++;
      return poster.post(request);
    },
  };
  return {
    ...{ poster: counting, channel, person: 'local' },
    cannot: {
      ...{
        'refuse-connection': LOCAL,
        'time-out-before-accepting': LOCAL,
        'time-out-after-accepting': LOCAL,
      },
      ...{
        'break-after-headers': LOCAL,
        'server-error-before': LOCAL,
        'server-error-after-accepting': LOCAL,
      },
      ...{ 'garbage-answer': LOCAL, 'too-many-requests': LOCAL, 'channel-gone': LOCAL, closed: LOCAL },
      ...{ 'bad-token': LOCAL, 'time-out': LOCAL, 'server-error': LOCAL },
      ...{
        chatter: 'nobody else writes there',
        tell: 'nobody is told there',
        buttons: 'text has no buttons',
      },
      ...(single ? { channels: 'there is no other channel' } : {}),
    },
    addChannels: (count) =>
      Array.from({ length: count }, (_, at) => ({ ...channel, channel: `other-${at}` })),
    posted(where = channel) {
      const text = read(where);
      const found = keys?.() ?? [...text.matchAll(/edition ([a-z2-7]{25})/g)].map(([, key = '']) => key);
      return found.map((key) => ({
        messageId: key,
        key,
        text,
        links: [...text.matchAll(/https?:\S+/g)].map(String),
        buttons: [],
      }));
    },
    trouble: async () => undefined,
    troubleLookup: () => undefined,
    mend: async () => undefined,
    chatter: () => undefined,
    requests: () => requests,
    told: () => [],
    refusePrivate: () => undefined,
    complaints: () => [],
    close: async () => undefined,
  };
}

/** Posts one excerpt. */
export function postTo(poster: Poster, channel: ChannelAddress): Promise<Posted> {
  const message = quoted(['The ferry to the island will cost ten crowns.']);
  return poster.post({ channel, message, key: 'abcdefghijklmnopqrstuvw23', mayStillSend: () => true });
}
