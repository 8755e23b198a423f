import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Route } from '../core/bot/platform.ts';
import { UserError } from '../core/text/user-error.ts';

/** The one HTTP listener. */
export interface Server {
  add(route: Route): void;
  close(): Promise<void>;
}

/** Where the server listens. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
}

// A request that is large, or slow, or one of very many, is turned away.
const LIMITS = { body: 1_000_000, request: 10_000, headers: 5000, connections: 1000 }; // bytes; milliseconds; connections

/** Listens; a port that is taken is a UserError. `/healthz` answers as long as the process does. */
export async function startServer({ host, port }: ServerOptions): Promise<Server> {
  const routes = new Map<string, Route>();
  const app = new Hono();
  app.use(bodyLimit({ maxSize: LIMITS.body }));
  app.get('/healthz', (context) => context.text('ok'));
  app.all('*', (context) => routes.get(context.req.path)?.handle(context.req.raw) ?? context.notFound());
  const listener = serve({ fetch: app.fetch, hostname: host, port });
  if ('requestTimeout' in listener) {
    listener.requestTimeout = LIMITS.request;
    listener.headersTimeout = LIMITS.headers;
  }
  listener.maxConnections = LIMITS.connections;
  await new Promise<void>((resolve, reject) => {
    listener.once('listening', resolve).once('error', (cause) => reject(notListening(host, port, cause)));
  });
  return {
    add: (route) => void routes.set(route.path, route),
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        if ('closeAllConnections' in listener) listener.closeAllConnections();
      }),
  };
}

function notListening(host: string, port: number, cause: Error): UserError {
  const what =
    'code' in cause && cause.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${cause.message})`;
  return new UserError(
    `Port ${port} on ${host} ${what}. Set PORT to another port, or to off (see .env.example).`,
    {
      code: 'no-port',
      cause,
    },
  );
}
