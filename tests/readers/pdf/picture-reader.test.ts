import { describe, expect, test } from 'vitest';
import { createPictureReader } from '../../../src/readers/pdf/picture-reader.ts';
import { pixelsOf } from '../../../src/readers/pdf/picture-size.ts';

/** The start of a PNG picture. */
function createPng(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(bytes);
}

/** The start of a JPEG picture: a comment, then the header of its frame. */
const JPEG = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2],
  ...[0xff, 0xc2, 0, 11, 8, 4, 0, 3, 0, 1, 1, 0x11, 0],
]);

function start(text: string) {
  const log: string[] = [];
  const options = {
    page: (number: number, of: number) => log.push(`page ${number} of ${of}`),
    start: async () => ({ read: async () => text, stop: async () => void log.push('stopped') }),
  };
  return { log, read: (bytes: Uint8Array) => createPictureReader(options).read(bytes, 'a.png') };
}

describe('a picture', () => {
  test.each(['a.png', 'a.JPG', 'a.jpeg', 'a.tif', 'a.tiff'])('may be called %s', (name) => {
    expect(createPictureReader(null).accepts(name, new Uint8Array())).toBe(true);
  });

  test('is refused with how to have it read where OCR is off', async () => {
    await expect(createPictureReader(null).read(JPEG, 'a.jpg')).rejects.toThrow('set DOSSIER_OCR');
  });

  test('is read by OCR, and marked so', async () => {
    const { log, read } = start('The lamp\nwas lit.');
    expect(await read(JPEG)).toMatchObject({
      text: 'The lamp\nwas lit.',
      pages: [{ at: 0, label: '1', index: 1, ocr: true }],
    });
    expect(log).toEqual(['page 1 of 1', 'stopped']);
  });

  test.each([
    ['a TIFF picture', Uint8Array.from([0x49, 0x49, 42, 0, 8, 0]), 'no PNG or JPEG picture'],
    ['rubbish', new Uint8Array(3), 'no PNG or JPEG picture'],
    ['nothing', new Uint8Array(), 'no PNG or JPEG picture'],
    ['an icon', createPng(64, 64), 'too small'],
    ['a picture larger than a wall', createPng(30_000, 30_000), 'more than 40 million pixels'],
  ])('is refused before OCR starts if it is %s', async (_name, bytes, reason) => {
    const { log, read } = start('');
    await expect(read(bytes)).rejects.toThrow(reason);
    expect(log).toEqual([]);
  });

  test('is refused if OCR reads nothing, or is not installed', async () => {
    await expect(start('').read(JPEG)).rejects.toThrow('no text that OCR could read');
    const off = createPictureReader({ start: async () => null, page: () => undefined });
    await expect(off.read(JPEG, 'a.jpg')).rejects.toThrow('install what DOSSIER_OCR needs');
  });

  test('states its size in its header', () => {
    expect([pixelsOf(createPng(30, 20)), pixelsOf(JPEG), pixelsOf(JPEG.subarray(0, 12))]).toEqual([
      600,
      1024 * 768,
      null,
    ]);
  });
});
