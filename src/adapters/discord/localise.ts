import { Locale, type LocalizationMap } from 'discord.js';
import type { Translation } from '../../core/bot/translations/translation.ts';
import { type Language, TRANSLATIONS } from '../../core/bot/translations/translations.ts';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';

const LOCALES: Readonly<Record<Language, readonly Locale[]>> = {
  de: [Locale.German],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  fr: [Locale.French],
  ja: [Locale.Japanese],
  zh: [Locale.ChineseCN],
};

/** The name of a command or option, in every language that has one. */
export function localiseName(name: string) {
  return { name, name_localizations: inLocales(({ names }) => names[name]) };
}

/** A value that an option offers, under its name in every language. */
export function localiseChoice(value: string) {
  return { name: value, value, name_localizations: inLocales(({ choices }) => choices[value]) };
}

/** The name of a message menu. */
export function localiseMenu(name: string) {
  return { name, name_localizations: inLocales(({ texts }) => texts[name]) };
}

/** The description of a command or option. */
export function localiseDescription(text: string) {
  const most = LIMITS.description;
  const description_localizations = inLocales(({ texts }) => texts[text] && clip(texts[text], most));
  return { description: clip(text, most), description_localizations };
}

function inLocales(find: (translation: Translation) => string | undefined): LocalizationMap | null {
  const found = Object.entries(LOCALES).flatMap(([language, locales]) => {
    const text = find(TRANSLATIONS[language as Language]);
    return text === undefined ? [] : locales.map((locale) => [locale, text] as const);
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
