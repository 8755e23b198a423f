import { beforeEach, describe, expect, test } from 'vitest';
import { type OwnTalk, startOwnTalk } from '../../fakes/own-talk.ts';

let talk: OwnTalk;

beforeEach(async () => {
  talk = await startOwnTalk();
});

const sayAll = (...lines: readonly string[]) => talk.sayAll(...lines);

describe('sources', () => {
  test('lists the documents of the newest reply under their numbers', async () => {
    const { sources } = await sayAll('/brief nato-asia');
    const reply = await sayAll('sources');
    expect(reply.kind).toBe('list');
    expect(reply.sources).toEqual(sources);
  });

  test('opens the excerpts under a number with what stands around them', async () => {
    const { points } = await sayAll('What does France think?');
    const opened = await sayAll('/sources 1');
    expect(opened.points[0]?.text).toContain(points[0]?.text);
  });

  test('refuses a number that the newest reply has not', async () => {
    expect((await sayAll('/brief nato-asia', '/sources 99')).problem).toMatchObject({
      code: 'unknown-citation',
    });
  });
});
