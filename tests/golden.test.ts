import { beforeEach, describe, expect, test } from 'vitest';
import { localInvocation } from '../src/adapters/terminal/local-invocation.ts';
import { jsonReply } from '../src/core/replies/json-reply.ts';
import { ADMIN_PAGE, createTestDossier, loadOwnCorpus, type TestDossier } from './fakes/local-chat.ts';

// Each is a conversation of its own, kept as it reads in tests/golden/replies.
const CONVERSATIONS: Readonly<Record<string, readonly string[]>> = {
  brief: ['/brief nato-asia', 'What does France think?', 'And China?', 'more', 'sources', '/sources 1'],
  'brief-30s': ['/brief nato-asia 30s', 'more'],
  'brief-3m': ['/brief nato-asia length:3m', 'more'],
  voices: ['/brief nato-asia style:voices', 'more', 'why', '/brief nato-asia style:voices since:2025'],
  differences: ['/brief nato-asia style:differences', '/brief nato-asia style:timeline', 'more'],
  'brief-liaison-office': ['/brief liaison-office'],
  'brief-china-response': ['/brief china-response'],
  'brief-japan-nato': ['/brief japan-nato'],
  'brief-asian-doubts': ['/brief asian-doubts'],
  office: ['Who will pay for the liaison office?', 'When will it open?', 'Which other countries have one?'],
  quotation: ['What did Lin Jian say?', 'What did he urge?'],
  summit: ['When is the Vilnius summit?', 'Who is expected to attend?'],
  spelling: ['Why did Makron worry about the Tokio ofice?'],
  nothing: [
    'What is NATO’s hypersonic missile plan?',
    'When did Netanyahu’s government pass its budget?',
    'And Turkey?',
  ],
  options: [
    '/brief nato-asia since:2024',
    'What does France think?',
    '/ask from:nawaiwaqt What does China think of NATO?',
    'more',
    '/ask since:2025 What does France think?',
    '/search office from:Nawaiwakt',
    '/search office before:2024-07-11 length:30s',
    '/search "liaison office" OR "Madrid Summit" length:30s',
    '/help ask',
  ],
  why: [
    '/brief nato-asia',
    'why',
    'What does France think?',
    'why',
    '/why nato-asia/nato-pivots-to-asia',
    'What is NATO’s hypersonic missile plan?',
    'why',
    '/ask since:2024 What does China think?',
    '/why nato-asia/nato-pivots-to-asia',
    '/search office',
    'why',
    '/why nato-asia/nato-pivot',
    '/help why',
  ],
  lists: [
    '/help',
    '/help brief',
    '/topics',
    '/topics show nato-asia',
    '/sources',
    '/sources nato-asia/nato-pivots-to-asia',
    '/brief',
  ],
  digests: [
    '/digest',
    '/digest add nato-asia at:08:00',
    '/digest preview',
    '/digest run 1',
    'more',
    '/digest history',
    '/digest remove 1',
    '/help digest',
  ],
  managing: [
    ...['/ask Where is the zeppelin?', '/digest add nato-asia at:08:00', '/feedback it was never opened'],
    ...['/status', '/status unread', '/status digests', '/status questions', '/feedback list'],
    '/topics try liaison office Tokyo',
  ],
  mistakes: [
    '/brief nato-asa',
    '/brief nato-asia 5m',
    '/foo',
    '/ask',
    '/sources 9',
    '/topics show',
    'more',
    'new',
  ],
};

let dossier: TestDossier;

beforeEach(async () => {
  dossier = await createTestDossier(await loadOwnCorpus(), { adminPage: ADMIN_PAGE });
});

describe('replies for the five documents', () => {
  for (const [name, lines] of Object.entries(CONVERSATIONS)) {
    test(`read as kept: ${name}`, async () => {
      const replies: string[] = [];
      for (const text of lines) replies.push(`› ${text}\n\n${(await say(text)).text}`);
      await expect(`${replies.join('\n\n')}\n`).toMatchFileSnapshot(`golden/replies/${name}.txt`);
    });
  }

  test('are kept as JSON: brief', async () => {
    const reply = jsonReply(await say('/brief nato-asia'));
    await expect(`${JSON.stringify(reply, null, 2)}\n`).toMatchFileSnapshot('golden/replies/brief.json');
  });
});

function say(text: string) {
  return dossier.dispatch(localInvocation({ kind: 'line', text }));
}
