import { beforeEach, describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { parseBibtex } from '../../core/replies/export/parse-bibtex.ts';
import { ADA, INSIDER, type InsiderChat, openInsiderChat, QUESTION } from '../../fakes/insider-chat.ts';

let open: InsiderChat;

beforeEach(async () => {
  open = await openInsiderChat();
});

const ask = (...asked: Parameters<InsiderChat['ask']>) => open.ask(...asked);
const exportAs = (options: Record<string, string> = {}, audience = ADA): Promise<JsonReply> =>
  ask({ kind: 'command', command: 'export', options }, audience);

describe('/export', () => {
  test('is a note whose text is the file', async () => {
    const { id } = await ask();
    const reply = await exportAs({ format: 'bibtex' });
    expect(reply).toMatchObject({ kind: 'note', id, note: `dossier-${id}.bib: 1 excerpt from 1 document.` });
    expect(parseBibtex(reply.text)).toHaveLength(1);
  });

  test('is of the latest answer to this person here, in Markdown, unless it is told otherwise', async () => {
    const first = await ask();
    await ask({ kind: 'line', text: 'What will it cost from May?' });
    expect((await exportAs()).text).toContain('# What will it cost from May?');
    expect((await exportAs({ answer: first.id ?? '' })).text).toContain(`# ${first.question}`);
  });

  test('of a search names no command to go on with', async () => {
    await ask({ kind: 'line', text: '/search ferry limit:1' }, INSIDER);
    const { text } = await exportAs({}, INSIDER);
    expect(text).toContain('in 2 of 2 documents · page 1 of 2\n');
    expect(text).not.toMatch(/[\uFDD0-\uFDEF]|page:2/);
  });

  test('takes a format alone', async () => {
    await ask();
    const line = await ask({ kind: 'line', text: '/export csl' });
    expect(JSON.parse(line.text)).toMatchObject([{ type: 'document' }]);
    const wrong = await ask({ kind: 'line', text: '/export docx' });
    expect(wrong.problem?.suggestions).toContain('bibtex');
    expect(wrong.text).toBe(
      '"docx" is neither a format nor an answer id. Formats are md, json, html, bibtex, csl.',
    );
  });

  test('quotes what its audience may read, and says what is left out', async () => {
    const { id } = await ask(QUESTION, INSIDER);
    expect((await exportAs({}, INSIDER)).text).toContain('Acme');
    const elsewhere = await exportAs({ answer: id ?? '', format: 'json' });
    expect(elsewhere.text).not.toMatch(/Acme|Falcon|merger/);
    expect(JSON.parse(elsewhere.text).notes[0]).toMatch(/left out/);
    expect(elsewhere.note).toMatch(/left out/);
  });

  test('says so if a document was removed since', async () => {
    await ask();
    const { library } = open.dossier;
    library.remove('harbour/ferry' as DocumentId);
    const reply = await exportAs();
    expect(reply).toMatchObject({ kind: 'note', note: expect.stringMatching(/no longer available/) });
    expect(reply.text).not.toContain('ten crowns');
  });

  test('refuses what quotes nothing, and what is no answer', async () => {
    expect((await exportAs()).problem?.code).toBe('nothing-quoted');
    await ask({ kind: 'line', text: 'Who baptised the hippopotamus?' });
    expect((await exportAs()).problem?.code).toBe('nothing-quoted');
    expect((await exportAs({ answer: 'aaaaaaaaaaaa' })).problem?.code).toBe('unknown-answer');
  });

  test('tells the day of the export in the time zone of the workspace', async () => {
    await ask();
    expect(JSON.parse((await exportAs({ format: 'json' })).text).accessed).toBe('2026-11-24');
  });
});
