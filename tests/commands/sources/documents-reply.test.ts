import { expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';

const ships = (count: number) =>
  createContents(
    Array.from({ length: count }, (_, at) =>
      createDocument(`ships/${String(at).padStart(4, '0')}`, { title: `Ship ${at}` }),
    ),
  );

test('a list of documents is whole as long as somebody may read it', async () => {
  const { say } = await openLocalChat(ships(1000));
  const { items, note } = await say('/sources');
  expect([items.length, items.at(-1)?.id, note]).toEqual([1000, 'ships/0999', null]);
});

test('a longer list says how many documents it leaves out, and how they are opened', async () => {
  const { say } = await openLocalChat(ships(1002));
  const { items, note } = await say('/sources');
  expect(items.map(({ id }) => id).at(-1)).toBe('ships/0999');
  expect(note).toBe('… and 2 more; name one by its id or its title, for example /sources ships/0999.');
  expect((await say('/sources Ship 1001')).headline).toBe('Ship 1001');
});
