import { beforeEach, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createTestDossier } from '../../fakes/local-chat.ts';
import { type OpenedPage, openPage } from './browser.ts';

const FERRY = createDocument('harbour/ferry', {
  title: 'Fares',
  text: 'The ferry to the island will cost ten crowns from May, Ann Holm said.',
});
const MERGER = createDocument('secret/merger', {
  ...{ title: 'Falcon', publisher: 'Acme Board' },
  text: 'The ferry to the island was sold to Acme in May 2026, Bo Falk said.',
});
const HIDDEN = /Falcon|Acme|Falk|merger/i;

/** Topics on both collections, of which the person at this machine may read one. */
function contents(): LibraryContents {
  const topic = { title: 'The ferry', query: 'ferry island', collections: null, synonyms: [], aspects: [] };
  const falcon = { ...topic, name: 'falcon', title: 'Falcon', collections: ['secret' as CollectionId] };
  const made = createContents([FERRY, MERGER], [{ ...topic, name: 'ferry' }, falcon]);
  const collections = made.collections.map((each) =>
    each.id === 'secret' ? { ...each, readable: ['chat:W1/C7'] } : each,
  );
  return { ...made, collections };
}

let opened: OpenedPage;

beforeEach(async () => {
  opened = await openPage((await createTestDossier(contents())).chatFor(false));
});

describe('row 16: what is completed', () => {
  test.each(['/brief ', '/brief f', '/sources F', '/search ferry publisher:A', '/ask x collection:s'])(
    '%s: names nothing hidden',
    async (typed) => {
      const response = await opened.send(`/complete?line=${encodeURIComponent(typed)}`);
      expect(await response.text()).not.toMatch(HIDDEN);
    },
  );

  test('are the topics that can be read, on the page too', async () => {
    const page = await opened.browser().page();
    expect(page).toContain('/brief ferry');
    expect(page).not.toMatch(HIDDEN);
  });
});

describe('row 18: a button', () => {
  test('sent by another browser than the one that it was made for shows nothing', async () => {
    const asked = await opened.browser().type('What does the ferry to the island cost?');
    expect(asked).toContain('ten crowns');
    const values = [...asked.matchAll(/name="action" value="(.*?)"/g)].map(([, value = '']) => value);
    expect(values.length).toBeGreaterThan(2);
    for (const action of values) {
      const page = await opened.browser().submit({ action });
      expect(page).not.toContain('ten crowns');
      expect(page).toContain('has expired or does not work here');
    }
  });
});
