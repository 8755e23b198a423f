import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../../src/readers/html/reader.ts';

const ONE = 'The harbour council voted on Monday to rebuild the old lighthouse, which a storm had damaged.';
const TWO = 'It stood the test, and the harbour master signed the paper for it the same evening.';
const THREE = 'The work begins in May, when the first stones for the wall are to arrive by ship.';

const read = async (body: string, head = '') => {
  const markup = `<html><head><title>News</title>${head}</head><body>${body}</body></html>`;
  return (await htmlReader.read(new TextEncoder().encode(markup), 'a.html')).text;
};

describe('a request for consent', () => {
  const asked = [
    [
      'English',
      'We and our 70 partners store cookies on your device to process personal data.',
      'Accept all',
    ],
    [
      'German',
      'Wir und unsere Partner speichern Cookies auf Ihrem Endgerät für Werbung.',
      'Alle akzeptieren',
    ],
    ['French', 'Nous et nos partenaires utilisons des cookies sur votre appareil.', 'Tout accepter'],
    ['Spanish', 'Nosotros y nuestros socios usamos cookies en su dispositivo para publicidad.', 'Aceptar'],
  ] as const;
  test.each(asked)('is never taken for the article: %s', async (_language, words, label) => {
    const wall = `<div><p>${words}</p><p>${`${words} `.repeat(8)}</p><button>${label}</button></div>`;
    expect(await read(`${wall}<div><h1>Vote</h1><p>${ONE}</p></div>`)).toBe(ONE);
  });

  test.each(['<input type="submit" value="Accept all">', '<div role="button">Accept all</div>'])(
    'is known by any kind of button: %s',
    async (button) => {
      const wall = `<form><p>${`${asked[0][1]} `.repeat(8)}</p>${button}</form>`;
      expect(await read(`${wall}<div><h1>Vote</h1><p>${ONE}</p></div>`)).toBe(ONE);
    },
  );

  test('is known by its name as well', async () => {
    const wall = `<div class="cookie-notice"><p>${asked[0][1]}</p></div>`;
    expect(await read(`${wall}<div><h1>Vote</h1><p>${ONE}</p></div>`)).toBe(ONE);
  });

  test('is not an article about it', async () => {
    const story = 'The court said that our laws let you refuse cookies, personal data and partners alike.';
    const body = `<article class="tag-cookies"><h1>Ruling</h1><p>${story}</p><p>${ONE}</p><p>${TWO}</p></article>`;
    expect(await read(body)).toContain(story);
  });
});

describe('the end of an article', () => {
  const card = (name: string) => `<a href="/x"><div><time>19 March</time><h3>${name}</h3></div></a>`;
  const story = `<h1>Vote</h1><p>${ONE}</p><p>${TWO}</p>`;

  test('leaves out the cards of other articles', async () => {
    const cards = `<section><h2>Other news</h2>${card('Ferry fares to rise')}${card('Seal found in bakery')}</section>`;
    expect(await read(`<main>${story}${cards}</main>`)).toBe(`${ONE}\n\n${TWO}`);
  });

  test('keeps links in its sentences, and cards with sentences of their own between', async () => {
    const own = `${card('The old tower')}<p>${THREE}</p>`;
    expect(await read(`<main>${story}${own}<p><a href="/x">More on the tower</a></p></main>`)).toContain(
      THREE,
    );
  });
});

describe('the head of an article', () => {
  test('keeps a line of publication', async () => {
    const body = `<h1>Vote</h1><div class="a">Published on 18 June 2026</div><p>${ONE}</p>`;
    expect(await read(`<main>${body}</main>`)).toBe(`Published on 18 June 2026\n\n${ONE}`);
  });

  test('keeps a first line that is not its title', async () => {
    expect(await read(`<main><h1>Vote</h1><p>Five towers, one keeper</p><p>${ONE}</p></main>`)).toBe(
      `Five towers, one keeper\n\n${ONE}`,
    );
  });
});

