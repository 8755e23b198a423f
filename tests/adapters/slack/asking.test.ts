import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type Bot, startBot, until } from './bot.ts';

const BRIEF = { command: '/brief', text: 'nato-asia' };
const labels = ({ slack }: Bot, message: Parameters<Bot['press']>[0]) =>
  slack.buttonsOf(message).map(({ text }) => text);

describe('a command', () => {
  test('is acknowledged at once and posted, in words and in quotations', async () => {
    const bot = await startBot();
    const brief = bot.slack.slash(BRIEF);
    expect((await brief.acknowledged).payload).toEqual({});
    const message = await brief.finished();
    expect(message.text).toMatch(/^NATO in the Asia-Pacific\n5 documents/);
    expect(bot.slack.quotesOf(message)[0]).toMatch(/^“NATO is embarking.*” Nawaiwaqt \[1\]$/);
    expect(labels(bot, message)).toEqual(['More', 'Sources', 'Timeline', 'Ask', '👍', '👎']);
    expect(bot.slack.violations).toEqual([]);
  });

  test('tells an observer how long that took, and what Slack’s API answered', async () => {
    const [waits, statuses]: [number[], number[]] = [[], []];
    const observer = {
      acknowledged: (milliseconds: number) => void waits.push(milliseconds),
      responded: (status: number) => void statuses.push(status),
    };
    const { slack } = await startBot({ settings: { observer } });
    await slack.slash(BRIEF).finished();
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(0);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('without a topic, or with a wrong one, tells whoever asked alone', async () => {
    const { slack } = await startBot();
    expect(slack.textOf(await slack.slash({ command: '/brief' }).finished())).toContain('nato-asia');
    expect(slack.textOf(await slack.slash({ command: '/brief', text: 'nato-asai' }).finished())).toMatch(
      /There is no topic/,
    );
    expect(slack.messages()).toEqual([]);
  });

  test.each([
    ['', /Commands/],
    ['help brief', /Get a brief on a topic/],
    ['status', /5 documents/],
    ['search liaison office', /1 of/],
    ['What does France think?', /France/],
    ['brief nato-asia', /NATO is embarking/],
    ['/digset add', /Did you mean/],
    ['topics add fares ferry', /Only managers/],
    ['digest add nato-asia', /Scheduled/],
    ['sources', /NATO pivots to Asia/],
  ])('/dossier %s is any command, or a question, for whoever asks', async (text, reply) => {
    const { slack } = await startBot();
    const message = await slack.slash({ command: '/dossier', text }).finished();
    expect(slack.textOf(message)).toMatch(reply);
    expect([slack.ephemerals().length, slack.messages(), slack.violations]).toEqual([1, [], []]);
  });

  test('where it is no member is answered all the same, and says how to invite it', async () => {
    const { slack } = await startBot();
    const message = await slack.slash({ ...BRIEF, channel: slack.ids.other }).finished();
    expect(slack.textOf(message)).toMatch(/NATO is embarking.*\/invite @Dossier/s);
    expect(slack.messages(slack.ids.other)).toHaveLength(1);
  });

  test.each(['pair', 'group'] as const)(
    'in a %s’s messages without it says what can be done there',
    async (where) => {
      const { slack } = await startBot();
      if (where === 'group') slack.kick(slack.ids.group);
      const text = slack.textOf(await slack.slash({ ...BRIEF, channel: slack.ids[where] }).finished());
      expect(text).toMatch(
        /NATO is embarking.*write to Dossier in its own messages, or start a conversation/s,
      );
      expect(text).not.toContain('/invite');
    },
  );

  test('may have another name in front', async () => {
    const { slack } = await startBot({ settings: { prefix: 'x-' } });
    expect(slack.textOf(await slack.slash({ ...BRIEF, command: '/x-brief' }).finished())).toContain(
      'NATO is embarking',
    );
  });

  test('that only managers may use is an admin’s, and theirs whom the operator names', async () => {
    const { slack } = await startBot();
    const add = async (user: string) =>
      slack.textOf(
        await slack.slash({ command: '/dossier', text: 'topics add fares ferry', user }).finished(),
      );
    expect(await add(slack.ids.member)).toMatch(/Only managers/);
    expect(await add(slack.ids.admin)).toMatch(/Added/);
  });
});

describe('a private answer', () => {
  test('is seen by whoever asked alone, can be kept, and shared', async () => {
    const bot = await startBot();
    const { slack } = bot;
    const message = await slack.slash({ ...BRIEF, text: 'nato-asia private:yes' }).finished();
    expect([slack.messages().length, labels(bot, message)]).toEqual([
      0,
      ['More', 'Sources', 'Timeline', 'Ask', 'Share', 'Keep', '👍', '👎'],
    ]);
    await bot.press(message, 'Keep').finished();
    expect(slack.textOf(slack.messages(slack.ids.direct)[0] as never)).toContain('NATO is embarking');
    await bot.press(message, 'Share').finished();
    expect(slack.messages().map((each) => slack.textOf(each).slice(0, 24))).toEqual([
      'NATO in the Asia-Pacific',
    ]);
    expect(slack.violations).toEqual([]);
  });
});

describe('under an answer', () => {
  test('every button leads on, in its thread', async () => {
    const bot = await startBot();
    const { slack } = bot;
    const brief = await slack.slash(BRIEF).finished();
    const shown: Record<string, string> = {};
    for (const label of ['More', 'Sources', 'Timeline']) {
      const message = await bot.press(brief, label).finished();
      shown[label] = `${message.thread_ts === brief.ts} ${slack.textOf(message).slice(0, 200)}`;
    }
    expect(shown).toEqual({
      More: expect.stringMatching(/^true NATO in the Asia-Pacific: more\n.*China/s),
      Sources: expect.stringMatching(/^true NATO.*NATO is embarking/s),
      Timeline: expect.stringMatching(/^true NATO in the Asia-Pacific: timeline\n.*20/s),
    });
    expect(slack.violations).toEqual([]);
  });

  test('an opinion counts once, with a reason where there is one', async () => {
    const { slack, dossier } = await startBot();
    const brief = await slack.slash(BRIEF).finished();
    await slack.click({ message: brief, actionId: 'opinion', feedback: 'positive' }).finished();
    await slack.click({ message: brief, actionId: 'opinion', feedback: 'positive' }).finished();
    const down = await slack.click({ message: brief, actionId: 'opinion', feedback: 'negative' }).finished();
    const menu = JSON.stringify(down.blocks);
    const value = /"value":"(outdated [^}]*?)"}/.exec(menu)?.[1]?.replaceAll('\\"', '"') ?? '';
    await slack.select({ message: down, actionId: 'reason', values: [value] }).finished();
    const kept = await dossier.store.feedback.list({ platform: 'slack', workspace: slack.ids.team }, 9);
    expect(kept.map(({ rating, reason }) => [rating, reason])).toEqual([
      ['down', 'outdated'],
      ['down', null],
      ['up', null],
    ]);
  });

  test('a form takes a question that follows up, also after a restart', async () => {
    const bot = await startBot();
    const { slack } = bot;
    const brief = await slack.slash(BRIEF).finished();
    await bot.restart();
    await bot.press(brief, 'Ask').view();
    const answer = await slack
      .submitView({ callbackId: 'question-form', values: { question: 'What does France think?' } })
      .finished();
    expect([answer.thread_ts, slack.textOf(answer)]).toEqual([brief.ts, expect.stringMatching(/Macron/)]);
  });

  test('what is forged, or from another channel, opens nothing', async () => {
    const { slack } = await startBot();
    const brief = await slack.slash(BRIEF).finished();
    const elsewhere = await slack.slash({ ...BRIEF, channel: slack.ids.private }).finished();
    const { value } = slack.buttonsOf(brief)[1] ?? { value: '' };
    const forged = JSON.parse(
      JSON.stringify(elsewhere.blocks).replaceAll(
        /"value":"(?:[^"\\]|\\.)*"/g,
        () => `"value":${JSON.stringify(value)}`,
      ),
    );
    Object.assign(elsewhere, { blocks: forged });
    const answer = await slack.click({ message: elsewhere, actionId: 'deed-1' }).finished();
    expect(slack.textOf(answer)).toMatch(/has expired or does not work here/);
  });
});

