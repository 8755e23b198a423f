import { describe, expect, test } from 'vitest';
import { createPageLinks, type PageLinkOptions, quotationOf } from '../../../src/app/pages/page-links.ts';
import type { DocumentId } from '../../../src/core/library/document.ts';
import { ADA } from '../../fakes/insider-chat.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';

const QUOTED = { document: 'harbour/old pier' as DocumentId, start: 4, end: 12, text: 'the pier' };
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
    expect(linksOf().channelOf(QUOTED.document, url.searchParams)).toEqual({ platform, workspace, channel });
  });

  test('opens no other document, and nothing once it is too old', () => {
    expect(linksOf().channelOf('harbour/other', parametersOf(link))).toBeNull();
    const later = new Date(NOW.valueOf() + 92 * DAYS);
    expect(linksOf({ now: () => later }).channelOf(QUOTED.document, parametersOf(link))).toBeNull();
  });

  test('opens nothing where another secret signed it, or none', () => {
    const other = linksOf({ secret: 'another one of those' });
    expect(other.channelOf(QUOTED.document, parametersOf(link))).toBeNull();
    expect(linksOf().channelOf(QUOTED.document, new URLSearchParams())).toBeNull();
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
      return linksOf().channelOf(QUOTED.document, parameters);
    });
    expect(opened.filter((channel) => channel !== null)).toEqual([]);
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
