import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { OWN_CORPUS } from '../../fakes/corpus-folder.ts';
import { type LocalChat, loadOwnCorpus, openLocalChat } from '../../fakes/local-chat.ts';

/** Which lines of each file are the article's own, from 1, both ends included; all others are the page's. */
const ARTICLES: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  'nato-asia/glimpses-on-natos-asia-pac-outreach': [
    [1, 1],
    [6, 16],
  ],
  'nato-asia/nato-expands-focus-to-indo-pacific': [[1, 57]],
  'nato-asia/nato-foray-into-asia': [
    [5, 7],
    [11, 27],
  ],
  'nato-asia/nato-leaders-gather-in-washington': [[1, 45]],
  'nato-asia/nato-pivots-to-asia': [[1, 6]],
};

const ABOUT_THE_ARTICLES = [
  'What does France think of the office?',
  'Who will pay for the office?',
  'Who is Michito Tsuruoka?',
  'What did George Beebe say?',
  'What does the Quincy Institute think?',
  'Where else has NATO opened liaison offices?',
  'Which countries are the AP4?',
  'What is the Individually Tailored Partnership Program?',
  'What did Lin Jian say about NATO?',
  'What does the Russian embassy in Tokyo say?',
  'What is bloc mentality?',
  'When was the Madrid Summit?',
  'What is the Strategic Concept?',
  'What does NATO expect from China?',
  'Which organisations does China back in Asia?',
  'Why are Asian countries reluctant?',
  'What is AUKUS?',
  'What could NATO do instead of opening an office?',
  'How did the war in Ukraine change Japan’s view of Russia?',
  'Where could a NATO Centre of Excellence be?',
  'What did the Global Times write about Tokyo?',
  'Who is Peter Taksoe-Jensen?',
  'What happened in Belgrade in 1999?',
  'What happened to the dialogue during the Trump presidency?',
  'What does Stoltenberg call global?',
  'How many member countries has the alliance?',
  'What did a senior diplomat say on condition of anonymity?',
  'Is NATO planning military expansion in the Indo-Pacific?',
  'What will Japan open in Belgium?',
  'Asia-Pacific',
  'Why is Washington interested in the Indo-Pacific?',
  'What about trade with China?',
];

const ABOUT_THE_FURNITURE = [
  'When did Netanyahu’s government pass its budget?',
  'What is Netanyahu’s war budget?',
  'Who is Itamar Ben Gvir?',
  'What did Bezalel Smotrich call the budget?',
  'What happened on March 25 in Israel?',
  'Why did Israel end the ceasefire in Gaza?',
  'Is Trump all in for Netanyahu’s political survival?',
  'What did JFK want to do with the CIA?',
  'Why didn’t JFK splinter the CIA?',
  'What do the Kennedy assassination files show?',
  'Who was Arthur Schlesinger?',
  'What was the memorandum titled CIA Reorganization about?',
  'What did ABC News report on the JFK papers?',
  'Which headline did the New York Times use about a Kennedy aide?',
  'What is the National Archives’ website?',
  'What is POGO?',
  'Where does The Bunker appear?',
  'What does the Project on Government Oversight do?',
  'The non-empires strike back',
  'How can I subscribe to the newsletter?',
  'Who are your favorite RS contributors?',
  'Who took the top photo? noamgalai',
  'Is there a Shutterstock image?',
  'Who is Andy Liu?',
  'How does E-MOTIVE control postpartum bleeding?',
  'postpartum haemorrhage',
  'What are the migration patterns into Russia?',
  'Get a summary',
  'What is the ePaper?',
  'keep reading',
  'Who is Donald Cooksey?',
];

// Answered with the articles' own words, though only the page around them has what is asked.
const STILL_ANSWERED = [
  'What are far-right coalition partners doing?',
  'How many people travelled into Russia in early 2023?',
  'No time to read?',
  'Follow us on social',
];

let chat: LocalChat;

beforeAll(async () => {
  chat = await openLocalChat(await loadOwnCorpus());
});

describe('a question about the articles', () => {
  test.each(ABOUT_THE_ARTICLES)('gets nothing but their own words: %s', async (question) => {
    expect(strangeLines(await chat.say(question, question))).toEqual([]);
  });
});

describe('a question that only the furniture meets', () => {
  test.each([...ABOUT_THE_FURNITURE, ...STILL_ANSWERED])('gets no furniture: %s', async (question) => {
    expect(strangeLines(await chat.say(question, question))).toEqual([]);
  });

  test.each(ABOUT_THE_FURNITURE)('is not answered: %s', async (question) => {
    expect((await chat.say(question, `${question} again`)).kind).toBe('nothing');
  });
});

describe('a brief', () => {
  const topics = ['nato-asia', 'liaison-office', 'china-response', 'japan-nato', 'asian-doubts'];

  test.each(topics)('quotes nothing but the articles, however long one reads on: %s', async (topic) => {
    const replies = [await chat.say(`/brief ${topic} 3m`, topic)];
    for (let turn = 0; turn < 6; turn++) replies.push(await chat.say('more', topic));
    expect(replies.flatMap(strangeLines)).toEqual([]);
  });
});

describe('the lists of the articles’ lines', () => {
  test.each(Object.keys(ARTICLES))('leave out what a page says around them: %s', (id) => {
    const { own, others } = linesOf(id);
    expect(own.join('\n')).not.toMatch(/Shutterstock|keep reading|Get a summary|ePaper|Netanyahu|Newsletter/);
    expect(others.join('\n')).not.toMatch(/\bNATO\b/);
  });
});

/** The quoted lines of a reply that are no part of any of their article's own lines, or that the page says too. */
function strangeLines({ points, nearest }: JsonReply): string[] {
  return [...points, ...nearest].flatMap(({ document, text }) => {
    const { own, others } = linesOf(document);
    const said = text.split('\n').filter((line) => line.trim() !== '');
    return said.filter(
      (line) => !own.some((each) => each.includes(line)) || others.some((each) => line.includes(each)),
    );
  });
}

const ENOUGH = 20; // characters from which a line of furniture can't stand in an article by chance

function linesOf(id: string): { own: string[]; others: string[] } {
  const lines = readFileSync(join(OWN_CORPUS, `${id}.txt`), 'utf8').split(/\r\n?|\n/);
  const isOwn = (at: number) => (ARTICLES[id] ?? []).some(([from, to]) => from <= at + 1 && at + 1 <= to);
  return {
    own: lines.filter((line, at) => isOwn(at) && line.trim() !== ''),
    others: lines.filter((line, at) => !isOwn(at) && line.trim().length >= ENOUGH),
  };
}
