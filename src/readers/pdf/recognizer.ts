import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isOcrInstalled, languageFile } from '../clean/ocr-packages.ts';
import { type Picture, toPgm } from './picture.ts';
import { joinRecognized } from './recognized-text.ts';

/** Reads the words in pictures of pages. */
export interface Recognizer {
  /** Takes a picture, or the bytes of a PNG or JPEG file. Returns paragraphs separated by empty lines; an empty text if it recognizes none for sure. */
  read(picture: Picture | Uint8Array): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a recognizer; null if its packages are not installed. */
export type StartRecognizer = () => Promise<Recognizer | null>;

/** Creates what starts Tesseract for languages such as `eng+fra`. It loads nothing from the network. */
export function createTesseract(languages: string): StartRecognizer {
  return async () => {
    if (!isOcrInstalled(languages)) return null;
    const worker = await startWorker(languages.split('+').map(languageFile), languages);
    return {
      async read(picture) {
        const output = { text: false, blocks: true };
        const file = picture instanceof Uint8Array ? picture : toPgm(picture);
        const { data } = await worker.recognize(Buffer.from(file), {}, output);
        return joinRecognized(data.blocks ?? []);
      },
      stop: async () => void (await worker.terminate()),
    };
  };
}

const NEURAL = 1; // the engine that the data are for

/** Tesseract takes all languages from one folder, so a passing one leads to the files of each. */
async function startWorker(files: readonly string[], languages: string) {
  const { createWorker } = (await import('tesseract.js')).default;
  const langPath = await mkdtemp(join(tmpdir(), 'dossier-ocr-'));
  try {
    for (const file of files) await symlink(file, join(langPath, basename(file)));
    return await createWorker(languages, NEURAL, { langPath, cacheMethod: 'none' });
  } finally {
    await rm(langPath, { recursive: true, force: true });
  }
}
