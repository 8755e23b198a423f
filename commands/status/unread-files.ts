import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import type { Library, Refusal } from '../../src/core/library/library.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { ListReply } from '../../src/core/replies/reply.ts';

/** Lists every file that is not indexed, then those that are only in part, each with the reason. */
export function listUnread(library: Library, context: RequestContext): ListReply {
  requireManager(context, 'see which files are not read');
  const files = unreadFiles(library, context);
  const partly = files.filter((each) => each.partly).length;
  return composeList(replyContext(library, context, 'status'), {
    headline: 'Files not read',
    items: files.map(({ file, reason }) => toItem(file, reason)),
    note: noteOn(files.length - partly, partly),
  });
}

/** The files that are not indexed, or only in part, those that are not at all first. */
export function unreadFiles(library: Library, { audience }: RequestContext): readonly Refusal[] {
  const files = library.refused(library.scopeFor(audience));
  return [...files].sort((a, b) => Number(a.partly ?? false) - Number(b.partly ?? false));
}

function noteOn(none: number, partly: number): string {
  if (none + partly === 0) return 'Every file was read.';
  const parts = [
    ...(none > 0 ? [`${none === 1 ? '1 file is' : `${none} files are`} not indexed`] : []),
    ...(partly > 0 ? [`${partly === 1 ? '1 file is' : `${partly} files are`} indexed only in part`] : []),
  ];
  return `${parts.join(', ')}.`;
}
