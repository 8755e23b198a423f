import type { WebSocket } from 'ws';
import { type Body, bodyOf, isBody, numberOf, stringOf } from '../json.ts';
import { guildCreated } from './guild.ts';
import { INTENTS } from './intents.ts';
import type { World } from './world.ts';

/** A dispatched event with its number. */
export interface Event {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: Body;
}

/** What a bot is connected by, and can resume. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** The shard's number, and how many there are. */
  readonly shard: readonly [number, number];
  readonly events: Event[];
  socket?: WebSocket | undefined;
}

/** The state of the gateway. */
export interface GatewayState {
  readonly world: World;
  readonly sessions: Map<string, Session>;
  readonly url: () => string;
  readonly counts: { identifies: number; resumes: number; heartbeats: number };
  acks: boolean;
  refusal: boolean | undefined;
  presence: Body | undefined;
}

/** Speaks with a client that has just connected. */
export function welcome(state: GatewayState, socket: WebSocket, url: string): void {
  const query = new URL(url, 'ws://fake').searchParams;
  socket.on('error', () => {});
  if (query.get('v') !== '10') {
    socket.close(4012, 'Invalid API version');
    return;
  }
  if (query.get('encoding') !== 'json' || query.has('compress')) {
    socket.close(4002, 'Only plain JSON');
    return;
  }
  send(socket, { op: 10, d: { heartbeat_interval: state.world.options.heartbeatInterval } });
  socket.on('message', (data) => {
    const packet = parsed(String(data));
    if (packet) hear(state, socket, packet);
    else socket.close(4002, 'Error while decoding payload.');
  });
  socket.on('close', () => {
    for (const session of state.sessions.values()) if (session.socket === socket) session.socket = undefined;
  });
}

function parsed(text: string): Body | undefined {
  try {
    const packet: unknown = JSON.parse(text);
    return isBody(packet) ? packet : undefined;
  } catch {
    return undefined;
  }
}

function hear(state: GatewayState, socket: WebSocket, packet: Body): void {
  const data = bodyOf(packet.d);
  const known = [...state.sessions.values()].some((session) => session.socket === socket);
  if (packet.op === 1) beat(state, socket);
  else if (packet.op === 2 || packet.op === 6) {
    if (known) socket.close(4005, 'Already authenticated.');
    else if (packet.op === 2) identify(state, socket, data);
    else resume(state, socket, data);
  } else if (!known) socket.close(4003, 'Not authenticated.');
  else if (packet.op === 3) state.presence = data;
  else if (packet.op === 8) sendMembers(state, data);
  else if (packet.op !== 4) socket.close(4001, 'Unknown opcode.');
}

function beat(state: GatewayState, socket: WebSocket): void {
  state.counts.heartbeats += 1;
  if (state.acks) send(socket, { op: 11, d: null });
}

function identify(state: GatewayState, socket: WebSocket, data: Body): void {
  const { world } = state;
  state.counts.identifies += 1;
  if (data.token !== world.options.token) {
    socket.close(4004, 'Authentication failed.');
    return;
  }
  const intents = data.intents;
  if (typeof intents !== 'number' || !isBody(data.properties)) {
    socket.close(4013, 'Invalid intent(s).');
    return;
  }
  const withContent = (intents & INTENTS.messageContent) !== 0;
  if (withContent && !world.options.messageContent) {
    socket.close(4014, 'Disallowed intent(s).');
    return;
  }
  const shard = shardOf(data.shard);
  const session: Session = { id: `session-${world.nextId()}`, intents, shard, events: [], socket };
  for (const old of state.sessions.values()) {
    if (old.shard[0] === shard[0]) state.sessions.delete(old.id);
  }
  state.sessions.set(session.id, session);
  push(session, 'READY', ready(state, session));
  if ((intents & INTENTS.guilds) === 0) return;
  for (const guild of world.guilds.values()) {
    if (belongs(session, guild.id)) push(session, 'GUILD_CREATE', guildCreated(world, guild));
  }
}

function ready({ world, url }: GatewayState, session: Session): Body {
  return {
    v: 10,
    user: { ...world.bot, email: null, mfa_enabled: false, verified: true, flags: 0 },
    guilds: [...world.guilds.keys()]
      .filter((id) => belongs(session, id))
      .map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url(),
    shard: session.shard,
    application: { id: world.bot.id, flags: world.options.messageContent ? 1 << 19 : 0 },
    ...{ session_type: 'normal', private_channels: [], relationships: [], user_settings: {}, _trace: [] },
  };
}

function resume(state: GatewayState, socket: WebSocket, data: Body): void {
  state.counts.resumes += 1;
  if (data.token !== state.world.options.token) {
    socket.close(4004, 'Authentication failed.');
    return;
  }
  const session = state.sessions.get(stringOf(data.session_id));
  if (!session || state.refusal !== undefined) {
    const resumable = state.refusal ?? false;
    state.refusal = undefined;
    if (!resumable && session) state.sessions.delete(session.id);
    send(socket, { op: 9, d: resumable });
    return;
  }
  const seen = numberOf(data.seq);
  if (seen > session.events.length) {
    socket.close(4007, 'Invalid seq.');
    return;
  }
  session.socket = socket;
  for (const event of session.events.slice(seen)) send(socket, event);
  push(session, 'RESUMED', { _trace: [] });
}

/** Sends an event to every session that asked for it. */
export function dispatch(state: GatewayState, name: string, data: Body, intent: number): void {
  for (const session of state.sessions.values()) {
    const wanted = intent === 0 || (session.intents & intent) !== 0;
    const guildId = stringOf(name.startsWith('GUILD_') ? (data.guild_id ?? data.id) : data.guild_id);
    if (wanted && belongs(session, guildId)) push(session, name, data);
  }
}

function shardOf(value: unknown): readonly [number, number] {
  const [number = 0, count = 1] = Array.isArray(value) ? value.map(numberOf) : [];
  return [number, count];
}

// A guild's shard follows from its id; direct messages go to the first (Discord docs).
function belongs({ shard: [number, count] }: Session, guildId: string): boolean {
  return Number((BigInt(guildId || 0) >> 22n) % BigInt(count)) === number;
}

function push(session: Session, t: string, d: Body): void {
  const event: Event = { op: 0, s: session.events.length + 1, t, d };
  session.events.push(event);
  if (session.socket) send(session.socket, event);
}

function sendMembers(state: GatewayState, data: Body): void {
  const guild = state.world.guilds.get(stringOf(data.guild_id));
  if (!guild) return;
  const { members } = guildCreated(state.world, guild);
  const chunk = { guild_id: guild.id, members, chunk_index: 0, chunk_count: 1, not_found: [] };
  dispatch(state, 'GUILD_MEMBERS_CHUNK', { ...chunk, nonce: data.nonce }, 0);
}

/** Sends a packet. */
export function send(socket: WebSocket, packet: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(packet));
}
