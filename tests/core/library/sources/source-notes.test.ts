import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../../src/core/library/documents/document.ts';
import { findAbsent, findNotes, type SourceNote } from '../../../../src/core/library/sources/source-notes.ts';

describe('what is said of a file', () => {
  test('is nothing if no folder above it names it', () => {
    const knownOf = findNotes({
      'harbour/sources.yaml': { 'b.txt': { title: 'Tides' } },
      'town/sources.yaml': { 'a.txt': { title: 'Streets' } },
    });
    expect(knownOf('harbour/a.txt')).toBeNull();
  });

  test('comes key by key from the deepest folder that has it', () => {
    const knownOf = findNotes({
      'harbour/old/sources.yaml': { 'a.txt': { publisher: 'Gazette' } },
      'harbour/sources.yaml': { 'old/a.txt': { title: 'Tides', publisher: 'Courier' } },
    });
    expect(knownOf('harbour/old/a.txt')).toEqual({ ...UNKNOWN, title: 'Tides', publisher: 'Gazette' });
  });

  test('is found under a name that is also that of a method', () => {
    expect(findNotes({ 'harbour/sources.yaml': {} })('harbour/constructor')).toBeNull();
  });

  test('is found in a folder whose name is spelled in another Unicode form', () => {
    const knownOf = findNotes({ 'ha\u0301fen/sources.yaml': { 'a.txt': { title: 'Tides' } } });
    expect(knownOf('h\u00e1fen/a.txt')?.title).toBe('Tides');
  });
});

describe('patterns', () => {
  const titles = (notes: Readonly<Record<string, SourceNote>>) =>
    findNotes({ 'harbour/sources.yaml': notes });
  const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { title: name }]));

  test.each([
    ['a name before every pattern', ['a.txt', '?.txt', '*.txt'], 'a.txt', 'a.txt'],
    ['a name with signs of a pattern as it stands', ['a*.txt', 'a*.tx?'], 'a*.txt', 'a*.txt'],
    ['the pattern with more letters', ['minutes-*', '*', '*-may.txt'], 'minutes-may.txt', '*-may.txt'],
    ['of equally many letters, the fewer signs', ['may.*', '**/may.*'], 'may.txt', 'may.*'],
    ['of equally exact patterns, the later line', ['*.txt', 'may.*'], 'may.txt', 'may.*'],
  ])('let %s count', (_what, names, path, expected) => {
    expect(titles(named(...names))(`harbour/${path}`)?.title).toBe(expected);
  });

  test('complete each other key by key', () => {
    const knownOf = titles({
      'minutes/**': { publisher: 'Bank', language: 'en' },
      'minutes/may.html': { title: 'May' },
      '**': { publisher: 'Unknown Press', author: 'Ada Quill' },
    });
    const known = { title: 'May', publisher: 'Bank', language: 'en', author: 'Ada Quill' };
    expect(knownOf('harbour/minutes/may.html')).toEqual({ ...UNKNOWN, ...known });
  });

  test.each([
    ['minutes-2024-05-07.html', '2024-05-07'],
    ['notes.html', null],
  ])('date %s by its name', (name, date) => {
    expect(titles({ '*.html': { published: 'from-name' } })(`harbour/${name}`)?.published).toBe(date);
  });

  test('that match nothing are told like names that no file has', () => {
    const notes = named('a.txt', 'gone.txt', '*.txt', 'old/*', '*.pdf');
    expect(findAbsent({ 'harbour/sources.yaml': notes }, ['harbour/a.txt', 'town/old/b.pdf'])).toEqual([
      { file: 'harbour/sources.yaml', name: 'gone.txt', isPattern: false },
      { file: 'harbour/sources.yaml', name: 'old/*', isPattern: true },
      { file: 'harbour/sources.yaml', name: '*.pdf', isPattern: true },
    ]);
  });

  const part = fc.stringMatching(/^[ab]{1,2}$/);
  const pattern = fc.constantFrom('**', '*', '?', 'a*', '*b', 'a/*', '**/b', 'a/**', '{a,b}', 'a/b*');
  const said = fc.record({ title: fc.constantFrom('one', 'two') });

  test('never hide what a name says, whatever their order and folder', () => {
    fc.assert(
      fc.property(
        ...([fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(pattern, said))] as const),
        fc.nat(),
        (parts, patterns, at) => {
          const path = parts.join('/');
          const entries: [string, SourceNote][] = [...patterns];
          entries.splice(at % (patterns.length + 1), 0, [path, { title: 'named' }]);
          const knownOf = findNotes({
            'harbour/sources.yaml': Object.fromEntries(entries),
            'sources.yaml': { '**': { title: 'above' } },
          });
          expect(knownOf(`harbour/${path}`)?.title).toBe('named');
        },
      ),
    );
  });

  test('of a deeper folder count before anything of one above', () => {
    fc.assert(
      fc.property(part, fc.array(fc.tuple(pattern, said)), (name, above) => {
        const knownOf = findNotes({
          'harbour/sources.yaml': Object.fromEntries([...above, [`old/${name}`, { title: 'above' }]]),
          'harbour/old/sources.yaml': { '*': { title: 'deep' } },
        });
        expect(knownOf(`harbour/old/${name}`)?.title).toBe('deep');
      }),
    );
  });
});
