import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseYaml, readYamlFile } from '../../../../src/core/library/sources/yaml-file.ts';
import { UserError } from '../../../../src/core/text/user-error.ts';
import { createFolder } from '../../../fakes/folder.ts';

const shape = z.record(
  z.string(),
  z.strictObject({ depth: z.string('expected text').optional(), boats: z.array(z.string()).optional() }),
);

const SUCCESS = 'is read';

/** What a file is told: what is wrong with it, or that it is read. */
function problemWith(source: string): string {
  try {
    parseYaml(source, 'piers.yaml', shape);
    return SUCCESS;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

describe('a YAML file', () => {
  test('is read as its shape', () => {
    expect(parseYaml('old: { depth: 4 m, boats: [a, b] }', 'piers.yaml', shape)).toEqual({
      old: { depth: '4 m', boats: ['a', 'b'] },
    });
  });

  test.each(['2024-07-10', '2024', '0.10', 'no', '0x1F'])(
    'keeps plain words and numbers as written: %s',
    (word) => {
      expect(parseYaml(`old: { depth: ${word} }`, 'piers.yaml', shape)).toEqual({ old: { depth: word } });
    },
  );

  test.each(['', '# nothing yet\n'])('may say nothing: %j', (source) => {
    expect(parseYaml(source, 'piers.yaml', shape)).toEqual({});
  });

  test('may be missing', async () => {
    expect(await readYamlFile(join(createFolder(), 'piers.yaml'), shape)).toBeNull();
  });

  test('that is a folder is refused by name', async () => {
    const folder = createFolder({ 'piers.yaml/a.txt': 'a' });
    await expect(readYamlFile(join(folder, 'piers.yaml'), shape)).rejects.toThrow(join(folder, 'piers.yaml'));
  });
});

describe('what is wrong with a YAML file', () => {
  test('is told with the file and the line of an unknown key', () => {
    expect(problemWith('old:\n  depth: 4 m\n\nnew:\n  depth: 3 m\n  width: 2 m\n')).toMatch(
      /^piers\.yaml, line 6: .*"width"/,
    );
  });

  test('is told with the line of a wrong value', () => {
    expect(problemWith('old:\n  boats: [a]\nnew:\n  depth: [3]\n')).toMatch(
      /^piers\.yaml, line 4: "new\.depth"/,
    );
  });

  test('is told with the line of a wrong entry of a list', () => {
    expect(problemWith('old:\n  boats:\n    - a\n    - { b: c }\n')).toMatch(/^piers\.yaml, line 4: /);
  });

  test('is told with the line of a broken one', () => {
    expect(problemWith('old: {}\nnew: ]\n')).toMatch(/^piers\.yaml, line 2: /);
  });

  test('is told with the line of a key that comes twice', () => {
    expect(problemWith('old: {}\nnew: {}\nold: {}\n')).toMatch(/^piers\.yaml, line 3: /);
  });

  test.each(['- a\n- b\n', 'just words\n'])(
    'is told where there is a list or words instead of keys: %j',
    (source) => {
      expect(problemWith(source)).toMatch(/^piers\.yaml, line 1: /);
    },
  );

  test('ends in what to do', () => {
    expect(problemWith('old: { width: 1 }')).toMatch(/\. Fix that line\.$/);
  });

  test('is told where an alias stands for nothing, as in *emphasis*', () => {
    expect(problemWith('old:\n  depth: *four*\n')).toMatch(/^piers\.yaml, line 2: /);
  });

  test('is told of aliases that would fill the memory', () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(',')}]`,
    );
    expect(problemWith(['a0: &a0 [x]', ...lines].join('\n'))).toMatch(/^piers\.yaml, line /);
  });

  test('is a sentence to the person, whatever the file says', () => {
    const piece = fc.constantFrom(
      'old',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a',

      '!!x',
      '|',
      '#',
      'depth',
      '\t',
      '%',
      '<<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const source = pieces.join('');
        expect([SUCCESS, /^piers\.yaml, line \d+: /].some((each) => problemWith(source).match(each))).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
