import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topics } from '../../../commands/topics/topics.ts';
import type { CommandDeclaration } from '../../../src/core/bot/command.ts';
import { checkOptions, parseOptions } from '../../../src/core/bot/parse-options.ts';
import { problemOf, shout, tide } from './sample-commands.ts';

describe('options', () => {
  test('are bare words in order', () => {
    expect(parseOptions('pier today', tide)).toEqual({ place: 'pier', day: 'today' });
  });

  test('may be named, in any order', () => {
    expect(parseOptions('unit:feet day:today place:pier', tide)).toEqual({
      ...{ unit: 'feet', day: 'today', place: 'pier' },
    });
  });

  test('may be named in any case', () => {
    expect(parseOptions('Unit:feet', tide)).toEqual({ unit: 'feet' });
  });

  test('leave the places of those named to the next word', () => {
    expect(parseOptions('place:pier tomorrow', tide)).toEqual({ place: 'pier', day: 'tomorrow' });
  });

  test.each(['"old pier"', '“old pier”', '„old pier“', '«old pier»'])(
    'hold spaces between quotation marks of any kind: %s',
    (value) => {
      expect(parseOptions(`place:${value} unit:feet`, tide)).toEqual({ place: 'old pier', unit: 'feet' });
    },
  );

  test.each(['place: pier', 'pier unit:', 'Day:'])('without a value are refused, saying so: %s', (line) => {
    expect(problemOf(() => parseOptions(line, tide)).message).toContain('without a space');
  });

  test('take the rest of the line as it stands', () => {
    expect(parseOptions('ahoy  there: all "hands"', shout)).toEqual({ words: 'ahoy  there: all "hands"' });
  });

  test('may be named before the rest of the line', () => {
    expect(parseOptions('loudness:high ahoy there', shout)).toEqual({
      loudness: 'high',
      words: 'ahoy there',
    });
  });

  test.each([
    ['ahoy there loudness:high', 'ahoy there'],
    ['ahoy loudness:high there', 'ahoy there'],
    ['ahoy  you\tloudness:"high"\n there', 'ahoy  you\n there'],
    ['ahoy "you there" loudness:high', 'ahoy "you there"'],
  ])('may be named after or within it: %j', (line, words) => {
    expect(parseOptions(line, shout)).toEqual({ words, loudness: 'high' });
  });

  test.each([
    'tell them "use loudness:high now"',
    'tell "loudness:high"? them',
    'tell them “use loudness:high now”',
    'tell them:loudness:high',
    'tell (loudness:high)',
    'tell words:ahoy',
    'tell loudness: high',
    'tell loudness:"very high"er',
    'tell volume:high',
  ])('are not made of other colons in it: %s', (words) => {
    expect(parseOptions(words, shout)).toEqual({ words });
  });

  test('without a value are refused before the rest of the line, rather than made a part of it', () => {
    expect(problemOf(() => parseOptions('loudness: high ahoy', shout)).code).toBe('invalid-option');
    expect(problemOf(() => parseOptions('loudness:', shout)).code).toBe('invalid-option');
  });

  test('are refused when given twice and differently', () => {
    expect(problemOf(() => parseOptions('unit:feet unit:metres pier', tide)).code).toBe('invalid-option');
    expect(problemOf(() => parseOptions('loudness:low ahoy loudness:high', shout)).code).toBe(
      'invalid-option',
    );
    expect(parseOptions('unit:feet unit:feet', tide)).toEqual({ unit: 'feet' });
  });

  test('of an unknown name are refused where no text may hold them', () => {
    expect(problemOf(() => parseOptions('pier since:nonsense', tide)).message).toBe(
      '/tide does not accept "since:nonsense". It takes place, day, unit.',
    );
  });

  test('lose no word of the line', () => {
    const word = fc.constantFrom(
      'ahoy',
      'x:y',
      '"a b"',
      'words:z',
      'loudness:',
      'say:"loudness:1 x"',
      '12:30',
    );
    fc.assert(
      fc.property(fc.array(word), fc.nat(9), (parts, at) => {
        const words = ['ahoy', ...parts];
        expect(parseOptions(words.toSpliced(at, 0, 'loudness:7').join(' '), shout)).toEqual({
          ...{ words: words.join(' '), loudness: '7' },
        });
      }),
    );
  });

  test('of nothing are none', () => {
    expect(parseOptions('  ', tide)).toEqual({});
  });

  test('beyond those there are places for are refused', () => {
    expect(problemOf(() => parseOptions('pier today again', tide))).toMatchObject({
      code: 'invalid-option',
      suggestions: ['place', 'day', 'unit'],
    });
  });
});

describe('checked options', () => {
  test('are null where they were not given', () => {
    expect(checkOptions({ place: 'pier' }, tide)).toEqual({ place: 'pier', day: null, unit: null });
  });

  test('are null where they are empty', () => {
    expect(checkOptions({ place: ' ' }, tide)).toMatchObject({ place: null });
  });

  test('take the words to choose from in any case', () => {
    expect(checkOptions({ day: 'Tomorrow' }, tide)).toMatchObject({ day: 'tomorrow' });
  });

  test.each<[CommandDeclaration, string, string]>([
    [tide, 'day', 'is not a valid day for /tide'],
    [topics, 'action', 'is not a valid action for /topics'],
  ])('name the option and the command', (command, name, words) => {
    expect(problemOf(() => checkOptions({ [name]: 'x' }, command)).message).toContain(words);
  });

  test('with a value that is none of the choices are refused, naming them', () => {
    expect(problemOf(() => checkOptions({ day: 'yesterday' }, tide))).toMatchObject({
      code: 'invalid-option',
      suggestions: ['today', 'tomorrow'],
    });
  });

  test('of an unknown name are refused', () => {
    expect(problemOf(() => checkOptions({ depth: '3' }, tide)).message).toContain('"depth"');
  });
});
