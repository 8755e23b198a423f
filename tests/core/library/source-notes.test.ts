import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../src/core/library/document.ts';
import { findNotes } from '../../../src/core/library/source-notes.ts';

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
