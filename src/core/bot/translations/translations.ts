import { CHINESE } from './chinese.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { JAPANESE } from './japanese.ts';
import { SPANISH } from './spanish.ts';
import type { Translation } from './translation.ts';

/** A language into which commands are translated, by its code (ISO 639). */
export type Language = 'de' | 'es' | 'fr' | 'ja' | 'zh';

/** The one table of translations. What it lacks stays English. */
export const TRANSLATIONS: Readonly<Record<Language, Translation>> = {
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
  zh: CHINESE,
};
