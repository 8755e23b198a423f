import { expect, test } from 'vitest';
import { htmlReader } from '../../../src/readers/html/reader.ts';

const SENTENCE =
  'The harbour council met on Monday and voted to rebuild the old lighthouse before the winter.';
const PROSE = `<p>${SENTENCE}</p>`.repeat(6);

async function authorOf(head: string, body: string): Promise<string | null | undefined> {
  const page = `<html lang="en"><head>${head}</head><body><h1>A lamp</h1>${body}${PROSE}</body></html>`;
  return (await htmlReader.read(new TextEncoder().encode(page), 'a.html')).embedded?.author;
}

const BO = '<a href="https://gov.example/people/bo-stern">Bo Stern</a>';
const ADA = '<a href="/staff/ada-quay">Ada Quay</a>';
const REUTERS = '<meta name="author" content="Reuters">';

test.each([
  ['in a sentence', `<p>The minister ${BO} said no to the plan.</p>`],
  ['at the head of one', `<p>${BO} said no to the plan.</p>`],
  ['in a sentence that opens with “by”', `<div>By ${BO} no word was said.</div>`],
  ['in a biography', `<div class="author-bio">Ada works with ${BO} at the harbour.</div>`],
  ['after a photo’s label', `<div>Photo: ${ADA}</div>`],
  ['below a photo’s label', `<div>Photo by</div><div>${ADA}</div>`],
  ['in a photo’s credit', `<span class="photo-credit">${ADA}</span>`],
  ['as the author of a photo', '<div>Photo: <span class="author">Ada Quay</span></div>'],
])('a person who is linked is no author %s', async (_where, body) => {
  expect(await authorOf('', body)).toBeNull();
});

test.each([
  ['alone in a line', `<div>${ADA}</div>`, 'Ada Quay'],
  ['after “von” and before a day', `<p>Von ${ADA}, 10. Juli 2024</p>`, 'Ada Quay'],
  ['after “Posted by”', `<div>Posted by ${ADA} on 10 July 2024</div>`, 'Ada Quay'],
  ['in a byline', `<div class="byline">Words: ${ADA} and ${BO}</div>`, 'Ada Quay, Bo Stern'],
  ['before a photo’s credit', `<div>By ${ADA} | Photos by ${BO}</div>`, 'Ada Quay'],
])('a person who is linked is an author %s', async (_where, body, author) => {
  expect(await authorOf('', body)).toBe(author);
});

test('an agency that is stated stays the author, whoever the page links to', async () => {
  const body = `<div>Photo: ${ADA}</div><p>The minister ${BO} said no.</p>`;
  expect(await authorOf(REUTERS, body)).toBe('Reuters');
  expect(await authorOf(REUTERS, `<div>By ${ADA}</div>`)).toBe('Reuters');
});

test('an account gives way to a byline, but not to persons in the text', async () => {
  const admin = '<meta name="author" content="Admin">';
  expect(await authorOf(admin, `<div>By ${ADA}</div>`)).toBe('Ada Quay');
  expect(await authorOf(admin, `<p>Signed by ${ADA} and ${BO} at the pier.</p>`)).toBe('Admin');
});
