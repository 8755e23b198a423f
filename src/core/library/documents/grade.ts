declare const brand: unique symbol;

/**
 * How far a document is relied on, by the Admiralty scale: its source, A to F, and what it says, 1 to 6. Either may stand
 * alone: `B2`, `B`, `2`.
 */
export type Grade = string & { readonly [brand]: 'Grade' };

const FORM = /^([A-F]?)([1-6]?)$/;

/** Reads a grade, in any case; null if it is none. */
export function parseGrade(typed: string): Grade | null {
  const grade = typed.trim().toUpperCase().replace(/[-/ ]/g, '');
  return grade !== '' && FORM.test(grade) ? (grade as Grade) : null;
}

/** Whether a grade is as good as another in each part that the other has, or better. Of a part that a grade lacks nothing is known. */
export function isAtLeast(grade: Grade, wanted: Grade): boolean {
  const [own, other] = [partsOf(grade), partsOf(wanted)];
  return isGoodEnough(own.source, other.source) && isGoodEnough(own.content, other.content);
}

/** Both scales begin with the best. */
function isGoodEnough(part: string, wanted: string): boolean {
  return wanted === '' || (part !== '' && part <= wanted);
}

/** A grade in words: `usually reliable source, probably true`. */
export function gradeInWords(grade: Grade): string {
  const { source, content } = partsOf(grade);
  return [SOURCES[source], CONTENTS[content]].filter((words) => words !== undefined).join(', ');
}

/** A grade with its meaning, `B2: usually reliable source, probably true`; null if there is none. */
export function explainGrade(grade: Grade | undefined): string | null {
  return grade === undefined ? null : `${grade}: ${gradeInWords(grade)}`;
}

function partsOf(grade: Grade): { readonly source: string; readonly content: string } {
  const [, source = '', content = ''] = FORM.exec(grade) ?? [];
  return { source, content };
}

const SOURCES: Readonly<Record<string, string>> = {
  A: 'completely reliable source',
  B: 'usually reliable source',
  C: 'fairly reliable source',
  D: 'not usually reliable source',
  E: 'unreliable source',
  F: 'source that cannot be judged',
};

const CONTENTS: Readonly<Record<string, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};
