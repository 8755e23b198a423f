import type { Body } from '../json.ts';
import type { World } from './world.ts';

/** A request on its way to the route that answers it. */
export interface Call {
  readonly method: string;
  /** The path after `/api/v10`, with `%40` and the like decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The names of the uploaded files. */
  readonly files: readonly string[];
}

/** What is answered; 204 without a body. */
export interface Answer {
  readonly status: number;
  readonly body?: Body | readonly Body[];
}

/** A method and path template (`/channels/:channel`), and what answers there. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Whether the path's own token stands in for the bot's. */
  readonly open?: boolean;
  answer(world: World, call: Call): Answer;
}

/** A 200 with a body. */
export function found(body: Body | readonly Body[]): Answer {
  return { status: 200, body };
}

/** A 204. */
export const DONE: Answer = { status: 204 };

/** The path's parameters if the route is meant, else undefined. */
export function matched(route: Route, method: string, path: string): Record<string, string> | undefined {
  if (route.method !== method) return undefined;
  const pattern = route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match ? { ...match.groups } : undefined;
}
