import { type Body, bodiesOf, isBody, lengthOf, stringOf } from '../json.ts';
import { blockProblems } from './block-limits.ts';
import { blockText } from './block-text.ts';
import { linksOf, watchPings } from './pings.ts';
import { fault, refuseIf } from './refusal.ts';
import type { World } from './world.ts';

const MOST_BLOCKS = 50; // in a message (Slack docs)
const MOST_TEXT = 4000; // characters that Slack asks to keep to (Slack docs, chat.postMessage)
const REFUSED_TEXT = 40_000; // characters above which it refuses (Slack docs, chat.postMessage)
const MOST_SHOWN = 10_000; // characters over all blocks that were always taken (platforms.md)
const REFUSED_SHOWN = 11_000; // characters over all blocks above which refusals were seen (platforms.md)

/** Where a message came from, for what is noted of it. */
export interface Origin {
  readonly name: string;
  /** Whether it is a new message, which could unfurl its links. */
  readonly unfurls?: boolean;
  /** Whether it replaces an older one. */
  readonly isUpdate?: boolean;
}

/** Refuses a message that Slack would refuse, and notes what people would mind. */
export function checkMessage(world: World, body: Body, origin: Origin): void {
  const text = stringOf(body.text);
  const blocks = bodiesOf(body.blocks);
  refuseTexts(body);
  if (body.blocks !== undefined) refuseIf(blockProblems(body.blocks, { most: MOST_BLOCKS, isView: false }));
  const hasMore = blocks.length > 0 || body.attachments !== undefined || stringOf(body.markdown_text) !== '';
  if (text === '' && !hasMore) throw fault('no_text');
  if (body.metadata !== undefined) refuseMetadata(body.metadata);
  refuseLength(world, { text, blocks }, origin);
  if (text.trim() === '') world.violations.push(`${origin.name}: blocks without a text`);
  if (origin.unfurls) watchUnfurling(world, body, origin.name);
  watchPings(world, body, origin.name);
}

/** Refuses half a surrogate pair, which isn't a character, and a text that is none. */
export function refuseTexts(body: Body): void {
  if (body.text !== undefined && body.text !== null && typeof body.text !== 'string')
    throw fault('invalid_arguments', { response_metadata: { messages: ['[ERROR] text must be a string'] } });
  if (!isWellFormed(body)) throw fault('invalid_arguments', { detail: 'Half a surrogate pair.' });
}

function refuseLength(
  world: World,
  { text, blocks }: { readonly text: string; readonly blocks: readonly Body[] },
  { name, isUpdate = false }: Origin,
): void {
  const length = lengthOf(text);
  if (length > (isUpdate ? MOST_TEXT : REFUSED_TEXT))
    throw fault('msg_too_long', { detail: `text: ${length}` });
  if (length > MOST_TEXT) world.violations.push(`${name}: a text of ${length} characters`);
  const shown = blocks.reduce((sum, block) => sum + lengthOf(blockText(block)), 0);
  if (shown > REFUSED_SHOWN) throw fault('msg_too_long', { detail: `blocks: ${shown}` });
  if (shown > MOST_SHOWN) world.violations.push(`${name}: blocks of ${shown} characters in all`);
}

function refuseMetadata(metadata: unknown): void {
  const valid = isBody(metadata) && stringOf(metadata.event_type) !== '' && isBody(metadata.event_payload);
  if (!valid) throw fault('invalid_metadata_format');
  if (JSON.stringify(metadata).length > 16_000) throw fault('metadata_too_large');
}

function watchUnfurling(world: World, body: Body, name: string): void {
  if (linksOf(body).length === 0) return;
  for (const field of ['unfurl_links', 'unfurl_media'])
    if (body[field] !== false) world.violations.push(`${name}: links without ${field}: false`);
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (!isBody(value)) return true;
  return Object.entries(value).every(([key, item]) => key.isWellFormed() && isWellFormed(item));
}
