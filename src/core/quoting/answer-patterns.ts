import type { AnswerType } from './answer-type.ts';
import { OTHER_REASONS, OTHER_TIMES } from './answer-words.ts';
import { saysCount } from './counts.ts';
import { saysNumber } from './number-words.ts';
import { SAYS } from './quantity-patterns.ts';

/** Tests for an expression of English, and one of other languages. */
function either(english: RegExp, others: Pick<RegExp, 'test'>): Pick<RegExp, 'test'> {
  return { test: (text) => english.test(text) || others.test(text) };
}

/** What a sentence contains if it says what an answer type asks for. */
export const ANSWERS: Readonly<Record<Exclude<AnswerType, 'any' | 'definition'>, Pick<RegExp, 'test'>>> = {
  ...SAYS,
  number: { test: saysNumber },
  count: { test: saysCount },
  when: either(
    /\b(?:1\d{3}|20\d{2}|January|February|March|April|May|June|July|August|September|October|November|December|century|decade|(?:last|next|this) (?:year|week|month|spring|summer|autumn|fall|winter)|(?:last|next|on|by) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|recently|yesterday|tomorrow|\d{1,2}(?:st|nd|rd|th)|\d{1,2}\. \p{Lu}\p{Ll}+)(?!\p{L})/u,
    OTHER_TIMES,
  ),
  reason: either(
    /\b(?:because|due to|owing to|thanks to|since|so that|in order to|in light of|as a result|reason|aim|aims|aimed|caus\w+|therefore|driven by|rationale|seek\w*|intended|concern\w*|after (?:an?|the|\w+ing)|to (?:avoid|prevent|protect|ensure|counter|promote|facilitate|address|deepen|help|allow))\b/iu,
    OTHER_REASONS,
  ),
  names:
    /\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?,? (?:and|or|like|such as|und|oder|et|ou|y|e|en) (?:the )?\p{Lu}|\p{Lu}\p{L}+, (?:(?:the|l[ae]s?|el|los|il|i|gli|d[ei]|het|os?|as?) |l[’'])?\p{Lu}\p{L}+|\p{Lo}、\p{Lo}/u,
  where:
    /\b(?:in|at|near|from|to|of|across|aus|nach|bei|à|au|en|de|dans|desde|da|em|no|na|te|uit) (?:the |der |dem |la |le |el |il |het |de )?\p{Lu}|\p{Lo}(?:で|に|在|에서|에)/u,
  statement:
    /[“"„«「]|\b(?:said|says|stated|argu\w+|warn\w+|urg\w+|critici\w+|express\w+|reject\w*|insist\w+|emphasi\w+|suggest\w+|not(?:ed|es)|according to|view\w*|wary|concern\w*|sceptic\w*|skeptic\w*|oppos\w+|support\w*|welcom\w+|call\w* (?:on|for)|believ\w+|worr\w+|sagte?|erklärte?|fordert\w*|meinte?|déclar\w+|affirm\w+|estim\w+|dijo|afirm\w+|sostien\w+|ha detto|disse|zei)\b/i,
  who: /(?<=[\p{Ll},”")] )\p{Lu}\p{Ll}+|^\p{Lu}[\p{Ll}.]+ \p{Lu}\p{Ll}+|氏|さん|先生|女士|씨/u,
};
