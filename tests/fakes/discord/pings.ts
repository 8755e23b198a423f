import { type Body, bodiesOf, isBody, stringOf } from '../json.ts';
import { displayedTexts } from './component-limits.ts';
import type { World } from './world.ts';

const PING = /@everyone|@here|<@!?\d+>|<@&\d+>/g;

/** Notes a message that would ping somebody, or that leaves it to Discord's defaults. */
export function watchPings(world: World, body: Body, where: { name: string; isInteraction: boolean }): void {
  const text = [stringOf(body.content), ...displayedTexts(bodiesOf(body.components))].join('\n');
  const pings = text.match(PING) ?? [];
  if (pings.length === 0) return;
  const allowed = isBody(body.allowed_mentions) ? body.allowed_mentions : undefined;
  const silent = Array.isArray(allowed?.parse) && allowed.parse.length === 0;
  if (!silent) world.violations.push(`${where.name}: "${pings[0]}" without allowed_mentions: { parse: [] }`);
  for (const ping of pings) {
    if (pingsThrough(ping, allowed, where.isInteraction))
      world.violations.push(`${where.name}: pings ${ping}`);
  }
}

// Without allowed_mentions a message pings all that it names, an interaction's answer only users (Discord docs).
function pingsThrough(ping: string, allowed: Body | undefined, isInteraction: boolean): boolean {
  const kind = ping.startsWith('<@&') ? 'roles' : ping.startsWith('<@') ? 'users' : 'everyone';
  if (!allowed) return !isInteraction || kind === 'users';
  const parse = Array.isArray(allowed.parse) ? allowed.parse : [];
  const named = Array.isArray(allowed[kind]) ? allowed[kind] : [];
  return parse.includes(kind) || named.includes(ping.replace(/\D/g, ''));
}
