import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brief } from '../../../commands/brief/brief.ts';
import { digest } from '../../../commands/digest/digest.ts';
import { DECLARATIONS } from '../../../commands/index.ts';
import { topics } from '../../../commands/topics/topics.ts';
import type { CommandDeclaration } from '../../../src/core/bot/command.ts';
import { checkOptions, parseArguments, parseOptions } from '../../../src/core/bot/parse-options.ts';
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

describe('words in quotation marks', () => {
  test.each([
    ['"the old pier" tomorrow', { place: 'the old pier', day: 'tomorrow' }],
    ['“the old pier” day:tomorrow', { place: 'the old pier', day: 'tomorrow' }],
    ['place:"the old pier" unit:«big feet»', { place: 'the old pier', unit: 'big feet' }],
  ])('are one word at every place: %s', (line, options) => {
    expect(parseOptions(line, tide)).toEqual(options);
  });

  test('are one word in every option of every command', () => {
    for (const command of DECLARATIONS)
      for (const [name, { rest, keepsMarks }] of Object.entries(command.options)) {
        if (rest) continue;
        const value = keepsMarks ? '"one two"' : 'one two';
        expect(parseOptions(`${name}:"one two"`, command)).toEqual({ [name]: value });
        const [first] = Object.entries(command.options).filter(([, { position }]) => position === 0);
        if (first && !first[1].rest)
          expect(parseOptions('"one two"', command)).toEqual({ [first[0]]: 'one two' });
      }
  });

  test('need not be typed on the command line, where each word is one', () => {
    expect(parseArguments(['the old pier', 'tomorrow'], tide)).toEqual({
      place: 'the old pier',
      day: 'tomorrow',
    });
    expect(parseArguments(['place:the old pier'], tide)).toEqual({ place: 'the old pier' });
    expect(parseArguments(['ahoy you', 'loudness:very loud', 'all'], shout)).toEqual({
      words: 'ahoy you all',
      loudness: 'very loud',
    });
  });
});

describe('a topic of several words', () => {
  const options = (line: string) => checkOptions(parseOptions(line, brief), brief);

  test.each([
    ['nato asia 30s', 'nato asia', '30s', null],
    ['NATO in the Asia-Pacific', 'NATO in the Asia-Pacific', null, null],
    ['nato-asia 3 minutes', 'nato-asia', '3m', null],
    ['nato-asia long timeline', 'nato-asia', '3m', 'timeline'],
    ['nato-asia half a minute', 'nato-asia', '30s', null],
    ['"nato asia" short style:voices', 'nato asia', '30s', 'voices'],
  ])('is read whole, and the length after it: %s', (line, topic, length, style) => {
    expect(options(line)).toMatchObject({ topic, length, style });
  });

  test.each(['nato-asia 5m', 'nato-asia timelin'])('takes no mistyped length or style: %s', (line) => {
    expect(problemOf(() => options(line)).message).toContain('is not a valid');
  });

  test('comes before the time of a digest', () => {
    expect(parseOptions('add nato asia 09:00 daily', digest)).toEqual({
      ...{ action: 'add', what: 'nato asia', at: '09:00', days: 'daily' },
    });
  });
});
