import type { Document } from '../../library/documents/document.ts';
import { knownNames } from './known-names.ts';
import type { NamedVoice } from './parse-voice.ts';

const FAMILIAR = 2; // mentions of a single name, from which a document knows it

/**
 * Resolves a last name by the one full name in its document that ends so. Null if several do, or if nothing makes sure
 * what a single word is.
 */
export function resolveVoice(document: Document, voice: NamedVoice): NamedVoice | null {
  if (voice.form === 'full') return withFuller(document, voice);
  const { byLast, firsts, capitalized, small } = knownNames(document);
  const last = lastWord(document, voice);
  if (voice.form === 'single' && small.has(last.toLowerCase())) return null;
  const full = byLast.get(last) ?? [];
  if (full.length > 1) return null;
  if (full[0]) return widest(full[0], voice);
  if (voice.form === 'addressed') return voice;
  return (capitalized.get(last) ?? 0) >= FAMILIAR && !firsts.has(last) ? voice : null;
}

/** A full name that says nothing of the person's office takes it from where the document does. */
function withFuller(document: Document, voice: NamedVoice): NamedVoice {
  if (voice.isPerson) return voice;
  const written = textOf(document, voice.name);
  const same = knownNames(document).byLast.get(lastWord(document, voice)) ?? [];
  return same.find((each) => each.isPerson && textOf(document, each.name) === written) ?? voice;
}

/** Of two places that name one person, the one that says more; the name is the full one. */
function widest(full: NamedVoice, voice: NamedVoice): NamedVoice {
  return { ...full, isPerson: full.isPerson || voice.isPerson };
}

function lastWord(document: Document, { name }: NamedVoice): string {
  return textOf(document, name).split(/\s+/).at(-1) ?? '';
}

function textOf({ text }: Document, { start, end }: NamedVoice['name']): string {
  return text.slice(start, end);
}
