import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editNotes } from '../../../../src/core/library/sources/edit-notes.ts';
import { checkSources } from '../../../../src/core/library/sources/sources-file.ts';
import { parseLooseYaml } from '../../../../src/core/library/sources/yaml-file.ts';

const KEPT = `# What we know of the harbour.
"*.txt": { publisher: Port Gazette } # all of them

b.txt:
    title: 'The Pier' # as on the cover
    # asked the archive in May
    grade: C3
a.txt: {}

# the end
`;

describe('an edited sources.yaml', () => {
  test('has comments, order and indentation as before', () => {
    expect(editNotes(KEPT, 'b.txt', { grade: 'B2', tags: ['law', 'primary'] })).toBe(
      KEPT.replace('grade: C3', 'grade: B2\n    tags: [ law, primary ]'),
    );
  });

  test('gets a note for a file that it did not name, at its end', () => {
    const edited = editNotes(KEPT, 'report [final].txt', { publisher: 'Bank: of England' });
    expect(edited.startsWith(KEPT.slice(0, KEPT.indexOf('\n# the end')))).toBe(true);
    expect(edited).toContain('# the end');
    expect(parseLooseYaml(edited)).toMatchObject({ 'report [final].txt': { publisher: 'Bank: of England' } });
  });

  test('loses only what is unknown now', () => {
    expect(editNotes(KEPT, 'b.txt', { grade: null })).toBe(KEPT.replace('    grade: C3\n', ''));
  });

  test.each(['', '# nothing yet\n', 'a.txt:\n', '~\n'])('may have said nothing: %j', (before) => {
    const edited = editNotes(before, 'a.txt', { title: 'Tides' });
    expect(parseLooseYaml(edited)).toEqual({ 'a.txt': { title: 'Tides' } });
    expect(edited).toContain(before.startsWith('#') ? '# nothing yet' : '');
  });

  test('ends its lines as before', () => {
    expect(editNotes('a.txt: { title: Dusk }\r\n', 'b.txt', { title: 'Dawn' })).toBe(
      'a.txt: { title: Dusk }\r\nb.txt:\r\n  title: Dawn\r\n',
    );
  });

  test('finds a name in another Unicode form', () => {
    expect(editNotes('a\u0301.txt: { title: Dusk }\n', '\u00e1.txt', { title: 'Dawn' })).toBe(
      'a\u0301.txt: { title: Dawn }\n',
    );
  });

  test('says exactly what it was given, whatever that is', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('*'));
    const title = fc.oneof(
      fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
      fc.constantFrom(
        'null',
        '~',
        '# no comment',
        '- a',
        '*x',
        '&x',
        '!x',
        '{',
        'a: b',
        '2024',
        'yes',
        "'",
        '"',
      ),
    );
    fc.assert(
      fc.property(name, title, (file, value) => {
        const edited = editNotes(KEPT, file.normalize('NFC'), { title: value });
        checkSources(edited, 'sources.yaml');
        expect(parseLooseYaml(edited)).toMatchObject({ [file.normalize('NFC')]: { title: value } });
        expect(edited).toContain('# asked the archive in May');
      }),
    );
  });
});
