import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../../src/readers/html/reader.ts';

const SENTENCE =
  'The harbour council met on Monday and voted to rebuild the old lighthouse before the winter.';
const PROSE = `<p>${SENTENCE}</p>`.repeat(6);

async function dateOf(head: string, body: string): Promise<string | null | undefined> {
  const page = `<html lang="en"><head>${head}</head><body><h1>A lamp</h1>${body}${PROSE}</body></html>`;
  return (await htmlReader.read(new TextEncoder().encode(page), 'a.html')).embedded?.published;
}

describe('a day at the head of a page', () => {
  test.each([
    '<div>Deadline: <b>18 May 2026</b></div>',
    '<div>The fair opens on <b>18 May 2026</b> at the pier.</div>',
    '<div>The fair opens on <time>18 May 2026</time> at the pier.</div>',
    '<ul><li>Founded: <span>3 May 1998</span></li></ul>',
    '<div>Deadline: <span class="date">18 May 2026</span></div>',
    '<dl><dt>Deadline</dt><dd>18 May 2026</dd></dl>',
    '<div class="event-date">18 May 2026</div>',
    '<div class="date">Deadline: 18 May 2026</div>',
    '<div class="author-bio">Ada Quay joined the Gazette on 3 May 2019</div>',
    '<div class="about-author">Ada Quay, born 3 May 1970</div>',
  ])('is not that of its publication: %s', async (body) => {
    expect(await dateOf('', body)).toBeNull();
  });

  test.each([
    '<div><b>18 May 2026</b></div>',
    '<div class="author">Ada Quay, 18 May 2026</div>',
    '<div class="author">Written by Ada Quay in Harbours on 18 May 2026 at 8 pm. 5 comments</div>',
    '<div class="author"><span>灯台太郎</span><span>2026-05-18 10:00</span></div>',
    '<div>Ada Quay <span class="date">18 May 2026</span></div>',
    '<div>Published: <span class="date">18 May 2026</span></div>',
    '<dl><dt>Published</dt><dd>18 May 2026</dd></dl>',
    '<div class="date">Date: 18 May 2026</div>',
  ])('is that of its publication: %s', async (body) => {
    expect(await dateOf('', body)).toBe('2026-05-18');
  });
});

describe('the day of an instant of universal time', () => {
  const instant = (time: string) => `<meta property="article:published_time" content="${time}">`;

  test.each([
    '<div>Updated <b>18 May 2024</b></div>',
    '<div>Updated</div><div class="date">18 May 2024</div>',
    '<div class="modified-date">18 May 2024</div>',
    '<div class="event-date date">Event: 18 May 2024</div>',
    '<div>18 May 2024</div>',
  ])('is not moved by %s', async (body) => {
    expect(await dateOf(instant('2024-05-17T23:00:00Z'), body)).toBe('2024-05-17');
  });

  test.each([
    ['2024-05-17T10:00:00Z', '2024-05-18'],
    ['2024-05-17T09:59:59Z', '2024-05-17'],
    ['2024-05-19T12:00:00Z', '2024-05-18'],
    ['2024-05-19T12:00:01Z', '2024-05-19'],
  ])('is the one shown where some place on earth has it then: %s', async (time, day) => {
    expect(await dateOf(instant(time), '<p class="date">18 May 2024</p>')).toBe(day);
  });
});
