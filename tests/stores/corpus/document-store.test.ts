import { afterAll, expect, test } from 'vitest';
import { edgesOf } from '../../../src/core/library/documents/repeated-lines.ts';
import { WHOLE_FOLDER } from '../../../src/core/library/stored/tally.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { corporaIn } from '../../fakes/stored-corpora.ts';

const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

test.each(corporaIn())('knows the lines that frame the documents of a folder: %s', async (_, open) => {
  const { documents, close } = await open();
  closing.push(close);
  const put = (folder: string, count: number, framed: number) =>
    documents.put(
      Array.from({ length: count }, (_, at) => {
        const opening = at < framed ? 'For media inquiries, write to us.' : `The keeper wrote line ${at}.`;
        const text = `${opening}\n\nThe keeper lit lamp ${at}.`;
        const file = `${folder}/${at}.txt`;
        return {
          indexed: createIndexedDocument(`${folder}/${at}`, { text }),
          origin: { file, path: file },
        };
      }),
    );
  await put('harbour', 24, 5);
  await put('coast', 31, 6);
  await put('few', 4, 4);
  const key = edgesOf(createIndexedDocument('a/b', { text: 'For media inquiries, write to us.' }).document)[0]
    ?.key;
  const many = Array.from({ length: 70_000 }, (_, at) => `${at}/`); // more than any database binds
  const frames = await documents.frames([...many, 'harbour/', 'coast/', 'few/']);
  expect(frames.get('harbour/')).toEqual({
    documents: 24,
    lines: new Map([
      [WHOLE_FOLDER, 24],
      [key, 5],
    ]),
  });
  expect(frames.get('coast/')?.lines.get(key ?? 0) ?? 0).toBeLessThan(0.2 * 31 + 1);
  expect([...frames.keys()].sort()).toEqual(['coast/', 'harbour/']);
});
