import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { createWorld } from '../../fakes/collecting-world.ts';
import { createFakeMailbox, heldMail } from '../../fakes/mailbox.ts';

const URL = 'imaps://desk@mail.example/News';

async function createMailWorld(mailbox = createFakeMailbox(), collection = 'news' as CollectionId) {
  const world = await createWorld({ url: URL, over: { mailbox } });
  const { sources } = world.ports;
  const source = {
    kind: 'feed',
    url: URL,
    title: 'mail in News',
    full: 'no',
    keep: 'always',
    every: 900_000,
  } as const;
  await sources.put({ ...source, collection, id: 'bbbbbbbbbbbbbbbb', by: null }, world.now);
  return Object.assign(world, { mailbox });
}

describe('mail', () => {
  test('becomes files of its collection, named by day and subject, byte for byte', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('Fares rise'), null]));
    expect(await world.look()).toMatchObject({ kind: 'looked', items: 1 });
    const [[path, text] = []] = Object.entries(world.documents());
    expect(path).toMatch(
      /^news\/collected\/mail-example-bbbbbb\/2024-04\/2024-04-11-fares-rise-[\da-f]{8}\.eml$/,
    );
    expect(text).toBe(Buffer.from(heldMail('Fares rise').bytes).toString());
  });

  test('is reached once; what comes later, at the next look', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('One'), null]));
    await world.look();
    world.mailbox.mails.push(heldMail('Two'));
    expect(await world.look()).toMatchObject({ items: 1 });
    expect(world.mailbox.reached).toEqual([1, 2, 3]);
    expect(Object.keys(world.documents())).toHaveLength(2);
  });

  test('is stored once though the mailbox counts anew', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('One'), heldMail('Two')]));
    await world.look();
    world.mailbox.validity = '2';
    world.mailbox.mails.push(heldMail('Three'));
    expect(await world.look()).toMatchObject({ items: 1 });
    expect(Object.keys(world.documents())).toHaveLength(3);
  });

  test('is taken from where the connection ended, soon', async () => {
    const world = await createMailWorld(createFakeMailbox([1, 2, 3].map((n) => heldMail(`Mail ${n}`))));
    world.mailbox.dropAfter = 2;
    const result = await world.look();
    expect(result).toMatchObject({ kind: 'looked', items: 2, next: new Date('2024-05-06T12:01:00Z') });
    expect(await world.look()).toMatchObject({ items: 1 });
    expect(world.mailbox.reached).toEqual([1, 2, 3]);
  });

  test('fails, and is tried later, if the connection ends before anything came', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('One')]));
    world.mailbox.dropAfter = 0;
    const result = await world.look();
    expect(result).toMatchObject({ problem: 'breaks off', next: new Date('2024-05-06T13:00:00Z') });
    expect(await world.look()).toMatchObject({ items: 1 });
  });

  test.each(['write', 'see', 'record'] as const)('is lost and doubled by no kill before %s', async (step) => {
    const mailbox = createFakeMailbox([heldMail('One'), heldMail('Two')]);
    const world = await createMailWorld(mailbox);
    const killed = () => Promise.reject(new Error('killed'));
    const { writer, sources } = world.ports;
    const [write, see, record] = [writer.write, sources.see, sources.record];
    Object.assign(writer, step === 'write' && { write: killed });
    Object.assign(sources, step !== 'write' && { [step]: killed });
    await expect(world.look()).rejects.toThrow('killed');
    Object.assign(writer, { write });
    Object.assign(sources, { see, record });
    world.now = new Date(world.now.valueOf() + 16 * 60_000);
    await world.look();
    expect(Object.keys(world.documents())).toHaveLength(2);
    expect(await world.ports.sources.items('bbbbbbbbbbbbbbbb')).toHaveLength(2);
  });

  test('that was deleted does not come back', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('One')]));
    await world.look();
    await world.ports.writer.remove(Object.keys(world.documents())[0] ?? '');
    world.mailbox.validity = '2';
    await world.look();
    expect(world.documents()).toEqual({});
  });

  test('comes two hundred messages at a time', async () => {
    const mails = Array.from({ length: 230 }, (_, n) => heldMail(`Mail ${n}`));
    const world = await createMailWorld(createFakeMailbox(mails));
    expect(await world.look()).toMatchObject({ items: 200, next: new Date('2024-05-06T12:01:00Z') });
    expect(await world.look()).toMatchObject({ items: 30 });
  });

  test('of a day that has not come is filed as undated', async () => {
    const world = await createMailWorld(
      createFakeMailbox([heldMail('One', 'Thu, 11 Apr 2124 07:00:00 +0200')]),
    );
    await world.look();
    expect(Object.keys(world.documents())[0]).toContain('/undated/one-');
  });

  test('makes no collection', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('One')]), 'nwes' as CollectionId);
    const problem = 'belongs to the collection nwes, which is not there';
    expect(await world.look()).toMatchObject({ kind: 'failed', problem });
  });

  test('is looked at by one instance at a time', async () => {
    const world = await createMailWorld(createFakeMailbox([heldMail('One')]));
    const results = await Promise.all([world.look(), world.look()]);
    expect(results.filter((each) => each === null)).toHaveLength(1);
    expect(world.mailbox.reached).toEqual([1]);
  });
});