describe('what people write', () => {
  test('in the thread of an answer needs no mention, and goes on with what was said', async () => {
    const bot = await startBot();
    const { slack } = bot;
    const brief = await slack.slash(BRIEF).finished();
    const answer = await slack.say({ text: 'more', thread_ts: brief.ts }).finished();
    expect([answer.thread_ts, slack.textOf(answer)]).toEqual([
      brief.ts,
      expect.stringMatching(/Chinese officials/),
    ]);
  });

  test('in its thread answers no thanks, chatter or line to somebody else, and nothing after stop', async () => {
    const { slack } = await startBot();
    const { ts: thread_ts } = await slack.slash(BRIEF).finished();
    for (const text of ['thanks!', '<@U100000005> can you check?', 'lol']) slack.say({ text, thread_ts });
    await slack.say({ text: 'And China?', thread_ts }).finished();
    await slack.say({ text: 'stop', thread_ts }).finished();
    slack.say({ text: 'And Japan?', thread_ts });
    const last = await slack.say({ text: `<@${slack.ids.bot}> And Russia?`, thread_ts }).finished();
    const inThread = slack
      .messages()
      .filter(({ ts, ...each }) => each.thread_ts === thread_ts && ts !== thread_ts);
    const answers = inThread.filter(({ bot_id }) => bot_id);
    expect([answers.length, answers.at(-1)?.ts]).toEqual([3, last.ts]);
  });

  test('under a mention that opened a thread needs no other; in a thread that people began it does', async () => {
    const { slack } = await startBot();
    const mention = `<@${slack.ids.bot}>`;
    const opened = slack.say({ text: `${mention} What does France think?` });
    await opened.finished();
    slack.say({ text: 'thanks!', thread_ts: opened.ts });
    const followUp = await slack.say({ text: 'And China?', thread_ts: opened.ts }).finished();
    const people = slack.say({ text: 'Shall we talk about the summit?' });
    await slack.say({ text: `${mention} What does France think?`, thread_ts: people.ts }).finished();
    slack.say({ text: 'And Japan?', thread_ts: people.ts });
    await slack.say({ text: 'And Russia?', thread_ts: opened.ts }).finished();
    const answers = slack.messages().filter(({ bot_id }) => bot_id);
    expect([followUp.thread_ts, answers.map(({ thread_ts }) => thread_ts)]).toEqual([
      opened.ts,
      [opened.ts, opened.ts, people.ts, opened.ts],
    ]);
  });

  test('with a mention is answered once in a thread, though it comes as two events, and again', async () => {
    const { slack } = await startBot();
    const origin = slack.say({ text: `<@${slack.ids.bot}> What does France think?` });
    const answer = await origin.finished();
    slack.repeat({ as: 'anew' });
    slack.repeat({ as: 'retry' });
    await slack.slash(BRIEF).finished();
    expect(answer.thread_ts).toBe(origin.ts);
    expect(slack.messages().filter((each) => slack.textOf(each).includes('Macron'))).toHaveLength(1);
  });

  test('and is mistaken, or asks too fast, tells its author alone, at the mention or in the thread', async () => {
    const { slack } = await startBot();
    const mention = `<@${slack.ids.bot}>`;
    const typo = await slack.say({ text: `${mention} /breif nato-asia` }).finished();
    expect([slack.textOf(typo), typo.thread_ts]).toEqual([expect.stringMatching(/Did you mean/), undefined]);
    const brief = await slack.slash(BRIEF).finished();
    await slack.say({ text: 'more', thread_ts: brief.ts }).finished();
    const wrong = await slack.say({ text: '/breif', thread_ts: brief.ts }).finished();
    expect([slack.ephemerals().length, wrong.thread_ts, slack.violations]).toEqual([2, brief.ts, []]);
  });

  test('in a direct message is answered in its thread, which says meanwhile that it works on it', async () => {
    const { slack } = await startBot();
    const { direct } = slack.ids;
    const asked = slack.say({ channel: direct, text: 'What does France think?' });
    const answer = await asked.finished();
    expect([slack.textOf(answer), answer.thread_ts]).toEqual([expect.stringContaining('Macron'), asked.ts]);
    const more = await slack.say({ channel: direct, thread_ts: asked.ts, text: 'sources' }).finished();
    expect([slack.textOf(more), more.thread_ts]).toEqual([expect.stringContaining('[1] As NATO'), asked.ts]);
    const statuses = slack.requests.filter(({ method }) => method === 'assistant.threads.setStatus');
    const shown = { channel_id: direct, thread_ts: asked.ts, status: expect.stringMatching(/^is searching/) };
    expect(statuses.map(({ body }) => body)).toEqual([shown, shown]);
    expect(slack.violations).toEqual([]);
  });

  test.each([
    ['is refused', { kind: 'error', error: 'missing_scope', applied: false }],
    ['hangs', { kind: 'silence', applied: false }],
  ] as const)('in a direct message is answered though the status %s', async (_what, trouble) => {
    const { slack, told } = await startBot();
    slack.fault({ method: 'assistant.threads.setStatus', trouble });
    const answer = await slack
      .say({ channel: slack.ids.direct, text: 'What does France think?' })
      .finished(3000);
    expect([slack.textOf(answer), told]).toEqual([expect.stringContaining('Macron'), []]);
  });

  test('under a command’s answer in direct messages goes on with it', async () => {
    const { slack } = await startBot();
    const brief = await slack.slash({ ...BRIEF, channel: slack.ids.direct }).finished();
    const more = await slack.say({ channel: slack.ids.direct, thread_ts: brief.ts, text: 'more' }).finished();
    expect([more.thread_ts, slack.textOf(more)]).toEqual([
      brief.ts,
      expect.stringMatching(/Chinese officials/),
    ]);
  });

  test('in a group’s messages is answered if it is for Dossier', async () => {
    const { slack } = await startBot();
    const { group, bot } = slack.ids;
    slack.say({ channel: group, text: 'What does France think?' });
    const asked = slack.say({ channel: group, text: `<@${bot}> What does France think?` });
    const answer = await asked.finished();
    expect([slack.textOf(answer), answer.thread_ts]).toEqual([expect.stringContaining('Macron'), asked.ts]);
    expect(slack.messages(group).filter(({ user }) => user === bot)).toHaveLength(1);
    const brief = await slack.slash({ ...BRIEF, channel: group }).finished();
    await slack.say({ channel: group, thread_ts: brief.ts, text: 'sources' }).finished();
    expect(slack.violations).toEqual([]);
  });

  test('to others is not answered', async () => {
    const { slack } = await startBot();
    slack.say({ text: 'What does France think?' });
    await slack.slash(BRIEF).finished();
    expect(slack.messages().filter(({ user }) => user === slack.ids.bot)).toHaveLength(1);
  });

  test('from another workspace is refused, unless that is allowed', async () => {
    const given = (slack: Bot['slack']) => ({
      channel: slack.ids.shared,
      user: slack.ids.external,
      text: `<@${slack.ids.bot}> What does France think?`,
    });
    const { slack } = await startBot();
    slack.say(given(slack));
    await until(() => slack.ephemerals(slack.ids.external).length === 1);
    expect(slack.textOf(slack.ephemerals(slack.ids.external)[0] as never)).toMatch(
      /answers only members of the workspace/,
    );
    const open = await startBot({ settings: { allowExternal: true } });
    expect(open.slack.textOf(await open.slack.say(given(open.slack)).finished())).toContain('Macron');
  });

  test('from another workspace of the same organisation is answered', async () => {
    const { slack } = await startBot({ fake: { enterpriseId: 'E1' } });
    const person = (name: string, enterpriseId?: string) => {
      const user = slack.addUser(name, {
        teamId: slack.ids.otherTeam,
        ...(enterpriseId && { enterpriseId }),
      });
      slack.invite(slack.ids.shared, user);
      return user;
    };
    const ask = async (user: string) => {
      const text = `<@${slack.ids.bot}> What does France think?`;
      return slack.textOf(await slack.say({ channel: slack.ids.shared, user, text }).finished());
    };
    const colleague = person('colleague', 'E1');
    expect(await ask(colleague)).toContain('Macron');
    const home = await slack.openHome(colleague).view();
    expect(slack.textOf(home)).toContain('Topics');
    expect(await ask(person('stranger', 'E2'))).toMatch(/answers only members/);
    expect(await ask(person('other'))).toMatch(/answers only members/);
  });

  test('is taken from any message by its shortcut', async () => {
    const { slack } = await startBot();
    const origin = slack.say({ text: 'France has been a vocal critic of the pivot' });
    const message = slack.messages().find(({ ts }) => ts === origin.ts);
    if (!message) throw new Error('Nothing was said.');
    for (const callbackId of ['brief-this', 'find-sources']) {
      expect(slack.textOf(await slack.shortcut({ callbackId, message }).finished())).toContain('France');
    }
  });
});

