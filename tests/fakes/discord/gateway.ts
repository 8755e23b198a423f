import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Body } from '../json.ts';
import { dispatch, type GatewayState, send, welcome } from './gateway-session.ts';
import type { World } from './world.ts';

/** What a test can count of the gateway, and the faults that it can order. */
export interface Gateway {
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
  readonly connected: boolean;
  /** The bot's presence as it was last set, if it ever was. */
  readonly presence: Body | undefined;
  /** Cuts every connection without a goodbye. */
  drop(): void;
  /** Closes every connection with a code. */
  close(code: number): void;
  /** Asks the bot to connect again (op 7). */
  reconnect(): void;
  /** Says that the session is over (op 9); a resumable one may be resumed. */
  invalidate(resumable: boolean): void;
  /** Answers the next attempt to resume with op 9 instead. */
  refuseResume(resumable: boolean): void;
  /** Sends the last event once more, or the last one of that name. */
  repeat(event?: string): void;
  stopAcks(): void;
  startAcks(): void;
}

/** Attaches a gateway to an HTTP server; the world's events go out through it. */
export function createGateway(world: World, server: Server, url: () => string) {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const state: GatewayState = {
    ...{ world, url, sessions: new Map(), counts: { identifies: 0, resumes: 0, heartbeats: 0 } },
    ...{ acks: true, refusal: undefined, presence: undefined },
  };
  world.dispatch = (event, data, intent) => dispatch(state, event, data, intent ?? 0);
  world.hasIntent = (intent) => [...state.sessions.values()].some(({ intents }) => (intents & intent) !== 0);
  sockets.on('connection', (socket, request) => welcome(state, socket, request.url ?? ''));
  return { gateway: controls(state, sockets), stop: () => stop(sockets) };
}

function stop(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
}

function controls(state: GatewayState, sockets: WebSocketServer): Gateway {
  const all = (act: (socket: WebSocket) => void) => [...sockets.clients].forEach(act);
  return {
    get identifies() {
      return state.counts.identifies;
    },
    get resumes() {
      return state.counts.resumes;
    },
    get heartbeats() {
      return state.counts.heartbeats;
    },
    get connected() {
      return [...state.sessions.values()].some(({ socket }) => socket !== undefined);
    },
    get presence() {
      return state.presence;
    },
    ...faults(state, all),
  };
}

function faults(state: GatewayState, all: (act: (socket: WebSocket) => void) => void) {
  return {
    drop: () => {
      for (const session of state.sessions.values()) session.socket = undefined;
      all((socket) => socket.terminate());
    },
    close: (code: number) => all((socket) => socket.close(code)),
    reconnect: () => all((socket) => send(socket, { op: 7, d: null })),
    invalidate: (resumable: boolean) => {
      if (!resumable) state.sessions.clear();
      all((socket) => send(socket, { op: 9, d: resumable }));
    },
    refuseResume: (resumable: boolean) => {
      state.refusal = resumable;
    },
    repeat: (name?: string) => repeat(state, name),
    stopAcks: () => {
      state.acks = false;
    },
    startAcks: () => {
      state.acks = true;
    },
  };
}

function repeat(state: GatewayState, name?: string): void {
  for (const { events, socket } of state.sessions.values()) {
    const event = events.findLast(({ t }) => !name || t === name);
    if (event && socket) send(socket, event);
  }
}
