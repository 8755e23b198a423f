import { inKnownScripts } from '../text/in-known-scripts.ts';
import type { Slice } from '../text/slice.ts';

// How somebody who interviews begins, in the languages whose question words are known; in others, question marks must do.
const OPENING = `(?:so|then|and|but|now|thank you|thanks|und|dann|et|puis|y|e|dan)`;
const ORDINAL = `(?:first|second|third|fourth|last|next|other|final|follow-up|quick|another|related)`;
// Asked of text in lower case.
const ASKS = inKnownScripts(
  new RegExp(
    `^(?:${OPENING}[,.!]? )*(?:${[
      `(?:(?:my|a|one|the) )?(?:${ORDINAL} )*questions?\\b`,
      `i(?:['’]ve got| have| also have)(?: (?:a|one|two|three|another|just|also|${ORDINAL}))+ questions?\\b`,
      `i(?:['’]d| would)(?: also)? like to (?:ask|know|go back|come back)\\b`,
      `i(?: just)? wanted to ask\\b|(?:could|can|may) i(?: just| also)? ask\\b|if i may\\b`,
      `(?:meine|eine)(?: (?:erste|zweite|letzte|weitere|andere))? frage\\b|ich (?:möchte|wollte)(?: \\p{L}+)? fragen\\b`,
      `(?:ma|une)(?: (?:première|deuxième|seconde|dernière|autre))? question\\b|je voudrais (?:vous )?demander\\b`,
      `(?:mi|una)(?: (?:primera|segunda|última|otra))? pregunta\\b|(?:la mia|una)(?: (?:prima|seconda|ultima|altra))? domanda\\b`,
      `(?:a minha|uma)(?: (?:primeira|segunda|última|outra))? pergunta\\b|(?:mijn|een)(?: (?:eerste|tweede|laatste|andere))? vraag\\b`,
    ].join('|')})`,
    'u',
  ),
);
const OWN = inKnownScripts(/\bmy (?:\p{L}+ )?question (?:is|was|concerns|relates|would be)\b/iu);
const ASKED = /[?？]/u;

/** For each sentence of a passage, whether it belongs to a paragraph in which somebody puts a question to somebody. */
export function questionsPut(text: string, sentences: readonly Slice[]): readonly boolean[] {
  const paragraphs: Slice[][] = [];
  for (const [at, sentence] of sentences.entries()) {
    const before = sentences[at - 1];
    const begins = !before || /\n\s*\n/.test(text.slice(before.end, sentence.start));
    if (begins) paragraphs.push([sentence]);
    else paragraphs.at(-1)?.push(sentence);
  }
  return paragraphs.flatMap((paragraph) => {
    const said = paragraph.map(({ start, end }) => text.slice(start, end));
    const put =
      said.some((each) => ASKED.test(each)) &&
      said.some((each) => ASKS.test(each.toLowerCase()) || OWN.test(each));
    return paragraph.map(() => put);
  });
}
