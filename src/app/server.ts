import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Route } from '../core/bot/platform.ts';
import { UserError } from '../core/text/user-error.ts';
import { report } from './operator.ts';
import { startingPage } from './starting-page.ts';

/** The one HTTP listener. */
export interface Server {
  add(route: Route): void;
  /** Everything is there: what has no route from now on is absent, not still to come. */
  ready(): void;
  close(): Promise<void>;
}

/** Where the server listens. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Milliseconds in which a whole request must have come. */
  readonly requestWithin?: number;
}

// A request that is large, or slow, or one of very many, is turned away.
const LIMITS = { body: 1_000_000, request: 10_000, headers: 5000, connections: 1000 }; // bytes; milliseconds; connections
const LOOKS = 500; // milliseconds between two looks for slow requests; Node's own are 30 seconds

/** Listens; a port that is taken is a UserError. `/healthz` answers as long as the process does; what has no route yet says so until `ready`. */
export async function startServer({
  host,
  port,
  requestWithin = LIMITS.request,
}: ServerOptions): Promise<Server> {
  const routes = new Map<string, Route>();
  const app = new Hono();
  let isReady = false;
  app.use(bodyLimit({ maxSize: LIMITS.body }));
  app.get('/healthz', (context) => context.text('ok'));
  app.all('*', ({ req, notFound }) => {
    const route = routeAt(routes, req.path);
    if (route) return route.handle(req.raw);
    return isReady ? notFound() : startingPage();
  });
  app.onError((cause, context) => {
    if (cause instanceof HTTPException) return cause.getResponse();
    if (!isHangUp(cause)) report(new Error('Could not answer a request over HTTP.', { cause }));
    return context.body(null, 500);
  });
  const serverOptions = {
    requestTimeout: requestWithin,
    headersTimeout: Math.min(LIMITS.headers, requestWithin),
    connectionsCheckingInterval: LOOKS,
  };
  const listener = serve({ fetch: app.fetch, hostname: host, port, serverOptions });
  listener.maxConnections = LIMITS.connections;
  await new Promise<void>((resolve, reject) => {
    listener.once('listening', resolve).once('error', (cause) => reject(notListening(host, port, cause)));
  });
  return {
    add: (route) => void routes.set(route.path, route),
    ready() {
      isReady = true;
    },
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        if ('closeAllConnections' in listener) listener.closeAllConnections();
      }),
  };
}

/** The route of a path, or one that ends in an asterisk and begins like it. */
function routeAt(routes: ReadonlyMap<string, Route>, path: string): Route | undefined {
  const begins = (route: Route) => route.path.endsWith('/*') && path.startsWith(route.path.slice(0, -1));
  return routes.get(path) ?? [...routes.values()].find(begins);
}

/** Whether the client left before its request was complete, or was cut off since it was slow. */
function isHangUp(cause: Error): boolean {
  return 'code' in cause && cause.code === 'ECONNRESET';
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
