import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import { allSentences } from '../../../../src/core/library/documents/indexed-document.ts';
import { createMemoryLibrary } from '../../../../src/core/library/memory-library.ts';
import { verifyQuotation } from '../../../../src/core/library/verification/verify-quotation.ts';
import { alterations, plain, randomFrom, rewritings } from '../../../fakes/alterations.ts';
import { createContents, createDocument } from '../../../fakes/documents.ts';
import { loadOwnCorpus } from '../../../fakes/local-chat.ts';

const TEXT = `The harbour board did not raise the fee of 15.5 million euros. “It’s settled,” the chair
said on 3 May. The non-nuclear ships pay −5 per cent, and isn’t that fair?

No ship has left. A rise of 4 million was refused. Il n’est pas parti. The chair said « bonjour ».`;

/** What verifying says of a quotation from a text: its characters there, or why they are none. */
function verify(quotation: string, text = TEXT) {
  const library = createMemoryLibrary(createContents([createDocument('a/b', { text })]));
  const indexed = library.get('a/b' as DocumentId);
  if (!indexed) throw new Error('The document is not there.');
  const found = verifyQuotation(indexed, quotation);
  const at = (slice: { start: number; end: number }) => text.slice(slice.start, slice.end);
  if (found.verdict === 'stands') return found.places.map(at);
  return found.verdict === 'cut' ? `cut: ${found.cut}` : found.nearest && { nearest: at(found.nearest) };
}

describe('a quotation stands', () => {
  test.each([
    ['word for word', 'did not raise the fee', 'did not raise the fee'],
    ['over the end of a line', 'the chair said on 3 May', 'the chair\nsaid on 3 May'],
    ['with other marks of quotation', `"It's settled,"`, '“It’s settled,”'],
    ['within marks of its own', '“The harbour board”', 'The harbour board'],
    ['in marks with spaces inside', 'said "bonjour".', 'said « bonjour ».'],
    ['with its accents apart', 'Il n’est pas parti.'.normalize('NFD'), 'Il n’est pas parti.'],
    ['as part of a sentence', 'The chair said', 'The chair said'],
  ])('%s', (_, quotation, standing) => {
    expect(verify(quotation)).toEqual([standing]);
  });

  test('at each of its places', () => {
    expect(verify('a fee', 'A fee, a fee and a feeling, a\nfee.')).toEqual(['a fee', 'a\nfee']);
  });

  test('whatever nobody sees in it', () => {
    expect(verify('the harbour', 'So the har\u00ADbour\u200B it is.')).toEqual(['the har\u00ADbour']);
  });

  test('in a text without spaces, between two words', () => {
    expect(verify('理事会は料金を', '港の理事会は料金を上げた。')).toEqual(['理事会は料金を']);
  });
});

describe('a quotation does not stand', () => {
  test.each([
    ['with another word', 'did not lower the fee'],
    ['without its negation', 'The harbour board did raise the fee'],
    ['in another case', 'the harbour board did not'],
    ['with another number', 'the fee of 15.6 million'],
    ['with other punctuation', 'that fair.'],
    ['with a gap', 'The harbour board … 15.5 million euros'],
  ])('%s', (_, quotation) => {
    expect(verify(quotation)).not.toBeInstanceOf(Array);
  });

  test.each([
    ['part of a word', 'harbour boar', 'd'],
    ['part of a number', '5 million euros', '15.'],
    ['a number without its sign', '5 per cent', '−'],
    ['a number without its unit', 'A rise of 4', 'million'],
    ['what follows “not”', 'raise the fee', 'not'],
    ['what follows “No”', 'ship has left.', 'No'],
    ['a word without its prefix', 'nuclear ships pay', 'non-'],
    ['a verb without its “n’t”', 'and is', 'n’t'],
    ['a French verb without its “n’”', 'est pas parti.', 'n"'],
  ])('as %s', (_, quotation, cut) => {
    expect(verify(quotation)).toMatch(`cut: ${cut}`.replace('’', '"'));
  });

  test('but the sentence that is most like it is named', () => {
    expect(verify('The harbour board did raise the fee of 15.5 million euros.')).toEqual({
      nearest: 'The harbour board did not raise the fee of 15.5 million euros.',
    });
    expect(verify('Something else entirely, by the way')).toBeNull();
  });

  test.each(['', '   ', '“”', '…'])('if it has no words: %j', (quotation) => {
    expect(verify(quotation)).toBeNull();
  });

  test('in feet if it stands there in inches', () => {
    expect(verify(`a board of 5'`, 'It is a board of 5".')).not.toBeInstanceOf(Array);
  });
});

test('every sentence of the included documents stands as it is or written otherwise, and altered none does', async () => {
  const library = createMemoryLibrary(await loadOwnCorpus());
  const random = randomFrom(7);
  const wrong: unknown[] = [];
  let altered = 0;
  for (const { id } of library.documents) {
    const indexed = library.get(id);
    if (!indexed) continue;
    const { text } = indexed.document;
    const verdict = (quotation: string) => verifyQuotation(indexed, quotation).verdict;
    for (const { start, end } of allSentences(indexed)) {
      const sentence = text.slice(start, end);
      wrong.push(...rewritings(sentence).filter((written) => verdict(written) !== 'stands'));
      const others = alterations(sentence, random).filter(
        (other) => !plain(text).includes(plain(other.text)),
      );
      wrong.push(...others.filter((other) => verdict(other.text) === 'stands'));
      altered += others.length;
    }
  }
  expect(wrong).toEqual([]);
  expect(altered).toBeGreaterThan(500);
});
