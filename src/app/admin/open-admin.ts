import { scheduledDigests } from '../../../commands/status/scheduled-digests.ts';
import { LOCAL } from '../../adapters/terminal/local-invocation.ts';
import type { AdminPage } from '../../core/bot/admin-page.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import { withSent } from '../../core/bot/sent-by.ts';
import { TYPED } from '../../core/bot/spelling.ts';
import type { Audience } from '../../core/library/audience.ts';
import { type ChannelAddress, formatAddress } from '../../core/schedule/channel-address.ts';
import type { Config } from '../config.ts';
import { localServer } from '../local-server.ts';
import { type Dossier, postedTo } from '../open-dossier.ts';
import { linkSecret } from '../pages/link-secret.ts';
import { isLocalPlatform } from '../platforms.ts';
import { createRecipients, sendsToAddresses } from '../recipients.ts';
import type { Server } from '../server.ts';
import { createAdminPage } from './admin-link.ts';
import { type AdminRoutesOptions, adminRoutes } from './admin-routes.ts';
import { createForms } from './forms.ts';
import { createTickets } from './tickets.ts';
import type { Visit } from './visit.ts';
import type { Manager } from './visitor.ts';

/** The page on which managers look after a Dossier. */
export interface Admin {
  readonly page: AdminPage;
  /** Serves it once everything is there. */
  serve(dossier: LookedAfter): void;
}

/** What is looked after on it. */
export interface LookedAfter extends Pick<Dossier, 'store' | 'topics' | 'chatFor'> {
  readonly documents: Pick<Dossier['documents'], 'library'>;
  readonly clock: Pick<Dossier['clock'], 'now'>;
}

type AdminSettings = Pick<Config, 'server' | 'publicUrl' | 'dataDir' | 'secret' | 'platforms'>;

/** Opens the page on a server: for managers with a link where it is public, else for the person at this machine. */
export async function openAdmin(
  config: AdminSettings,
  server: Pick<Server, 'add'>,
  now = () => new Date(), // people's, also where tests set the clock of digests
): Promise<Admin> {
  const { publicUrl } = config;
  const own = localServer(config);
  const secret = await linkSecret(config);
  const tickets = createTickets({ secret, now });
  return {
    page: createAdminPage({ publicUrl, localUrl: own?.address ?? null }, tickets),
    serve(dossier) {
      if (!own && publicUrl === null) return;
      const { events } = dossier.store;
      const routes = adminRoutes({
        ...placeOf(publicUrl),
        ...{ tickets, events, now, forms: createForms(events, secret, now) },
        hasChat:
          own !== null && config.platforms.every(({ platform, settings }) => !settings || platform.local),
        ...{ local: own && LOCAL, hosts: own?.hosts ?? new Set([new URL(publicUrl ?? '').host]) },
        visit: (manager) => ({ ...visitBy(dossier, config, manager), opensDocuments: own !== null }),
      });
      for (const route of routes) server.add(route);
    },
  };
}

/** How the page is reached: its path, its origin and its cookie. */
function placeOf(
  publicUrl: string | null,
): Pick<AdminRoutesOptions, 'base' | 'origin' | 'cookie' | 'isSecure'> {
  if (publicUrl === null) return { base: '', origin: null, cookie: 'dossier-admin', isSecure: false };
  const { pathname, origin, protocol } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  const cookie = isSecure ? '__Secure-dossier-admin' : 'dossier-admin';
  return { base: pathname.replace(/\/+$/, ''), origin, cookie, isSecure };
}

type Asking = Pick<Visit, 'ask' | 'digests' | 'recipients' | 'mayReadAsMuchAs'>;

/** What a manager asks for, by the commands of the chat. */
function visitBy(dossier: LookedAfter, config: Pick<Config, 'platforms'>, { audience }: Manager): Asking {
  const { documents, store, topics, clock } = dossier;
  const { library } = documents;
  const chat = dossier.chatFor(false, TYPED); // a page shows no marks of the manager's platform
  const platforms = postedTo(config);
  const subscriptions = withSent(store.subscriptions, audience, platforms);
  const ports = { ...store, subscriptions, library, topics, platforms };
  return {
    ask(command, options, channel) {
      const asked = channel ? inChannel(channel, audience) : audience;
      return chat.handle(byManager({ kind: 'command', command, options }, asked));
    },
    recipients: sendsToAddresses(config) ? createRecipients(config) : null,
    digests: () => scheduledDigests(ports, { ...byManager(NOTHING, audience), at: clock.now() }),
    mayReadAsMuchAs(channel) {
      const own = library.scopeFor(audience).collections;
      return library.scopeFor(inChannel(channel, audience)).collections.every((id) => own.includes(id));
    },
  };
}

const NOTHING: Invocation['request'] = { kind: 'line', text: '' };

function byManager(request: Invocation['request'], audience: Audience): Invocation {
  const conversation = `${formatAddress(audience)}/admin/${audience.user}`;
  return { request, audience, manager: true, conversation };
}

/** The manager in a channel; the person at this machine is nobody there, so that what is posted is posted. */
function inChannel(channel: ChannelAddress, { user, local }: Audience): Audience {
  return { ...channel, user: local ? '' : user, private: !local, local: isLocalPlatform(channel.platform) };
}
