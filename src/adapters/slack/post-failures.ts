import type { Found, Posted } from '../../core/delivery/poster.ts';
import type { Failure } from './one-call.ts';
import { NOT_HERE } from './posting.ts';

/** What a failure says about a post. A word of Slack's that is not known here settles nothing. */
export function whatBecame(failure: Failure): Exclude<Posted, { kind: 'sent' }> {
  switch (failure.kind) {
    case 'refused':
      return whatRefused(failure.code);
    case 'too early':
      return { kind: 'later', seconds: failure.seconds, everywhere: false, detail: TOO_EARLY };
    case 'not sent':
      return { kind: 'later', seconds: null, everywhere: failure.isWanted, detail: failure.detail };
    case 'unsendable':
      return { kind: 'refused', why: 'invalid', detail: failure.detail };
    case 'lost':
      return { kind: 'unknown', detail: failure.detail };
  }
}

/** Why a channel could not be looked into. */
export function whyNotLooked(failure: Failure): Found {
  if (failure.kind === 'too early') return { kind: 'cannot-look', detail: TOO_EARLY, forGood: false };
  if (failure.kind !== 'refused') return { kind: 'cannot-look', detail: failure.detail, forGood: false };
  const { code } = failure;
  return { kind: 'cannot-look', detail: say(code), forGood: NOT_HERE.has(code) || STOPPED.has(code) };
}

const TOO_EARLY = 'Slack takes no more for a while.';

function whatRefused(code: string): Exclude<Posted, { kind: 'sent' }> {
  const detail = say(code);
  if (code === 'ratelimited' || code === 'rate_limited')
    return { kind: 'later', seconds: null, everywhere: false, detail: TOO_EARLY };
  if (STOPPED.has(code)) return { kind: 'stopped', detail };
  // A channel that was deleted is not told from one that Dossier can't see.
  if (NOT_HERE.has(code)) return { kind: 'refused', why: 'closed', detail };
  if (INVALID.has(code)) return { kind: 'refused', why: 'invalid', detail };
  return { kind: 'unknown', detail };
}

function say(code: string): string {
  return `Slack says ${code}.`;
}

// The bot is no longer known, or may nothing (docs, chat.postMessage).
const STOPPED: ReadonlySet<string> = new Set([
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
  ...['missing_scope', 'not_allowed_token_type', 'org_login_required', 'team_access_not_granted'],
  ...['two_factor_setup_required', 'enterprise_is_restricted'],
]);

// The message is not one that Slack takes (docs, chat.postMessage).
const INVALID: ReadonlySet<string> = new Set([
  ...['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long', 'no_text'],
  ...['invalid_arguments', 'invalid_arg_name', 'invalid_array_arg', 'invalid_charset', 'invalid_form_data'],
  ...['invalid_post_type', 'missing_post_type', 'markdown_text_conflict', 'too_many_attachments'],
  ...['attachment_payload_limit_exceeded', 'too_many_contact_cards', 'metadata_too_large'],
  ...['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_must_be_sent_from_app'],
]);
