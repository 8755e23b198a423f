import { expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';

test.each([' lamp ', 'north\npier', 'la  mp', 'e\u0301t\u00E9'])(
  'a document is opened by its id as it can be typed: harbour/%j',
  async (name) => {
    const document = createDocument(`harbour/${name}`.normalize('NFC'), { text: 'The lamp was lit.' });
    const { say } = await openLocalChat(createContents([document]));
    const typed = `harbour/${name}`.replace(/\s+/g, ' ').trim();
    expect((await say(`/sources ${typed}`)).stored).toBe('The lamp was lit.');
  },
);

test.each(['1', '[1]', '1 of', '“harbour/lamp”'])(
  'an excerpt is opened by what was typed: %s',
  async (typed) => {
    const document = createDocument('harbour/lamp', { text: 'The keeper lit the lamp.' });
    const { say } = await openLocalChat(createContents([document]));
    await say('Who lit the lamp?');
    expect((await say(`/sources ${typed}`)).sources.map(({ document: id }) => id)).toEqual(['harbour/lamp']);
  },
);
