import { inKnownScripts } from '../text/in-known-scripts.ts';
import { speaksOfItself, type TextPlace } from './of-itself.ts';

/** Whether a text starts with a word that stands for something in the sentence before. */
export function refersBack(text: string, place: TextPlace): boolean {
  const isFree = (IMPERSONAL.test(text) && !COMMITTED.test(text)) || speaksOfItself(text, place);
  return (REFERS_BACK.test(text) && !isFree) || PRONOUN_SPEAKS.test(text);
}

/** Whether a text can't be understood without the sentence before: it refers back to it, or goes on from it. */
export function dependsOnBefore(text: string, place: TextPlace): boolean {
  return refersBack(text, place) || CONNECTIVE.test(text);
}

/** Removes a word like “However” from the start of a sentence; null if it has none. */
export function withoutConnective(text: string): string | null {
  if (!CONNECTIVE.test(text)) return null;
  return text.replace(CONNECTIVE, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const REFERS_BACK =
  /^(?:(?:Because of|Due to|Despite|Given|In spite of) (?:all )?(?:of )?(?:this|that|these|those)|He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|The (?:former|latter|first|second|official|diplomat|move|agenda|document|decision|agreement|proposal)|Er|Es|Diese[rsnm]?|Dies|Dabei|Dazu|Davon|Dadurch|Deren|Dessen|Il|Elle|Ils|Elles|Cela|Ce(?:tte|s|ci)?|Celui-ci|Celle-ci|Esto|Esta|Este|Estos|Estas|Ello|Ella|Ellos|Questo|Questa|Questi|Queste|Isso|Isto|Essa|Esse|Eles|Elas|Dit|Deze|Hij)(?!\p{L})/u;

/** “It remains unclear who …”, “Es ist möglich, dass …”: the pronoun stands for nothing. */
const IMPERSONAL = inKnownScripts(
  /^(?:It (?:is|was|has been|will be|would be|remains|seems|appears)(?: \p{L}+){1,3} (?:that|to|who|whom|whether|what|how|why|when|where|if)|It (?:seems|appears) (?:that|to)|Es (?:ist|war|wäre|bleibt|wird|gilt)(?: \p{L}+){1,3},? (?:dass|ob|zu|wer|wie|was)|Es gibt|Il (?:est|était|reste|semble|faut|y a)(?: \p{L}+){0,3} (?:que|de|d[’']))(?!\p{L})/u,
);

/** “It is committed to lamps”, “It is able to pay”: somebody is. “It is planned to …”, “It is interesting to …”: nobody is. */
const COMMITTED =
  /^It (?:is|was|has been|will be|would be) (?:(?:not|no longer|also|still|now|already|always|never|\p{Ll}+ly) ){0,2}(?:accustomed|addressed|bound|committed|dedicated|designed|devoted|entitled|exposed|forced|limited|linked|meant|obliged|opposed|prepared|required|restricted|supposed|tied|used|able|unable|due|ready|free|open|subject|close|similar|likely|unlikely) to(?!\p{L})/u;

const PRONOUN_SPEAKS = /[”"] (?:he|she|they) (?:said|added|argued|told|wrote|warned|noted)\b/;

const CONNECTIVE =
  /^(?:However|On the (?:other hand|contrary)|By contrast|Conversely|Even so|Moreover|Furthermore|But|And|So|Or|Yet|Then|Instead|Another|Other|In (?:other words|addition|contrast|turn|this|that|such)|For (?:this|that|example|instance)|As (?:such|a result)|Further|Additionally|Also|Interestingly|Meanwhile|Thus|Hence|Therefore|Accordingly|Consequently|Nevertheless|Nonetheless|Similarly|Likewise|Otherwise|Besides|Finally|Secondly|Thirdly|Aber|Doch|Andererseits|Dagegen|Jedoch|Deshalb|Daher|Darum|Somit|Außerdem|Zudem|Ferner|Hingegen|Mais|Cependant|Toutefois|Ainsi|Donc|De plus|En outre|En revanche|Par ailleurs|D[’']autre part|Par conséquent|En effet|Pero|Sin embargo|No obstante|Por otr[ao] (?:parte|lado)|En cambio|Además|Así|Por (?:eso|tanto|lo tanto|ello)|Ma|Tuttavia|D[’']altra parte|Inoltre|Quindi|Perciò|Mas|Porém|Contudo|No entanto|Por outro lado|Além disso|Portanto|Maar|Echter|Daarentegen|Bovendien|Daarom|Dus)(?!\p{L}),? ?/u;
