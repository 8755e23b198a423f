import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createTerminalPoster } from '../../../src/adapters/terminal/poster.ts';
import { openLocalDriver, postTo } from '../../contracts/local-poster-driver.ts';
import { posterContract } from '../../contracts/poster.ts';
import { createFolder } from '../../fakes/folder.ts';

const channel = { platform: 'terminal', workspace: 'local', channel: 'terminal' };
const key = 'abcdefghijklmnopqrstuvw23';

posterContract('the terminal', async () => {
  const shownFile = join(createFolder(), 'digests.shown');
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
  });
  const poster = createTerminalPoster({ output, colour: true, shownFile });
  const keys = () => (existsSync(shownFile) ? readFileSync(shownFile, 'utf8').match(/^\S+$/gm) : null) ?? [];
  return openLocalDriver({ poster, channel, read: () => withUrls(shown), keys, single: true });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const LINK = /\x1b]8;;([^\x1b]+)\x1b\\(.*?)\x1b]8;;\x1b\\/g;

/** Terminal text with the URL of each link after its label, and without colours. */
function withUrls(text: string): string {
  return stripVTControlCharacters(text.replace(LINK, '$2 $1 '));
}

function open(shownFile = join(createFolder(), 'digests.shown')) {
  const output = new PassThrough();
  const poster = createTerminalPoster({ output, colour: false, shownFile });
  return { poster, shownFile, output, shown: () => String(output.read() ?? '') };
}

describe('a digest in the terminal', () => {
  test('is shown, and noted as shown', async () => {
    const { poster, shown, shownFile } = open();
    expect(await postTo(poster, channel)).toMatchObject({ kind: 'sent' });
    expect(shown()).toContain('The ferry to the island will cost ten crowns.');
    expect(readFileSync(shownFile, 'utf8')).toBe(`${key} begins\n${key}\n`);
  });

  test('is known after a restart', async () => {
    const { poster, shownFile } = open();
    const since = new Date();
    expect(await poster.find({ channel, key, since })).toEqual({ kind: 'absent' });
    await postTo(poster, channel);
    expect(await open(shownFile).poster.find({ channel, key, since })).toMatchObject({ kind: 'sent' });
  });

  test('that cannot be noted is not shown', async () => {
    const { poster, shown } = open('/proc/nowhere/digests.shown');
    expect(await postTo(poster, channel)).toMatchObject({ kind: 'later' });
    expect(shown()).toBe('');
  });

  test('whose showing was cut off is not taken for absent, and so not shown again', async () => {
    const { poster, shownFile, output } = open();
    output.write = () => {
      throw new Error('The process is killed.');
    };
    await expect(postTo(poster, channel)).rejects.toThrow('killed');
    const found = await open(shownFile).poster.find({ channel, key, since: new Date() });
    expect(found).toMatchObject({ kind: 'cannot-search', forGood: true });
  });
});
