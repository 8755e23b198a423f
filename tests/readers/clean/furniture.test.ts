import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanArticle, removeFurniture } from '../../../src/readers/clean/furniture.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

const FIRST =
  'The harbour council voted on Monday to rebuild the old lighthouse, which a storm had damaged in March.';
const SECOND =
  'Work is to start in the spring and will cost about two million crowns, according to the town engineer.';
const THIRD =
  'Fishermen who moor their boats below the cliff said they had waited for a decision since the autumn.';
const BODY = [FIRST, SECOND, THIRD];
const MENU = ['Home', 'Harbour', 'Weather', 'Search', 'Sign in'];
const FOOT = ['© 2031 The Harbour Gazette. All rights reserved.', 'Privacy Policy'];

/** Sets lines between a menu and an imprint, as on a scraped page, one paragraph each. */
function page(...lines: string[]): string {
  return [...MENU, ...lines, ...FOOT].join('\n\n');
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
}

describe('a scraped page', () => {
  const cases: ReadonlyArray<readonly [name: string, lines: string[]]> = [
    ['a menu and an imprint', BODY],
    ['share buttons, one a line or in a row', ['Facebook', 'Twitter', ...BODY, 'Share Email Whatsapp']],
    [
      'a byline and a date under a summary',
      ['The tower had been dark for months.', 'By Ada Quill', 'May 4, 2031', ...BODY],
    ],
    ['advertisement marks between paragraphs', [FIRST, 'Advertisement', SECOND, 'ADVERTISEMENT', THIRD]],
    [
      'calls to action',
      [FIRST, 'Sign up for our free tide tables', SECOND, THIRD, 'Follow us on Mastodon and Twitter.'],
    ],
    [
      'a sign-up box',
      [...BODY, 'Newsletter', 'Get the tides in your inbox every morning.', 'Email address', 'Subscribe'],
    ],
    ['a pointer to another article', [FIRST, 'Read more: Ferry fares to rise in June', SECOND, THIRD]],
    [
      'a list of related links',
      [FIRST, 'Related stories', 'Ferry fares to rise', 'Who owns the pier?', SECOND, THIRD],
    ],
    [
      'links to other articles at the end',
      [...BODY, 'Most read', 'Ferry fares to rise', 'Seal found in bakery'],
    ],
    [
      'the next article',
      [...BODY, 'Previous Article', 'Seal found in bakery', 'Next Article', 'Ferry fares to rise'],
    ],
    ['a credit and a file name', ['harbour_lights_20310504-scaled', 'Photo: Ada Quill / Gazette', ...BODY]],
    [
      'a caption over its credit',
      [FIRST, 'The lighthouse before the storm.\n(Image credit: Ada Quill)', SECOND, THIRD],
    ],
    [
      'a caption that comes twice',
      [
        'The lighthouse seen from the old ferry pier.',
        'Image 1 of 2',
        'The lighthouse seen from the old ferry pier.',
        ...BODY,
      ],
    ],
    ['a note on the author', [...BODY, 'Ada Quill is a reporter for the Gazette.']],
    [
      'a line on the author under a heading',
      [...BODY, 'About Ada Quill', 'Ada grew up on the pier and has never left it.'],
    ],
    ['teasers cut short by dots', ['Ferry fares to rise The ferry company said on Friday that...', ...BODY]],
    ['a link in capitals', [FIRST, 'FERRY COMPANY SAYS FARES WILL RISE AGAIN IN JUNE', SECOND, THIRD]],
    ['a notice of consent', ['We use cookies to make this site work better for you.', ...BODY]],
  ];

  test.each(cases)('loses %s', (_name, lines) => {
    expect(linesOf(removeFurniture(page(...lines)).text)).toEqual(BODY);
  });

  test('loses the teasers of other articles whole, paragraphs and all', () => {
    const teaser = (name: string) => [
      name,
      'Top photo credit: Ada Quill',
      `${name} has a long story to it. ${SECOND}`,
      'keep reading',
    ];
    const text = page(...BODY, ...teaser('Ferry fares to rise'), ...teaser('Seal found in bakery'));
    expect(linesOf(removeFurniture(text).text)).toEqual(BODY);
  });

  test("loses the readers' comments, however long they are", () => {
    const comments = Array.from({ length: 40 }, (_, index) => [
      `audience${index} says:`,
      `${SECOND} I said so ${index} times.`,
    ]);
    const text = page(...BODY, '40 responses to “Lighthouse to be rebuilt”', ...comments.flat());
    expect(linesOf(removeFurniture(text).text)).toEqual(BODY);
  });

  test("loses a section's tag that the page also has elsewhere", () => {
    expect(linesOf(removeFurniture(page('Harbour', FIRST, 'Harbour', SECOND, THIRD)).text)).toEqual(BODY);
  });

  test('keeps the headings between paragraphs and a list after the last one', () => {
    const lines = [FIRST, 'What It Will Cost', SECOND, THIRD, '- Timber', '- Slate', '- Lamp oil'];
    expect(linesOf(removeFurniture(page(...lines)).text)).toEqual(lines);
  });

  test('keeps a summary that stands over the article without a byline between', () => {
    const lines = ['The tower had been dark for months.', ...BODY];
    expect(linesOf(removeFurniture(page('Lighthouse To Be Rebuilt', ...lines)).text)).toEqual(lines);
  });

  test.each([
    ['right above the article', [], ['Five Towers, One Keeper']],
    ['under the byline', ['By Ada Quill', 'May 4, 2031'], ['Five Towers, One Keeper', 'What the plans say']],
  ])('keeps a standfirst %s, though it is no sentence', (_name, byline, lines) => {
    const text = page('Lighthouse To Be Rebuilt', ...byline, ...lines, ...BODY);
    expect(linesOf(removeFurniture(text).text)).toEqual([...lines, ...BODY]);
  });

  test('keeps a short sentence that opens the article under links to others', () => {
    const opening = 'The lamp is out.';
    const long = `${FIRST} ${SECOND}`;
    const links = ['More articles', 'Seal found in bakery', 'By Ada Quill', 'Ferry fares to rise.'];
    const found = removeFurniture(page(...links, '4 May 2031', opening, long, THIRD)).text;
    expect(linesOf(found)).toEqual([opening, long, THIRD]);
  });

  test('gives its headline, by name or by place', () => {
    const named = [
      `Lighthouse to be rebuilt | Gazette`,
      ...MENU,
      'Lighthouse to be rebuilt',
      'By Ada Quill',
      ...BODY,
    ];
    expect(removeFurniture(named.join('\n\n')).title).toBe('Lighthouse to be rebuilt');
    expect(removeFurniture(page('Lighthouse to be rebuilt', ...BODY)).title).toBe('Lighthouse to be rebuilt');
  });

  test('gives a headline whole that was broken into two lines', () => {
    const name = 'Harbour council votes to rebuild the lighthouse, and Fishermen have waited since autumn';
    const lines = [
      'Harbour council votes to rebuild the lighthouse,',
      'and Fishermen have waited since autumn',
    ];
    const { title, text } = removeFurniture([`${name} - The Gazette`, page(...lines, ...BODY)].join('\n\n'));
    expect(title).toBe(name);
    expect(linesOf(text)).toEqual(BODY);
  });

  test('keeps everything when it is no more than its controls', () => {
    expect(removeFurniture('Share\nTweet\nHome').text).toBe('Share\nTweet\nHome');
  });
});

