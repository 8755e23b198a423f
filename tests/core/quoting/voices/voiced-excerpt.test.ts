import { describe, expect, test } from 'vitest';
import { voicedExcerpt } from '../../../../src/core/quoting/voices/voiced-excerpt.ts';
import { createCandidates } from '../../../fakes/candidates.ts';

/** Who is found to say each sentence of a text: `heading: excerpt`, or null. */
function voicesIn(text: string, language = 'en') {
  return createCandidates('harbour/a', { text, language }).map((candidate) => {
    const found = voicedExcerpt(candidate);
    return (
      found && `${text.slice(found.voice.heading.start, found.voice.heading.end)}: ${found.excerpt.text}`
    );
  });
}

/** Who is found to say the last sentence of a text. */
function voiceOf(text: string, language = 'en') {
  return voicesIn(text, language).at(-1)?.replace(/: .*/s, '') ?? null;
}

describe('a sentence says who speaks', () => {
  test.each([
    ['a full name', 'Ada Lund said the ferry is old.', 'Ada Lund'],
    [
      'a name and an office',
      'Norwegian Prime Minister Ada Lund has said that it is old.',
      'Norwegian Prime Minister Ada Lund',
    ],
    [
      'an office after the name',
      'Ada Lund, a member of the harbour board, told reporters it is old.',
      'Ada Lund, a member of the harbour board',
    ],
    [
      'the verb first',
      '“It is old,” said Lin Jian, a spokesperson for China’s foreign ministry.',
      'Lin Jian, a spokesperson for China’s foreign ministry',
    ],
    ['the name after a quotation', '“It is old,” Jan van Dyk told reporters.', 'Jan van Dyk'],
    ['a form of address', 'Mr Lund insisted it was old.', 'Mr Lund'],
    [
      'where the person works',
      'It is old, according to Ada Lund of the Harbour Institute.',
      'Ada Lund of the Harbour Institute',
    ],
    ['a body', 'The Bank of England said prices will fall.', 'Bank of England'],
    ['a government', 'It is old, the Chinese government said.', 'Chinese government'],
    ['a body in capitals', 'According to the OECD, prices will fall.', 'OECD'],
    [
      'who speaks for a body',
      'A spokeswoman for Royal Mail said: “It is lost.”',
      'spokeswoman for Royal Mail',
    ],
    [
      'a name after who speaks for a body',
      '“It is lost,” said Opera spokeswoman, Ada Lund.',
      'Opera spokeswoman, Ada Lund',
    ],
  ])('by %s', (_by, text, voice) => {
    expect(voiceOf(text)).toBe(voice);
  });

  test.each([
    ['de', '„Das Schiff ist alt“, sagte Bundeskanzler Olaf Lund am Montag.', 'Bundeskanzler Olaf Lund'],
    ['fr', 'Le président Jean Lund a déclaré que le bateau est vieux.', 'président Jean Lund'],
    ['es', 'La ministra Ana Lund dijo que el barco es viejo.', 'ministra Ana Lund'],
    ['it', 'Il presidente Ada Lund ha detto che la nave è vecchia.', 'presidente Ada Lund'],
    ['pt', 'O presidente João Lund afirmou que o barco é velho.', 'presidente João Lund'],
    ['nl', 'Volgens Jan van Dyk is de boot oud.', null],
    ['nl', '“De boot is oud”, zei Jan van Dyk.', 'Jan van Dyk'],
  ])('in %s: %s', (language, text, voice) => {
    expect(voiceOf(text, language)).toBe(voice);
  });
});

test('a colon above a heading announces nothing that somebody says', async () => {
  expect(voicesIn('Ada Lund of the council said:\n\nFerries\u2002\n\nThe lamp was lit.')[0]).toBeNull();
});

describe('a sentence does not say surely who speaks', () => {
  test.each([
    ['a pronoun', 'He said the ferry is old.'],
    ['many', 'Analysts said the ferry is old.'],
    ['an office alone', 'The prime minister said the ferry is old.'],
    ['somebody of somebody', 'A friend of Ada Lund said the ferry is old.'],
    ['somebody’s aide', 'Mr Lund’s spokesman said the ferry is old.'],
    ['two at once', 'Ada Lund and Jan Dyk said the ferry is old.'],
    ['two in turn', 'Ada Lund said it is old, but Jan Dyk said it is new.'],
    ['a report', 'A report by Ada Lund said the ferry is old.'],
    ['what was said of the person', 'Ada Lund was told that the ferry is old.'],
    ['what the person is said to be', 'Ada Lund is said to be rich.'],
    ['somebody within the quotation', '“Ada Lund said it is old,” he recalled.'],
    ['a word that opens the sentence', 'Yesterday Lund said the ferry is old.'],
    ['a verb that tells something else', 'Ada Lund added salt to the soup.'],
    ['a company unnamed', 'The Canada-based company said the ferry is old.'],
  ])('%s: %s', (_what, text) => {
    expect(voiceOf(text)).toBeNull();
  });
});

describe('a last name', () => {
  test('is that of the one full name in its document, with the office that it gives there', () => {
    expect(voiceOf('French President Emmanuel Macron flew in.\n\n“It is late,” Macron said.')).toBe(
      'French President Emmanuel Macron',
    );
  });

  test('is nobody’s if two share it', () => {
    expect(voiceOf('Gordon Brown met Nick Brown.\n\nMr Brown said it is late.')).toBeNull();
  });

  test('known to its document by nothing else is taken as it stands, once it is familiar', () => {
    expect(voiceOf('Yukos was sold.\n\nYukos said it would sue.')).toBe('Yukos');
    expect(voiceOf('Firms were sold.\n\nYukos said it would sue.')).toBeNull();
  });

  test('is none if its document also writes it small', () => {
    expect(
      voiceOf('Market Participants met. The participants ate.\n\nParticipants said it was late.'),
    ).toBeNull();
  });
});

describe('the excerpt shows what makes it sure', () => {
  test('the whole quotation', () => {
    const quoted = '“The ferry is old. It leaks badly,” Ada Lund said.';
    expect(voicesIn(quoted)).toEqual([`Ada Lund: ${quoted}`, `Ada Lund: ${quoted}`]);
  });

  test('the sentence before, for a quotation that stands alone', () => {
    const text = '“The ferry is old,” Ada Lund said. “It leaks badly.”';
    expect(voicesIn(text).at(-1)).toBe(`Ada Lund: ${text}`);
  });

  test('the sentence before, for “she said”, if it names one person and no other', () => {
    const text = 'Minister Ada Lund said the ferry is old. “It leaks badly,” she said.';
    expect(voicesIn(text).at(-1)).toBe(`Minister Ada Lund: ${text}`);
    const other = 'Jan Dyk is here. Minister Ada Lund told Dyk the ferry is old. “It leaks badly,” she said.';
    expect(voicesIn(other).at(-1)).toBeNull();
  });

  test('nothing of another paragraph', () => {
    const text = 'Minister Ada Lund said the ferry is old.\n\n“It leaks badly,” she said. “It is old.”';
    expect(voicesIn(text).slice(1)).toEqual([null, null]);
  });

  test('what a colon announces', () => {
    expect(voicesIn('Ada Lund said: “It is old. It leaks.”')[0]).toBe(
      'Ada Lund: Ada Lund said: “It is old. It leaks.”',
    );
    expect(voiceOf('Ada Lund once said of the ferry:')).toBeNull();
  });
});
