import { beforeEach, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import type { Digest } from '../../../src/core/news/digest.ts';
import { type DigestChannel, openDigestChannel } from '../../fakes/digest-channel.ts';
import { createDocument } from '../../fakes/documents.ts';

const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null },
  ...{ synonyms: [], aspects: [] },
};
const VOTED = 'The council approved the new ferry to the island after a debate of many hours.';
const REJECTED = VOTED.replace('approved', 'rejected');
const REST =
  'The mayor thanked all who had come. Coffee and cake were served in the hall until late at night.';
const of = (id: string, text: string, facts: Partial<Document> = {}) =>
  createDocument(`harbour/${id}`, { text: `${text}\n\n${REST}`, publisher: 'Herald', ...facts });

let channel: DigestChannel;

beforeEach(async () => {
  channel = await openDigestChannel({ topic: TOPIC });
  await channel.arrive(-600, of('vote', VOTED));
  await channel.edition(0);
});

/** Each excerpt, and the sentence that it corrects. */
const told = ({ quotations, corrections }: Digest) =>
  quotations.map(({ excerpt }) => [excerpt.text, corrections.get(excerpt)?.text ?? null]);

describe('a digest tells a correction', () => {
  test('of the same document, with the sentence that was shown', async () => {
    await channel.arrive(30, of('vote', REJECTED));
    expect(told(await channel.edition(60))).toEqual([[REJECTED, VOTED]]);
  });

  test('once, however often the document changes elsewhere', async () => {
    await channel.arrive(30, of('vote', REJECTED));
    await channel.edition(60);
    await channel.arrive(90, of('vote', `${REJECTED} The hall was full.`));
    expect(told(await channel.edition(120))).toEqual([]);
  });

  test('again, if it is taken back', async () => {
    await channel.arrive(30, of('vote', REJECTED));
    await channel.edition(60);
    await channel.arrive(90, of('vote', `${VOTED} It was a mistake.`));
    expect(told(await channel.edition(120))).toEqual([[VOTED, REJECTED]]);
  });

  test('by a near copy that has one word replaced', async () => {
    await channel.arrive(30, of('copy', REJECTED));
    const digest = await channel.edition(60);
    expect(told(digest)).toEqual([[REJECTED, VOTED]]);
    expect(digest.copies.size).toBe(0);
  });

  test('before anything else that is new', async () => {
    const small = await openDigestChannel({ topic: TOPIC, order: { length: '30s', max: 1 } });
    await small.arrive(-600, of('vote', VOTED));
    await small.edition(0);
    await small.arrive(
      30,
      of('vote', REJECTED),
      createDocument('harbour/new', { text: 'The ferry to the island sank.' }),
    );
    expect(told(await small.edition(60))).toEqual([[REJECTED, VOTED]]);
  });
});

describe('nothing is called a correction', () => {
  const tell = async (id: string, text: string, facts: Partial<Document> = {}) => {
    await channel.arrive(30, of(id, text, facts));
    return told(await channel.edition(60));
  };

  test.each([
    ['with a comma', VOTED.replace('debate', 'debate,')],
    ['with a word more', VOTED.replace('many', 'very many')],
  ])('that says the same: %s', async (_what, text) => {
    expect(await tell('vote', text)).toEqual([]);
  });

  test('as long as the earlier sentence stands', async () => {
    const all = await tell('vote', `${VOTED} ${VOTED.replace('new ferry', 'old ferry')}`);
    expect(all.every(([, earlier]) => earlier === null)).toBe(true);
  });

  test('in a near copy in other words, or on other names', async () => {
    expect(await tell('copy', VOTED.replace('debate of many', 'discussion of several'))).toEqual([]);
    const [named] = await tell('other', VOTED.replace('the island', 'Borkum'));
    expect(named?.[1] ?? null).toBeNull();
  });

  test('in a document on something else', async () => {
    const text = REJECTED;
    const other = createDocument('harbour/other', {
      text: `${text}\n\n${'A quay, a pier and a mole were built. '.repeat(9)}`,
    });
    await channel.arrive(30, other);
    expect((await channel.edition(60)).corrections.size).toBe(0);
  });

  test('of what an earlier version of Dossier showed, which stored no text', async () => {
    await channel.arrive(30, of('vote', REJECTED));
    const before = channel.before.map((content) => ({
      ...content,
      shown: content.shown.map(({ text, ...old }) => old),
    }));
    expect((await channel.preview(60, { before })).corrections.size).toBe(0);
  });
});
