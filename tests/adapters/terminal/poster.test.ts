import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createTerminalPoster } from '../../../src/adapters/terminal/poster.ts';
import { postTo } from '../../contracts/local-poster-driver.ts';
import { createFolder } from '../../fakes/folder.ts';

const channel = { platform: 'terminal', workspace: 'local', channel: 'terminal' };
const key = 'abcdefghijklmnopqrstuvw23';

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
    expect(found).toMatchObject({ kind: 'cannot-look', forGood: true });
  });
});
