import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { createPostgresUrl, SERVER, WITHOUT_SERVER } from '../fakes/postgres.ts';
import { dossier, repliesOf } from '../fakes/program.ts';
import { startProgram } from '../fakes/running-program.ts';

const disks: string[] = [];

afterEach(() => {
  for (const disk of disks.splice(0)) execFileSync('umount', ['--lazy', disk]);
});

/** A disk of one megabyte; null where this system lets nobody make one. */
function smallDisk(mode: 'rw' | 'ro' = 'rw'): string | null {
  const disk = createFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `${mode},size=1m`, 'tmpfs', disk], { stdio: 'ignore' });
    disks.push(disk);
    return disk;
  } catch {
    return null;
  }
}

function fill(disk: string): void {
  expect(() => {
    for (let at = 0; ; at++) writeFileSync(join(disk, `fill-${at}`), Buffer.alloc(at < 250 ? 4096 : 1));
  }).toThrow('ENOSPC');
}

describe('a full disk', () => {
  test('takes nothing but what would be remembered, and says so', async ({ skip }) => {
    const data = smallDisk() ?? skip('needs the right to mount a disk');
    const chat = startProgram(['chat', '--json'], { data });
    expect((await chat.say('/brief nato-asia')).note).toBeNull();
    fill(data);
    const answer = await chat.say('What does China think of the office in Tokyo?');
    expect(answer.points.length).toBeGreaterThan(0);
    expect(answer.note).toContain('Could not save this answer');
    expect(await chat.say('/topics add ferry fares')).toMatchObject({
      kind: 'error',
      problem: { code: 'disk-full' },
    });
    for (let at = 0; at < 400; at++) rmSync(join(data, `fill-${at}`), { force: true });
    expect((await chat.say('/topics add ferry fares')).kind).toBe('note');
    expect(await chat.end()).toBe(0);
  });

  test('at the start is told, and questions are answered', async ({ skip }) => {
    const data = smallDisk() ?? skip('needs the right to mount a disk');
    fill(data);
    const run = await dossier(['chat', '--json'], { data, input: '/brief nato-asia\n' });
    expect([run.code, repliesOf(run)[0]?.kind]).toEqual([0, 'brief']);
    expect(run.stderr).toContain('Until then, nothing is saved.');
  });
});

describe('where the data directory cannot be written', () => {
  test.for(['brief nato-asia', 'ask China?', 'sources', 'index'])(
    '%s answers, and tells the operator',
    async (line, { skip }) => {
      const data = smallDisk('ro') ?? skip('needs the right to mount a disk');
      const { code, stdout, stderr } = await dossier(line.split(' '), { data });
      expect([code, stdout]).toEqual([0, expect.stringMatching(/5 documents|^Documents/)]);
      expect(stderr).toMatch(/Cannot write|Could not save/);
    },
  );

  test('a conversation goes on as long as the program runs', async ({ skip }) => {
    const data = smallDisk('ro') ?? skip('needs the right to mount a disk');
    const run = await dossier(['chat', '--json'], { data, input: '/brief nato-asia\nsources\n' });
    expect(run.code).toBe(0);
    expect(repliesOf(run).map(({ items }) => items.length > 0)).toEqual([false, true]);
    expect(run.stderr).toContain('Until then, nothing is saved.');
  });

  test('a database that is named is used all the same', async ({ skip }) => {
    if (SERVER === null) skip(WITHOUT_SERVER);
    const data = smallDisk('ro') ?? skip('needs the right to mount a disk');
    const database = await createPostgresUrl();
    const run = await dossier(['chat', '--json'], { data, database, input: '/topics add ferry fares\n' });
    expect([run.code, repliesOf(run)[0]?.kind]).toEqual([0, 'note']);
    expect(run.stderr).toMatch(/Cannot write/);
    expect(run.stderr).not.toContain('nothing is saved');
    expect((await dossier(['topics'], { database })).stdout).toContain('ferry');
  });

  test.for(['start', 'forget --person terminal:local/local'])('%s is refused', async (line, { skip }) => {
    const data = smallDisk('ro') ?? skip('needs the right to mount a disk');
    expect((await dossier(line.split(' '), { data })).code).toBe(2);
  });
});
