import { describe, expect, test } from 'vitest';
import { isPassing } from '../../../../src/core/library/following/passing-file.ts';

const file = (name: string) => isPassing({ name, isFolder: false });
const folder = (name: string) => isPassing({ name, isFolder: true });

describe('a file that passes', () => {
  test.each([
    '~$plan.docx',
    '.~lock.plan.odt#',
    '.DS_Store',
    'Thumbs.db',
    'desktop.ini',
    'plan.pdf.crdownload',
    'plan.pdf.part',
    'plan.docx.tmp',
    '~WRL0003.tmp',
    '.plan.md.swp',
    'plan.md~',
    '#plan.md#',
  ])('is passed over: %s', (name) => {
    expect(file(name)).toBe(true);
  });

  test.each(['plan.docx', '~plan.md', '$plan.md', 'part', 'tmp.md', 'plan part.txt', '#1 plan.md', '~'])(
    'is told from a document: %s',
    (name) => {
      expect(file(name)).toBe(false);
    },
  );
});

test('a folder passes if it is hidden, or holds an unfinished download', () => {
  expect([folder('.git'), folder('__MACOSX'), folder('plan.pdf.download')]).toEqual([true, true, true]);
  expect([folder('volume.part'), folder('drafts~'), folder('tmp')]).toEqual([false, false, false]);
});
