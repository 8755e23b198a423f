/** Finds where somebody else begins to speak in the record of a debate: “HON. A. QUAY.- Sir, …”, “MR SPEAKER: The House …”. */
export function findTurns(text: string): readonly number[] {
  return [...text.matchAll(TURN)].map(({ index }) => index).filter((index) => index > 0);
}

// A turn begins a line or follows a sentence or a stage direction: “(Acclamation)”. All white space is bounded, for speed.
const AFTER = [
  String.raw`^\s{0,3}`,
  String.raw`[\r\n\u2028\u2029]\s{0,3}`,
  String.raw`(?<!(?<!\p{L})(?:Hon|Prof|Dr|Mr|Mrs|Ms|Rev|Sen|Gov|Gen|vs|No))[.!?…][”"’')\]]{0,2}\s{1,3}`,
  String.raw`(?:^|[.!?…]\s{1,3})\([^()]{1,80}\)\s{1,3}`,
].join('|');
const TITLE = 'HON|MR|MRS|MS|MISS|DR|PROF|REV|SIR|MADAM|SENATOR|THE HON|THE RIGHT HON';
const NAME = String.raw`(?=[\p{Lu}.’' -]{0,40}\p{Lu}{2})[\p{Lu}.’'-][\p{Lu}.’' -]{0,60}`;
const CHAIR =
  'THE (?:(?:DEPUTY|ACTING) )?(?:SPEAKER|CHAIR|CHAIRMAN|CHAIRWOMAN|CHAIRPERSON|PRESIDENT|PRIME MINISTER)';
const TURN = new RegExp(
  String.raw`(?<=${AFTER})(?:(?:${TITLE})(?:\.\s{0,3}|\s{1,3})${NAME}|${CHAIR} ?)(?:(?<=\.)[-–—]|\.[-–—]|:)\s`,
  'gu',
);
