import { compareStatements, type Difference, type Rarity } from './compare-statements.ts';
import type { Statement } from './statement.ts';

/** Statements of different documents on one thing, newest first. */
export interface DifferenceGroup {
  readonly kind: Difference['kind'];
  readonly statements: readonly Statement[];
}

interface Pair extends Difference {
  readonly a: Statement;
  readonly b: Statement;
}

const MAX_STATEMENTS = 6; // of a group
const SAME = 0.7; // share of the shorter statement's terms
const OTHER_PUBLISHER = 0.1; // likeness that another publisher makes up for in the order of groups

/** Groups statements that differ: those in numbers and dates first, then those of different people; the most alike first. */
export function groupDifferences(statements: readonly Statement[]): DifferenceGroup[] {
  const pairs = pairsAmong(statements);
  const taken = new Set<Statement>();
  const groups: DifferenceGroup[] = [];
  for (const { a, b, kind } of pairs) {
    if (taken.has(a) || taken.has(b)) continue;
    const others = pairs.filter((pair) => pair.kind === kind);
    const members = extend([a, b], others, taken);
    for (const said of statements) if (members.some((member) => repeats(said, member))) taken.add(said);
    groups.push({ kind, statements: members.sort(newestFirst) });
  }
  return groups;
}

function pairsAmong(statements: readonly Statement[]): Pair[] {
  const rarity = rarityAmong(statements);
  const pairs: Pair[] = [];
  for (const [at, a] of statements.entries()) {
    for (const b of statements.slice(at + 1)) {
      const difference = compareStatements(a, b, rarity);
      if (difference) pairs.push({ a, b, ...difference });
    }
  }
  return pairs.sort((x, y) => rankOf(x) - rankOf(y) || rate(y) - rate(x));
}

function rankOf({ kind }: Pair): number {
  return kind === 'statement' ? 1 : 0;
}

function rate({ a, b, likeness }: Pair): number {
  const [publisher, other] = [a, b].map(({ candidate }) => candidate.document.publisher);
  return likeness + (publisher !== null && other !== null && publisher !== other ? OTHER_PUBLISHER : 0);
}

/** Adds statements of further documents that differ from at least half of a group in the same way. */
function extend(group: Statement[], pairs: readonly Pair[], taken: ReadonlySet<Statement>): Statement[] {
  for (const each of pairs.flatMap(({ a, b }) => [a, b])) {
    if (group.length >= MAX_STATEMENTS) return group;
    if (taken.has(each) || group.some((member) => isOfSameDocument(member, each))) continue;
    const differing = group.filter((member) => areOne(pairs, member, each));
    if (differing.length * 2 >= group.length) group.push(each);
  }
  return group;
}

/** Whether a statement is a member of a group, or says the same in the same document. */
function repeats(statement: Statement, member: Statement): boolean {
  if (statement === member) return true;
  if (!isOfSameDocument(statement, member)) return false;
  const shared = [...statement.terms].filter((term) => member.terms.has(term)).length;
  const values = (of: Statement) => of.quantities.map(({ value }) => value).join(' ');
  return (
    values(statement) === values(member) && shared >= SAME * Math.min(statement.terms.size, member.terms.size)
  );
}

function isOfSameDocument({ candidate: a }: Statement, { candidate: b }: Statement): boolean {
  return a.document.id === b.document.id;
}

function areOne(pairs: readonly Pair[], a: Statement, b: Statement): boolean {
  return pairs.some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
}

/** Creates a rating of terms: 0 for one in every statement. */
function rarityAmong(statements: readonly Statement[]): Rarity {
  const counts = new Map<string, number>();
  for (const { terms } of statements) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log((statements.length + 1) / (counts.get(term) ?? 1));
}

function newestFirst({ candidate: a }: Statement, { candidate: b }: Statement): number {
  const [dateA, dateB] = [a.document.published ?? '', b.document.published ?? ''];
  return dateA === dateB ? 0 : dateA > dateB ? -1 : 1;
}
