import { beforeEach, describe, expect, test } from 'vitest';
import type { Recipients } from '../../../src/core/bot/recipients.ts';
import { type DigestWorld, openDigestWorld } from '../../fakes/digest-world.ts';

const MAILBOX = { platform: 'chat', workspace: 'letters', channel: 'desk@example.org' };
const RECIPIENTS: Recipients = { channelOf: (to) => (to.toLowerCase() === MAILBOX.channel ? MAILBOX : null) };
const FARES = 'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.';

let world: DigestWorld;

beforeEach(async () => {
  const documents = { 'news/fares': FARES };
  world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents, recipients: RECIPIENTS });
});

const order = () => world.say('/digest add ferries at:08:00 to:Desk@example.org');

describe('a digest that a manager has sent to an address', () => {
  test('goes there, and not to the channel', async () => {
    const { headline, note } = await order();
    expect(headline).toBe('Digest 1: The island ferries');
    expect(note).toBe(
      'For desk@example.org. The first edition is a brief; later ones contain only what is new. /digest remove 1 to:Desk@example.org ends it.',
    );
    expect((await world.say('/digest list')).items).toEqual([]);
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect(world.platform.posts.map(({ channel }) => channel)).toEqual([MAILBOX]);
  });

  test('is listed, changed and removed by naming the address, which all hints go on naming', async () => {
    await order();
    const { headline, items } = await world.say('/digest list to:desk@example.org');
    expect([headline, items.length]).toEqual(['Your digests to desk@example.org', 1]);
    expect((await world.say('/digest pause 1 to:desk@example.org')).note).toBe(
      'Paused. Resume it with /digest resume 1 to:desk@example.org.',
    );
    expect((await world.say('/digest remove 1 to:desk@example.org')).text).toContain(
      '/digest remove 1 confirm:yes to:desk@example.org',
    );
    expect((await world.say('/digest remove 7 to:desk@example.org')).note).toContain(
      'See /digest list to:desk@example.org.',
    );
    await world.say('/digest remove 1 to:desk@example.org confirm:yes');
    expect(await world.store.subscriptions.list(MAILBOX)).toEqual([]);
  });

  test('is no other person’s to see or to remove, in whatever channel they ask', async () => {
    await order();
    const [mine] = await world.store.subscriptions.list(MAILBOX);
    expect(mine?.owner).toBe('chat:W1/ada');
    if (mine) await world.store.subscriptions.put({ ...mine, owner: 'chat:W1/tom' });
    expect((await world.say('/digest list to:desk@example.org')).items).toEqual([]);
    const { problem, note } = await world.say('/digest remove 1 to:desk@example.org confirm:yes');
    expect(problem?.code).toBe('unknown-digest');
    expect(note).toContain('No digests are scheduled for desk@example.org.');
    expect(await world.store.subscriptions.list(MAILBOX)).toHaveLength(1);
  });

  test('is for managers, to addresses that the operator allows', async () => {
    const asked = await world.say('/digest add ferries to:desk@example.org', { manager: false });
    expect(asked.note).toBe(
      'Only managers can have digests sent to an address. Ask a manager or your administrator.',
    );
    const elsewhere = await world.say('/digest add ferries to:spy@example.net');
    expect([elsewhere.problem?.code, elsewhere.note]).toEqual([
      'no-recipient',
      'No digest may be sent to "spy@example.net". Ask your administrator to allow it (SMTP_URL, DOSSIER_MAIL_TO).',
    ]);
  });

  test('is read at its address: nothing there is previewed, posted early or opened as a feed from chat', async () => {
    await order();
    for (const action of ['preview', 'run', 'history', 'feed'])
      expect((await world.say(`/digest ${action} 1 to:desk@example.org`)).problem?.code).toBe(
        'invalid-option',
      );
    expect(world.platform.posts).toEqual([]);
  });
});
