import { UserError } from '../../core/text/user-error.ts';

const APP = 'api.slack.com/apps';

// What Slack answers for good; after anything else another attempt is made.
const FINAL: Readonly<Record<string, string>> = {
  invalid_auth: `Slack rejected the token. Copy the Bot User OAuth Token (xoxb-…) to SLACK_BOT_TOKEN and an app-level token (xapp-…) to SLACK_APP_TOKEN (${APP}).`,
  not_authed: `Slack received no token. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (${APP}).`,
  account_inactive: `The app was removed from the workspace. Install it again (${APP}, Install App) and copy the new token.`,
  token_revoked: `The token was revoked. Install the app again (${APP}, Install App) and copy the new token.`,
  token_expired: `The token has expired. Install the app again (${APP}, Install App) and copy the new token.`,
  not_allowed_token_type:
    'Wrong kind of token: SLACK_BOT_TOKEN starts with xoxb-, SLACK_APP_TOKEN with xapp-.',
  org_login_required: 'The workspace is moving to an organisation. Restart Dossier when that is done.',
  team_access_not_granted: 'The app has no access to the workspace. Ask an admin to approve it.',
};

/** What the operator has to fix; null if another attempt may succeed. */
export function finalFailure(cause: unknown): UserError | null {
  if (cause instanceof UserError) return cause;
  if (isScopeMissing(cause)) return new UserError(formatScope(cause), { code: 'platform-refused', cause });
  const code = codeOf(cause);
  const message = code === null ? undefined : FINAL[code];
  return message === undefined ? null : new UserError(message, { code: 'platform-refused', cause });
}

/** Slack's own name for an error; null if it is not known what became of a call. */
export function codeOf(cause: unknown): string | null {
  const error = dataOf(cause)?.error;
  return typeof error === 'string' && /^[a-z_]+$/.test(error) ? error : null; // a page of HTML comes as an error too
}

/** Codes by which Slack rejects a message for its channel (docs, chat.postMessage, chat.postEphemeral). */
export const NOT_HERE: ReadonlySet<string> = new Set([
  ...['not_in_channel', 'channel_not_found', 'is_archived', 'user_not_in_channel', 'is_inactive'],
  ...['restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
  ...['restricted_action_non_threadable_channel', 'restricted_action_thread_locked', 'no_permission'],
  ...['posting_to_general_channel_denied', 'cannot_reply_to_message', 'thread_not_found', 'access_denied'],
  ...['ekm_access_denied', 'messages_tab_disabled'],
]);

/** Whether a response URL refused what was sent to it, so that nothing was shown. */
export function isRefusal(cause: unknown): boolean {
  const status = cause instanceof Error && 'statusCode' in cause ? Number(cause.statusCode) : 0;
  return status >= 400 && status < 500;
}

/** Whether a call failed, as Slack's client or `fetch` says; anything else is a defect here. */
export function isOfSlack(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const isCoded = 'code' in cause && String(cause.code).startsWith('slack_');
  return isCoded || cause.name === 'TimeoutError' || cause.message === 'fetch failed';
}

/** Whether Slack refused a call because the app lacks a scope. */
export function isScopeMissing(cause: unknown): boolean {
  return codeOf(cause) === 'missing_scope';
}

/** Names the scope that a call needs, and how the app gets it. */
export function formatScope(cause: unknown): string {
  const needed = dataOf(cause)?.needed;
  const scope = typeof needed === 'string' && /^[a-z.:_,]+$/.test(needed) ? `the scope ${needed}` : 'a scope';
  return `The Slack app is missing ${scope}. Add it (${APP}, OAuth & Permissions, or the manifest) and reinstall the app.`;
}

function dataOf(cause: unknown): Readonly<Record<string, unknown>> | null {
  const data = typeof cause === 'object' && cause !== null && 'data' in cause ? cause.data : null;
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : null;
}