test('a document can’t ping, link or format', async () => {
  const text =
    'The ferry <!channel> <@U100000005> *sank* at https://evil.example/x and <https://evil.example|here> on Monday.';
  const { slack } = await startBot({ contents: createContents([createDocument('harbour/a', { text })]) });
  const message = await slack
    .slash({ command: '/ask', text: 'When did the ferry sink? ferry sank Monday' })
    .finished();
  expect(slack.quotesOf(message)[0] ?? slack.textOf(message)).toContain('<!channel> <@U100000005> *sank*');
  expect(slack.violations).toEqual([]);
});

test('a long list goes on under More to its end', async () => {
  const documents = Array.from({ length: 300 }, (_, at) =>
    createDocument(`harbour/report-${at}`, { text: `The ferry ${at} sank.` }),
  );
  const bot = await startBot({ contents: createContents(documents) });
  const seen = new Set<string>();
  let page = await bot.slack.slash({ command: '/dossier', text: 'sources' }).finished();
  for (;;) {
    for (const [name] of bot.slack.textOf(page).matchAll(/The ferry \d+ sank/g)) seen.add(name);
    if (!labels(bot, page).includes('More')) break;
    page = await bot.press(page, 'More').finished();
  }
  expect([seen.size, bot.slack.violations]).toEqual([300, []]);
});