describe('a text without furniture', () => {
  const whole: ReadonlyArray<readonly [name: string, text: string]> = [
    ['a single sentence', FIRST],
    ['a single word', 'Hello'],
    ['a list of facts', 'Height: 31 metres\nBuilt: 1871\nLamps: 2\nKeeper: none'],
    ['a list of names', 'Apples\nPears\nPlums\nCherries\nQuinces\nMedlars\nSloes\nDamsons\nGages'],
    [
      'hard-wrapped prose',
      'The council voted on Monday to rebuild the\nlighthouse, which a storm had damaged in\nMarch. Work is to start in the spring and\nwill cost about two million',
    ],
    ['Chinese', '昨天，委员会在首都开会讨论预算。\n会议决定推迟到下个月\n主席表示遗憾。'],
    ['Japanese', '委員会は火曜日に開かれた。\n\n次の会合は来月の予定'],
    ['Thai', 'คณะกรรมการประชุมเมื่อวันอังคาร\nเพื่อหารือเกี่ยวกับงบประมาณ\nประธานกล่าวว่าเสียใจ'],
    ['Arabic', 'اجتمعت اللجنة يوم الثلاثاء لمناقشة الميزانية.\nقال الرئيس إن التأخير مؤسف'],
    [
      'instructions',
      'Open the file menu.\nClick on the Save button.\nSign in to your account.\nSubscribe to the topic below.\nClose the window.',
    ],
    ['an interview', 'Q: How old is the tower?\nA: Older than me\nQ: And the lamp?\nA: Newer than me'],
    [
      'a verse',
      'The lamp went out, the gulls flew in,\nAnd no one saw the ships\nUntil the morning came again',
    ],
  ];

  test.each(whole)('passes whole: %s', (_name, text) => {
    expect(removeFurniture(text)).toEqual({ title: null, text });
  });

  test('gives up its headline, and blank lines beyond one', () => {
    const text = `Lighthouse To Be Rebuilt\r\n\r\n${FIRST}\r\n\r\n\r\n\r\n${SECOND}\r\n`;
    expect(removeFurniture(text)).toEqual({
      title: 'Lighthouse To Be Rebuilt',
      text: `${FIRST}\n\n${SECOND}`,
    });
  });

  test("loses the site's name at its end", () => {
    const text = [...BODY, ...BODY, 'ePaper - Gazette'].join('\n\n');
    expect(removeFurniture(text).text).toBe([...BODY, ...BODY].join('\n\n'));
  });
});

