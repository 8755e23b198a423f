import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isOcrInstalled } from '../../../src/readers/clean/ocr-packages.ts';
import { pdfReader } from '../../../src/readers/pdf/reader.ts';
import { createTesseract } from '../../../src/readers/pdf/recognizer.ts';
import { createScanReader } from '../../../src/readers/pdf/scan-reader.ts';
import { openScannedPages } from '../../../src/readers/pdf/scanned-pages.ts';
import { createScannedPdf, parsePicture } from '../../fakes/scanned-pdf.ts';

const packed = readFileSync(new URL('../../fakes/scans/lighthouse.pbm.gz', import.meta.url));
const picture = parsePicture(gunzipSync(packed));

// tesseract.js is an optional install: npm install --no-save tesseract.js@7.0.0 @tesseract.js-data/eng
test.skipIf(!isOcrInstalled('eng'))(
  'Tesseract reads a scanned page, if it is installed',
  { timeout: 60_000 },
  async () => {
    const scan = createScannedPdf([{ picture, dpi: 200, bits: 1, strips: 2 }]);
    const options = { start: createTesseract('eng'), page: () => {}, open: openScannedPages };
    const { text } = await createScanReader(pdfReader, options).read(scan, 'scan.pdf');
    expect(text).toBe('The harbour council voted on Monday to rebuild the old lighthouse.');
  },
);

test('Tesseract is not started without the data of every language', async () => {
  expect(isOcrInstalled('eng+nowhere')).toBe(false);
  expect(await createTesseract('nowhere')()).toBeNull();
});

test('the optional install is not declared: npm installs no optional peer when asked to', () => {
  const declared = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const { dependencies, devDependencies, ...others } = declared;
  expect(Object.keys({ ...dependencies, ...devDependencies })).not.toContain('tesseract.js');
  expect(Object.keys(others).filter((key) => /dependencies/i.test(key))).toEqual([]);
});
