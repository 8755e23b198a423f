import { sep } from 'node:path';
import type { CorpusStore, Origin } from './document-store.ts';

/**
 * The same store, in which files are known by their paths in the corpus folder: the folder may have another path for another
 * process, or at the next start.
 */
export function underRoot(store: CorpusStore, root: string): CorpusStore {
  const start = root.endsWith(sep) ? root : root + sep;
  const inside = (file: string) => (file.startsWith(start) ? file.slice(start.length) : file);
  const stored = <Placed extends { readonly file: string }>(placed: Placed): Placed => ({
    ...placed,
    file: inside(placed.file),
  });
  const full = <Placed extends { readonly file: string }>(placed: Placed): Placed => ({
    ...placed,
    file: start + placed.file,
  });
  return {
    ...store,
    put: (documents) => store.put(documents.map((each) => ({ ...each, origin: stored(each.origin) }))),
    async files(after, limit) {
      return (await store.files(after === null ? null : inside(after), limit)).map(full);
    },
    async records(files) {
      return (await store.records(files.map(inside))).map(full);
    },
    record: (read, gone) => store.record(read.map(stored), gone.map(inside)),
    async origins(ids) {
      const places = await store.origins(ids);
      return new Map([...places].map(([id, origin]) => [id, full<Origin>(origin)]));
    },
  };
}
