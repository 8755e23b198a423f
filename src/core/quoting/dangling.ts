/** Whether a text starts with a word that stands for something in the sentence before. */
export function refersBack(text: string): boolean {
  return (REFERS_BACK.test(text) && !IMPERSONAL.test(text)) || PRONOUN_SPEAKS.test(text);
}

/** Whether a text can't be understood without the sentence before: it refers back to it, or goes on from it. */
export function dependsOnBefore(text: string): boolean {
  return refersBack(text) || CONNECTIVE.test(text);
}

/** Removes a word like “However” from the start of a sentence; null if it has none. */
export function withoutConnective(text: string): string | null {
  if (!CONNECTIVE.test(text)) return null;
  return text.replace(CONNECTIVE, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const REFERS_BACK =
  /^(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|The (?:former|latter|first|second|official|diplomat|move|agenda|document|decision|agreement|proposal)|Er|Es|Diese[rsnm]?|Dies|Dabei|Dazu|Davon|Dadurch|Deren|Dessen|Il|Elle|Ils|Elles|Cela|Ce(?:tte|s|ci)?|Celui-ci|Celle-ci|Esto|Esta|Este|Estos|Estas|Ello|Ella|Ellos|Questo|Questa|Questi|Queste|Isso|Isto|Essa|Esse|Eles|Elas|Dit|Deze|Hij)(?!\p{L})/u;

/** “It remains unclear who …”, “Es ist möglich, dass …”: the pronoun stands for nothing. */
const IMPERSONAL =
  /^(?:It (?:is|was|has been|will be|would be|remains|seems|appears)(?: \p{L}+){1,3} (?:that|to|who|whom|whether|what|how|why|when|where|if)|It (?:seems|appears) (?:that|to)|Es (?:ist|war|wäre|bleibt|wird|gilt)(?: \p{L}+){1,3},? (?:dass|ob|zu|wer|wie|was)|Es gibt|Il (?:est|était|reste|semble|faut|y a)(?: \p{L}+){0,3} (?:que|de|d[’']))(?!\p{L})/u;

const PRONOUN_SPEAKS = /[”"] (?:he|she|they) (?:said|added|argued|told|wrote|warned|noted)\b/;

const CONNECTIVE =
  /^(?:However|Moreover|Furthermore|But|And|So|Or|Yet|Then|Instead|Another|Other|In (?:other words|addition|contrast|turn|this|that|such)|For (?:this|that|example|instance)|As (?:such|a result)|Further|Additionally|Also|Interestingly|Meanwhile|Thus|Hence|Therefore|Accordingly|Consequently|Nevertheless|Nonetheless|Similarly|Likewise|Otherwise|Besides|Finally|Secondly|Thirdly|Aber|Doch|Jedoch|Deshalb|Daher|Darum|Somit|Außerdem|Zudem|Ferner|Hingegen|Mais|Cependant|Toutefois|Ainsi|Donc|De plus|En outre|En revanche|Pero|Sin embargo|Además|Así|Por (?:eso|tanto|lo tanto|ello)|Ma|Tuttavia|Inoltre|Quindi|Perciò|Mas|Porém|Contudo|Além disso|Portanto|Maar|Echter|Bovendien|Daarom|Dus)(?!\p{L}),? ?/u;
