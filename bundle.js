import { readFileSync } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

// Put into the program: small packages of many files that every command loads. Others are loaded when needed.
const INSIDE =
  'chokidar commander kysely minisearch picomatch snowball-stemmers stopword tinyld yaml zod'.split(' ');
// An optional install (docs/operating.md). Were it declared as an optional peer, npm would not install it when asked to.
const OPTIONAL = ['tesseract.js'];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

// A list is put in as the text that it is looked up in, rather than made of a large file at every start.
const { englishCounts } = await import('./dist/src/core/text/english-counts.js');
const counts = {
  name: 'english-counts',
  setup({ onLoad }) {
    const contents = `export const englishCounts = () => ${JSON.stringify(englishCounts())};`;
    onLoad({ filter: /english-counts\.ts$/ }, () => ({ contents, loader: 'js' }));
  },
};

// So are the maps of characters that fonts of East Asia name: of their package, the program needs nothing else.
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

// The program in few files, over what tsc has written: a single command starts in two thirds of the time.
// Its files lie side by side, so that each finds worker.js, feed-worker.js and discord-shard.js beside itself.
const stale = (await readdir('dist/src')).filter((name) => name.startsWith('chunk-'));
await Promise.all(stale.map((name) => rm(`dist/src/${name}`)));
await build({
  entryPoints: {
    cli: 'src/app/cli/cli.ts',
    worker: 'src/app/worker.ts',
    'feed-worker': 'src/app/feed-worker.ts',
    'discord-shard': 'src/adapters/discord/shard.ts',
  },
  outdir: 'dist/src',
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: [...Object.keys(dependencies).filter((name) => !INSIDE.includes(name)), ...OPTIONAL],
  banner: {
    // Packages of the older kind call require() for Node's own modules.
    js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
  },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  plugins: [counts, maps],
  logLevel: 'warning',
});
