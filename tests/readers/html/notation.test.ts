import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../../src/readers/html/reader.ts';

const LEAD = 'The harbour council voted on Monday to rebuild the old lighthouse, which a storm had damaged.';
const END = 'The work begins in May, when the first stones for the wall are to arrive by ship.';

/** What is stored of a sentence in the middle of an article. */
async function read(sentence: string): Promise<string> {
  const markup = `<body><article><h1>Pier</h1><p>${LEAD}</p><p>${sentence}</p><p>${END}</p></article></body>`;
  const { text } = await htmlReader.read(new TextEncoder().encode(markup), 'a.html');
  return text.slice(text.indexOf(LEAD) + LEAD.length, text.indexOf(END)).trim();
}

const examples = (cases: readonly (readonly [string, string])[]) =>
  test.each(cases.map(([markup, text]) => ({ markup, text })))('$markup', async ({ markup, text }) => {
    expect(await read(markup)).toBe(text);
  });

describe('what is deleted is not quoted', () => {
  examples([
    ['It costs <del>40</del> <ins>65</ins> crowns.', 'It costs 65 crowns.'],
    ['It costs<s> 40 </s>65 crowns.', 'It costs 65 crowns.'],
    ['On <strike>Monday</strike> Tuesday.', 'On Tuesday.'],
    ['On <span style="text-decoration: underline line-through">Monday</span> Tuesday.', 'On Tuesday.'],
    ['On <span class="big strike">Monday</span> Tuesday.', 'On Tuesday.'],
    ['On <span role="deletion">Monday</span> Tuesday.', 'On Tuesday.'],
    [
      '<style>.up { vertical-align: super }</style>In 2023<span class="up">4</span> the pier held.',
      'In 2023 the pier held.',
    ],
    [
      '<style>.up { position: relative; top: -0.4em; font-size: 0.6em }</style>In 2023<small class="up">4</small> the pier held.',
      'In 2023 the pier held.',
    ],
    ['<a class="sdfootnotesym" href="#n">1</a>Ships are counted.', '1 Ships are counted.'],
    [
      '<style>a{b:c} .gone, p > .x { color: red; text-decoration-line: line-through }</style>On <i class="gone">Monday</i> <i class="x">Tuesday</i>.',
      'On Tuesday.',
    ],
  ]);
});

describe('a raised mark of a note is no digit of a number', () => {
  examples([
    ['Built in 1931<sup>2</sup> for little.', 'Built in 1931 for little.'],
    ['Built in 1931<sup><a href="#fn2">2</a></sup> for little.', 'Built in 1931 for little.'],
    ['Built in 1931<a href="#fn2"><sup>2</sup></a> for little.', 'Built in 1931 for little.'],
    ['Built in 1931<sup class="reference">[2]</sup> for little.', 'Built in 1931 for little.'],
    ['Built in 1931<a role="doc-noteref" href="b.html">2</a> for little.', 'Built in 1931 for little.'],
    ['It cost 450<sup>1</sup> crowns and 650<sup>2</sup> more.', 'It cost 450 crowns and 650 more.'],
    ['The pier<sup>3</sup> stands.', 'The pier stands.'],
  ]);
});

describe('a raised or lowered part of a number or a word keeps its meaning', () => {
  examples([
    ['30 m<sup>2</sup> and 4 km<sup>3</sup>.', '30 m² and 4 km³.'],
    ['10<sup>6</sup> and 10<sup>-3</sup>.', '10⁶ and 10⁻³.'],
    ['x<sup>n+1</sup> and 2<sup>10</sup>.', 'xⁿ⁺¹ and 2¹⁰.'],
    ['The 10<sup>th</sup> pier, the XX<sup>e</sup> too.', 'The 10th pier, the XXe too.'],
    ['CO<sub>2</sub> and H<sub>2</sub>O.', 'CO2 and H2O.'],
    ['1010<sub>2</sub> is ten.', '1010₂ is ten.'],
    ['12<sup>1</sup>/<sub>2</sub> feet.', '12¹/₂ feet.'],
    ['Ca<sup>2+</sup> and Foo<sup>TM</sup>.', 'Ca²⁺ and Foo™.'],
    ['A pier<sup>reopened</sup>today.', 'A pier reopened today.'],
  ]);
});

describe('what is drawn in a sentence leaves its text or a mark', () => {
  examples([
    ['A load of <math><mi>x</mi><mo>=</mo><mn>25</mn></math> tonnes.', 'A load of x = 25 tonnes.'],
    ['A load of <math alttext="x=25"></math> tonnes.', 'A load of x=25 tonnes.'],
    ['A load of <math></math> tonnes.', 'A load of […] tonnes.'],
    ['A load of <object data="a.svg">an old browser</object> tonnes.', 'A load of […] tonnes.'],
    ['A load of <canvas aria-label="25"></canvas> tonnes.', 'A load of 25 tonnes.'],
    ['A load of 25 tonnes. <iframe src="/ad"></iframe> It held.', 'A load of 25 tonnes. It held.'],
    ['A load of <iframe hidden></iframe>25 tonnes.', 'A load of 25 tonnes.'],
    ['A <math><mfrac><mn>2</mn><mn>5</mn></mfrac><mi>π</mi></math> turn.', 'A (2/5)π turn.'],
    [
      'So <math><msqrt><msup><mi>b</mi><mn>2</mn></msup><mo>−</mo><mn>4</mn></msqrt></math>.',
      'So √(b² − 4).',
    ],
    ['A load of <img src="a" alt="25 tonnes"> each.', 'A load of [25 tonnes] each.'],
    ['A load of <img src="a" class="latex" alt="x=25"> each.', 'A load of x=25 each.'],
    ['A load of <img src="a"> each.', 'A load of […] each.'],
    ['A load of <svg aria-label="ten bags"><path/></svg> each.', 'A load of [ten bags] each.'],
    ['A load of <img src="a" alt=""> stones.', 'A load of stones.'],
    ['It ends. <img src="a" alt="A pier at night"> It begins.', 'It ends. It begins.'],
    ['<img src="a" alt="A pier at night"> It begins.', 'It begins.'],
    ['The <a href="b">pier <svg><path/></svg></a> stands.', 'The pier stands.'],
  ]);
});

describe('words are parted where a reader sees them parted', () => {
  examples([
    ['super<wbr>structure, light&shy;house', 'superstructure, lighthouse'],
    ['one<br>two', 'one\ntwo'],
    ['one<br><br>two', 'one\n\ntwo'],
    ['He said <q>we will</q> and left.', 'He said “we will” and left.'],
    ['A <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby> is open.', 'A 港(みなと) is open.'],
  ]);
});

test('a raised mark that is never closed takes no text away', async () => {
  const words = Array.from({ length: 200 }, (_, at) => `<b>word${at}</b>`).join(' ');
  expect(await read(`A pier<sup>${words}`)).toContain('word0 word1 word2');
  expect(await read(`A pier<sup>${words}`)).toContain('word199');
});
