import { describe, expect, test } from 'vitest';
import { tellOfTrouble } from '../../src/app/tell-of-trouble.ts';
import type { AddedBy, FollowedSource } from '../../src/core/collecting/source.ts';
import type { Poster } from '../../src/core/delivery/poster.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';

const SOURCE: FollowedSource = {
  ...{
    id: 'a',
    collection: 'news' as CollectionId,
    kind: 'feed',
    url: 'https://pier.example/feed',
    title: 'Pier Weekly',
  },
  ...{
    full: 'auto',
    keep: 'always',
    every: null,
    by: null,
    address: 'https://pier.example/feed',
    etag: null,
  },
  ...{ lastModified: null, feedTitle: null, interval: null, lookedAt: null, changedAt: null, failures: 10 },
  ...{ failingSince: new Date('2024-05-06T12:00:00Z'), problem: 'cannot be reached', next: null },
  since: new Date('2024-05-01T12:00:00Z'),
};
const TEXT =
  'Pier Weekly, which the collection news follows, has failed since 6 May 2024: it cannot be reached. It is no longer looked at by itself.';

async function tell(
  by: FollowedSource['by'],
  reach: (user: string) => Promise<boolean>,
  managers: readonly AddedBy[] = [],
) {
  const [told, reported]: [string[], string[]] = [[], []];
  const poster: Pick<Poster, 'platform' | 'tell'> = {
    platform: 'chat',
    async tell({ workspace }, user, text) {
      const isTold = await reach(user);
      if (isTold) told.push(`${workspace} ${user} ${text}`);
      return isTold;
    },
  };
  const posters = [poster as Poster];
  const report = ({ message }: Error) => void reported.push(message);
  await tellOfTrouble({ posters, managersOf: async () => managers, report }, { ...SOURCE, by });
  return { told, reported };
}

const ADA = { platform: 'chat', workspace: 'W1', user: 'ada' };

describe('a source that keeps failing', () => {
  test('is told of to whoever added it', async () => {
    expect(await tell(ADA, async () => true)).toEqual({ told: [`W1 ada ${TEXT}`], reported: [] });
  });

  test.each<[string, FollowedSource['by']]>([
    ['nobody added it', null],
    ['whoever did cannot be told', ADA],
  ])('is told of to the managers of its collection if %s', async (_name, by) => {
    const managers = ['tom', 'mia', 'a role'].map((user) => ({ ...ADA, user }));
    const reach = async (user: string) => user !== 'ada' && user !== 'a role';
    expect(await tell(by, reach, managers)).toEqual({
      told: [`W1 tom ${TEXT}`, `W1 mia ${TEXT}`],
      reported: [],
    });
  });

  test.each<[string, FollowedSource['by'], () => Promise<boolean>]>([
    ['nobody added it', null, async () => true],
    ['its person was forgotten', { ...ADA, user: '' }, async () => true],
    ['its platform does not run here', { ...ADA, platform: 'other' }, async () => true],
    ['its person cannot be told', ADA, async () => false],
    ['its platform fails', ADA, () => Promise.reject(new Error('down'))],
  ])('is told of in the log if %s', async (_name, by, reach) => {
    expect(await tell(by, reach)).toEqual({ told: [], reported: [TEXT] });
  });
});
