import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alterations, randomFrom } from '../../fakes/alterations.ts';
import { OWN_CORPUS } from '../../fakes/corpus-folder.ts';
import { createFolder } from '../../fakes/folder.ts';
import { connectOverStdio } from '../../fakes/mcp-client.ts';
import { dossier } from '../../fakes/program.ts';

const SUBJECTS = [
  'the liaison office',
  'Tokyo',
  'China',
  'Japan',
  'Macron',
  'the summit',
  'Russia',
  'South Korea',
  'Beijing',
  'NATO',
];
const QUESTIONS = SUBJECTS.flatMap((subject) => [
  `What about ${subject}?`,
  `Who criticised ${subject}?`,
  `Why does ${subject} matter?`,
  `When was ${subject} mentioned?`,
  `How did people respond to ${subject}?`,
]);

test('fifty questions in one session: every quotation stands, and none does once it is altered', async () => {
  const data = join(createFolder(), 'data');
  const { call } = await connectOverStdio({ corpus: OWN_CORPUS, data });
  const random = randomFrom(3);
  const counts = { questions: 0, quoted: 0, altered: 0 };
  for (const query of QUESTIONS) {
    const { results } = await call('search', { query, limit: 3 });
    counts.questions++;
    for (const { id: document, text: quotation, start, sha256 } of results) {
      const verified = await call('verify', { document, quotation });
      expect(verified).toMatchObject({ stands: true, sha256 });
      expect(verified.places.map((place: { start: number }) => place.start)).toContain(start);
      counts.quoted++;
      const others = alterations(quotation, random);
      const other = others[Math.floor(random() * others.length)];
      if (!other) continue;
      expect([other, (await call('verify', { document, quotation: other.text })).stands]).toEqual([
        other,
        false,
      ]);
      counts.altered++;
    }
  }
  expect(counts.questions).toBe(50);
  expect(counts.altered).toBeGreaterThan(80);
}, 120_000);

test('the end of the input ends the program, which says nothing that is no message', async () => {
  const run = await dossier(['mcp'], { input: '' });
  expect([run.code, run.stdout]).toEqual([0, '']);
});

test('rubbish is answered on standard output by messages alone', async () => {
  const run = await dossier(['mcp'], { input: 'hello\n{"jsonrpc":"2.0","id":1,"method":"steal"}\n{"a":\n' });
  for (const line of run.stdout.split('\n').filter((each) => each !== ''))
    expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
  expect(run.code).toBe(0);
});

test('an assistant may ask for one channel', async () => {
  const { call } = await connectOverStdio({ corpus: OWN_CORPUS, data: join(createFolder(), 'data') }, [
    '--audience',
    'slack:T1/C1',
  ]);
  expect((await call('search', { query: 'NATO' })).documents).toBe(5);
});

test('tokens are made, listed without themselves, and removed', async () => {
  const data = join(createFolder(), 'data');
  const run = async (...args: string[]) => dossier(['mcp', 'token', ...args], { data });
  const made = await run('add', '--audience', 'slack:T1/C1', '--name', 'desk', '--days', '30');
  expect(made.stdout).toMatch(/^dossier_[\w-]{43}\n$/);
  const listed = (await run('list')).stdout;
  expect(listed).toMatch(/^desk {2}slack:T1\/C1 {2}made .* until /);
  expect(listed).not.toContain(made.stdout.trim());
  expect(await run('add', '--audience', 'slack:T1/C1', '--name', 'desk')).toMatchObject({
    code: 2,
    stdout: '',
  });
  expect((await run('remove', 'desk')).stdout).toMatch(/Removed/);
  expect((await run('remove', 'desk')).code).toBe(2);
  expect((await run('add', '--audience', 'nowhere')).stderr).toMatch(/not a channel address/);
});
