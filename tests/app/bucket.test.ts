import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { dossier, environmentFor, PROGRAM, type Settings } from '../fakes/program.ts';
import { startProgram } from '../fakes/running-program.ts';
import { type S3Server, startS3Server } from '../fakes/s3-server.ts';

let server: S3Server;
beforeEach(async () => {
  server = await startS3Server({
    'desk/topics.yaml': 'fares: { title: Fares, query: ferry fare }\n',
    'desk/news/sources.yaml': 'fares.txt: { publisher: Harbour Gazette, published: 2024-05-03 }\n',
    'desk/news/fares.txt': 'A single ferry ticket costs seven crowns.',
    'desk/news/': '',
    'other/news/secret.txt': 'A single ferry ticket costs nothing.',
  });
});

function settings(more: Record<string, string> = {}, data = join(createFolder(), 'data')): Settings {
  return { corpus: server.variables.DOSSIER_CORPUS_DIR ?? '', data, more: { ...server.variables, ...more } };
}

const QUESTION = ['ask', 'How much does a single ferry ticket cost?'];
const QUOTED = '“A single ferry ticket costs seven crowns.” Harbour Gazette · 3 May 2024 [1]';

describe('a corpus in a bucket', () => {
  test('is quoted like that of a folder, its settings included', async () => {
    const given = settings();
    const { stdout, stderr } = await dossier(QUESTION, given);
    expect([stdout, stderr]).toEqual([expect.stringContaining(QUOTED), '']);
    expect(stdout).not.toContain('nothing');
    expect((await dossier(['topics'], given)).stdout).toContain('Fares');
    expect(server.asked.filter((what) => what === 'list')).toHaveLength(1); // it was looked at just now
  });

  test('is looked at by "dossier index", and what is not indexed is named', async () => {
    server.put('desk/news/../../etc.txt', 'x');
    for (const name of ['ZETA', 'zeta']) server.put(`desk/news/${name}.txt`, 'The pier is closed.');
    server.put('desk/news/feeds.yaml', '- https://pier.example/feed\n');
    server.put('desk/news/huge.txt', 'x'.repeat(10_000_001));
    const given = settings();
    await dossier(QUESTION, given);
    server.put('desk/news/late.txt', 'The last ferry leaves at nine.');
    const { code, stdout } = await dossier(['index'], given);
    expect([code, stdout.split('\n').sort()]).toEqual([
      0,
      [
        '',
        'Not indexed: news/../../etc.txt is no path of a file: it leads elsewhere.',
        'Not indexed: news/feeds.yaml has no effect: Dossier only reads a bucket, so feeds cannot bring anything into it.',
        'Not indexed: news/huge.txt is larger than 10 MB; split it.',
        'Not indexed: news/zeta.txt differs from another key in case alone; rename one of them.',
        'news: 3 documents, 3 passages',
      ],
    ]);
  });

  test('stays while the bucket cannot be read, which the operator is told once', async () => {
    const given = settings();
    await dossier(QUESTION, given);
    await server.close();
    const { code, stdout, stderr } = await dossier(['index'], given);
    expect([code, stdout]).toEqual([0, 'news: 1 document, 1 passage\n']);
    expect(stderr).toMatch(
      /^The bucket s3:\/\/papers\/desk at http:\/\/127\.0\.0\.1:\d+ could not be looked at; what was fetched before stays\..*cannot be reached.*\n$/,
    );
  });

  test.each([
    [{ AWS_SECRET_ACCESS_KEY: 'canary-secret' }, 'refuses the credentials'],
    [{ DOSSIER_CORPUS_DIR: 's3://nowhere/desk' }, 'is not there: no bucket has that name'],
    [{ DOSSIER_CORPUS_DIR: 's3://papers/wrong' }, 'has no objects there'],
    [{ AWS_ENDPOINT_URL_S3: 'http://user:canary-secret@127.0.0.1:1' }, 'cannot be reached'],
  ])('that was never read says why, without secrets: %j', async (more, why) => {
    const { code, stdout, stderr } = await dossier(QUESTION, settings(more));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
    expect(stderr).toContain('. Check DOSSIER_CORPUS_DIR and the AWS_ variables (see .env.example).\n');
    expect(stderr).toMatch(/s3:\/\/\w+\/\w+ at http:\/\/127/);
    expect(stderr).not.toContain('canary-secret');
  });

  test('is fetched on from where a kill ended it', async () => {
    for (let at = 0; at < 40; at++) server.put(`desk/news/item-${at}.txt`, `The ferry number ${at} is late.`);
    const given = settings();
    const data = given.data ?? '';
    mkdirSync(data);
    const child = spawn(process.execPath, [PROGRAM, 'index'], { env: environmentFor(given), cwd: data });
    const ended = new Promise((resolve) => child.once('close', resolve));
    server.before(() => {
      if (server.asked.length === 25) child.kill('SIGKILL');
    });
    await ended;
    server.before(() => {});
    const before = server.asked.length;
    const { stdout } = await dossier(['index'], given);
    expect(stdout).toBe('news: 41 documents, 41 passages\n');
    expect(server.asked.length - before).toBeLessThan(30);
    const [name = ''] = readdirSync(join(data, 'buckets'));
    const text = readFileSync(join(data, 'buckets', name, 'objects/news/item-39.txt'), 'utf8');
    expect(text).toBe('The ferry number 39 is late.');
  });

  test('is only read: nothing is added, described or followed', async () => {
    const given = settings();
    const added = await dossier(['add', 'https://pier.example/'], given);
    expect(added.stdout + added.stderr).toContain('so nothing can be added here');
    const described = await dossier(['sources', '1', '--publisher', 'Pier'], given);
    expect(described.code).toBe(2);
    const feeds = await dossier(['feeds', 'list'], given);
    expect([feeds.code, feeds.stderr]).toEqual([2, expect.stringContaining('no feed can bring anything')]);
    const mail = { IMAP_URL: 'imaps://desk@imap.example/News', IMAP_PASSWORD: 'p' };
    const { stderr } = await dossier(QUESTION, settings(mail));
    expect(stderr).toContain('IMAP_URL needs a corpus folder to put mail into; a bucket is only read');
    expect(server.asked.every((what) => what === 'list' || what.startsWith('get '))).toBe(true);
  });

  test('is greeted by its address', async () => {
    const program = startProgram(['start'], settings({ PORT: 'off' }));
    expect(await program.line()).toMatch(/^Indexed 1 document from s3:\/\/papers\/desk\./);
  });
});
