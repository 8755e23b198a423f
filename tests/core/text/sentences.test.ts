import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import type { Slice } from '../../../src/core/text/slice.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

function slicesOf(text: string, language = 'en'): Slice[] {
  return splitSentences(text, { start: 0, end: text.length }, language);
}

function sentencesOf(text: string, language = 'en'): string[] {
  return slicesOf(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('a full stop that ends no sentence', () => {
  const whole: readonly (readonly [what: string, sentence: string])[] = [
    ['a pattern', 'It must match r"^lamp[.]+ [.]toml$" to be read.'],
    ['a pattern before a word', 'It must match lamp.* before it is read.'],
    ['an emphasised title', 'They met _Dr._ Holm on Monday.'],
    ['a capital', 'NATO leaders gather in Washington D.C. for their 75th anniversary summit.'],
    ['a state before a noun', 'Many Asian countries, including close U.S. allies, trade with China.'],
    ['a state before a name', 'The commander of the U.S. Pacific Fleet disagreed.'],
    ['a state with a suffix', 'The U.S.-led presence could add to the tensions.'],
    ['two bodies', 'He cited the E.U. and the U.N. Security Council.'],
    ['a title', 'Dr. Holm met Mr. Lind and Mrs. Quill on Monday.'],
    ['a title over two', 'Prof. Dr. Holm and Gen. Lind signed it.'],
    ['a number', 'The talks took place at No. 10 Downing Street.'],
    ['a figure in brackets', 'The range grew (see Fig. 3) every year.'],
    ['a month', 'It was signed on Jan. 3 and took force at once.'],
    ['a decimal', 'Spending rose by 3.5 per cent, to 2.1 of the total.'],
    ['a price', 'It cost $4.50 vs. $3.80 in 2022.'],
    ['initials', 'J. R. Hartley and George W. Quill wrote it.'],
    ['a junior', 'Adviser Arthur Schlesinger Jr. wrote a memorandum.'],
    ['a company', 'The firm, Acme Inc., was sold.'],
    ['Latin', 'A partner, i.e. an ally, may ask for more, e.g. for ships.'],
    ['a time', 'The vote is at 5 p.m. on Monday.'],
    ['an address', 'Details are at www.example.org for those who ask.'],
  ];

  test.each(whole)('stays inside: %s', (_what, sentence) => {
    expect(sentencesOf(`${sentence} It rained.`)).toEqual([sentence, 'It rained.']);
  });
});

describe('a full stop that makes an ordinal', () => {
  test.each([
    ['de', 'Der Rat trat am 3. Mai zusammen.'],
    ['sr', 'Састанак је био 3. маја у Београду.'],
    ['is', 'Fundurinn var 3. júní í Reykjavík.'],
    ['de', 'Der Rat tagte vom 3. bis zum 14. Mai in Bonn.'],
    ['de', 'Vor dem 2. Weltkrieg fuhr die Fähre jeden Tag.'],
    ['de', 'Der 2. Weltkrieg begann am 1. September 1939.'],
    ['de', 'Es geschah Ende 19. März bis Anfang April.'],
    ['de', 'Zum 3. Mal in seinem 2. Amtsjahr fiel sie aus.'],
    ['de', '3. Mai 2024, ein Freitag, war der letzte Tag.'],
    ['de', 'Am Freitag, 3. Mai, und am Samstag, 4. Mai, fuhr sie.'],
    ['de', 'Der Vertrag (3. Fassung) gilt.'],
    ['de', 'Es gilt ab dem 1. Jan. 2025 überall.'],
    ['da', 'Rådet mødtes den 3. maj i havnen.'],
    ['da', 'Før den 2. Verdenskrig sejlede færgen.'],
    ['no', 'Rådet møttes 17. mai i havnen.'],
    ['cs', 'Rada se sešla 3. května v 19. století.'],
    ['fi', 'Neuvosto kokoontui 3. toukokuuta satamassa.'],
    ['hu', 'A 2. Magyar Hadsereg ott volt.'],
    ['tr', '2. Dünya Savaşı başladı.'],
  ])('stays inside, in %s: %s', (language, sentence) => {
    expect(sentencesOf(`${sentence} Ende.`, language)).toEqual([sentence, 'Ende.']);
  });

  test.each([
    ['de', 'Es waren 3.', 'Dann kam er.'],
    ['de', 'Er gewann das Spiel mit 2 zu 3.', 'Danach ging er.'],
    ['de', 'Das war im Jahr 2024.', 'Mai und Juni waren kalt.'],
    ['de', 'Die Quote stieg auf 3,5.', 'Der Rat schwieg.'],
    ['de', 'Siehe Artikel 12.', 'Der Rat entscheidet.'],
    ['da', 'Der var 3.', 'Så kom han.'],
    ['sr', 'Било их је 3.', '„Онда је дошао.“'],
    ['en', 'She was born on the 3.', 'May was cold.'],
  ])('ends a sentence elsewhere, in %s: %s', (language, first, second) => {
    expect(sentencesOf(`${first} ${second}`, language)).toEqual([first, second]);
  });
});

describe('a full stop that ends a sentence', () => {
  const pairs: readonly (readonly [what: string, first: string, second: string])[] = [
    ['a word', 'The summit opened on Monday.', 'It closes on Friday.'],
    ['a state', 'The idea came from the U.S.', 'The office is in Tokyo.'],
    ['a number', 'The office opens in 2024.', 'Nobody knows who pays.'],
    ['the word no', 'Did it help? No.', 'The tensions grew.'],
    ['a question', 'Who will pay for the office?', 'It remains unclear.'],
    ['a cry', 'It is done!', 'Nobody cheered.'],
    ['a bracket', 'It grew (by a half).', 'Then it shrank.'],
    ['a quotation', 'He called it “a war budget.”', 'The vote followed.'],
    ['emphasis', '_He left._', 'She stayed behind the door.'],
    ['strong emphasis', 'They said so: **he left!**', 'She stayed behind the door.'],
    ['struck out', '~~He left.~~', 'She stayed behind the door.'],
    ['a raised number', 'The port is closed.^1', 'Ships wait outside.'],
    ['a note in square brackets', 'Observers differ [Citation: Global Times, 2023].', 'The debate goes on.'],
  ];

  test.each(pairs)('parts it from the next: %s', (_what, first, second) => {
    expect(sentencesOf(`${first} ${second}`).join('|').endsWith(`|${second}`)).toBe(true);
  });

  test('does so without a space before a quotation', () => {
    expect(sentencesOf('The office opens. “We reject it,” Lin said.')).toEqual([
      ...['The office opens.', '“We reject it,” Lin said.'],
    ]);
  });
});

describe('a quotation', () => {
  test('keeps the words that say who said it', () => {
    expect(sentencesOf('“We firmly reject this,” he said. “It is wrong.”')).toEqual([
      ...['“We firmly reject this,” he said.', '“It is wrong.”'],
    ]);
  });

  test.each(['?', '!'])('keeps them after its own %s', (mark) => {
    expect(sentencesOf(`“Why now${mark}” he asked. Nobody knew.`)).toEqual([
      ...[`“Why now${mark}” he asked.`, 'Nobody knew.'],
    ]);
  });

  test('keeps the name of the one who asked', () => {
    expect(sentencesOf('“Why now?” Lin Jian asked. Nobody knew.')).toEqual([
      ...['“Why now?” Lin Jian asked.', 'Nobody knew.'],
    ]);
  });

  test('keeps its closing mark', () => {
    expect(sentencesOf('He said: “It is not in our interest.” Then he left.')).toEqual([
      ...['He said: “It is not in our interest.”', 'Then he left.'],
    ]);
  });

  test('of several sentences is divided between them', () => {
    expect(sentencesOf('“It is not pursued. No office is needed.”')).toEqual([
      ...['“It is not pursued.', 'No office is needed.”'],
    ]);
  });
});

describe('other writing', () => {
  test('Chinese is divided at its own marks', () => {
    expect(sentencesOf('北约计划在东京设立联络处。中国表示反对！谁来付钱？没有人知道。', 'zh')).toEqual([
      ...['北约计划在东京设立联络处。', '中国表示反对！', '谁来付钱？', '没有人知道。'],
    ]);
  });

  test('a text without any full stop is one sentence', () => {
    expect(sentencesOf('NATO pivots to Asia')).toEqual(['NATO pivots to Asia']);
  });

  test('a hard-wrapped line goes on in the next', () => {
    expect(sentencesOf('The council will rebuild\nthe lighthouse. It is\r\nold.')).toEqual([
      ...['The council will rebuild\nthe lighthouse.', 'It is\r\nold.'],
    ]);
  });

  test('white space alone has no sentence', () => {
    expect(sentencesOf(' \n\t ')).toEqual([]);
  });
});

describe('a long paragraph', () => {
  const sentence = 'Dr. Holm of the U.S. office said that it cost 3.5 million. ';

  test('of 200 KB is divided into its sentences', () => {
    const count = Math.ceil(200_000 / sentence.length);
    const found = sentencesOf(sentence.repeat(count));
    expect(new Set(found)).toEqual(new Set([sentence.trim()]));
    expect(found).toHaveLength(count);
  });

  test.each([
    ['without any full stop', 'harbour '.repeat(25_000)],
    ['of one word', 'a'.repeat(200_000)],
    ['of emoji', '🚢'.repeat(100_000)],
    ['of full stops', '. '.repeat(100_000)],
    ['of opening brackets', '('.repeat(200_000)],
    ['of initials', 'J. '.repeat(70_000)],
    ['of Chinese', '北约计划在东京设立联络处。'.repeat(15_000)],
  ])('of 200 KB takes no more than seconds: %s', (_name, text) => {
    expect(cpuTime(() => expect(slicesOf(text).length).toBeGreaterThan(0))).toBeLessThan(5000);
  });
});

describe('for any text, the sentences', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'The office opens.',
      'Dr. Holm',
      'said',
      'U.S.',
      '“No!”',
      'Why?',
      '3.5',
      '(see',
      'p. 4)',
      '…',
    ),
    fc.constantFrom(
      '🚢',
      '👩‍👩‍👧',
      'e\u0301\u0302\u0303',
      '\u202Eright\u202C',
      '\u2066x\u2069',
      '"',
      '(',
      ']',
      '”',
      '。',
    ),
    fc.constantFrom(' ', '  ', '\n', '\r\n', '\u00A0', '\u2028', ''),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('come in order and do not overlap', () => {
    fc.assert(
      fc.property(text, (each) => {
        const ends = [{ start: 0, end: 0 }, ...slicesOf(each)];
        expect(ends.every(({ start, end }, at) => start <= end && start >= (ends[at - 1]?.end ?? 0))).toBe(
          true,
        );
      }),
    );
  });

  test('are trimmed and not empty', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(sentencesOf(each).filter((found) => found === '' || found !== found.trim())).toEqual([]);
      }),
    );
  });

  test('hold everything but the space between them', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(sentencesOf(each).join('').replace(/\s/gu, '')).toBe(each.replace(/\s/gu, ''));
      }),
    );
  });

  test('cut no character in two, however long the text', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.constantFrom('🚢', '𠀀'), (offset, character) => {
        const each = `${'a'.repeat(offset)}${character.repeat(5000)}`;
        expect(sentencesOf(each).every((found) => found.isWellFormed())).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('are the same wherever the paragraph stands in its document', () => {
    fc.assert(
      fc.property(text, fc.nat(50), (each, before) => {
        const whole = `${'x'.repeat(before)}${each}`;
        const found = splitSentences(whole, { start: before, end: whole.length }, 'en');
        expect(found.map(({ start, end }) => whole.slice(start, end))).toEqual(sentencesOf(each));
      }),
    );
  });
});

