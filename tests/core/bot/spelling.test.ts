import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { discordSpelling, storeCommandIds } from '../../../src/adapters/discord/spelling.ts';
import { slackSpelling } from '../../../src/adapters/slack/spelling.ts';
import { shellSpelling } from '../../../src/app/cli/shell-spelling.ts';
import { createSpell, type Spelling, TYPED } from '../../../src/core/bot/spelling.ts';
import { hint, optionHint } from '../../../src/core/text/hint.ts';
import { createBriefReply } from '../../fakes/replies.ts';

const visible = DECLARATIONS.filter(({ hidden }) => !hidden);
storeCommandIds(
  'token',
  visible.map(({ name }, at) => ({ name, id: String(100 + at) })),
);
const discord = discordSpelling({ token: 'token' });
const MARKS = /[\uFDD2\uFDD3]/g;
const spell = (spelling: Spelling, text: string) =>
  createSpell(DECLARATIONS, spelling)(text).replace(MARKS, '');

const PAUSE = hint('digest', { action: 'pause', number: '4' });
const ADD = hint('topics', { action: 'add', name: 'fares', title: 'Ferry fares', query: 'ferry fares' });

describe('a command in a sentence', () => {
  test.each([
    ['a line of text', TYPED, '/digest pause 4', '/topics add fares title:"Ferry fares" ferry fares'],
    [
      ...(['Slack', slackSpelling({ prefix: 'my-' })] as const),
      ...(['/my-digest pause 4', '/my-dossier topics add fares title:"Ferry fares" ferry fares'] as const),
    ],
    [
      ...(['Discord', discord, '</digest pause:108> number:4'] as const),
      '</topics add:107> name:fares title:Ferry fares query:ferry fares',
    ],
    [
      ...(['a shell', shellSpelling([]), 'dossier digest pause 4'] as const),
      'dossier topics add fares --title "Ferry fares" "ferry fares"',
    ],
  ] as const)('is written as %s takes it', (_place, spelling, pause, add) => {
    expect(spell(spelling, `Do ${PAUSE} or ${ADD}.`)).toBe(`Do ${pause} or ${add}.`);
  });

  test('is none where a document or a person wrote the marks', () => {
    expect(spell(TYPED, 'a \uFDD0nonsense\uFDD1 b \uFDD0 c')).toBe('a  b  c');
  });

  test('opens its first action on Discord, which mentions no command that has several', () => {
    expect(spell(discord, hint('topics'))).toBe('</topics list:107>');
  });

  test('is typed on Discord until it is registered', () => {
    expect(spell(discordSpelling({ token: 'other' }), PAUSE)).toBe('/digest pause number:4');
  });

  test('repeats a command line with the words of a question in one pair of quotation marks', () => {
    const again = (...line: string[]) => shellSpelling(line).goOn?.(createBriefReply({ more: true }));
    expect(again('ask', 'What', 'does', 'France', 'think?')).toContain(
      'dossier ask "What does France think?" --more',
    );
    expect(again('brief', 'nato-asia', '30s')).toContain('dossier brief nato-asia 30s --more');
    expect(again('brief', 'my topic', '30s')).toContain('dossier brief "my topic" 30s --more');
    expect(again('ask', 'Why?', '--topic', 'x y')).toContain('dossier ask "Why?" --topic "x y" --more');
  });

  test('may be an option alone', () => {
    expect(spell(TYPED, optionHint({ since: '7d' }))).toBe('since:7d');
    expect(spell(shellSpelling([]), optionHint({ since: '7d' }))).toBe('--since 7d');
  });
});
