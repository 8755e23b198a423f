import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { article, rss } from '../fakes/feeds.ts';
import { createFolder } from '../fakes/folder.ts';
import { dossier, replyOf, type Settings } from '../fakes/program.ts';
import { startProgram } from '../fakes/running-program.ts';
import { startWebServer, type WebServer } from '../fakes/web-server.ts';

const FARES = {
  id: 'f1',
  title: 'Ferry fares rise',
  content: article('A single ferry ticket costs seven crowns.'),
  date: 'Fri, 03 May 2024 10:00:00 GMT',
};

/** A corpus that follows a feed of a server, which the program may ask. */
async function world(more = ''): Promise<{ server: WebServer; settings: Settings; corpus: string }> {
  const server = await startWebServer({ '/feed': rss([FARES]) });
  const corpus = createFolder({
    'news/feeds.yaml': `- ${server.origin}/feed\n${more}`,
    'news/about.txt': 'About the harbour.',
  });
  return {
    server,
    corpus,
    settings: { corpus, data: join(createFolder(), 'data'), fetchAllow: server.host },
  };
}

describe('dossier feeds', () => {
  test('looks at what is followed, and its items are quoted', async () => {
    const { server, settings } = await world();
    expect(await dossier(['feeds', 'look'], settings)).toEqual({
      code: 0,
      stderr: '',
      stdout: `news: ${server.origin}/feed: 1 document is new or changed.\n`,
    });
    const { stdout } = await dossier(['ask', 'How much does a single ferry ticket cost?'], settings);
    expect(stdout).toContain('“A single ferry ticket costs seven crowns.” Harbour Gazette · 3 May 2024 [1]');
    expect((await dossier(['feeds', 'list'], settings)).stdout).toMatch(
      /^news: Harbour Gazette \(http:\S+\): looked at just now; next look in 1 hour\n$/,
    );
  });

  test('says which feed fails and why, in its exit code too', async () => {
    const { settings } = await world('- http://127.0.0.1/inner\n');
    const { code, stdout } = await dossier(['feeds', 'look', 'http://127.0.0.1/inner'], settings);
    expect(stdout).toContain('is not on the public internet; DOSSIER_FETCH_ALLOW may permit it.');
    expect(code).toBe(2);
    expect((await dossier(['feeds', 'look', 'https://nowhere.example/'], settings)).stderr).toContain(
      'is followed. "dossier feeds list" lists them.',
    );
  });

  test('finds the feed of a page, and shows what it would bring', async () => {
    const { server, settings } = await world();
    server.answer({ '/': '<link rel="alternate" type="application/rss+xml" href="/feed">' });
    const { stdout } = await dossier(['feeds', 'find', server.origin], settings);
    expect(stdout).toBe(
      `Harbour Gazette: ${server.origin}/feed\n- 3 May 2024: Ferry fares rise\nIt says too little about when it changes.\n`,
    );
  });

  test('exports what is followed, and imports it elsewhere, with what is known left as it is', async () => {
    const { corpus, settings, server } = await world('- { url: https://b.example/, title: B }\n');
    const { stdout } = await dossier(['feeds', 'export'], settings);
    const file = join(
      createFolder({
        'feeds.opml': stdout.replace('</body>', '<outline text="x" xmlUrl="file:///etc/passwd"/></body>'),
      }),
      'feeds.opml',
    );
    writeFileSync(join(corpus, 'news/feeds.yaml'), `# ours\n- ${server.origin}/feed # the first\n`);
    const run = await dossier(['feeds', 'import', file, '--collection', 'news'], settings);
    expect(run.stdout.split('\n')).toEqual([
      'Added 1 of 3 feeds to news/feeds.yaml.',
      '1 was there already.',
      'Left out: file:///etc/passwd is not an http or https address without a password.',
      '',
    ]);
    expect(readFileSync(join(corpus, 'news/feeds.yaml'), 'utf8')).toBe(
      `# ours\n- ${server.origin}/feed # the first\n- url: https://b.example/\n  title: B\n`,
    );
    expect((await dossier(['feeds', 'import', file, '--collection', 'nowhere'], settings)).stderr).toMatch(
      /^There is no collection nowhere/,
    );
  });
});

describe('a watched page', () => {
  const page = (fare: string) =>
    `<html lang="en"><title>Ferry fares</title><article><h1>Ferry fares</h1><p>The island ferry sails four times a day from
the harbour.</p><p>A single ticket costs ${fare} crowns.</p><p>Tickets are sold at the pier.</p></article></html>`;

  test('that changes while nothing runs is told in both wordings, and in those of the version seen before', async () => {
    const { server, settings, corpus } = await world();
    writeFileSync(join(corpus, 'news/feeds.yaml'), `- watch: ${server.origin}/fares\n`);
    writeFileSync(
      join(corpus, 'topics.yaml'),
      'ferries: { title: Ferries, query: ferry fares island harbour }\n',
    );
    const look = async (fare: string) => {
      server.answer({ '/fares': page(fare) });
      return (await dossier(['feeds', 'look'], settings)).stdout;
    };
    expect(await look('seven')).toContain('1 document is new or changed.');
    await dossier(['brief', 'ferries'], settings);
    await look('eight');
    await dossier(['ask', 'How much does a single ticket cost?'], settings);
    await look('nine');
    const { stdout } = await dossier(['new', 'ferries'], settings);
    expect(stdout).toMatch(
      /changed \d+ \w+: “A single ticket costs nine crowns.” \[1\] · was: “A single ticket costs seven crowns.”/,
    );
    expect(stdout).not.toMatch(/four times|eight/);
    await look('ten');
    const all = await dossier(['new', 'ferries', '--json'], settings);
    expect(replyOf(all).points.map(({ text }) => text)).toEqual(['A single ticket costs ten crowns.']);
  }, 90_000);
});

describe('a mistake in feeds.yaml', () => {
  test('stops no command, and is named where feeds are listed', async () => {
    const corpus = createFolder({
      'news/a.txt': 'The quay is old and will be mended in May.',
      'news/feeds.yaml': '- nothing of the kind',
    });
    const asked = await dossier(['ask', 'How old is the quay?'], { corpus });
    expect(asked.code).toBe(0);
    const listed = await dossier(['feeds', 'list'], { corpus });
    expect([listed.code, listed.stdout]).toEqual([
      2,
      expect.stringContaining(
        'news/feeds.yaml is followed but for feed 1: "nothing of the kind" is no http or https address without a password.',
      ),
    ]);
  });
});

describe('while the program runs', () => {
  test('what a feed brings is quoted without anybody doing anything', async () => {
    const { server, settings, corpus } = await world();
    const program = startProgram(['start'], settings);
    const arrived = () => readdirSync(join(corpus, 'news'), { recursive: true }).map(String);
    await eventually(() =>
      expect(arrived().filter((path) => /collected.*\.(?:html|yaml)$/.test(path))).toHaveLength(2),
    );
    await program.end();
    const { stdout } = await dossier(['ask', 'How much does a single ferry ticket cost?'], settings);
    expect(stdout).toContain('seven crowns');
    expect(server.askedFor('/feed')[0]?.headers['user-agent']).toMatch(/^Dossier\/\d/);
  });
});
