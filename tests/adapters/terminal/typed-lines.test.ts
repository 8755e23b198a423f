import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createTerminalAdapter } from '../../../src/adapters/terminal/adapter.ts';
import type { Chat } from '../../../src/core/bot/chat-adapter.ts';
import { eventually } from '../../fakes/eventually.ts';
import { createFolder } from '../../fakes/folder.ts';

/** A screen and a keyboard with nobody before them. */
const UNUSED: Pick<Chat, 'suggest' | 'heeds' | 'adopt' | 'claim' | 'leave'> = {
  suggest: async () => [],
  heeds: async () => true,
  adopt: async () => {},
  claim: async () => true,
  leave: async () => {},
};

function openScreen(chat: Partial<Chat>, historyFile = join(createFolder(), 'history')) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let seen = '';
  output.on('data', (chunk) => {
    seen += String(chunk);
  });
  const request: string[] = [];
  const adapter = createTerminalAdapter({ input, output, json: false, colour: false, historyFile });
  const ended = adapter.start({
    ...UNUSED,
    complete: async () => [],
    handle: async ({ request: what }) => {
      if (what.kind === 'line') request.push(what.text);
      const reply = { kind: 'note' } as never;
      return { text: 'answered', blocks: [], reply };
    },
    ...chat,
  });
  return {
    request,
    ended,
    historyFile,
    type: (keys: string) => input.write(keys),
    end: () => input.end(),
    seen: () => seen,
  };
}

test('the tab key completes a line', async () => {
  const screen = openScreen({ complete: async () => ['/brief nato-asia'] });
  screen.type('/brief na');
  screen.type('\t');
  await eventually(() => expect(screen.seen()).toContain('/brief nato-asia'));
  screen.type('\r');
  screen.end();
  await screen.ended;
  expect(screen.request).toEqual(['/brief nato-asia']);
});

test('the tab key shows what a line may become', async () => {
  const screen = openScreen({ complete: async () => ['/search ', '/sources '] });
  screen.type('/s');
  for (let tab = 0; tab < 2; tab++) {
    screen.type('\t');
    await new Promise(setImmediate);
  }
  await eventually(() => expect(screen.seen()).toMatch(/\/search\s+\/sources/));
  screen.end();
  await screen.ended;
});

test('a completion that fails leaves the line as it is', async () => {
  const screen = openScreen({ complete: () => Promise.reject(new Error('no')) });
  screen.type('/br');
  screen.type('\t');
  await new Promise(setImmediate);
  screen.type('\r');
  screen.end();
  await screen.ended;
  expect(screen.request).toEqual(['/br']);
});

test('what was typed is kept for its owner and comes back with the arrow key', async () => {
  const first = openScreen({});
  first.type('/brief nato-asia\r');
  await eventually(() => expect(first.request).toHaveLength(1));
  first.end();
  await first.ended;
  expect(readFileSync(first.historyFile, 'utf8')).toBe('/brief nato-asia');
  expect(statSync(first.historyFile).mode & 0o777).toBe(0o600);

  const second = openScreen({}, first.historyFile);
  second.type('\u001B[A\r');
  await eventually(() => expect(second.request).toEqual(['/brief nato-asia']));
  second.end();
  await second.ended;
});

test('a history that cannot be kept does not disturb the chat', async () => {
  const screen = openScreen({}, join(createFolder(), 'missing', 'history'));
  screen.type('/status\r');
  screen.end();
  await screen.ended;
  expect(screen.request).toEqual(['/status']);
});

test.each(['exit', 'quit', '/exit', ' Quit '])('%j leaves, and is no question', async (word) => {
  const screen = openScreen({});
  screen.type(`/status\r${word}\r`);
  await screen.ended;
  expect(screen.request).toEqual(['/status']);
});

test('Ctrl-C clears a line that was begun, and leaves on an empty one', async () => {
  const screen = openScreen({});
  screen.type('rm -rf important');
  await eventually(() => expect(screen.seen()).toContain('important'));
  screen.type('\u0003');
  screen.type('/status\r');
  await eventually(() => expect(screen.request).toEqual(['/status']));
  screen.type('\u0003');
  await screen.ended;
  expect(screen.request).toEqual(['/status']);
});

test('Ctrl-D leaves', async () => {
  const screen = openScreen({});
  screen.type('/status\r');
  await eventually(() => expect(screen.request).toHaveLength(1));
  screen.type('\u0004');
  await screen.ended;
});
