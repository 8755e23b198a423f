import { beforeEach, describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { type JsonReply, jsonReply } from '../../../src/core/replies/json-reply.ts';
import { jsonReplyContract } from '../../contracts/json-reply.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createTestDossier, LOCAL, type TestDossier } from '../../fakes/local-chat.ts';

const FERRY = createDocument('port/ferry', {
  ...{ title: 'The ferry', publisher: 'Port Gazette', published: '2031-05-04' },
  ...{ tags: ['government', 'law', 'primary', 'sea'], grade: 'B2' as Grade },
  text: 'The ferry to the island sails at noon.',
});
const PIER = createDocument('port/pier', { title: 'The pier', text: 'The ferry leaves from the old pier.' });

let dossier: TestDossier;

beforeEach(async () => {
  dossier = await createTestDossier(createContents([FERRY, PIER]));
});

const say = async (text: string): Promise<JsonReply> =>
  jsonReply(
    await dossier.dispatch({
      ...{ request: { kind: 'line', text }, conversation: 'c', audience: LOCAL, manager: false },
    }),
  );

describe('what a team files a document under', () => {
  test('stands at its quotations, in its line among the sources, and in JSON', async () => {
    const reply = await say('/search ferry');
    expect(reply.text).toContain('Port Gazette · 4 May 2031 · B2');
    expect(reply.text).toContain(
      'The ferry · Port Gazette · 4 May 2031 · B2 · government, law, primary and 1 more',
    );
    expect(jsonReplyContract.parse(reply).sources).toMatchObject([
      { document: FERRY.id, grade: 'B2', tags: FERRY.tags },
      expect.not.objectContaining({ grade: expect.anything(), tags: expect.anything() }),
    ]);
  });

  test('is explained where sources are listed', async () => {
    await say('When does the ferry sail?');
    const meaning = 'B2: usually reliable source, probably true';
    expect((await say('sources')).items[0]?.detail).toContain(`${meaning} · government, law, primary, sea`);
    expect((await say('/sources port/ferry')).items).toEqual(
      expect.arrayContaining([
        { id: 'grade', title: '', detail: meaning },
        { id: 'tags', title: '', detail: 'government, law, primary, sea' },
      ]),
    );
    expect((await say('/sources port/pier')).items.map(({ id }) => id)).not.toContain('grade');
  });

  test.each(['grade:C3', 'tag:primary', 'grade:B tag:"law, sea"'])('narrows a search: %s', async (limit) => {
    const { sources, note } = await say(`/search ferry ${limit}`);
    expect(sources.map(({ document }) => document)).toEqual([FERRY.id]);
    expect(note).toMatch(/Only documents (?:tagged|graded) .*: 1 of 2\./);
  });

  test('narrows a question and what follows it', async () => {
    const asked = await say('/ask grade:B2 What sails at noon?');
    const { documents } = asked.coverage;
    expect(documents).toBeGreaterThan(0);
    expect(await say('When does the ferry sail?')).toMatchObject({ coverage: { documents } });
  });

  test('is not kept if it leaves no document', async () => {
    const asked = await say('/ask grade:A What sails at noon?');
    expect(asked).toMatchObject({ kind: 'nothing', coverage: { documents: 0 } });
    expect((await say('When does the ferry sail?')).coverage.documents).toBeGreaterThan(0);
  });

  test.each([
    ['md', /4 May 2031 · B2 · government, law, primary, sea/],
    ['html', /4 May 2031 · B2 · government, law, primary, sea/],
    ['json', /"grade": "B2"/],
    [
      'bibtex',
      /keywords = \{government, law, primary, sea\}[\s\S]*graded B2 \(usually reliable source, probably true\)/,
    ],
    ['csl', /"keyword": "government, law, primary, sea"/],
  ])('is exported as %s', async (format, expected) => {
    await say('/search ferry');
    expect((await say(`/export ${format}`)).text).toMatch(expected);
  });

  test('is read from the document again, not stored with an answer', async () => {
    const { id } = await say('/search ferry');
    const stored = await dossier.store.answers.get({ ...LOCAL }, id ?? '');
    expect(JSON.stringify(stored)).not.toMatch(/B2|government/);
  });
});
