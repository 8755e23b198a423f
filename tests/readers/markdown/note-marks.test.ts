import { expect, test } from 'vitest';
import { removeNoteMarks } from '../../../src/readers/markdown/note-marks.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

test('a sentence does not end in the number of a note, nor a note in the way back', () => {
  const text = 'It is lit.<sup><a href="#n1" id="r1">1</a></sup>\n\nThe lamp. <a href="#r1">↩</a>';
  expect(removeNoteMarks(text)).toBe('It is lit.\n\nThe lamp. ');
});

test.each(['href=#', '<a href=#', '<a href=', '<sup>', '<sup><a href="#'])(
  'long runs of “%s” take no time',
  (part) => {
    expect(cpuTime(() => removeNoteMarks(`<a ${part.repeat(30_000)}`))).toBeLessThan(500);
  },
);

test('a mark that a text shows as code is left', () => {
  const text = 'Write `<sup><a href="#n1">1</a></sup>` or `<a href="#r1">↩</a>`.';
  expect(removeNoteMarks(text)).toBe(text);
});
