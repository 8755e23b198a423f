import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { sentenceKey } from '../../../src/core/library/documents/sentence-key.ts';
import type { Revision } from '../../../src/core/library/versions/revision-store.ts';
import { revise } from '../../../src/core/news/earlier-version.ts';

const minute = (n: number) => new Date(Date.UTC(2026, 10, 24, 8, n));

/** What a version lost and gained after another. */
function step(at: number, [before, now]: [string, string], lost: string[], gained: string[]): Revision {
  const id = 'news/fares' as DocumentId;
  const slices = lost.map((text) => ({ key: sentenceKey(text), start: 0, end: text.length, text }));
  return { id, before, now, at: minute(at), lost: slices, gained: gained.map(sentenceKey) };
}

const fresh =
  (...versions: string[]) =>
  (version: string) =>
    versions.includes(version);
const said = (revisions: readonly Revision[], now: string, isFresh: (version: string) => boolean) => {
  const net = revise(revisions, now, isFresh);
  return (
    net && {
      lost: net.lost.map(({ text, sha256 }) => `${text} in ${sha256}`),
      gained: [...net.gained].map(([key, at]) => `${key} at ${at.getUTCMinutes()}`),
    }
  );
};
const SEVEN = step(1, ['v1', 'v2'], ['seven'], ['eight']);
const NINE = step(5, ['v2', 'v3'], ['eight'], ['nine']);
const key = (text: string, at: number) => `${sentenceKey(text)} at ${at}`;

describe('what changed since a version', () => {
  test('is one revision for a channel that knew the one before', () => {
    expect(said([SEVEN, NINE], 'v3', fresh('v3'))).toEqual({
      lost: ['eight in v2'],
      gained: [key('nine', 5)],
    });
  });

  test('is told with the wording that the channel could have seen, not with one in between', () => {
    expect(said([SEVEN, NINE], 'v3', fresh('v2', 'v3'))).toEqual({
      lost: ['seven in v1'],
      gained: [key('nine', 5)],
    });
  });

  test('is nothing if it is as it was', () => {
    const back = step(5, ['v2', 'v3'], ['eight', 'other'], ['seven']);
    expect(said([SEVEN, back], 'v3', fresh('v2', 'v3'))).toEqual({ lost: ['other in v2'], gained: [] });
  });

  test('is told by whoever saw most versions, not by another process that saw fewer', () => {
    const slow = step(6, ['v1', 'v3'], ['seven'], ['nine']);
    expect(said([SEVEN, NINE, slow], 'v3', fresh('v3'))?.lost).toEqual(['eight in v2']);
  });

  test.each([
    ['no revision led to this version', [SEVEN], 'v3', ['v2', 'v3']],
    ['the document is new', [SEVEN, NINE], 'v3', ['v1', 'v2', 'v3']],
    [
      'revisions go round in circles',
      [SEVEN, step(2, ['v2', 'v1'], ['eight'], ['seven'])],
      'v2',
      ['v1', 'v2'],
    ],
  ])('is unknown if %s', (_, revisions, now, versions) => {
    expect(revise(revisions, now, fresh(...versions))).toBeNull();
  });

  test('leaves out wordings whose text is not kept', () => {
    const long = { ...SEVEN, lost: SEVEN.lost.map((sentence) => ({ ...sentence, text: null })) };
    expect(said([long], 'v2', fresh('v2'))).toEqual({ lost: [], gained: [key('eight', 1)] });
  });
});
