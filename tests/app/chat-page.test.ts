import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { environmentFor, PROGRAM } from '../fakes/program.ts';

// The program `script` (util-linux) gives another a terminal; without it, the test is skipped.
const hasTerminal = /util-linux/.test(`${spawnSync('script', ['--version']).stdout}`);

test.skipIf(!hasTerminal)(
  'a start on a terminal serves the page beside the chat, and both end with it',
  async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const folder = createFolder();
    const env = { ...environmentFor({ data: join(folder, 'data') }), PORT: `${port}`, NO_COLOR: '1' };
    const command = `"${process.execPath}" "${PROGRAM}" start`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, env });
    const ended = new Promise((resolve) => child.once('close', resolve));
    try {
      let printed = '';
      child.stdout.on('data', (text) => {
        printed += text;
      });
      await expect.poll(() => printed, { timeout: 20_000 }).toContain('Type /brief nato-asia');
      expect(printed).toContain(`Open ${address} to chat in a browser`);
      const page = async () => (await fetch(address)).text();
      await expect.poll(page, { timeout: 20_000 }).toContain('<option value="/brief nato-asia">');
      expect(await (await fetch(`${address}/admin`)).text()).toContain('<h1>State</h1>');
      child.stdin.write('/brief nato-asia 30s\r');
      await expect.poll(() => printed, { timeout: 20_000 }).toContain('NATO in the Asia-Pacific');
      child.stdin.write('exit\r');
      expect(await ended).toBe(0);
      await expect(fetch(address)).rejects.toThrow();
    } finally {
      child.kill();
    }
  },
);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
