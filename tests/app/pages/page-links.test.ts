import { describe, expect, test } from 'vitest';
import { quotationOf } from '../../../src/app/pages/find-quotation.ts';
import { createPageLinks, type PageLinkOptions, type PageTarget } from '../../../src/app/pages/page-links.ts';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { ADA } from '../../fakes/insider-chat.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';

const QUOTED = { document: 'harbour/old pier' as DocumentId, start: 4, end: 12, text: 'the pier' };
const TARGET: PageTarget = { kind: 'documents', name: QUOTED.document };
const DAYS = 86_400_000; // milliseconds

const linksOf = (given: Partial<PageLinkOptions> = {}) =>
  createPageLinks({
    ...{ publicUrl: 'https://desk.example', localUrl: null, secret: 'sixteen or longer', days: 90 },
    ...{ now: () => NOW, ...given },
  });

function parametersOf(link: string | null): URLSearchParams {
  return new URL(link ?? '').searchParams;
}

describe('a link to a page on a public server', () => {
  const link = linksOf().linkTo(QUOTED, ADA);

  test('opens the document at what was quoted, for the channel that it was made for', () => {
    const url = new URL(link ?? '');
    expect(`${url.origin}${url.pathname}${url.hash}`).toBe(
      'https://desk.example/documents/harbour/old%20pier#quote',
    );
    expect(quotationOf(url.searchParams)).toMatchObject({ start: 4, end: 12 });
    const { platform, workspace, channel } = ADA;
    expect(linksOf().readerOf(TARGET, url.searchParams)?.audience).toEqual({
      ...{ platform, workspace, channel, user: '', private: false },
    });
  });

  test('is for one person where the reply was', () => {
    const own = linksOf().linkTo(QUOTED, { ...ADA, private: true });
    expect(linksOf().readerOf(TARGET, parametersOf(own))?.audience).toMatchObject({
      user: ADA.user,
      private: true,
    });
  });

  test('leads on to pages that open no longer than it does', () => {
    const links = linksOf();
    const reader = links.readerOf(TARGET, parametersOf(link));
    const topic = { kind: 'topics', name: 'ferry' } as const;
    const onward = links.addressFor(topic, reader ?? expect.fail());
    const at = (days: number) => linksOf({ now: () => new Date(NOW.valueOf() + days * DAYS) });
    const later = at(80).addressFor(topic, at(80).readerOf(topic, parametersOf(onward)) ?? expect.fail());
    expect(later).toBe(onward);
    expect(at(92).readerOf(topic, parametersOf(onward))).toBeNull();
  });

  test('opens no other document, no other kind of page, not from another answer, and nothing once it is too old', () => {
    const opens = (target: PageTarget) => linksOf().readerOf(target, parametersOf(link)) !== null;
    expect(opens(TARGET)).toBe(true);
    for (const other of [
      { name: 'harbour/other' },
      { kind: 'topics' },
      { kind: 'originals' },
      { answer: 'a' },
    ] as const)
      expect(opens({ ...TARGET, ...other })).toBe(false);
    const later = new Date(NOW.valueOf() + 92 * DAYS);
    expect(linksOf({ now: () => later }).readerOf(TARGET, parametersOf(link))).toBeNull();
  });

  test('opens nothing where another secret signed it, or none', () => {
    const other = linksOf({ secret: 'another one of those' });
    expect(other.readerOf(TARGET, parametersOf(link))).toBeNull();
    expect(linksOf().readerOf(TARGET, new URLSearchParams())).toBeNull();
  });

  test('is worth nothing once changed: of 10,000 forged ones, none opens anything', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-_/';
    const opened = Array.from({ length: 10_000 }, (_, at) => {
      const parameters = parametersOf(link);
      const name = ['to', 'until', 'key'][at % 3] ?? '';
      const value = parameters.get(name) ?? '';
      const place = (at * 7) % value.length;
      const letter = letters[at % letters.length] ?? '';
      const changed =
        value.slice(0, place) + (value[place] === letter ? '~' : letter) + value.slice(place + 1);
      parameters.set(name, changed);
      return linksOf().readerOf(TARGET, parameters);
    });
    expect(opened.filter((reader) => reader !== null)).toEqual([]);
  });
});

test('a link on this machine needs no signature, and only its user gets one', () => {
  const links = linksOf({ publicUrl: null, localUrl: 'http://127.0.0.1:3000' });
  expect(links.linkTo(QUOTED, LOCAL)).toMatch(
    /^http:\/\/127\.0\.0\.1:3000\/documents\/harbour\/old%20pier\?at=4-12&as=\S{8}#quote$/,
  );
  expect(links.linkTo(QUOTED, ADA)).toBeNull();
  expect(linksOf({ publicUrl: null }).linkTo(QUOTED, LOCAL)).toBeNull();
});

test.each(['', 'at=', 'at=9-4', 'at=-1-4', 'at=1-2-3', 'at=1e3-9', 'at=12345678901-12345678902'])(
  'parameters that quote nothing: %s',
  (parameters) => {
    expect(quotationOf(new URLSearchParams(parameters))).toBeNull();
  },
);
