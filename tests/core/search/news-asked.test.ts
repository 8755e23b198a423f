import { expect, test } from 'vitest';
import { newsAsked } from '../../../src/core/search/news-asked.ts';

test.each([
  ['latest news on rates', 'latest news'],
  ['News about the ferry', 'News'],
  ['What’s the latest news on the pier?', 'What’s the latest news'],
  ['Any updates on the bridge?', 'Any updates'],
  ['give me information about the port', 'give me information'],
])('%s asks by “%s”', (question, asked) => {
  const found = newsAsked(question);
  expect(found && question.slice(found.start, found.end)).toBe(asked);
});

test.each([
  'Who reads the news on Sundays?',
  'What is news?',
  'news agencies',
  'information security on ships',
])('%s: none', (question) => expect(newsAsked(question)).toBeNull());
