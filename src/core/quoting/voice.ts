const REPORTS =
  /\b(?:said|says|stated|told|argu(?:es|ed|ing)|warn(?:s|ed|ing)|urg(?:es|ed|ing)|critici[sz](?:es|ed|ing)|critic|express(?:es|ed)|reject(?:s|ed)?|insist(?:s|ed)|emphasi[sz](?:es|ed)|suggest(?:s|ed)|according to|view(?:s|ed) (?:as|with)|oppos(?:es|ed|ition)|support(?:s|ed)|welcom(?:es|ed)|worr(?:ies|ied)|fears?|reluctant|wary|sceptic\w*|skeptic\w*|calls? (?:on|for))\b/i;

const EARLY = 60; // characters into a sentence up to which a name is likely its subject
const REACH = 120; // characters from a name to the verb that says what it does

/**
 * How plainly a sentence lets somebody speak whose name stands at `at`, from 0 to 1:
 * it opens with the name and then reports what it says or wants.
 */
export function voice(text: string, at: number): number {
  return (at < EARLY ? 0.4 : 0) + (REPORTS.test(text.slice(at, at + REACH)) ? 0.6 : 0);
}