test.each([
  [
    'The Bill was agreed to. HON. A. B. QUAY.- Mr. Speaker, I move.',
    'HON. A. B. QUAY.- Mr. Speaker, I move.',
  ],
  ['We met at 7.30 p.m. HON. A. B. QUAY.- Mr. Speaker, I move.', 'HON. A. B. QUAY.- Mr. Speaker, I move.'],
  ['(Question put) MR  SPEAKER: The House agrees.', 'MR  SPEAKER: The House agrees.'],
  ['We met at 7.30 p.m. THE DEPUTY SPEAKER.– We go on.', 'THE DEPUTY SPEAKER.– We go on.'],
  ['We met at 7 p.m. HON. PROF. B. QUAY.- I move.', 'HON. PROF. B. QUAY.- I move.'],
  ['HARBOUR BILL\nHON. A. B. QUAY.- Mr. Speaker, I move.', 'HON. A. B. QUAY.- Mr. Speaker, I move.'],
])('whoever speaks next in a debate begins a sentence: %s', (text, turn) => {
  expect(sentencesOf(text).at(-1)).toBe(turn);
  expect(sentencesOf(text)).toHaveLength(2);
});

test.each([
  'The ship MR QUAY bought in HON. COUNTY sank: it was old.',
  'For storms, see the runbook for DR: restore the harbour database first.',
  'There is no cure for MS: drugs only slow it.',
  'For storms, see the runbook for\nDR: restore the harbour database first.',
  'It was signed by DR. ANNA QUAY: the pier is safe.',
  'It was signed by Prof. DR. ANNA QUAY: the pier is safe.',
  'TO: MR. ADAMS FROM: MRS. QUAY RE: lamps.',
])('a title in capitals within a sentence does not: %s', (text) => {
  expect(sentencesOf(text)).toHaveLength(1);
});
