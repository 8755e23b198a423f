import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../commands/index.ts';
import { discordSpelling, storeCommandIds } from '../src/adapters/discord/spelling.ts';
import { slackSpelling } from '../src/adapters/slack/spelling.ts';
import { shellSpelling } from '../src/app/cli/shell-spelling.ts';
import { BUTTON_INVALID } from '../src/core/bot/interaction/notices.ts';
import type { Invocation } from '../src/core/bot/invocation.ts';
import { createSpell, type Spelling, TYPED } from '../src/core/bot/spelling.ts';
import { createTestDossier, LOCAL, loadOwnCorpus } from './fakes/local-chat.ts';

const NAMES = DECLARATIONS.filter(({ hidden }) => !hidden).map(({ name }) => name);
const COMMANDS = NAMES.join('|');
storeCommandIds(
  'token',
  NAMES.map((name, at) => ({ name, id: String(700 + at) })),
);

/** What may stand in a text of each place; anything else that looks like a command is another place's. */
const PLACES = {
  'a text chat': { spelling: TYPED, own: new RegExp(`(?<![\\w/])/(?:${COMMANDS})(?![\\w/])`, 'g') },
  Slack: {
    spelling: slackSpelling({ prefix: 'ops-' }),
    own: new RegExp(`(?<![\\w/])/ops-(?:brief|ask|digest|dossier (?:${COMMANDS}))(?![\\w/])`, 'g'),
  },
  Discord: { spelling: discordSpelling({ token: 'token' }), own: /<\/[a-z]+(?: [a-z]+)?:7\d\d>/g },
  'the command line': {
    spelling: shellSpelling(['brief', 'nato-asia']),
    own: new RegExp(`\\bdossier (?:${COMMANDS})\\b`, 'g'),
  },
} as const;

const ANY = new RegExp(
  `(?<![\\w/])/(?:[a-z]+-)?(?:${COMMANDS}|dossier)\\b|</|\\bdossier (?:${COMMANDS})\\b`,
  'g',
);

const LINES = [
  ...[
    'more',
    'sources',
    '/sources 99',
    '/brief',
    '/brief nothing-like-it',
    '/brief nato-asia',
    'sources',
    '/sources 1',
  ],
  ...[
    '/brief nato-asia 5m',
    '/brief nato-asia nonsense:1',
    '/brief nato-asia since:never',
    '/brief a collection:x',
  ],
  ...[
    '/brief nato-asia since:last style:timeline',
    '/new',
    '/new nato-asia',
    '/ask',
    '/ask Who pays for lunch?',
  ],
  ...[
    '/ask What does France think?',
    'why',
    '/search',
    '/search -a',
    '/search "liaison office"',
    'more',
    'why',
  ],
  ...[
    '/search NATO limit:1',
    '/sources no-such-document',
    '/why no-such-document',
    '/export bibtex',
    '/export zzz',
  ],
  ...['/topics', '/topics show', '/topics list all', '/topics add', '/topics add my topic', '/topics add a1'],
  ...[
    '/topics add a1 ferry',
    '/topics add a1 ferry',
    '/topics edit a1',
    '/topics edit a1 boats',
    '/topics remove a1',
  ],
  ...[
    '/topics remove nato-asia',
    '/digest',
    '/digest pause',
    '/digest add',
    '/digest add nato-asia',
    '/digest list x',
  ],
  ...[
    '/digest add nato-asia',
    '/digest add nato-asia at:09:00',
    '/digest pause 1',
    '/digest resume 1',
    '/digest edit 1',
  ],
  ...[
    '/digest pause',
    '/digest pause 9',
    '/digest pause 1 at:08:00',
    '/digest preview 1',
    '/digest run 1',
    '/digest run 1',
  ],
  ...[
    '/digest history',
    '/digest remove 1',
    '/digest remove 1 confirm:yes',
    '/status',
    '/feedback',
    '/feedback good',
  ],
  ...[
    '/feedback',
    '/help',
    '/helpp',
    '/xyzzy',
    'new',
    'stop',
    'hello',
    'thanks',
    ...NAMES.map((name) => `/help ${name}`),
  ],
];

/** Everything that a person in one place is told. */
async function texts(spelling: Spelling, who: Partial<Invocation>): Promise<readonly string[]> {
  const dossier = await createTestDossier(await loadOwnCorpus(), {
    spellingOf: () => spelling,
    report: () => undefined,
  });
  const said: string[] = [createSpell(DECLARATIONS, spelling)(BUTTON_INVALID)];
  for (const text of LINES) {
    const invocation = { conversation: 'terminal:local/terminal', audience: LOCAL, manager: true, ...who };
    said.push((await dossier.dispatch({ request: { kind: 'line', text }, ...invocation })).text);
  }
  return said;
}

describe.each(Object.entries(PLACES))('what is said in %s', (_name, { spelling, own }) => {
  test.each([{ manager: true }, { manager: false }])(
    'names commands only as they are typed there: %j',
    async (who) => {
      const said = await texts(spelling, who);
      expect(said.join('\n').match(own)?.length).toBeGreaterThan(20);
      for (const text of said) {
        expect(text).not.toMatch(/[\uFDD0\uFDD1]/);
        expect(text.replace(own, '').match(ANY) ?? [], text).toEqual([]);
      }
    },
    60_000,
  );
});

describe('where lines are not read without a mention', () => {
  test('help says to mention Dossier', async () => {
    const said = await texts(PLACES.Discord.spelling, { byMention: true });
    const help = said[LINES.indexOf('/help') + 1] ?? '';
    expect(help).toContain('@Dossier And last year?');
    expect(said.join('\n')).not.toContain('Any other line');
  }, 60_000);
});

test('no code of the core or of a command spells a command by itself', () => {
  const written = new RegExp(
    `['\`"( ](?:/(?:${COMMANDS})(?![\\w/.])|dossier (?:brief|ask|topics|sources)\\b)`,
  );
  const files = ['commands', 'src/core'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\*\*|\*|\/\/|import|export .* from)/.test(line))
      .map((line) => line.replace(/ \/\/ .*$/, ''))
      .filter((line) => written.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