test('a form whose trigger has expired is said to be late, with what to do', async () => {
  const bot = await startBot();
  const brief = await bot.slack.slash(BRIEF).finished();
  const trouble = { kind: 'error', error: 'expired_trigger_id', applied: false } as const;
  bot.slack.fault({ method: 'views.open', trouble });
  expect(bot.slack.textOf(await bot.press(brief, 'Ask').finished())).toMatch(/Press Ask again/);
});

test.each(['restricted_action_read_only_channel', 'is_archived', 'no_permission'])(
  'where Slack will have no answer (%s) it reaches whoever asked all the same',
  async (error) => {
    const { slack } = await startBot();
    slack.fault({ method: 'chat.postMessage', trouble: { kind: 'error', error, applied: false } });
    expect(slack.textOf(await slack.slash(BRIEF).finished())).toContain('NATO is embarking');
  },
);

test('an admin is known as one though the connection breaks at the first question', async () => {
  const { slack } = await startBot();
  slack.fault({ method: 'users.info', trouble: { kind: 'drop', applied: false } });
  const add = { command: '/dossier', text: 'topics add fares ferry', user: slack.ids.admin };
  expect(slack.textOf(await slack.slash(add).finished())).toMatch(/Added/);
});

describe('a button that several press at once', () => {
  test('shows everyone its answer once; who came second is told', async () => {
    const { slack } = await startBot();
    const message = await slack.slash(BRIEF).finished();
    const more = slack.buttonsOf(message).find(({ text }) => text === 'More');
    for (const user of [slack.ids.member, slack.ids.admin])
      slack.click({ message, actionId: more?.actionId ?? '', user });
    const told = () => [slack.ids.member, slack.ids.admin].flatMap((user) => slack.ephemerals(user));
    await until(() => slack.messages().length === 2 && told().length === 1);
    expect(slack.textOf(slack.messages()[1] as never)).toMatch(/: more\n.*5–8 of 13/s);
    expect(told().map((each) => slack.textOf(each))).toEqual([expect.stringMatching(/pressed a moment ago/)]);
    expect(slack.violations).toEqual([]);
  });
});
