import { beforeEach, describe, expect, test } from 'vitest';
import { openLocalChat } from '../../fakes/local-chat.ts';
import { type OwnTalk, startOwnTalk } from '../../fakes/own-talk.ts';

let talk: OwnTalk;

beforeEach(async () => {
  talk = await startOwnTalk();
});

describe('/brief', () => {
  test('without a topic lists the topics', async () => {
    const { kind, command, items } = await talk.say('/brief');
    expect([kind, command, items[0]?.id]).toEqual(['list', 'brief', 'nato-asia']);
  });

  test('without topics says where they are made', async () => {
    const { note } = await (await openLocalChat({})).say('/brief');
    expect(note).toBe('No topics yet. Add one in topics.yaml or with /topics add.');
  });

  test('has four points at most, or two or eight if it is to be shorter or longer', async () => {
    const lengths = ['/brief nato-asia', '/brief nato-asia 30s', '/brief nato-asia 3m'];
    const counts = await Promise.all(lengths.map(async (line) => (await talk.say(line)).points.length));
    expect(counts.slice(0, 2)).toEqual([4, 2]);
    expect(counts[2]).toBeGreaterThan(4);
    expect(counts[2]).toBeLessThanOrEqual(8);
  });

  test('is a timeline if that is asked for', async () => {
    const { points } = await talk.say('/brief nato-asia style:timeline');
    expect(points.some(({ date }) => date !== null)).toBe(true);
  });

  test('is a timeline at the word, once there is a topic', async () => {
    const { note } = await talk.say('timeline');
    expect(note).toMatch(/^A timeline is of a topic: \/brief lists them/);
    await talk.say('/brief nato-asia');
    const { headline, points } = await talk.say('timeline');
    expect(headline).toBe('NATO in the Asia-Pacific: timeline');
    expect(points.some(({ date }) => date !== null)).toBe(true);
  });

  test('starts its conversation afresh: it quotes again what was quoted before', async () => {
    const first = await talk.say('/brief nato-asia');
    await talk.sayAll('What does France think?', 'more');
    expect(await talk.say('/brief nato-asia')).toEqual(first);
  });

  test('names the nearest topics to one that is unknown', async () => {
    const { problem, note } = await talk.say('/brief nato-asa');
    expect(problem).toEqual({ code: 'unknown-topic', suggestions: ['nato-asia', 'japan-nato'] });
    expect(note).toContain('Did you mean nato-asia or japan-nato?');
  });
});
