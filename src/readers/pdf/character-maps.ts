import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * Returns the folder, with a closing slash, of the character maps (CMaps) that Chinese, Japanese and Korean fonts name
 * without containing them. PDF.js reads one when a font names it. The bundled program has the folder beside it (bundle.js).
 */
export function characterMaps(): string {
  const require = createRequire(import.meta.url);
  return `${dirname(require.resolve('pdfjs-dist-for-node/cmaps/LICENSE'))}/`;
}