describe('what a reader opens', () => {
  test.each([
    ['details', `<details><summary>When?</summary><p>${TWO}</p></details>`],
    ['a tab', `<ul><li><a href="#b">B</a></li></ul><div id="b" style="display:none"><p>${TWO}</p></div>`],
    ['a tab panel', `<div role="tabpanel" hidden><p>${TWO}</p></div>`],
    [
      'an accordion',
      `<h3><button aria-controls="c">When?</button></h3><div id="c" hidden><p>${TWO}</p></div>`,
    ],
    ['the rest of a text', `<p>See <span class="read-more" style="display:none">${TWO}</span></p>`],
  ])('is content: %s', async (_name, panel) => {
    expect(await read(`<main><h1>Vote</h1><p>${ONE}</p>${panel}<p>${THREE}</p></main>`)).toContain(TWO);
  });

  test('keeps its heading', async () => {
    const panel = `<h3><button aria-controls="c">When was it?</button></h3><div id="c" hidden><p>${TWO}</p></div>`;
    expect(await read(`<main><h1>Vote</h1><p>${ONE}</p>${panel}<p>${THREE}</p></main>`)).toContain(
      'When was it?',
    );
  });

  test.each([
    ['hidden text', `<p hidden>${TWO}</p>`],
    ['a dialog', `<a href="#d">x</a><div id="d" class="modal" style="display:none"><p>${TWO}</p></div>`],
    ['an ornament', `<p>x <span aria-hidden="true">${TWO}</span></p>`],
  ])('is not %s', async (_name, part) => {
    expect(await read(`<main><h1>Vote</h1><p>${ONE}</p>${part}<p>${THREE}</p></main>`)).not.toContain(TWO);
  });
});

describe('an article is whole', () => {
  const LONG = `${ONE} ${TWO} ${THREE}`;
  test('with the standfirst that stands outside its body', async () => {
    const standfirst = 'Stones for the lighthouse are to arrive in May';
    const head = `<meta name="description" content="${standfirst}">`;
    const body = `<header><h1>Vote</h1><p>${standfirst}</p><p>By Ada Quay</p></header><div><p>${LONG}</p><p>${LONG}</p></div>`;
    expect(await read(body, head)).toBe(`${standfirst}\n\n${LONG}\n\n${LONG}`);
  });

  test('with each entry of a live blog and its time', async () => {
    const entries = Array.from({ length: 12 }, (_, at) => [
      `${22 - at}:15`,
      `Wave ${at} has hit the pier, they said.`,
    ]);
    const body = entries.map(([time, text]) => `<div><time>${time}</time><p>${text}</p></div>`).join('');
    const text = await read(`<main><h1>Live</h1><p>${ONE}</p>${body}</main>`);
    expect(text.split('\n\n')).toEqual([ONE, ...entries.flat()]);
  });

  test('with its tables row by row', async () => {
    const table =
      '<table><tr><th>Port</th><th>Depth</th></tr><tr><td>Lindau</td><td>4.5 m</td></tr><tr><td>Bregenz</td><td>6 m</td></tr></table>';
    const text = await read(`<main><h1>Vote</h1><p>${ONE}</p>${table}<p>${TWO}</p></main>`);
    expect(text).toBe(`${ONE}\n\nPort: Lindau | Depth: 4.5 m\nPort: Bregenz | Depth: 6 m\n\n${TWO}`);
  });

  test.each([
    [
      'names of groups',
      '<tr><th rowspan="2">Port<th colspan="2">Depth</tr><tr><th>2024<th>2025</tr><tr><td>Lindau<td>4 m<td>5 m</tr>',
      'Port: Lindau | Depth 2024: 4 m | Depth 2025: 5 m',
    ],
    [
      'cells over several rows',
      '<tr><th>Port<th>Depth</tr><tr><td rowspan="2">Lindau<td>4 m</tr><tr><td>5 m</tr>',
      'Port: Lindau | Depth: 4 m\nDepth: 5 m',
    ],
    [
      'names of rows alone',
      '<tr><th>Port<td>Lindau<td>Bregenz</tr><tr><th>Depth<td>4 m<td>5 m</tr>',
      'Port | Lindau | Bregenz\nDepth | 4 m | 5 m',
    ],
    [
      'a head of plain cells',
      '<thead><tr><td>Port<td>Depth</tr></thead><tbody><tr><td>Lindau<td>4 m</tr></tbody>',
      'Port: Lindau | Depth: 4 m',
    ],
    ['a name without values', '<tr><th>Port<th>Depth</tr><tr><td>Lindau<td></tr>', 'Port | Depth\nLindau'],
  ])('with tables that have %s', async (_name, rows, text) => {
    const body = `<main><h1>Vote</h1><p>${ONE}</p><table>${rows}</table><p>${TWO}</p></main>`;
    expect(await read(body)).toBe(`${ONE}\n\n${text}\n\n${TWO}`);
  });
});
