import type { Brief, BriefOptions } from '../brief.ts';
import type { Candidate } from '../candidate.ts';
import type { Quotation } from '../citations.ts';
import { excerptOf, placeOf, unseen } from '../excerpts.ts';
import type { Tokenize } from '../retriever.ts';
import { ON_TOPIC, relevanceAmong } from '../topic-relevance.ts';
import type { Verdict } from '../verdict.ts';
import { type DifferenceGroup, groupDifferences } from './group-differences.ts';
import { readStatement, type Statement } from './statement.ts';
import { subjectOf } from './subject.ts';

/** Composes what documents give different numbers or dates for, then what different people say of the same. */
export function composeDifferences(
  candidates: readonly Candidate[],
  { budget, shown, tokenize }: Pick<BriefOptions, 'budget' | 'shown'> & { readonly tokenize: Tokenize },
): Brief {
  const relevance = relevanceAmong(candidates);
  const onTopic = candidates.filter((candidate) => relevance(candidate) >= ON_TOPIC);
  const groups = groupDifferences(onTopic.flatMap((candidate) => readStatement(candidate, tokenize) ?? []));
  const isUnseen = unseen(shown);
  const pages = choose(groups, budget, isUnseen);
  const chosen = pages.flatMap(({ statements }) => statements);
  const quoted = unseen([...shown, ...chosen.map(({ candidate }) => placeOf(candidate))]);
  return {
    quotations: pages.flatMap(quoteGroup),
    more: groups.some(({ statements }) => statements.some(({ candidate }) => quoted(candidate))),
    inFigures: pages.some(({ kind }) => kind !== 'statement'),
    considered: onTopic,
    verdict: (candidate) => verdictOn(candidate, { onTopic, groups, chosen }),
  };
}

/** Takes groups with something new while there is room for two of each; the first whatever its length. */
function choose(
  groups: readonly DifferenceGroup[],
  { maxPoints, maxCharacters }: BriefOptions['budget'],
  isUnseen: (candidate: Candidate) => boolean,
): DifferenceGroup[] {
  const chosen: DifferenceGroup[] = [];
  let [points, characters] = [0, 0];
  for (const group of groups) {
    const fresh = group.statements.filter(({ candidate }) => isUnseen(candidate));
    if (fresh.length === 0 || maxPoints - points < 2) continue;
    const old = group.statements.filter((each) => !fresh.includes(each));
    const wanted = [...fresh, ...old.slice(0, fresh.length > 1 ? 0 : 1)].slice(0, maxPoints - points);
    const length = wanted.reduce((sum, each) => sum + lengthOf(each), 0);
    if (points > 0 && characters + length > maxCharacters) continue;
    chosen.push({ ...group, statements: group.statements.filter((each) => wanted.includes(each)) });
    points += wanted.length;
    characters += length;
  }
  return chosen;
}

function lengthOf({ candidate: { slice } }: Statement): number {
  return slice.end - slice.start;
}

/** Quotes the statements of a group side by side, newest first. */
function quoteGroup({ statements }: DifferenceGroup): Quotation[] {
  const [first, ...others] = statements;
  if (!first) return [];
  const { document } = first.candidate;
  const group = { document, places: subjectOf(first, others), speaker: null };
  return statements.map(({ candidate }) => ({
    excerpt: excerptOf(candidate, candidate.slice),
    date: candidate.document.published,
    dateIsRelative: candidate.document.published !== null,
    group,
  }));
}

interface Considered {
  readonly onTopic: readonly Candidate[];
  readonly groups: readonly DifferenceGroup[];
  readonly chosen: readonly Statement[];
}

function verdictOn(candidate: Candidate, { onTopic, groups, chosen }: Considered): Verdict {
  const isSame = (each: Statement) => each.candidate === candidate;
  const quoted = chosen.find(isSame);
  if (quoted) return { kind: 'quoted', excerpt: excerptOf(quoted.candidate, quoted.candidate.slice) };
  if (!onTopic.includes(candidate)) return { kind: 'weak' };
  return { kind: groups.some(({ statements }) => statements.some(isSame)) ? 'later' : 'alike' };
}
