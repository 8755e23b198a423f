import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CollectionContents } from '../../../../src/core/library/collection-contents.ts';
import { countsOf } from '../../../../src/core/library/documents/document-counts.ts';
import {
  addToVersion,
  fingerprintOf,
  NO_DOCUMENTS,
  removeFromVersion,
  versionOf,
} from '../../../../src/core/library/following/corpus-version.ts';
import { createDocument, createIndexedDocument } from '../../../fakes/documents.ts';

const sumOf = (names: readonly string[]) =>
  names.map((name) => fingerprintOf(createDocument(name, {}))).reduce(addToVersion, NO_DOCUMENTS);

test('documents may come and go in any order', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/));
  fc.assert(
    fc.property(names, names, (kept, gone) => {
      const all = gone.map((name) => fingerprintOf(createDocument(`gone/${name}`, {})));
      const sum = all.reduce(addToVersion, sumOf(kept));
      expect(all.reduce(removeFromVersion, sum)).toBe(sumOf(kept.toReversed()));
    }),
  );
});

test('a fingerprint does not depend on the order in which a document was made', () => {
  const document = createDocument('harbour/a', { title: 'A', tags: ['law'] });
  const other = Object.fromEntries(Object.entries(document).toReversed());
  expect(fingerprintOf({ ...other, ...{ pages: undefined } } as never)).toBe(fingerprintOf(document));
  expect(fingerprintOf({ ...document, tags: ['war'] })).not.toBe(fingerprintOf(document));
});

test('the version is that of all documents, in whatever collections they are', () => {
  expect(versionOf([sumOf(['a/1']), sumOf(['b/1', 'b/2'])])).toBe(versionOf([sumOf(['b/2', 'a/1', 'b/1'])]));
  expect(versionOf([sumOf(['a/1']), NO_DOCUMENTS])).toBe(versionOf([sumOf(['a/1'])]));
  expect(versionOf([])).not.toBe(versionOf([sumOf(['a/1'])]));
});

test('contents go on from counts and a version that were kept elsewhere', () => {
  const [first, second] = ['harbour/a', 'harbour/b'].map((id) =>
    createIndexedDocument(id, {
      text: 'Lamp.',
      published: '2024',
      publisher: 'Gazette',
      tags: ['law', 'law'],
    }),
  );
  if (!first || !second) throw new Error('no documents');
  const whole = new CollectionContents();
  whole.add(first);
  whole.add(second);
  const kept = new CollectionContents(
    countsOf(first),
    addToVersion(NO_DOCUMENTS, fingerprintOf(first.document)),
  );
  kept.add(second);
  expect(kept).toMatchObject({ version: whole.version, coverage: whole.coverage });
  expect([kept.total('tag'), kept.values('tag'), kept.total('passage')]).toEqual([2, ['law'], 2]);
  kept.remove(first);
  kept.remove(second);
  expect([kept.version, kept.total('document'), kept.values('publisher')]).toEqual([NO_DOCUMENTS, 0, []]);
});
