import { type Body, bodiesOf, numberOf, stringOf } from '../../json.ts';
import { post, storedMessage } from '../message.ts';
import { type Method, writableChannel } from '../method.ts';
import { fault } from '../refusal.ts';
import type { World } from '../world.ts';

const scopes = ['files:write'];

/** Uploading files: an address to send one to, then where it is shared. */
export const fileMethods: readonly Method[] = [
  { name: 'files.getUploadURLExternal', scopes, answer: getAddress },
  { name: 'files.completeUploadExternal', scopes, answer: complete },
];

function getAddress(world: World, body: Body): Body {
  const [name, length] = [stringOf(body.filename), numberOf(body.length)];
  if (name === '' || length <= 0) throw fault('invalid_arguments');
  const id = world.nextId('F');
  world.uploads.set(id, { name, length, text: null });
  return { upload_url: `${world.base}/upload/${id}`, file_id: id };
}

function complete(world: World, body: Body): Body {
  const files = bodiesOf(body.files).map(({ id }) => ({ id, ...world.uploads.get(stringOf(id)) }));
  if (files.length === 0 || files.some(({ text }) => typeof text !== 'string')) throw fault('file_not_found');
  const channel = writableChannel(world, body.channel_id);
  const threadTs = body.thread_ts === undefined ? undefined : stringOf(body.thread_ts);
  if (threadTs !== undefined && !storedMessage(world, channel.id, threadTs)) throw fault('invalid_thread_ts');
  const shared = { text: files.map(({ name }) => name).join(', ') };
  const message = post(world, { channel, userId: world.bot.id, body: shared, threadTs });
  Object.assign(message, { upload_ids: files.map(({ id }) => id) });
  return { files };
}
