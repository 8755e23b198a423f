import type { FollowedSource } from '../../src/core/collecting/source.ts';
import { sourceTitle } from '../../src/core/collecting/source-troubles.ts';
import { FEEDS_FILE } from '../../src/core/library/sources/followed-feeds.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { NoteReply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import type { Removing } from './remove-ports.ts';

/** Follows something no longer, once the person has confirmed it. Its documents stay. */
export async function stopFollowing(
  { library, sources, changes, context, isConfirmed }: Removing,
  source: FollowedSource,
): Promise<NoteReply> {
  const { id, collection, url, kind } = source;
  if (source.by === null) throw namedInFile(source);
  const about = replyContext(library, context, 'remove');
  const name = sourceTitle(source);
  const verb = kind === 'feed' ? 'following' : 'watching';
  if (!isConfirmed) {
    const options = { what: id, confirm: 'yes' };
    const how = `To confirm, type ${hint('remove', options)}`;
    const confirm = { label: 'Stop', command: 'remove', options, how };
    return composeNote(about, `Stop ${verb} ${name} in ${collection}? Its documents stay.`, { confirm });
  }
  await sources.remove(id);
  const { platform, workspace, user } = context.audience;
  const by = { platform, workspace, user };
  await changes.record({ action: 'unfollowed', collection, what: url, by, at: context.at });
  return composeNote(
    about,
    `Stopped ${verb} ${name}. Its documents stay. To follow it again: ${hint('add', { what: url })}`,
  );
}

function namedInFile({ collection, url }: FollowedSource): UserError {
  return new UserError(`${url} stands in ${collection}/${FEEDS_FILE}. Take it out there.`, {
    code: 'named-in-file',
  });
}
