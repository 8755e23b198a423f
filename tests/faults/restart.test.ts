import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { createFolder } from '../fakes/folder.ts';
import { dossier, replyOf } from '../fakes/program.ts';
import { startProgram } from '../fakes/running-program.ts';

const FERRY = 'The ferry to the island will cost ten crowns from May.';
function open() {
  const corpus = createFolder({ 'harbour/ferry.txt': FERRY, 'harbour/lamp.txt': 'The keeper lit the lamp.' });
  const settings = { corpus, data: createFolder() };
  return { ...settings, settings, chat: () => startProgram(['chat', '--json'], settings) };
}

describe('a program that is killed', () => {
  test('has lost nothing that it had answered', async () => {
    const { chat } = open();
    const first = chat();
    const { id } = await first.say('What will the ferry cost?');
    await first.say('/topics add fares ferry crowns');
    await first.say('/feedback too short');
    await first.kill();
    const second = chat();
    expect((await second.say('sources')).items).toHaveLength(1);
    expect((await second.say(`/sources ${id}`)).points[0]?.text).toBe(FERRY);
    expect((await second.say('/brief fares')).kind).toBe('brief');
    expect((await second.say('/feedback')).items).toHaveLength(1);
    expect(await second.end()).toBe(0);
  });

  test('in the middle of many additions has every one that was acknowledged', async () => {
    const { chat } = open();
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 5; kill++) {
      const running = chat();
      for (let n = 0; n <= kill * 3; n++) {
        const reply = await running.say(`/topics add t-${kill}-${n} ferry`);
        if (reply.topic) acknowledged.push(reply.topic);
      }
      await running.kill();
    }
    const names = (await chat().say('/topics')).items.map((item) => item.id);
    expect(acknowledged.length).toBe(35);
    expect(names).toEqual(expect.arrayContaining(acknowledged));
  });
});

describe('a program that runs', () => {
  test('takes up what changes in the folder, and a removed document is gone everywhere', async () => {
    const { corpus, chat } = open();
    const { say } = chat();
    await say('What will the ferry cost?');
    const zeppelin = join(corpus, 'harbour/zeppelin.txt');
    writeFileSync(zeppelin, 'A zeppelin crossed the bay at noon.');
    const asked = 'What crossed the bay?';
    await eventually(async () => expect((await say(asked)).kind).toBe('answer'));
    const { id } = await say(asked);
    rmSync(zeppelin);
    await eventually(async () => expect((await say(asked)).kind).toBe('nothing'));
    for (const line of ['more', 'sources', '/sources 1', `/sources ${id}`, '/search zeppelin', '/sources'])
      expect(JSON.stringify({ ...(await say(line)), question: null })).not.toMatch(
        /zeppelin crossed|harbour\/zep/,
      );
  }, 60_000);

  test('is the only start on its data directory, and others run beside it', async () => {
    const { settings } = open();
    const running = startProgram(['start'], settings);
    expect(await running.line()).toContain('2 documents');
    const second = await dossier(['start'], settings);
    expect([second.code, second.stderr]).toEqual([2, expect.stringContaining('already running')]);
    expect(replyOf(await dossier(['ask', 'What will the ferry cost?', '--json'], settings)).kind).toBe(
      'answer',
    );
    await running.kill();
    expect((await dossier(['start'], settings)).code).toBe(0);
  });
});

describe('commands on one data directory', () => {
  test('give the same question the same answer and the same id', async () => {
    const { settings } = open();
    const run = async () => replyOf(await dossier(['ask', 'What will the ferry cost?', '--json'], settings));
    expect(await run()).toEqual(await run());
  });

  test('open the citation of the command before', async () => {
    const { settings } = open();
    await dossier(['ask', 'What will the ferry cost?'], settings);
    expect((await dossier(['sources', '1'], settings)).stdout).toContain(FERRY);
  });

  test('forget a person, history included', async () => {
    const { settings, data, chat } = open();
    const running = chat();
    const { id } = await running.say('What will the ferry cost?');
    await running.end();
    writeFileSync(join(data, 'history'), 'What will the ferry cost?');
    const { stdout } = await dossier(['forget', '--person', 'terminal:local/local'], settings);
    expect(stdout).toMatch(/^Deleted [1-9]\d* conversations/);
    const left = readFileSync(join(data, 'dossier.db'));
    expect([left.includes('ferry cost'), left.includes(id ?? '')]).toEqual([false, false]);
    expect(() => readFileSync(join(data, 'history'))).toThrow();
  });

  test.each([
    [['forget'], 'Give either --person or --channel'],
    [['forget', '--person', 'ada'], 'is not a person'],
    [['forget', '--person', 'a:b/c', '--channel', 'a:b/c'], 'Give either --person or --channel'],
  ])('refuse %o', async (args, why) => {
    const { code, stderr } = await dossier(args, open().settings);
    expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
  });

  test('say that a damaged index is built anew, and answer', async () => {
    const { settings, data } = open();
    await dossier(['topics'], settings);
    writeFileSync(join(data, 'index.jsonl'), 'not an index\n');
    const run = await dossier(['ask', 'What will the ferry cost?', '--json'], settings);
    expect(run.stderr).toContain('The saved index is damaged');
    expect(replyOf(run).kind).toBe('answer');
    expect((await dossier(['topics'], settings)).stderr).toBe('');
  });

  test('say that a damaged database is put aside, and answer', async () => {
    const { settings, data } = open();
    await dossier(['topics'], settings);
    writeFileSync(join(data, 'dossier.db'), 'This is a diary. '.repeat(400));
    const run = await dossier(['ask', 'What will the ferry cost?', '--json'], settings);
    expect(run.stderr).toContain('The database was damaged');
    expect(replyOf(run).kind).toBe('answer');
  });
});
