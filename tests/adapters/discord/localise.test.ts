import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { toRegistered } from '../../../src/adapters/discord/commands.ts';
import { type Language, TRANSLATIONS } from '../../../src/core/bot/translations/translations.ts';
import { commandsProblems } from '../../fakes/discord/command-limits.ts';
import { type Body, bodiesOf, bodyOf, stringOf } from '../../fakes/json.ts';
import { startBot } from './bot.ts';

const LANGUAGES = Object.keys(TRANSLATIONS) as Language[];
const LOCALES = ['de', 'es-419', 'es-ES', 'fr', 'ja', 'zh-CN'];
const COMMANDS = bodiesOf(toRegistered(DECLARATIONS, 'global'));
const MENUS = COMMANDS.filter(({ type }) => type === 3);

/** Commands, options and subcommands, with those in them. */
const named = (things: readonly Body[]): readonly Body[] =>
  things.flatMap((thing) => [thing, ...named(bodiesOf(thing.options))]);
const THINGS = named(COMMANDS.filter(({ type }) => type === 1));
const CHOICES = THINGS.flatMap(({ choices }) => bodiesOf(choices));
const words = (things: readonly Body[], field: string) =>
  new Set(things.map((thing) => stringOf(thing[field])).filter(Boolean));

describe('commands in the languages of people', () => {
  test('have a name and a description in each', () => {
    for (const thing of THINGS) {
      expect(Object.keys(bodyOf(thing.name_localizations)).sort(), stringOf(thing.name)).toEqual(LOCALES);
      expect(
        Object.keys(bodyOf(thing.description_localizations)).sort(),
        stringOf(thing.description),
      ).toEqual(LOCALES);
    }
    for (const { name_localizations } of MENUS)
      expect(Object.keys(bodyOf(name_localizations)).sort()).toEqual(LOCALES);
  });

  test('are as Discord wants them: names small, short and without spaces, descriptions up to 100 characters', () => {
    expect(commandsProblems(COMMANDS)).toEqual([]);
  });

  test.each(LOCALES)('have no name twice in %s', (locale) => {
    const nameIn = (thing: Body) => bodyOf(thing.name_localizations)[locale];
    const groups = [COMMANDS, ...THINGS.map(({ options }) => bodiesOf(options))];
    for (const group of groups) {
      const names = group.map(nameIn);
      expect(new Set(names).size).toBe(names.length);
    }
    const others = (name: unknown) => COMMANDS.filter((each) => each.name === name);
    for (const command of COMMANDS)
      expect(others(nameIn(command)).filter((each) => each !== command)).toEqual([]);
  });

  test.each(LANGUAGES)('are whole descriptions, cut nowhere, in %s', (language) => {
    for (const text of Object.values(TRANSLATIONS[language].texts))
      expect(text.length).toBeLessThanOrEqual(100);
  });

  // What is said in English has changed if its translation is no longer asked for.
  test.each(LANGUAGES)('have no translation left over in %s', (language) => {
    const { names, choices, texts } = TRANSLATIONS[language];
    expect(Object.keys(names).filter((name) => !words(THINGS, 'name').has(name))).toEqual([]);
    expect(Object.keys(choices).filter((name) => !words(CHOICES, 'name').has(name))).toEqual([]);
    const said = new Set([...words(THINGS, 'description'), ...words(MENUS, 'name')]);
    expect(Object.keys(texts).filter((text) => !said.has(text))).toEqual([]);
  });

  test('are asked by their English names, whatever people see', async () => {
    const { discord } = await startBot();
    const brief = discord.commands().find(({ name }) => name === 'brief');
    expect(bodyOf(brief?.name_localizations)).toMatchObject({ de: 'kurzbericht', ja: '要点' });
    const asked = discord.slash({ command: 'brief', options: { topic: 'nato-asia' }, locale: 'de' });
    expect(discord.textOf(await asked.finished())).toContain('NATO in the Asia-Pacific');
    expect(discord.violations).toEqual([]);
  });
});

test('options take no more characters than Dossier reads', () => {
  const [ask] = COMMANDS.filter(({ name }) => name === 'ask');
  const lengths = bodiesOf(ask?.options).map(({ name, max_length }) => [name, max_length]);
  expect(Object.fromEntries(lengths)).toMatchObject({ question: 1000, topic: 100, since: 100 });
});
