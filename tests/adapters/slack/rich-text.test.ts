import { expect, test } from 'vitest';
import { asChannel, asTime, inWords, run } from '../../../src/adapters/slack/rich-text.ts';

const TEXT = `Posted in ${asChannel('C123', 'another channel')} at ${asTime(new Date(60_000), '00:01')}.`;

test('a channel and a moment in a text are elements of their own', () => {
  expect(run(TEXT)).toEqual([
    { type: 'text', text: 'Posted in ' },
    { type: 'channel', channel_id: 'C123' },
    { type: 'text', text: ' at ' },
    { type: 'date', timestamp: 60, format: '{date_short} {time}', fallback: '00:01' },
    { type: 'text', text: '.' },
  ]);
});

test('where no elements can stand, their words do', () => {
  expect(inWords(TEXT)).toBe('Posted in another channel at 00:01.');
});
