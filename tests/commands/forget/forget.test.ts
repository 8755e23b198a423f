import { beforeEach, describe, expect, test } from 'vitest';
import { type OwnTalk, startOwnTalk } from '../../fakes/own-talk.ts';

let talk: OwnTalk;

beforeEach(async () => {
  talk = await startOwnTalk();
});

const sayAll = (...lines: readonly string[]) => talk.sayAll(...lines);

describe('new', () => {
  test('replies with a note', async () => {
    expect(await sayAll('What does France think?', 'new')).toMatchObject({ kind: 'note', command: 'new' });
  });

  test('forgets what was asked', async () => {
    const fresh = await sayAll('And China?');
    expect(await sayAll('new', 'What does France think?', 'new', 'And China?')).toEqual(fresh);
  });

  test('forgets what was shown', async () => {
    const first = await sayAll('What does France think?');
    expect(await sayAll('new', 'What does France think?')).toEqual(first);
  });

  test('leaves nothing to continue', async () => {
    expect((await sayAll('/brief nato-asia', 'new', 'more')).kind).toBe('note');
  });
});