describe('a file that is no page', () => {
  const passes = (text: string) => expect(removeFurniture(text, 'file')).toEqual({ title: null, text });

  test('keeps headings that pages have too', () => {
    passes(
      `Minutes\nPresent: Ada Quay\n\nShare\n${FIRST}\n\nRelated news\n${SECOND}\n\nComments\n${THIRD}\n\nNext\nWe meet in May.`,
    );
  });

  test('keeps its list of names, its copyright line and its signature', () => {
    const names = [
      'Ada Quay',
      'Tom Mole',
      'Ida Stern',
      'Per Lind',
      'Mia Falk',
      'Jon Berg',
      'Eva Holm',
      'Nils Dahl',
    ];
    passes(
      `Those present:\n${names.join('\n')}\n\nComments\n${BODY.join('\n\n')}\n\n© 2031 The harbour\n\nAda Quay\nChair`,
    );
  });
});

describe('a sentence on a page is kept though it says', () => {
  test.each([
    'Copyright law had been silent on the matter until the ruling of the court.',
    'Copyright in the negatives passes to the archive of the town in forty years.',
    'The town agrees that all rights reserved to the photographer stay with her heirs.',
    'We baked cookies with the children of the harbour school on Monday.',
    'By signing the treaty, the states agree to keep the lamp lit in every winter.',
    'The agents earn a commission of five percent on every ferry ticket that they sell.',
    'The board adopted a new privacy policy at its meeting in the customs house.',
    'Photos by amateurs show the lighthouse as it was before the storm in March.',
  ])('%s', (sentence) => {
    expect(linesOf(removeFurniture(page(FIRST, sentence, SECOND, THIRD)).text)).toContain(sentence);
  });
});

describe('for any text', () => {
  const stock = [
    ...BODY,
    ...MENU,
    ...FOOT,
    'Read more',
    'Latest',
    'By Ada Quill',
    'Photo: Ada Quill',
    'What It Costs',
    '1 of 3',
    '',
    ' ',
  ];
  const line = fc.oneof(fc.constantFrom(...stock), fc.string());

  test('every line kept is a line of the input, in order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        const input = text.replace(/\r\n?/gu, '\n').split('\n');
        let at = -1;
        for (const kept of removeFurniture(text)
          .text.split('\n')
          .filter((each) => each.trim() !== '')) {
          at = input.indexOf(kept, at + 1);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('paragraphs alone pass whole', () => {
    const word = fc.constantFrom(
      'the',
      'keeper',
      'lit',
      'lamp',
      'before',
      'dusk',
      'harbour',
      'ships',
      'saw',
      'old',
    );
    const sentence = fc
      .array(word, { minLength: 3, maxLength: 30 })
      .map((words) => `The ${words.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), (paragraphs) => {
        expect(removeFurniture(paragraphs.join('\n\n'))).toEqual({
          title: null,
          text: paragraphs.join('\n\n'),
        });
      }),
    );
  });

  test.each([
    ['one word', 'x'.repeat(1_000_000)],
    ['spaces within a line', `a${' '.repeat(1_000_000)}b`],
    ['closing brackets', `.${')'.repeat(1_000_000)}x`],
    ['menu items', 'Home\n'.repeat(200_000)],
  ])('a megabyte takes no more than seconds: %s', (_name, text) => {
    expect(cpuTime(() => expect(removeFurniture(text).text).not.toBe(''))).toBeLessThan(5000);
  });
});

describe('an article under a title', () => {
  const lines = ['Five towers, one keeper', ...BODY];

  test('keeps its first line, unless that repeats the title', () => {
    expect(linesOf(cleanArticle(lines.join('\n\n'), ['Lighthouse to be rebuilt']).text)).toEqual(lines);
    expect(linesOf(cleanArticle(lines.join('\n\n'), ['Gazette: Five towers, one keeper']).text)).toEqual(
      BODY,
    );
  });
});
