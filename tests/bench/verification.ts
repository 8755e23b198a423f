import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allSentences } from '../../src/core/library/documents/indexed-document.ts';
import { createMemoryLibrary } from '../../src/core/library/memory-library.ts';
import { verifyQuotation } from '../../src/core/library/verification/verify-quotation.ts';
import { docxReader } from '../../src/readers/docx/reader.ts';
import { htmlReader } from '../../src/readers/html/reader.ts';
import { markdownReader } from '../../src/readers/markdown/reader.ts';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import { alterations, plain, randomFrom, rewritings } from '../fakes/alterations.ts';
import { loadCorpusFolder } from '../fakes/corpus-folder.ts';

// Quotes sentences of collections as they stand, written otherwise, and altered, and counts what is found:
//   node tests/bench/verification.ts DIR [EVERY]     (Node 22.18 or later; each folder of DIR has a corpus/)
const READERS = [textReader, markdownReader, htmlReader, pdfReader, docxReader];
const [root = '../shared/field', every = '25'] = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);

for (const set of readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory())) {
  const library = createMemoryLibrary(await loadCorpusFolder(join(root, set.name, 'corpus'), READERS));
  const random = randomFrom(1);
  const counts = { quoted: 0, found: 0, altered: 0, accepted: 0 };
  const begun = performance.now();
  for (const { id } of library.documents) {
    const indexed = library.get(id);
    if (!indexed) continue;
    const { text } = indexed.document;
    const own = plain(text);
    const sentences = allSentences(indexed).filter((_, at) => at % Number(every) === 0);
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, end);
      for (const written of rewritings(sentence)) {
        counts.quoted++;
        const verification = verifyQuotation(indexed, written);
        if (verification.verdict === 'stands') counts.found++;
        else print(`NOT FOUND in ${id}: ${JSON.stringify(written)} ${JSON.stringify(verification)}`);
      }
      for (const { how, text: altered } of alterations(sentence, random)) {
        if (own.includes(plain(altered))) continue; // it stands there, whatever was done to it
        counts.altered++;
        if (verifyQuotation(indexed, altered).verdict !== 'stands') continue;
        counts.accepted++;
        print(`ACCEPTED in ${id} (${how}): ${JSON.stringify(altered)}`);
      }
    }
  }
  const each = (performance.now() - begun) / (counts.quoted + counts.altered);
  const { quoted, found, altered, accepted } = counts;
  print(
    `${set.name}: ${library.documents.length} documents, ${found} of ${quoted} true quotations found, ${accepted} of ${altered} altered ones accepted, ${each.toFixed(2)} ms each`,
  );
}
