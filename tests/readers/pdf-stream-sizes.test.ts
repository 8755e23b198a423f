import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { unpackedSize } from '../../src/readers/pdf/stream-filters.ts';
import { refuseSwollen } from '../../src/readers/pdf/stream-sizes.ts';

const BOMB = deflateSync(Buffer.alloc(60_000_000, ' '));
const TWICE = deflateSync(BOMB);
const RUNS = Buffer.alloc(1_000_000, Buffer.from([129, 32])); // 128 spaces for each pair
const END_INSIDE = Buffer.concat([
  Buffer.from([0x78, 0x01, 0, 10, 0, 0xf5, 0xff]), // deflate's header, and that of ten bytes as they are
  Buffer.from('endstream '),
  deflateRawSync(Buffer.alloc(60_000_000, ' ')),
]);
const SWELLS = 'unpacks to more than 50 MB; split it';

const object = (dictionary: string, content: Buffer | string, id = 4) =>
  Buffer.concat([
    Buffer.from(`${id} 0 obj\n<< ${dictionary} >>\nstream\r\n`),
    Buffer.from(content),
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const pdf = (...objects: (Buffer | string)[]) =>
  Uint8Array.from(Buffer.concat(['%PDF-1.7\n', ...objects].map((each) => Buffer.from(each))));

describe('a PDF is refused before it is read', () => {
  test.each([
    ['whose stream swells', pdf(object('/Filter /FlateDecode', BOMB))],
    ['packed twice', pdf(object('/Filter [/FlateDecode /Fl]', TWICE))],
    ['packed as digits', pdf(object('/Filter [/AHx /Fl /Fl]', `${TWICE.toString('hex')}>`))],
    ['of long runs', pdf(object('/Filter /RunLengthDecode', RUNS))],
    ['of long runs, packed', pdf(object('/F [/Fl /RL]', deflateSync(RUNS)))],
    ['that lies about lengths', pdf(object('/Filter /FlateDecode /Length 5', BOMB))],
    ['that spells the name of its filter', pdf(object('/Filter /F#6cateDecode', BOMB))],
    ['that names its filter elsewhere', pdf('9 0 obj\n/Fl\nendobj\n', object('/Filter 9 0 R', BOMB))],
    ['that has ends inside', pdf(object('/Filter /Fl', END_INSIDE))],
  ])('%s', async (_what, bytes) => {
    await expect(pdfReader.read(bytes, 'a.pdf')).rejects.toThrow(SWELLS);
  });

  test('whose streams swell together', () => {
    const stream = object('/Filter /Fl', deflateSync(Buffer.alloc(40_000_000)));
    expect(() => refuseSwollen(pdf(stream, stream, stream, stream))).toThrow('more than 150 MB');
  });
});

test('an image may be as large as it likes: it is not unpacked', () => {
  expect(() => refuseSwollen(pdf(object('/Subtype /Image /Filter /Fl', BOMB)))).not.toThrow();
});

test.each([
  ['LZWDecode', [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01], 10], // the example of ISO 32000
  ['RunLengthDecode', [2, 1, 2, 3, 254, 7, 128, 9], 6],
  ['ASCII85Decode', [...Buffer.from('87cUR\nz~>')], 8],
  ['ASCIIHexDecode', [...Buffer.from('6C 61 6d70>00')], 4],
  ['FlateDecode', [...deflateSync(Buffer.alloc(1000))], 1000],
  ['FlateDecode', [...deflateSync(Buffer.alloc(1000)).subarray(0, -4)], 1000],
  ['FlateDecode', [1, 2, 3], 0],
] as const)('%s is counted without being believed', (filter, bytes, size) => {
  expect(unpackedSize(Buffer.from(bytes), [filter], 5000)).toBe(size);
});
