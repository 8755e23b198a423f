import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { FrontMatter } from '../clean/front-matter.ts';

/** Reads a page of a site's sources: what its front matter states, and its markup without template tags. Other pages stay as they are. */
export async function readTemplate(source: string): Promise<FrontMatter> {
  if (!FENCE.test(source) && !isTemplate(source)) return { metadata: UNKNOWN, body: source, omissions: [] };
  const [{ parseFrontMatter }, { removeTemplateTags }] = await Promise.all([
    import('../clean/front-matter.ts'),
    import('../clean/template-tags.ts'),
  ]);
  const read = await parseFrontMatter(source);
  return { ...read, body: removeTemplateTags(read.body, 'html') };
}

const FENCE = /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n/;
const TAGS =
  /\{%[-+]?\s*(?:extends|include\w*|block|endblock|for|endfor|if|endif|load|assign|capture|set|layout|macro|import)\b|\{\{-?\s*(?:define|block|partial|template|range|with|end|#\w+)\b/;
const CODE = /(?=<\/?(?:pre|code|script|style|textarea)\b)/i;

/** Whether tags of a template stand in a page outside code, where a page about templates shows them. */
function isTemplate(source: string): boolean {
  if (!TAGS.test(source)) return false;
  let depth = 0;
  return source.split(CODE).some((part, at) => {
    if (part.startsWith('</')) depth = Math.max(0, depth - 1);
    else if (at > 0 || /^<(?:pre|code|script|style|textarea)\b/i.test(part)) depth++;
    return depth === 0 && TAGS.test(part);
  });
}
