import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/readers/pdf/picture.ts';
import { openScannedPages } from '../../../src/readers/pdf/scanned-pages.ts';
import { createScannedPdf, type Scan } from '../../fakes/scanned-pdf.ts';

/** White, with a black mark in its upper left, grey in its upper right. */
function drawMarks(width = 303, height = 401): Picture {
  const shade = (x: number, y: number) =>
    y > height / 4 ? 255 : x < width / 4 ? 0 : x > width / 2 ? 100 : 255;
  const grey = Uint8Array.from({ length: width * height }, (_, at) =>
    shade(at % width, Math.floor(at / width)),
  );
  return { width, height, grey };
}

async function composed(scan: Partial<Scan>): Promise<Picture> {
  const pages = await openScannedPages(createScannedPdf([{ picture: drawMarks(), ...scan }]));
  const picture = await pages.pictureOf(1);
  await pages.close();
  if (!picture || picture === 'unknown') throw new Error('no picture');
  return picture;
}

/** The shade in the middle of each quarter, from the upper left row by row. */
function quarters({ width, height, grey }: Picture): readonly (number | undefined)[] {
  const at = (x: number, y: number) => grey[Math.floor(y * height) * width + Math.floor(x * width)];
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)];
}

describe('the picture of a scanned page', () => {
  test('is the scan, upright', async () => {
    const picture = await composed({});
    expect([picture.width, picture.height]).toEqual([303, 401]);
    expect(quarters(picture)).toEqual([0, 100, 255, 255]);
  });

  test('is put together from strips without a seam', async () => {
    const [whole, strips] = [await composed({}), await composed({ strips: 7 })];
    expect(Buffer.compare(Buffer.from(strips.grey), Buffer.from(whole.grey))).toBe(0);
  });

  test.each([1, 'mask'] as const)('is black and white, also of one bit a pixel: %s', async (bits) => {
    expect(quarters(await composed({ bits }))).toEqual([0, 0, 255, 255]);
  });

  test.each([
    [90, [255, 0, 255, 100]],
    [180, [255, 255, 100, 0]],
    [270, [100, 255, 0, 255]],
  ] as const)('is turned as its page is shown: %i degrees', async (rotate, shades) => {
    expect(quarters(await composed({ rotate }))).toEqual(shades);
  });

  test('is no finer than recognition needs', async () => {
    const { width, height } = await composed({ dpi: 600 });
    expect([width, height]).toEqual([152, 201]);
  });

  test('is none where a page is empty', async () => {
    const pages = await openScannedPages(createScannedPdf([null, { picture: drawMarks() }]));
    expect([pages.count, await pages.pictureOf(1)]).toEqual([2, null]);
    expect(await pages.pictureOf(2)).not.toBeNull();
    await pages.close();
  });

  test('has the label of its page', async () => {
    const labels = '/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >>';
    const pages = await openScannedPages(createScannedPdf([null, null], labels));
    expect([pages.labelOf(1), pages.labelOf(2), pages.labelOf(3)]).toEqual(['iv', '1', '3']);
    await pages.close();
  });
});
