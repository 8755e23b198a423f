import { cannotSearch, later, type NotPosted } from '../../core/delivery/call-outcome.ts';
import type { Found, Posted } from '../../core/delivery/poster.ts';
import { NOT_HERE } from './failures.ts';

/** What the operator is told of a rate limit. */
export const TOO_EARLY = 'Slack is rate-limiting Dossier.';

/** What Slack's own name for an error means for a post. An unknown name settles nothing. */
export function outcomeOfCode(code: string): NotPosted {
  const detail = inWords(code);
  if (code === 'ratelimited' || code === 'rate_limited') return later(TOO_EARLY);
  if (STOPPED.has(code)) return { kind: 'stopped', detail };
  // A deleted channel can't be told from one that Dossier can't see.
  if (NOT_HERE.has(code)) return { kind: 'refused', why: 'closed', detail };
  if (INVALID.has(code)) return { kind: 'refused', why: 'invalid', detail };
  return { kind: 'unknown', detail };
}

/** Whether Slack says that it doesn't know the token, as it may for a moment while connections are renewed. */
export function isTokenInDoubt(outcome: Posted): boolean {
  return outcome.kind === 'stopped' && outcome.detail === inWords('invalid_auth');
}

function inWords(code: string): string {
  return `Slack error: ${code}.`;
}

/** A channel that could not be searched: for good if Slack lets the bot in no longer. */
export function notFound(failure: NotPosted): Found {
  const isClosed = failure.kind === 'refused' && failure.why === 'closed';
  return cannotSearch(failure, isClosed || failure.kind === 'stopped');
}

// The bot is no longer known, or has no rights (docs, chat.postMessage).
const STOPPED: ReadonlySet<string> = new Set([
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
  ...['missing_scope', 'not_allowed_token_type', 'org_login_required', 'team_access_not_granted'],
  ...['two_factor_setup_required', 'enterprise_is_restricted'],
]);

// Slack doesn't accept the message itself (docs, chat.postMessage).
const INVALID: ReadonlySet<string> = new Set([
  ...['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long', 'no_text'],
  ...['invalid_arguments', 'invalid_arg_name', 'invalid_array_arg', 'invalid_charset', 'invalid_form_data'],
  ...['invalid_post_type', 'missing_post_type', 'markdown_text_conflict', 'too_many_attachments'],
  ...['attachment_payload_limit_exceeded', 'too_many_contact_cards', 'metadata_too_large'],
  ...['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_must_be_sent_from_app'],
]);
