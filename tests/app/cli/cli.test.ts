import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonReplyContract, storedReplyContract } from '../../contracts/json-reply.ts';
import { OWN_CORPUS } from '../../fakes/corpus-folder.ts';
import { createFolder } from '../../fakes/folder.ts';
import { dossier, type Reply, type Run, repliesOf, replyOf } from '../../fakes/program.ts';

const DOCUMENT = 'nato-asia/nato-pivots-to-asia';

describe('a brief', () => {
  let asText: Run;
  let asJson: Run;

  beforeAll(async () => {
    [asText, asJson] = await Promise.all([
      dossier(['brief', 'nato-asia']),
      dossier(['brief', 'nato-asia', '--json']),
    ]);
  });

  test('quotes and cites', () => {
    const { kind, topic, coverage, points } = replyOf(asJson);
    expect(asJson.code).toBe(0);
    expect([kind, topic, coverage.documents, points[0]?.citation]).toEqual(['brief', 'nato-asia', 5, 1]);
  });

  test('is the same every time', async () => {
    expect((await dossier(['brief', 'nato-asia', '--json'])).stdout).toBe(asJson.stdout);
  });

  test('is the same as text', () => {
    expect(asText.stdout).toBe(`${replyOf(asJson).text}\n`);
  });

  test('ends each quotation in its number', () => {
    const quotations = asText.stdout.split('\n').filter((line) => /^(?:\p{L}[^“]*: )?“/u.test(line));
    expect(quotations).toHaveLength(replyOf(asJson).points.length);
    expect(quotations.filter((line) => !/”.* \[\d\]$/.test(line))).toEqual([]);
  });

  test('has room on a phone screen', () => {
    const { points, sources } = replyOf(asJson);
    expect(points.length).toBeLessThanOrEqual(4);
    expect(sources.length).toBeLessThanOrEqual(5);
    expect(points.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(900);
  });

  test('has no colours where it is not shown on a screen', () => {
    expect(asText.stdout).not.toContain('\u001B');
  });

  test('on an unknown topic exits with 2 and suggests topics', async () => {
    const { code, stdout, stderr } = await dossier(['brief', 'nato-asai']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^There is no topic "nato-asai"\. .*nato-asia/m);
  });

  test('on an unknown topic says so in JSON too', async () => {
    const run = await dossier(['brief', 'nato-asai', '--json']);
    const { code, suggestions } = replyOf(run).problem ?? {};
    expect([run.code, code, suggestions?.[0]]).toEqual([2, 'unknown-topic', 'nato-asia']);
  });
});

describe.concurrent('sources', () => {
  test('of a document gives its whole stored text and the hash of it', async () => {
    const reply = JSON.parse((await dossier(['sources', DOCUMENT, '--json'])).stdout);
    const { stored, sources } = storedReplyContract.parse(reply);
    expect(createHash('sha256').update(stored).digest('hex')).toBe(sources[0]?.sha256);
  });

  test('of a document is what points are slices of', async () => {
    const talk = [
      '/brief nato-asia 3m',
      'more',
      'What does France think?',
      `/sources ${DOCUMENT}`,
      'football in Reykjavik',
    ];
    const files = readdirSync(join(OWN_CORPUS, 'nato-asia')).filter((name) => name.endsWith('.txt'));
    const ids = files.map((name) => `nato-asia/${name.replace('.txt', '')}`);
    const run = await dossier(['chat', '--json'], {
      input: [...ids.map((id) => `/sources ${id}`), ...talk].join('\n'),
    });
    const replies = repliesOf(run) as (Reply & { stored: string })[];
    const stored = new Map(ids.map((id, at) => [id, replies[at]?.stored]));
    const points = replies.flatMap((reply) => [...reply.points, ...reply.nearest]);
    expect(points.length).toBeGreaterThan(10);
    for (const { document, start, end, text } of points)
      expect(stored.get(document)?.slice(start, end)).toBe(text);
  });

  test('of an unknown document exits with 2 and suggests the nearest', async () => {
    const corpus = createFolder({ 'harbour/lighthouse-report.txt': 'The lamp was lit at dusk.' });
    const run = await dossier(['sources', 'lighthouse-report', '--json'], { corpus });
    expect(run.code).toBe(2);
    expect(replyOf(run).problem).toEqual({
      code: 'unknown-document',
      suggestions: ['harbour/lighthouse-report'],
    });
  });
});

describe.concurrent('a question', () => {
  test('may be several words', async () => {
    const corpus = createFolder({ 'harbour/a.txt': 'The keeper lit the lamp at dusk.' });
    const run = await dossier(['ask', 'Who', 'lit', 'the', 'lamp?', '--json'], { corpus });
    expect(replyOf(run)).toMatchObject({ kind: 'answer', question: 'Who lit the lamp?' });
  });

  test('that nothing answers exits with 0', async () => {
    const run = await dossier(['ask', 'Who won the football match in Reykjavik?', '--json'], {
      corpus: createFolder(),
    });
    expect([run.code, replyOf(run).kind]).toEqual([0, 'nothing']);
  });

  test.each([[['ask']], [['ask', ' ?! ']]])('that is empty exits with 2: %j', async (args) => {
    const { code, stderr } = await dossier(args, { corpus: createFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The question is empty\. /);
  });

  test('of 10,000 characters exits with 2 and says how many are too many', async () => {
    const { code, stderr } = await dossier(['ask', 'lamps '.repeat(1667).slice(0, 10_000)], {
      corpus: createFolder(),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/\d characters\. Use at most 2000/);
  });
});

describe.concurrent('the command line', () => {
  test.each(['start', 'chat', 'brief', 'ask', 'sources', 'topics'])('explains %s', async (command) => {
    const { code, stdout, stderr } = await dossier([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: dossier ${command}`));
  });

  test('explains itself', async () => {
    const { code, stdout, stderr } = await dossier(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: dossier /);
  });

  test.each([[['brief', 'nato-asia', '--colour']], [['nonsense']], [['brief', 'nato-asia', '--length']]])(
    'exits with 2 on what it does not know: %j',
    async (args) => {
      const { code, stdout, stderr } = await dossier(args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^[A-Z"/].+\.\n$/);
    },
  );

  test('explains itself and nothing else when no command is named', async () => {
    const { stdout, stderr } = await dossier([]);
    expect(stdout + stderr).not.toContain('(outputHelp)');
  });

  test('prints what went wrong as JSON where that was asked for', async () => {
    const run = await dossier(['brief', 'nato-asia', '--json', '--colour']);
    expect(run.code).toBe(2);
    expect(jsonReplyContract.parse(replyOf(run))).toMatchObject({ kind: 'error', command: 'brief' });
  });
});

describe('a digest for another channel', () => {
  test.each([
    ['discord:123456/789012', 0, 'No digests are scheduled here yet'],
    ['slack:T0123/C0456', 0, 'No digests are scheduled here yet'],
    ['slack:general', 2, 'is not a channel'],
    ['web:local/page', 0, 'No digests are scheduled here yet'],
    ['slack:team/general', 2, 'is not a channel address on slack'],
    ['file:../x', 2, 'Give the name of a file'],
    ['terminal:other/x', 2, 'The terminal has one channel'],
    ['irc:net/room', 2, 'There is no platform irc'],
  ])('%s', async (channel, code, words) => {
    const listed = await dossier(['digest', 'list', '--channel', channel]);
    expect([listed.code, listed.stdout + listed.stderr]).toEqual([code, expect.stringContaining(words)]);
  });
});

describe.concurrent('a search by list', () => {
  const list = createFolder({ 'names.csv': 'id,query\n1,Lin Jian\n2,=nobody\n' });

  test('prints its table, and what it found beside it', async () => {
    const { code, stdout, stderr } = await dossier(['search', '--list', join(list, 'names.csv')]);
    const rows = stdout.trim().split('\r\n');
    expect([code, rows.length, rows[0]?.slice(0, 24), rows[2]]).toEqual([
      ...[0, 3, 'query,hits,document,titl', "'=nobody,0,,,,,,,,"],
    ]);
    expect(stderr).toContain('1 of 2 names were found in 5 documents.');
  });

  test('writes its table', async () => {
    const out = join(list, 'out.csv');
    const { stdout } = await dossier(['search', '--list', join(list, 'names.csv'), '--write', out]);
    expect([stdout, readFileSync(out, 'utf8').split('\r\n').length]).toEqual(['', 4]);
  });

  test('exits with 2 if there is no such file, or nowhere to write', async () => {
    const missing = await dossier(['search', '--list', join(list, 'missing.csv')]);
    const nowhere = join(list, 'missing', 'out.csv');
    const unwritten = await dossier(['search', '--list', join(list, 'names.csv'), '--write', nowhere]);
    expect([missing.code, unwritten.code]).toEqual([2, 2]);
    expect(unwritten.stderr).toContain(`Cannot write ${nowhere}.`);
  });
});
