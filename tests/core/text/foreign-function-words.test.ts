import { describe, expect, test } from 'vitest';
import { foreignFunctionWords } from '../../../src/core/text/foreign-function-words.ts';

async function found(question: string): Promise<string[]> {
  const words = question.split(' ');
  return [...(await foreignFunctionWords(words, words))];
}

describe('the function words of a question', () => {
  test.each([
    ['der leuchtturm von lindau', ['der', 'von']],
    ['wer baut den leuchtturm', ['wer', 'den']],
    ['quién construye el faro', ['quién', 'el']],
    ['kto buduje ten dom', ['kto', 'ten']],
    ['hvem bygger huset og hvorfor', ['hvem', 'og', 'hvorfor']],
    ['등대 는 언제', ['는', '언제']],
    ['灯台 は いつ', ['は', 'いつ']],
  ])('are known in every language: %s', async (question, words) => {
    expect(await found(question)).toEqual(expect.arrayContaining(words));
  });

  test('do not include what the question is about', async () => {
    expect(await found('der leuchtturm von lindau')).not.toContain('leuchtturm');
  });

  test.each(['war crimes in the harbour', 'the man will die', 'old pier'])(
    'are not words of English that another language has: %s',
    async (question) => {
      const content = question
        .split(' ')
        .filter((word) => /^(?:war|crimes|man|die|old|pier|harbour)$/.test(word));
      for (const word of content) expect(await found(question)).not.toContain(word);
    },
  );
});
