import { describe, expect, test } from 'vitest';
import { type Command, implement } from '../../../src/core/bot/command.ts';
import { createDispatch } from '../../../src/core/bot/dispatch.ts';
import type { ChatRequest, RequestContext } from '../../../src/core/bot/invocation.ts';
import { createComposeFor } from '../../../src/core/bot/spelling.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { composeNote } from '../../../src/core/replies/compose-reply.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import { ADA } from '../../fakes/insider-chat.ts';
import { NOW } from '../../fakes/local-chat.ts';
import { CONTEXT } from '../../fakes/replies.ts';
import { hidden, shout, tide } from './sample-commands.ts';

const run = (command: Command, request: ChatRequest, conversation = 'c') =>
  dispatchOf(command)({ request, conversation, audience: ADA, manager: false });
const dispatchOf = (...commands: Command[]) =>
  createDispatch({
    ...{ commands, library: createMemoryLibrary(), now: () => NOW },
    composeFor: createComposeFor(commands),
  });
const command = (options: Readonly<Record<string, string>> = {}, name = 'tide') =>
  ({ kind: 'command', command: name, options }) as const;

describe('a request', () => {
  test('gives its command the checked options and what is known of the request', async () => {
    const seen: unknown[] = [];
    const telling = implement(tide, (context, options) => {
      seen.push(context, options);
      return composeNote(CONTEXT, 'High.');
    });
    await run(telling, { kind: 'line', text: '/tide pier day:Today' });
    expect(seen).toEqual([
      { conversation: 'c', audience: ADA, manager: false, at: NOW } satisfies RequestContext,
      { place: 'pier', day: 'today', unit: null },
    ]);
  });

  test('has the options that are given as files', async () => {
    const telling = implement(tide, (_, { place, day }) => composeNote(CONTEXT, `${place} ${day}`));
    const invocation = { request: command({ place: '77', day: 'today' }), conversation: 'c', audience: ADA };
    const { text } = await dispatchOf(telling)({
      ...{ ...invocation, manager: false },
      readOptions: async () => ({ place: 'pier' }),
    });
    expect(text).toBe('pier today');
  });

  test('whose file is refused gets an error reply', async () => {
    const telling = implement(tide, () => composeNote(CONTEXT, 'High.'));
    const invocation = { request: command(), conversation: 'c', audience: ADA, manager: false };
    const readOptions = async () => {
      throw new UserError('That is no list.', { code: 'invalid-list' });
    };
    expect(jsonReply(await dispatchOf(telling)({ ...invocation, readOptions }))).toMatchObject({
      ...{ kind: 'error', command: 'tide', note: 'That is no list.' },
    });
  });

  test('finds a hidden command by its name', async () => {
    const open = implement(hidden('open'), () => composeNote(CONTEXT, 'Opened.'));
    expect((await run(open, command({}, 'open'))).text).toBe('Opened.');
  });

  test('that the person can mend gets an error reply', async () => {
    const refusing = implement(tide, () => {
      throw new UserError('There is no pier. Name one.', { code: 'no-pier', suggestions: ['pier'] });
    });
    expect(jsonReply(await run(refusing, command()))).toMatchObject({
      ...{ kind: 'error', command: 'tide', conversation: 'c', note: 'There is no pier. Name one.' },
      problem: { code: 'no-pier', suggestions: ['pier'] },
    });
  });

  test.each([
    ['/tidde', 'tidde'],
    [`/${'x'.repeat(50)}`, 'x'.repeat(40)],
    ['/', 'ask'],
    ['Why?', 'ask'],
  ])('that names no command is called by what was typed: %s', async (text, name) => {
    const telling = implement(tide, () => composeNote(CONTEXT, 'High.'));
    expect(jsonReply(await run(telling, { kind: 'line', text }))).toMatchObject({
      kind: 'error',
      command: name,
    });
  });

  test('that fails is thrown, and holds up no other', async () => {
    let isBroken = true;
    const dispatch = dispatchOf(
      implement(tide, () => {
        if (isBroken) throw new Error('kaput');
        return composeNote(CONTEXT, 'High.');
      }),
    );
    const invocation = { request: command(), conversation: 'c', audience: ADA, manager: false };
    await expect(dispatch(invocation)).rejects.toThrow('kaput');
    isBroken = false;
    expect((await dispatch(invocation)).text).toBe('High.');
  });
});

describe('requests', () => {
  const releases = new Map<string, () => void>();
  const begun: string[] = [];
  const waiting = implement(tide, async (_context, { place }) => {
    begun.push(place ?? '');
    await new Promise<void>((resolve) => releases.set(place ?? '', resolve));
    return composeNote(CONTEXT, 'High.');
  });

  test('of one conversation run one after the other, of several side by side', async () => {
    const dispatch = dispatchOf(waiting);
    const ask = (place: string, conversation: string) =>
      dispatch({ request: command({ place }), conversation, audience: ADA, manager: false });
    const replies = [ask('first', 'c'), ask('second', 'c'), ask('other', 'd')];
    await new Promise(setImmediate);
    expect(begun).toEqual(['first', 'other']);
    releases.get('first')?.();
    await replies[0];
    await new Promise(setImmediate);
    expect(begun).toEqual(['first', 'other', 'second']);
    releases.get('other')?.();
    releases.get('second')?.();
    await Promise.all(replies);
  });

  test('wait for none whose command stands apart from the conversation', async () => {
    begun.length = 0;
    const asked = { conversation: 'c', audience: ADA, manager: false };
    const dispatch = dispatchOf(
      { ...waiting, apart: true },
      implement(shout, () => composeNote(CONTEXT, 'Ahoy.')),
    );
    const slow = dispatch({ request: { kind: 'line', text: '/tide pier' }, ...asked });
    expect((await dispatch({ request: command({}, 'shout'), ...asked })).text).toBe('Ahoy.');
    expect(begun).toEqual(['pier']);
    releases.get('pier')?.();
    await slow;
  });
});
