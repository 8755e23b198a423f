import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import { createSourceEditor } from '../../../../src/core/library/sources/source-editor.ts';
import { parseLooseYaml } from '../../../../src/core/library/sources/yaml-file.ts';
import { createFolder } from '../../../fakes/folder.ts';
import { LOCAL } from '../../../fakes/local-chat.ts';

function open(files: Readonly<Record<string, string>>) {
  const root = createFolder(files);
  const told: string[] = [];
  const create = () =>
    createSourceEditor({
      root,
      originOf: async (id) => ({ file: join(root, `${id}.txt`), path: `${id}.txt`, isPart: false }),
      wait: async (milliseconds) => {
        await sleep(milliseconds / 25);
      },
      tell: (line) => told.push(line),
    });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return { root, told, create, read, editor: create() };
}

const id = (text: string) => text as DocumentId;
const NAMES = [...Array(12).keys()].map((number) => `harbour/old/${number}`);

describe('an editor of sources', () => {
  test('writes into the folder of the document, and tells who did', async () => {
    const { editor, read, told, root } = open({
      'harbour/old/a.txt': '',
      'harbour/sources.yaml': '# above\n',
    });
    const place = await editor.change(id('harbour/old/a'), { publisher: 'Gazette' }, LOCAL);
    expect(place).toEqual({ file: 'harbour/old/sources.yaml', name: 'a.txt', isPart: false });
    expect(read(place.file)).toBe('a.txt:\n  publisher: Gazette\n');
    expect(told).toEqual(['terminal user local changed publisher of a.txt in harbour/old/sources.yaml.']);
    expect(readdirSync(join(root, 'harbour/old')).sort()).toEqual(['a.txt', 'sources.yaml']);
  });

  test('loses nothing of edits that are made at once, by one program or several', async () => {
    const { create, read } = open({ 'harbour/old/sources.yaml': '# ours\n' });
    const editors = [create(), create(), create()];
    await Promise.all(
      NAMES.map((name, at) => editors[at % 3]?.change(id(name), { title: `Title ${at}` }, LOCAL)),
    );
    const written = read('harbour/old/sources.yaml');
    expect(parseLooseYaml(written)).toEqual(
      Object.fromEntries(NAMES.map((_, at) => [`${at}.txt`, { title: `Title ${at}` }])),
    );
    expect(written).toContain('# ours');
  });

  test('keeps the rights of the file', async () => {
    const { editor, root } = open({ 'harbour/a.txt': '', 'harbour/sources.yaml': 'a.txt: {}' });
    await chmod(join(root, 'harbour/sources.yaml'), 0o640);
    await editor.change(id('harbour/a'), { title: 'Tides' }, LOCAL);
    expect(statSync(join(root, 'harbour/sources.yaml')).mode & 0o777).toBe(0o640);
  });

  test('goes on after a program that was killed while it wrote', async () => {
    const { editor, read } = open({ 'harbour/a.txt': '', 'harbour/.sources.yaml.part': 'a.t' });
    await editor.change(id('harbour/a'), { title: 'Tides' }, LOCAL);
    expect(read('harbour/sources.yaml')).toBe('a.txt:\n  title: Tides\n');
  });

  test('leaves a file with a mistake as it is', async () => {
    const { editor, read, root } = open({ 'harbour/sources.yaml': '# ours\na.txt: { titel: Dusk }\n' });
    await expect(editor.change(id('harbour/a'), { title: 'Tides' }, LOCAL)).rejects.toThrow(
      'harbour/sources.yaml, line 2: unknown key "titel"',
    );
    expect(read('harbour/sources.yaml')).toBe('# ours\na.txt: { titel: Dusk }\n');
    expect(existsSync(join(root, 'harbour/.sources.yaml.part'))).toBe(false);
  });

  test('follows no links', async () => {
    const { editor, root, read } = open({ 'harbour/a.txt': '', 'own.yaml': '' });
    symlinkSync(join(root, 'own.yaml'), join(root, 'harbour/sources.yaml'));
    await expect(editor.change(id('harbour/a'), { title: 'Tides' }, LOCAL)).rejects.toMatchObject({
      ...{ code: 'read-only', message: expect.stringContaining('is a link') },
    });
    expect(read('own.yaml')).toBe('');
    symlinkSync(createFolder(), join(root, 'town'));
    await expect(editor.change(id('town/b'), { title: 'Tides' }, LOCAL)).rejects.toThrow(
      'outside the corpus',
    );
  });

  test('says so where it may not write', async () => {
    const { root } = open({ 'harbour/a.txt': '' });
    const file = join(root, 'gone/a.txt');
    const editor = createSourceEditor({
      ...{
        root,
        wait: async () => {},
        tell: () => {},
        originOf: async () => ({ file, path: 'gone/a.txt', isPart: false }),
      },
    });
    writeFileSync(join(root, 'gone'), ''); // nobody, not even root, may write into a folder that is a file
    await expect(editor.change(id('gone/a'), { title: 'Tides' }, LOCAL)).rejects.toMatchObject({
      ...{ code: 'read-only', message: expect.stringContaining('Dossier may not write gone/sources.yaml') },
    });
  });
});
