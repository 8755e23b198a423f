import { readFileSync } from 'node:fs';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build } from 'esbuild';

// Put into the program: small packages of many files that every command loads. Others are loaded when needed.
const INSIDE =
  '@orama/stemmers chokidar commander kysely minisearch picomatch porter2 stopword tinyld yaml zod'.split(
    ' ',
  );
// An optional install (docs/operating.md). Were it declared as an optional peer, npm would not install it when asked to.
const OPTIONAL = ['tesseract.js'];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

// A list is read as the text that it is looked up in, rather than made of a large file at every start.
const { englishCounts } = await import('./dist/src/core/text/english-counts.js');
await writeFile('dist/src/english-counts.txt', englishCounts());
const counts = {
  name: 'english-counts',
  setup({ onLoad }) {
    const contents = `import { readFileSync } from 'node:fs';
      export const englishCounts = () => readFileSync(new URL('./english-counts.txt', import.meta.url), 'utf8');`;
    onLoad({ filter: /english-counts\.ts$/ }, () => ({ contents, loader: 'js' }));
  },
};

// So are the maps of characters that fonts of East Asia name from files beside the program: of their package, the program needs nothing else.
const { characterMaps } = await import('./dist/src/readers/pdf/character-maps.js');
const maps = {
  name: 'character-maps',
  setup({ onLoad }) {
    const contents = `import { fileURLToPath } from 'node:url';
      export const characterMaps = () => fileURLToPath(new URL('./cmaps/', import.meta.url));`;
    onLoad({ filter: /character-maps\.ts$/ }, () => ({ contents, loader: 'js' }));
  },
};
await rm('dist/src/cmaps', { recursive: true, force: true });
await cp(characterMaps(), 'dist/src/cmaps', { recursive: true });

// The script of the chat page, which browsers are sent as it is.
await cp('src/adapters/web/browser/chat.js', 'dist/src/browser/chat.js');

// The program in few files, over what tsc has written: a single command starts in half of the time.
// Its files lie side by side, so that each finds worker.js, feed-worker.js and discord-shard.js beside itself. Threads and
// processes of its own get files of their own, so that none of them loads what the others need.
const OUT = 'dist/src';
const stale = (await readdir(OUT)).filter((name) => name.startsWith('chunk-'));
await Promise.all(stale.map((name) => rm(`${OUT}/${name}`)));
const common = {
  outdir: OUT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
};
const fromSource = (entryPoints) =>
  build({
    ...common,
    ...{ entryPoints, splitting: true, chunkNames: 'chunk-[hash]', metafile: true, plugins: [counts, maps] },
    external: [...Object.keys(dependencies).filter((name) => !INSIDE.includes(name)), ...OPTIONAL],
    banner: {
      // Packages of the older kind call require() for Node's own modules.
      js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
    },
  });
await fromSource({
  worker: 'src/app/worker.ts',
  'feed-worker': 'src/app/feed-worker.ts',
  'discord-shard': 'src/adapters/discord/shard.ts',
});
const { metafile } = await fromSource({ cli: 'src/app/cli/cli.ts' });
await joinChunks(metafile.outputs, `${OUT}/cli.js`);

/**
 * Puts the chunks that an entry loads in any case into one file, `program.js`: opening a hundred takes longer than running them. Chunks
 * that are loaded later find there what they import from those.
 */
async function joinChunks(outputs, entry) {
  const always = [...staticallyImported(outputs, entry)];
  const named = always.flatMap((path, at) =>
    outputs[path].exports.map((name) => ({ path: `./${basename(path)}`, name, as: `${name}_${at}` })),
  );
  const linesOf = (path, line) =>
    named
      .filter((each) => each.path === path)
      .map(line)
      .join('\n');
  const all = named.map(({ path, name, as }) => `export { ${name} as ${as} } from '${path}';`).join('\n');
  const stdin = { contents: all, resolveDir: OUT, sourcefile: 'program.js' };
  const joined = await build({
    ...common,
    stdin,
    plugins: [keep((path) => always.includes(path))],
    write: false,
  });
  const moved = (path) => linesOf(path, ({ name, as }) => `export { ${as} as ${name} } from './program.js';`);
  const started = await build({
    ...{ ...common, entryPoints: [entry], write: false },
    plugins: [keep((path) => always.includes(path), moved)],
  });
  await writeFile(`${OUT}/program.js`, joined.outputFiles[0].contents);
  await writeFile(entry, started.outputFiles[0].contents);
  await Promise.all(always.map((path) => writeFile(path, moved(`./${basename(path)}`))));
}

/** The chunks that are loaded with a file, whatever is asked of it. */
function staticallyImported(outputs, from, found = new Set()) {
  for (const { path, kind } of outputs[from].imports) {
    if (kind !== 'import-statement' || !outputs[path] || found.has(path)) continue;
    staticallyImported(outputs, path, found.add(path));
  }
  return found;
}

/** Puts in the files that `isIn` names, with other contents if `contentsOf` is given, and leaves all others where they are. */
function keep(isIn, contentsOf) {
  return {
    name: 'keep',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (kind !== 'import-statement' || !isIn(`${OUT}/${basename(path)}`)) return { path, external: true };
        return contentsOf ? { path, namespace: 'moved' } : undefined;
      });
      if (contentsOf)
        onLoad({ filter: /./, namespace: 'moved' }, ({ path }) => ({
          contents: contentsOf(path),
          resolveDir: OUT,
        }));
    },
  };
}
