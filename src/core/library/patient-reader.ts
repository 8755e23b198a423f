import type { UnreadFile } from './folder-diff.ts';
import type { ReadFile } from './read-document.ts';
import type { ReadOutcome } from './read-outcome.ts';

/** Reads one file after the other, and may be asked again for one that took too long. */
export interface PatientReader {
  /** Returns null if `enough` resolves first; the file is then still being read, for the next who asks. */
  read(file: UnreadFile, enough: Promise<null> | null): Promise<ReadOutcome | null>;
}

/** Creates a reader of the files below a corpus folder. */
export function createPatientReader(root: string, read: ReadFile): PatientReader {
  let current: { readonly name: string; readonly outcome: Promise<ReadOutcome> } | null = null;
  const start = (name: string, outcome: Promise<ReadOutcome>) => {
    const started = { name, outcome };
    current = started;
    outcome.catch(() => {
      current = null; // the error reaches those who wait for the outcome
    });
    return started;
  };
  return {
    async read({ file, path, collection, known, key }, enough) {
      const name = `${file} ${key}`;
      const { outcome } =
        current?.name === name ? current : start(name, read({ root, file, path, collection, known }));
      const found = await (enough ? Promise.race([outcome, enough]) : outcome);
      if (found !== null) current = null;
      return found;
    },
  };
}
