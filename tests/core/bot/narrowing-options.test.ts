import { describe, expect, test } from 'vitest';
import {
  type NarrowingValues,
  NO_NARROWING,
  parseNarrowing,
} from '../../../src/core/bot/narrowing-options.ts';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';

const from = (id: string, publisher: string | null) => createDocument(id, { publisher, text: 'A lamp.' });
const CONTENTS = createContents([
  from('harbour/a', 'The Times'),
  from('harbour/b', 'Financial Times'),
  from('harbour/c', 'Müller Nachrichten'),
  from('harbour/d', null),
  createDocument('secret/e', {
    ...{ publisher: 'Whisperer', text: 'A lamp.', tags: ['primary', 'leak'], grade: 'A1' as Grade },
  }),
  createDocument('harbour/f', { text: 'A pier.', tags: ['primary', 'port law'] }),
]);
const library = createMemoryLibrary({
  ...CONTENTS,
  collections: CONTENTS.collections.map((each) =>
    each.id === 'secret' ? { ...each, readable: ['chat:W/C'] } : each,
  ),
});

const parse = (given: Partial<NarrowingValues>) =>
  parseNarrowing(library, { audience: LOCAL, at: NOW }, { ...NO_NARROWING, ...given });

describe('the options that narrow a request', () => {
  test('are none if none is given, or all are “all”', async () => {
    expect(await parse({})).toBeNull();
    expect(await parse({ since: 'all', before: 'ALL', from: 'all', collection: 'all' })).toBeNull();
  });

  test('become dates and names as documents have them', async () => {
    expect(
      await parse({ since: '7d', before: '2026', from: 'muller nachrichten', collection: 'Harbour' }),
    ).toEqual({
      ...{
        since: '2026-11-17',
        before: '2026',
        publishers: ['Müller Nachrichten'],
        collections: ['harbour'],
      },
    });
  });

  test('become tags and a grade', async () => {
    expect(await parse({ tag: 'Primary, port  law', grade: 'b-2' })).toEqual({
      ...{ since: null, before: null, publishers: null, collections: null },
      ...{ tags: ['primary', 'port law'], grade: 'B2' },
    });
  });

  test.each(['G', '7', 'B2C', '2B', '', '-'])('take no grade %j', async (grade) => {
    await expect(parse({ grade: `"${grade}` })).rejects.toMatchObject({ code: 'invalid-option' });
  });

  test('do not tell a tag that only hidden documents have from one that none has', async () => {
    const why = (tag: string) => parse({ tag }).catch((error: Error) => error.message.replaceAll(tag, '…'));
    expect(await why('leak')).toBe(await why('lfak'));
    expect(await why('leak')).not.toContain('leak');
  });

  test.each([
    ['the times', ['The Times']],
    ['times', ['Financial Times', 'The Times']],
    ['nachr', ['Müller Nachrichten']],
  ])('mean the publisher of a name, or those that contain it: %s', async (name, publishers) => {
    expect((await parse({ from: name }))?.publishers).toEqual(publishers);
  });

  test.each([
    [{ from: 'Financal Times' }, 'unknown-publisher', ['Financial Times', 'The Times']],
    [{ from: 'Nachrchten' }, 'unknown-publisher', ['Müller Nachrichten']],
    [{ collection: 'harbor' }, 'unknown-collection', ['harbour']],
    [{ tag: 'primry' }, 'unknown-tag', ['primary']],
    [{ tag: 'primary, port lw' }, 'unknown-tag', ['port law']],
    [{ tag: '(x)' }, 'unknown-tag', ['port law', 'primary']],
  ])('that name nothing suggest near names: %j', async (given, code, suggestions) => {
    await expect(parse(given)).rejects.toMatchObject({ code, suggestions });
  });

  test.each([{ from: 'Whisperer' }, { from: 'Whisprer' }, { collection: 'secret' }, { collection: 'secrt' }])(
    'suggest nothing that the audience may not read: %j',
    async (given) => {
      const error: unknown = await parse(given).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      expect(JSON.stringify(error)).not.toContain('Whisperer');
      expect(JSON.stringify(error)).not.toContain('"secret"');
    },
  );
});
