import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const find = createRequire(import.meta.url).resolve;

/** Whether Tesseract and the data of languages such as `eng+fra`, an optional install, are beside the program. */
export function isOcrInstalled(languages: string): boolean {
  try {
    find('tesseract.js');
    return languages.split('+').every((code) => existsSync(languageFile(code)));
  } catch {
    return false;
  }
}

/** The path of the data of one language, each in a package of its own; throws if that is not installed. */
export function languageFile(code: string): string {
  const folder = dirname(find(`@tesseract.js-data/${code}/package.json`));
  return join(folder, '4.0.0_best_int', `${code}.traineddata.gz`);
}
