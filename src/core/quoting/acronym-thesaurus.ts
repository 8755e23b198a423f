import { type Acronym, findAcronyms } from '../library/acronyms.ts';
import type { Document } from '../library/document.ts';
import type { Library, Scope } from '../library/library.ts';
import { createThesaurus, joinThesauri, type Thesaurus } from '../search/synonyms.ts';
import { loadLanguage } from '../text/languages.ts';
import { yieldToEvents } from '../text/yield-to-events.ts';

const MAX_KEPT = 16; // scopes; each audience has its own
const AT_ONCE = 50; // documents read before other work goes on
const MAX_READ = 200_000; // characters of a document; what it abbreviates it mostly explains early

/** Creates the thesauri of the acronyms that the documents of a scope explain, each made once until a document changes. */
export function createAcronymThesauri(library: Library): (scope: Scope) => Promise<Thesaurus> {
  const kept = new Map<string, Promise<Thesaurus>>();
  return (scope) => {
    const key = `${scope.version} ${scope.collections.join(' ')}`;
    const thesaurus = kept.get(key) ?? compile(library, scope);
    kept.delete(key);
    kept.set(key, thesaurus);
    for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
    return thesaurus;
  };
}

async function compile(library: Library, scope: Scope): Promise<Thesaurus> {
  const counts = new Map<string, Counts>(); // by language
  for (const [at, document] of (await library.list(scope)).entries()) {
    if (at % AT_ONCE === 0) await yieldToEvents();
    const known = counts.get(document.language) ?? new Map();
    counts.set(document.language, known);
    for (const acronym of acronymsOf(document)) count(known, acronym);
  }
  let joined: Thesaurus = { match: () => null };
  for (const [code, known] of counts)
    joined = joinThesauri(
      joined,
      createThesaurus(groupsOf(known), await loadLanguage(code), { isApart: true }),
    );
  return joined;
}

const read = new WeakMap<Document, readonly Acronym[]>();

function acronymsOf(document: Document): readonly Acronym[] {
  const found = read.get(document) ?? findAcronyms(document.text.slice(0, MAX_READ));
  read.set(document, found);
  return found;
}

/** In how many places an acronym stands for what, by acronym and by what it stands for in small letters. */
type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, { short, long }: Acronym): void {
  const meanings = counts.get(short) ?? new Map<string, number>();
  counts.set(short, meanings);
  const plain = long.toLowerCase().replace(/\s+/g, ' ');
  meanings.set(plain, (meanings.get(plain) ?? 0) + 1);
}

/** Pairs each acronym with what it mostly stands for. */
function groupsOf(counts: Counts): readonly (readonly [string, string])[] {
  return [...counts].map(([short, meanings]) => {
    const [[long = ''] = []] = [...meanings].sort(([, a], [, b]) => b - a);
    return [short, long] as const;
  });
}
