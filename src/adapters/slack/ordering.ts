import type { webApi } from '@slack/bolt';
import type { Ordering } from '../../core/bot/invocation.ts';
import { hint } from '../../core/text/hint.ts';
import { inTime } from './calls.ts';
import { isExternal } from './external.ts';
import { codeOf, formatScope, isScopeMissing, NOT_HERE } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import { LOOKED_UP_WITHIN } from './limits.ts';
import { isDirect, isGroup, type MessageOrigin } from './message-origin.ts';
import { reportFailure } from './report-failure.ts';

/** Who may order digests where somebody asks, and whether they would arrive there. */
export async function orderingIn(context: HandlerContext, origin: MessageOrigin): Promise<Ordering> {
  const [right, prospect] = await Promise.all([rightOf(context, origin), prospectOf(context, origin)]);
  return { ...right, ...prospect };
}

async function rightOf(
  context: HandlerContext,
  { user }: MessageOrigin,
): Promise<Pick<Ordering, 'orderers' | 'mayOrder'>> {
  const person = await context.people.find(user);
  if (person === null) return { orderers: UNCHECKED_MEMBERS, mayOrder: false };
  const isOutside = person.isGuest || (await isExternal(context, { user, team: person.team }));
  return { orderers: MEMBERS, mayOrder: !isOutside };
}

const MEMBERS = 'full members of this workspace';
const UNCHECKED_MEMBERS = `${MEMBERS} (Dossier could not check whether you are one)`;

type Prospect = Pick<Ordering, 'hindrance' | 'caution'>;
type Channel = NonNullable<webApi.ConversationsInfoResponse['channel']> & { readonly is_read_only?: boolean };

/** What Slack says of posts to a channel. */
async function prospectOf(context: HandlerContext, origin: MessageOrigin): Promise<Prospect> {
  const { channel } = origin;
  try {
    const { channel: found } = await inTime(LOOKED_UP_WITHIN, () =>
      context.client.conversations.info({ channel }),
    );
    return { hindrance: hindranceOf(origin, found), caution: cautionOf(found) };
  } catch (cause) {
    if (NOT_HERE.has(codeOf(cause) ?? '')) return { hindrance: notIn(origin), caution: null };
    reportFailure(context, 'Could not check whether a digest would arrive.', cause);
    const why = isScopeMissing(cause) ? formatScope(cause) : 'Slack did not say.';
    return { hindrance: null, caution: `Dossier could not check whether it may post here. ${why}` };
  }
}

function hindranceOf(origin: MessageOrigin, channel: Channel | undefined): string | null {
  if (channel?.is_archived) return ARCHIVED;
  const needsMember = !isDirect(origin.channel) && channel?.is_mpim !== true; // there, what can be seen is one's own
  return needsMember && channel?.is_member === false ? notIn(origin) : null;
}

const ARCHIVED =
  'This channel is archived, so nothing can be posted here. Restore it, or order the digest in another channel.';

function notIn(origin: MessageOrigin): string {
  if (isDirect(origin.channel)) return PAIR;
  return isGroup(origin) ? GROUP : NOT_A_MEMBER;
}

const PAIR =
  'Dossier cannot post in a conversation of two people. Order this digest in a channel, or in your own messages with Dossier.';
const GROUP =
  'Dossier cannot post here, since it is not in this conversation. Order this digest in a channel, or start a conversation with Dossier in it.';
const NOT_A_MEMBER = `Dossier cannot post here, since it is not in this channel. Type /invite @Dossier, then ${hint('digest', { action: 'add' })} again.`;

function cautionOf(channel: Channel | undefined): string | null {
  const cautions = [
    ...(channel?.is_ext_shared ? [SHARED] : []),
    ...(channel?.is_read_only ? [RESTRICTED] : []),
  ];
  return cautions.join(' ') || null;
}

const SHARED = 'People of another organisation are in this channel, and will see the digest.';
const RESTRICTED = 'Not everyone may post in this channel; make sure that Dossier may.';
