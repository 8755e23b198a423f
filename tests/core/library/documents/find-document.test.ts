import { describe, expect, test } from 'vitest';
import { findDocument, loadNamed } from '../../../../src/core/library/documents/find-document.ts';
import { MOST_FOUND } from '../../../../src/core/library/library.ts';
import { createMemoryLibrary } from '../../../../src/core/library/memory-library.ts';
import { createContents, createDocument } from '../../../fakes/documents.ts';
import { LOCAL } from '../../../fakes/local-chat.ts';

const FARES = createDocument('port/fares', { title: 'Ferry fares “doubled”' });
const QUAY = createDocument('port/quay', { title: 'The old quay' });
const PIER = createDocument('port/pier', { title: 'The old pier' });
const TWIN = createDocument('news/pier', { title: 'The old pier' });

const library = createMemoryLibrary(createContents([FARES, QUAY, PIER, TWIN]));
const scope = library.scopeFor(LOCAL);

describe('a document is found', () => {
  test.each([
    ['by its id', 'port/quay', QUAY],
    ['by its title, in any case and with straight quotation marks', 'ferry FARES "doubled"', FARES],
    ['by the beginning of its title', 'the old q', QUAY],
    ['by the beginning of a title that was shown cut', 'Ferry fares …', FARES],
  ])('%s', async (_, name, document) => {
    expect((await findDocument(library, scope, name)).id).toBe(document.id);
    expect((await loadNamed(library, scope, name)).document).toEqual(document);
  });
});

describe('no document is found', () => {
  test.each([
    [
      'by a title that two have',
      'The old pier',
      /^2 documents may be meant by .*"news\/pier", "port\/pier"\.$/,
    ],
    ['by words that several titles begin with', 'the old', /^3 documents may be meant/],
    ['by fewer than four letters', 'fer', /There is no document "fer"/],
    ['by a mistyped id, but the nearest is named', 'port/quai', /Did you mean port\/quay\?/],
  ])('%s', async (_, name, problem) => {
    await expect(findDocument(library, scope, name)).rejects.toThrow(problem);
  });

  test('by what more begin with than are looked at', async () => {
    const many = Array.from({ length: MOST_FOUND + 1 }, (_, at) =>
      createDocument(`port/${at}`, { title: `The ship ${at}` }),
    );
    const port = createMemoryLibrary(createContents(many));
    await expect(findDocument(port, port.scopeFor(LOCAL), 'the ship')).rejects.toThrow(
      /^100 or more documents may be meant/,
    );
  });
});
