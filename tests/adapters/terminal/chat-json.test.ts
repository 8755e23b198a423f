import { beforeAll, describe, expect, test } from 'vitest';
import { jsonReplyContract } from '../../contracts/json-reply.ts';
import { createFolder } from '../../fakes/folder.ts';
import { dossier, type Reply, type Run, repliesOf } from '../../fakes/program.ts';

const DOCUMENT = 'nato-asia/nato-pivots-to-asia';

describe('chat --json', () => {
  const lines = [
    ...[
      'What does France think?',
      '',
      'And China?',
      'more',
      '   ',
      'sources',
      '/sources 1',
      'new',
      'And Japan?',
    ],
    ...[
      '/brief nato-asia',
      '/brief nato-asia 30s',
      '/brief',
      '/topics',
      '/topics show nato-asia',
      '/sources',
    ],
    ...[`/sources ${DOCUMENT}`, '/help', '/help brief', '/ask topic:nato-asia Who will pay for the office?'],
    ...[
      'Who won the football match in Reykjavik?',
      '/brief nato-asai',
      '/nonsense',
      '???',
      '/brief nato-asia 9m',
    ],
    ...['storm '.repeat(1700), '🚢 <@U123> \u202Eesrever\u202C "quoted" \\n', 'MORE'],
  ];
  const turns = lines.filter((line) => line.trim() !== '');
  let run: Run;
  let replies: Reply[];
  const replyTo = (line: string) => replies[turns.indexOf(line)];

  beforeAll(async () => {
    run = await dossier(['chat', '--json'], { input: `${lines.join('\n')}\n` });
    replies = repliesOf(run);
  });

  test('gives one object for each line that is not empty', () => {
    expect(replies).toHaveLength(turns.length);
  });

  test.each(turns.map((line, at) => [line.slice(0, 60), at] as const))(
    'has every key of a reply, and no other: %s',
    (_line, at) => {
      const { stored, ...reply } = replies[at] as Reply & { stored?: string };
      expect(jsonReplyContract.safeParse(reply).error?.issues ?? []).toEqual([]);
    },
  );

  test('answers in order', () => {
    const request = replies.filter(({ command }) => command === 'ask').map(({ question }) => question);
    expect(request.filter((question) => question !== null)).toEqual([
      ...['What does France think?', 'And China?', 'And Japan?', 'Who will pay for the office?'],
      ...['Who won the football match in Reykjavik?', turns.at(-2)],
    ]);
  });

  test('takes a question as the first line', () => {
    expect(replies[0]).toMatchObject({ kind: 'answer', command: 'ask', question: 'What does France think?' });
  });

  test('stays in one conversation', () => {
    expect(new Set(replies.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test('says nothing else on standard output', () => {
    expect(run.stdout).toBe(replies.map((reply) => `${JSON.stringify(reply)}\n`).join(''));
  });

  test('exits with 0, though some replies were errors', () => {
    expect(replies.some(({ kind }) => kind === 'error')).toBe(true);
    expect(run.code).toBe(0);
  });

  const kinds: readonly (readonly [line: string, kind: Reply['kind']])[] = [
    ['new', 'note'],
    ['more', 'answer'],
    ['sources', 'list'],
    ['/sources 1', 'list'],
    ['/brief nato-asia', 'brief'],
    ['/brief', 'list'],
    ['/topics', 'list'],
    ['/topics show nato-asia', 'list'],
    ['/help', 'list'],
    ['Who won the football match in Reykjavik?', 'nothing'],
  ];

  test.each(kinds)('replies to %s with kind %s', (line, kind) => {
    expect(replyTo(line)?.kind).toBe(kind);
  });

  const problems: readonly (readonly [line: string, code: string])[] = [
    ['/brief nato-asai', 'unknown-topic'],
    ['/nonsense', 'unknown-command'],
    ['???', 'empty-question'],
    ['/brief nato-asia 9m', 'invalid-option'],
    ['storm '.repeat(1700), 'question-too-long'],
  ];

  test.each(problems)('replies to %.30s with problem %s', (line, code) => {
    expect(replyTo(line)).toMatchObject({ kind: 'error', problem: { code } });
  });

  test('suggests the topic that was meant', () => {
    expect(replyTo('/brief nato-asai')?.problem?.suggestions[0]).toBe('nato-asia');
  });

  test('names the words that are in no document', () => {
    expect(replyTo('Who won the football match in Reykjavik?')?.unknownWords).toContain('Reykjavik');
  });

  test('shows at most two nearest passages, marked weak', () => {
    const nearest = replies.flatMap((reply) => [reply.nearest]).filter((points) => points.length > 0);
    expect(nearest.every((points) => points.length <= 2 && points.every(({ weak }) => weak))).toBe(true);
  });

  test('briefs in two points for 30s', () => {
    expect(replyTo('/brief nato-asia 30s')?.points).toHaveLength(2);
  });

  test('shows no line breaks but those between parts of a reply', () => {
    expect(replies.filter(({ text }) => /\r|\u2028|\u202E/.test(text))).toEqual([]);
  });
});

describe.concurrent('chat --json, one line at a time', () => {
  const chat = (input: string | Uint8Array) => dossier(['chat', '--json'], { input, corpus: createFolder() });

  test('exits with 0 when nothing is said', async () => {
    expect(await chat('')).toMatchObject({ code: 0, stdout: '' });
  });

  test('takes a last line that has no end', async () => {
    expect(repliesOf(await chat('/topics\n/help')).map(({ command }) => command)).toEqual(['topics', 'help']);
  });

  test('takes lines ended by CRLF', async () => {
    expect(repliesOf(await chat('/topics\r\n\r\n/help\r\n')).map(({ command }) => command)).toEqual([
      'topics',
      'help',
    ]);
  });

  test.each(['\uFEFF', '\u00A0 \u3000', '\u200B', '\u2060\u00AD\u200D', '\uFE0F', '\u2028'])(
    'takes a line that shows nothing as empty: %j',
    async (line) => {
      expect(repliesOf(await chat(`${line}\n${line}/topics\n`)).map(({ command }) => command)).toEqual([
        'topics',
      ]);
    },
  );

  test('takes a line separator within a line as part of it', async () => {
    expect(repliesOf(await chat('What does France\u2028think?\n'))).toHaveLength(1);
  });

  test('takes bytes that are no text', async () => {
    const { code, stdout } = await chat(
      Uint8Array.from([0xff, 0xfe, 0x80, 0x0a, 0x2f, 0x74, 0x6f, 0x70, 0x69, 0x63, 0x73, 0x0a]),
    );
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });
});
