import { expect, test } from 'vitest';
import { speakerOf } from '../../../src/core/quoting/speaker.ts';

test.each([
  ['before the quotation', 'Ada Lund said: “The ferry is old.”', 'Ada Lund'],
  ['with an office', 'Ada Lund, a member of the council, told reporters: “It is old.”', 'Ada Lund'],
  ['after it', '“The ferry is old,” Ada Lund said.', 'Ada Lund'],
  ['after it, verb first', '“The ferry is old,” said Jan van Dyk.', 'Jan van Dyk'],
])('the speaker of a quotation is who is named in full %s', (_where, text, speaker) => {
  expect(speakerOf(text)).toBe(speaker);
});

test.each([
  ['a last name only', '“The ferry is old,” Lund said.'],
  ['a pronoun', '“The ferry is old,” she said.'],
  ['no quotation', 'Ada Lund said that the ferry is old.'],
])('a text with %s names no speaker', (_what, text) => {
  expect(speakerOf(text)).toBeNull();
});
