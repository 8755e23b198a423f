import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { startTimer } from '../fair-time.ts';
import { type Body, bodyOf, isBody, stringOf } from '../json.ts';
import type { Outcome } from './outcome.ts';
import type { Delivery, World } from './world.ts';

const PATH = '/link/';
const GOODBYE = 200; // milliseconds that a client gets to close its end

/** What a test can count of the sockets, and the faults that it can order. */
export interface Sockets {
  /** How many are open. */
  readonly open: number;
  /** How many were ever opened. */
  readonly opened: number;
  /** How many envelopes were acknowledged. */
  readonly acknowledged: number;
  /** Cuts every connection without a goodbye. */
  drop(): void;
  /** Closes every connection properly. */
  close(code?: number): void;
  /** Asks the bot to connect again: its connections are closed if it doesn't do so itself. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Stops answering pings by taking nothing in any more, as where a cable was cut. */
  freeze(): void;
}

/** An envelope on its way. */
export interface Envelope {
  readonly id: string;
  readonly delivery: Delivery;
  /** How often it was sent before, and why again. */
  readonly attempt: number;
  readonly reason: string;
}

interface Waiting {
  readonly socket: WebSocket;
  readonly sentAt: number;
  settle(outcome: Outcome): void;
}

interface State {
  readonly world: World;
  readonly open: Set<WebSocket>;
  readonly tickets: Set<string>;
  /** By envelope id; a repeated envelope waits twice. */
  readonly waiting: Map<string, Waiting[]>;
  readonly late: Set<string>;
  readonly counts: { opened: number; acknowledged: number; turn: number };
}

/** Attaches Socket Mode to an HTTP server. */
export function createSockets(world: World, server: Server) {
  const sockets = new WebSocketServer({ noServer: true });
  const state: State = {
    ...{ world, open: new Set<WebSocket>(), tickets: new Set<string>() },
    ...{ waiting: new Map(), late: new Set<string>(), counts: { opened: 0, acknowledged: 0, turn: 0 } },
  };
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '', 'ws://fake');
    if (url.pathname !== PATH || !state.tickets.delete(url.searchParams.get('ticket') ?? '')) {
      stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => welcome(state, socket));
  });
  const ticket = () => {
    const id = world.nextId('ticket-');
    state.tickets.add(id);
    return `${world.base.replace('http', 'ws')}${PATH}?ticket=${id}&app_id=${world.appId}`;
  };
  const stop = () => {
    for (const socket of sockets.clients) {
      socket.close(1001);
      const timer = setTimeout(() => socket.terminate(), GOODBYE);
      socket.once('close', () => clearTimeout(timer));
    }
    sockets.close();
  };
  return { ticket, stop, controls: controlsOf(state), send: (envelope: Envelope) => send(state, envelope) };
}

function controlsOf(state: State): Sockets {
  const all = (act: (socket: WebSocket) => void) => [...state.open].forEach(act);
  return {
    get open() {
      return state.open.size;
    },
    get opened() {
      return state.counts.opened;
    },
    get acknowledged() {
      return state.counts.acknowledged;
    },
    drop: () => all((socket) => socket.terminate()),
    close: (code = 1000) => all((socket) => socket.close(code)),
    freeze: () => all((socket) => socket.pause()),
    disconnect: (reason) => all((socket) => disconnect(state, socket, reason)),
  };
}

function welcome(state: State, socket: WebSocket): void {
  const { world } = state;
  state.open.add(socket);
  state.counts.opened += 1;
  const ping = setInterval(() => socket.ping('Ping from a fake'), world.options.pingInterval);
  socket.on('error', () => {});
  socket.on('close', () => {
    clearInterval(ping);
    state.open.delete(socket);
    for (const waiting of state.waiting.values())
      for (const one of waiting)
        if (one.socket === socket) one.settle({ kind: 'failed', reason: 'connection_closed' });
  });
  socket.on('message', (data) => hear(state, socket, parsed(String(data))));
  transmit(socket, {
    ...{ type: 'hello', num_connections: state.open.size, connection_info: { app_id: world.appId } },
    debug_info: { host: 'fake', build_number: 1, approximate_connection_time: 18_060 },
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

// A connection whose end is announced isn't given any more envelopes; a warning comes ten seconds before (Slack docs).
function disconnect({ open, world }: State, socket: WebSocket, reason: string): void {
  transmit(socket, { type: 'disconnect', reason, debug_info: { host: 'fake' } });
  if (reason !== 'warning') open.delete(socket);
  const timer = setTimeout(() => socket.close(), reason === 'warning' ? 10_000 : 1000);
  world.timers.add(timer);
}

function hear(state: State, socket: WebSocket, packet: Body | undefined): void {
  const { world, waiting, counts } = state;
  const id = stringOf(packet?.envelope_id);
  const [first] = waiting.get(id)?.filter((one) => one.socket === socket) ?? [];
  if (!packet || !first) {
    // What comes too late was noted when it was due.
    if (!state.late.has(id)) world.violations.push(`socket: no envelope waits for ${JSON.stringify(packet)}`);
    return;
  }
  counts.acknowledged += 1;
  first.settle({
    kind: 'acknowledged',
    ms: performance.now() - first.sentAt,
    payload: bodyOf(packet.payload),
  });
}

/** Sends an envelope over one of the connections, each in turn. */
function send(state: State, envelope: Envelope): Promise<Outcome> {
  const { world, open, counts } = state;
  const socket = [...open].filter(({ readyState }) => readyState === 1).at(counts.turn++ % (open.size || 1));
  if (!socket) return Promise.resolve({ kind: 'failed', reason: 'no_connection' });
  return new Promise((resolve) => {
    const stop = startTimer(world.timers, world.options.acknowledgeWithin, () => {
      state.late.add(envelope.id);
      waiting.settle({ kind: 'failed', reason: 'timeout' });
    });
    const waiting: Waiting = {
      ...{ socket, sentAt: performance.now() },
      settle: (outcome) => {
        stop();
        const others = state.waiting.get(envelope.id)?.filter((one) => one !== waiting) ?? [];
        state.waiting.set(envelope.id, others);
        resolve(outcome);
      },
    };
    state.waiting.set(envelope.id, [...(state.waiting.get(envelope.id) ?? []), waiting]);
    transmit(socket, wire(envelope));
  });
}

function wire({ id, delivery, attempt, reason }: Envelope): Body {
  const { type, payload, acceptsPayload } = delivery;
  // Whatever went wrong, a socket's retries call it a timeout (Slack docs).
  const again = { retry_attempt: attempt, retry_reason: reason === '' ? '' : 'timeout' };
  return {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: acceptsPayload,
    ...(type === 'events_api' ? again : {}),
  };
}

function transmit(socket: WebSocket, packet: Body): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(packet));
}
