const REPORTS =
  /\b(?:said|says|stated|told|argu(?:es|ed|ing)|warn(?:s|ed|ing)|urg(?:es|ed|ing)|critici[sz](?:es|ed|ing)|critic|express(?:es|ed)|reject(?:s|ed)?|insist(?:s|ed)|emphasi[sz](?:es|ed)|suggest(?:s|ed)|according to|view(?:s|ed) (?:as|with)|oppos(?:es|ed|ition)|support(?:s|ed)|welcom(?:es|ed)|worr(?:ies|ied)|fears?|reluctant|wary|sceptic\w*|skeptic\w*|calls? (?:on|for))\b/i;

const EARLY = 60; // characters from the start, within which a name is likely the subject
const REACH = 120; // characters after the name in which the reporting verb is searched for

/**
 * Scores how clearly a sentence attributes a statement to the person or body named at `at`, from 0 to 1: it opens with
 * the name, and then reports what that person or body says or wants.
 */
export function attributionScore(text: string, at: number): number {
  return (at < EARLY ? 0.4 : 0) + (REPORTS.test(text.slice(at, at + REACH)) ? 0.6 : 0);
}
