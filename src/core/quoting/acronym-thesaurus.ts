import type { Library, Scope } from '../library/library.ts';
import { createThesaurus, joinThesauri, type Thesaurus } from '../search/synonyms.ts';
import { loadLanguage } from '../text/languages.ts';

const MAX_KEPT = 16; // scopes; each audience has its own

/** Creates the thesauri of the acronyms that the documents of a scope explain, each made once until a document changes. */
export function createAcronymThesauri(
  library: Pick<Library, 'acronyms'>,
): (scope: Scope) => Promise<Thesaurus> {
  const kept = new Map<string, Promise<Thesaurus>>();
  return (scope) => {
    const key = `${scope.version} ${scope.collections.join(' ')}`;
    const thesaurus = kept.get(key) ?? compile(library, scope);
    kept.delete(key);
    kept.set(key, thesaurus);
    for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
    thesaurus.catch(() => kept.delete(key));
    return thesaurus;
  };
}

async function compile(library: Pick<Library, 'acronyms'>, scope: Scope): Promise<Thesaurus> {
  const counts = await library.acronyms(scope);
  let joined: Thesaurus = { match: () => null };
  for (const [code, known] of [...counts].sort(byKey))
    joined = joinThesauri(
      joined,
      createThesaurus(groupsOf(known), await loadLanguage(code), { isApart: true }),
    );
  return joined;
}

/** Pairs each acronym with what it stands for in most documents. */
function groupsOf(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly (readonly [string, string])[] {
  return [...counts].sort(byKey).map(([short, meanings]) => {
    const [[long = ''] = []] = [...meanings].sort(byKey).sort(([, a], [, b]) => b - a);
    return [short, long] as const;
  });
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
