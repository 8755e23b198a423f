import { inKnownScripts } from '../text/in-known-scripts.ts';
import { howMany, MODIFIER, SCALE } from './how-many.ts';
import { saysNumber } from './number-words.ts';
import { SAYS } from './quantity-patterns.ts';

const MEASURE =
  'per ?cents?|percentage|basis|dollars?|euros?|pounds?|francs?|prozente?|franken|pour ?cents?|por ?ciento|per ?cento|por ?cento|procent';

const COUNTING = inKnownScripts(
  /(?<!\p{L})(?:(?:how many|wie ?viele[nr]?|combien des?|cu[áa]nt[oa]s|quant[ie]|quant[oa]s)(?!\p{L})|combien d['’])|何[百千万億]*(?:人|件|個|社|名|冊|台|校|店|軒|匹|頭|本|枚|種|[かカヶヵ箇](?:国|所))|(?:どのくらい|どれくらい)の(?:人|数)|いくつ|(?:多少|[几幾])[百千万萬亿億]?(?:[个個]|名|家|人|位|件|種|种|[台臺]|[辆輛]|株|[只隻]|[条條]|本|部|座|所|款|[张張]|[艘架间間项項颗顆头頭]|[户戶])|몇 ?(?:명|개|곳|건|가지|대|권|마리|사람)/iu,
);
const asksForMeasure = howMany('(?:percentage|basis) points|pounds|livres|libras');

/** How questions ask for a count of things or people. What they ask for is looked up before in `ASKS_FOR`. */
export const ASKS_FOR_COUNT = {
  test: (question: string) => COUNTING.test(question) && !asksForMeasure(question),
};

const AMOUNT = String.raw`\p{Nd}[\p{Nd}.,]*(?:\s?${SCALE})?`;
const MEASURED = inKnownScripts(
  new RegExp(
    String.raw`[$€£¥₩₹]\s?${AMOUNT}|${AMOUNT}[\s-]?(?:[%％‰$€£¥]|(?:${MODIFIER})?(?:${MEASURE}|pp|bps?)(?!\p{L}))`,
    'giu',
  ),
);
const SPANS = new RegExp(SAYS.duration.source, 'giu');

/** Whether a text has a number that may count something: not a share, an amount of money or a length of time. */
export function saysCount(text: string): boolean {
  return saysNumber(text) && saysNumber(text.replace(MEASURED, ' ').replace(SPANS, ' '));
}
