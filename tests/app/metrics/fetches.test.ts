import { expect, test } from 'vitest';
import { eventually } from '../../fakes/eventually.ts';
import { createFolder } from '../../fakes/folder.ts';
import { startProgram } from '../../fakes/running-program.ts';
import { freePort } from '../../faults/instance.ts';

test('what people have looked at in chat is counted as the scheduled looks are', async () => {
  const corpus = createFolder({ 'news/quay.txt': 'The quay is old and will be mended in May.' });
  const port = await freePort();
  const program = startProgram(['start'], { corpus, data: createFolder(), more: { PORT: String(port) } });
  const counted = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await eventually(async () => expect(await counted()).toContain('dossier_platform_connected'));
  void program.say('/add http://127.0.0.1:9/feed').catch(() => undefined); // what it replies is no JSON
  await eventually(async () => expect(await counted()).toContain('dossier_fetch_total{result="refused"} 1'));
});
