import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';

const boats = ['Aurora', 'Borealis', 'Corona', 'Delta', 'Electra', 'Fortuna', 'Gloria', 'Helios'];
const LONG = createDocument('harbour/log', {
  text: boats
    .map((boat, at) => `The storm of ${1950 + at} sank the boat ${boat} off the harbour mole.`)
    .join('\n\n'),
});
const OTHER = createDocument('town/paper', {
  text: [
    ...boats.map((boat, at) => `In ${1960 + at} a storm sank the fishing boat ${boat} near the harbour.`),
    'the storm that sank boats in the harbour',
    'The storm of 1950 sank the boat Aurora off the harbour mole.',
    'A bakery opened in the square.',
  ].join('\n\n'),
});
const FILLER = Array.from({ length: 40 }, (_, at) =>
  createDocument(`town/bakery-${at}`, {
    text: `Bakery number ${at} in the square opens at dawn on weekdays.`,
  }),
);
const DOCUMENTS = [LONG, OTHER, ...FILLER];
const QUESTION = '/ask Which boats did a storm sink in the harbour?';

describe('everything that is relevant', () => {
  test('comes page by page, once each, as many from a document as there are, in whole sentences', async () => {
    const chat = await openLocalChat(createContents(DOCUMENTS));
    const first = await chat.say(`${QUESTION} length:all`);
    const pages = [first];
    while (pages.at(-1)?.more) pages.push(await chat.say('more'));
    const texts = pages.flatMap(({ points }) => points.map(({ text }) => text));
    expect(pages.map(({ points }) => points.length)).toEqual([12, 4]);
    expect(new Set(texts).size).toBe(16);
    for (const boat of boats) expect(texts.filter((text) => text.includes(boat))).toHaveLength(2);
    expect(first.note).toBe('In all, 16 excerpts from 2 documents are relevant.');
    expect((await chat.say('more')).kind).toBe('note');
  });

  test('is refused like any question that the documents do not answer', async () => {
    const chat = await openLocalChat(createContents(DOCUMENTS));
    expect((await chat.say('/ask What does hypersonic propulsion cost? length:all')).kind).toBe('nothing');
  });

  test('starts with what was quoted before, as it is everything', async () => {
    const chat = await openLocalChat(createContents(DOCUMENTS));
    const [best] = (await chat.say(QUESTION)).points;
    const { points } = await chat.say(`${QUESTION} length:all`);
    expect(points.map(({ text }) => text)).toContain(best?.text);
  });
});
