/** The kind of fact that a question asks for, as far as its words tell; otherwise `any`. */
export type AnswerType = 'who' | 'names' | 'when' | 'where' | 'number' | 'reason' | 'statement' | 'any';

/** Recognizes the answer type of an English question; questions in other languages are `any`. */
export function answerTypeOf(question: string): AnswerType {
  return QUESTIONS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'any';
}

/** Whether a sentence contains what its answer type asks for: a number, a date, a name … Never true for `any`. */
export function matchesAnswerType(sentence: string, answerType: AnswerType): boolean {
  return answerType !== 'any' && ANSWERS[answerType].test(sentence);
}

const QUESTIONS: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'number',
    /\bhow (?:many|much|large|big|long|often|old)\b|\b(?:what|which) (?:number|percentage|percent|share|proportion)\b/i,
  ],
  ['when', /\bwhen\b|\b(?:what|which) (?:year|date|day|month|week|time|century|decade)\b|\bhow soon\b/i],
  ['reason', /\bwhy\b|\bhow come\b|\breasons?\b|\brationale\b/i],
  [
    'names',
    /\b(?:what|which) (?:(?:other|four|three|two) )?(?:countries|states|nations|members|partners|companies|organi[sz]ations|groups|places|cities)\b/i,
  ],
  ['where', /\bwhere\b|\b(?:what|which) (?:city|country|place|location|region|state)\b/i],
  [
    'statement',
    /\b(?:say|says|said|think|thinks|thought|view|views|opinion|position|stance|react|reacts|reaction|respond|response|argue|argues|argued|feel|feels|believe|believes|attitude)\b/i,
  ],
  [
    'who',
    /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|people|official|diplomat|politician|leader|professor|expert|minister)\b/i,
  ],
];

const ANSWERS: Readonly<Record<Exclude<AnswerType, 'any'>, RegExp>> = {
  number:
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|third|quarter|dozen|several|couple)\b/i,
  when: /\b(?:1\d{3}|20\d{2}|January|February|March|April|May|June|July|August|September|October|November|December|century|decade|last year|next year|this year|last week|this week|recently|\d{1,2}(?:st|nd|rd|th))\b/,
  reason:
    /\b(?:because|due to|since|so that|in order to|as a result|reason|aim|aims|aimed|caus\w+|therefore|driven by|rationale|seek\w*|intended|concern\w*|to (?:avoid|prevent|protect|ensure|counter|promote|facilitate|address|deepen|help|allow))\b/i,
  names:
    /\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?,? (?:and|or|like|such as) (?:the )?\p{Lu}|\p{Lu}\p{L}+, (?:the )?\p{Lu}\p{L}+/u,
  where: /\b(?:in|at|near|from|to|of|across) (?:the )?\p{Lu}/u,
  statement:
    /[“"]|\b(?:said|says|stated|argu\w+|warn\w+|urg\w+|critici\w+|express\w+|reject\w*|insist\w+|emphasi\w+|suggest\w+|not(?:ed|es)|according to|view\w*|wary|concern\w*|sceptic\w*|skeptic\w*|oppos\w+|support\w*|welcom\w+|call\w* (?:on|for)|believ\w+|worr\w+)\b/i,
  who: /(?<=[\p{Ll},”"] )\p{Lu}\p{Ll}+/u,
};
