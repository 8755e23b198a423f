import type { Session, Sessions } from './sessions.ts';

/** The browsers that come to the page, known by a cookie that ends with them. */
export interface Browsers {
  /** The session of the browser that sent a request; null if it has none. */
  sessionOf(request: Request): Session | null;
  /** Answers in the browser's session, a new one if it has none. */
  withSession(request: Request, answer: (session: Session) => Promise<Response>): Promise<Response>;
}

/** Knows browsers by the sessions that they have; `address` is that of the server. */
export function createBrowsers(sessions: Sessions, address: string): Browsers {
  const name = `dossier-${new URL(address).port || 80}`; // browsers tell cookies of two ports by nothing else
  const sessionOf = (request: Request) => sessions.find(cookieOf(request, name));
  return {
    sessionOf,
    async withSession(request, answer) {
      const known = sessionOf(request);
      if (known) return answer(known);
      const { session, key } = sessions.open();
      const response = await answer(session);
      response.headers.append('set-cookie', `${name}=${key}; Path=/; HttpOnly; SameSite=Strict`);
      return response;
    },
  };
}

function cookieOf({ headers }: Request, name: string): string | null {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? [];
  return cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
