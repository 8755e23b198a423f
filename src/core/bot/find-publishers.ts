import type { Library, Scope } from '../library/library.ts';
import { echo } from '../text/echo.ts';
import { fold } from '../text/fold.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { containsText, phrasesIn } from '../text/phrases.ts';
import { UserError } from '../text/user-error.ts';

/**
 * Finds the publishers that a name stands for, in any case: the one of that name, or all that contain it as words, or all
 * that contain it. None is a UserError that suggests near names of a scope's documents.
 */
export function findPublishers(
  library: Pick<Library, 'names'>,
  scope: Pick<Scope, 'collections'>,
  name: string,
): readonly string[] {
  const known = library.names(scope, 'publisher');
  const ways = [
    (publisher: string) => fold(publisher) === fold(name),
    (publisher: string) => phrasesIn(publisher)(name),
    (publisher: string) => containsText(publisher, name),
  ];
  const found = ways.map((isMeant) => known.filter(isMeant)).find((names) => names.length > 0);
  if (found) return found;
  throw unknownPublisher(name, known);
}

const MAX_NAMED = 3; // publishers

function unknownPublisher(name: string, known: readonly string[]): UserError {
  const near = nearestPublishers(name, known);
  const named = near.length > 0 ? near : known.slice(0, MAX_NAMED);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(', or ')}?`
      : named.length > 0
        ? `Known are ${named.join(', ')}${known.length > named.length ? ' and others' : ''}.`
        : 'No document says who published it.';
  return new UserError(`No document is from "${echo(name)}". ${hint}`, {
    code: 'unknown-publisher',
    suggestions: named,
  });
}

/** Compares in lower case, whole names and their words. */
function nearestPublishers(name: string, known: readonly string[]): string[] {
  const byKey = new Map(known.map((publisher) => [fold(publisher), publisher]));
  const keys = [...byKey.keys()];
  const words = fold(name).split(/\s+/);
  const near = [...nearestNames(fold(name), keys), ...words.flatMap((word) => nearestByWord(word, keys))];
  return [...new Set(near)].slice(0, MAX_NAMED).flatMap((key) => byKey.get(key) ?? []);
}

/** The names that have a word like this one. */
function nearestByWord(word: string, names: readonly string[]): string[] {
  const byWord = new Map<string, string[]>();
  for (const name of names)
    for (const each of name.split(/\s+/)) byWord.set(each, [...(byWord.get(each) ?? []), name]);
  return nearestNames(word, [...byWord.keys()]).flatMap((near) => byWord.get(near) ?? []);
}
