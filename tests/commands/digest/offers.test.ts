import { beforeEach, describe, expect, test } from 'vitest';
import { discordSpelling } from '../../../src/adapters/discord/spelling.ts';
import { run } from '../../../src/adapters/slack/rich-text.ts';
import { slackSpelling } from '../../../src/adapters/slack/spelling.ts';
import { nextSteps } from '../../../src/core/bot/next-steps.ts';
import { createSpell, TYPED } from '../../../src/core/bot/spelling.ts';
import { timeHint } from '../../../src/core/text/hint.ts';
import { createTestDossier, LOCAL, loadOwnCorpus, type TestDossier } from '../../fakes/local-chat.ts';

const OFFER = { next: null, forAsker: true, shareable: false, threads: false };
const MAY = { orderers: 'stewards', mayOrder: true, hindrance: null, caution: null };

let dossier: TestDossier;
const say = async (text: string, given = {}) =>
  (
    await dossier.dispatch({
      ...{ request: { kind: 'line', text }, conversation: 'c', audience: LOCAL, manager: true },
      ...given,
    })
  ).reply;

beforeEach(async () => {
  dossier = await createTestDossier(await loadOwnCorpus());
});

describe('a digest that was ordered or changed', () => {
  test('offers what can be done with it next as buttons', async () => {
    const labels = async (line: string) => nextSteps(await say(line), OFFER).map(({ label }) => label);
    expect(await labels('/digest add nato-asia')).toEqual(['Preview', 'Pause', 'Remove']);
    expect(await labels('/digest pause 1')).toEqual(['Preview', 'Resume', 'Remove']);
  });

  test('asks before a button removes it', async () => {
    await say('/digest add nato-asia');
    const remove = nextSteps(await say('/digest pause 1'), OFFER)[2]?.action;
    if (remove?.kind !== 'again') throw new Error('No command');
    const reply = await say('', {
      request: { kind: 'command', command: remove.command, options: remove.options },
    });
    expect(nextSteps(reply, OFFER).map(({ label }) => label)).toEqual(['Remove']);
  });
});

test('a moment is said as the platform shows times, else in words', () => {
  const text = `next ${timeHint(new Date('2026-11-25T08:00:00Z'), 'Wed 25 Nov 08:00 Europe/London')}`;
  expect(createSpell([], TYPED)(text)).toBe('next Wed 25 Nov 08:00 Europe/London');
  expect(createSpell([], discordSpelling({ token: 't' }))(text)).toContain('<t:1795593600:F>');
  expect(run(createSpell([], slackSpelling({ prefix: '' }))(text))).toEqual([
    { type: 'text', text: 'next ' },
    {
      ...{ type: 'date', timestamp: 1_795_593_600, format: '{date_short} {time}' },
      fallback: 'Wed 25 Nov 08:00 Europe/London',
    },
  ]);
});

describe('where only managers order digests', () => {
  beforeEach(async () => {
    dossier = await createTestDossier(await loadOwnCorpus(), { onlyManagers: true });
  });

  test('those whom the platform would let are refused, and managers are not', async () => {
    const ordering = async () => MAY;
    const refused = await say('/digest add nato-asia', { manager: false, ordering });
    expect(refused).toMatchObject({
      kind: 'error',
      note: 'Only managers can schedule digests. Ask one of them.',
    });
    expect((await say('/digest add nato-asia', { ordering })).kind).toBe('list');
  });

  test('a post that would not arrive is still refused to managers', async () => {
    const ordering = async () => ({ ...MAY, hindrance: 'Invite it first.' });
    expect(await say('/digest add nato-asia', { ordering })).toMatchObject({ note: 'Invite it first.' });
  });
});
