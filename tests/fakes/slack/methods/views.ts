import { type Body, stringOf } from '../../json.ts';
import type { Method } from '../method.ts';
import { noteView, type Pending } from '../pending.ts';
import { watchPings } from '../pings.ts';
import { circumstance, fault } from '../refusal.ts';
import { useTrigger } from '../trigger.ts';
import { openViews, storeView, viewOf } from '../view.ts';
import { checkView } from '../view-limits.ts';
import type { StoredView, View, World } from '../world.ts';

const MOST_OPEN = 3; // modals on top of each other (Slack docs)

/** Modals and home tabs. */
export const viewMethods: readonly Method[] = [
  { name: 'views.open', answer: open },
  { name: 'views.push', answer: push },
  { name: 'views.update', answer: update },
  { name: 'views.publish', answer: publish },
];

function open(world: World, body: Body): Body {
  const given = checked(world, body, 'modal');
  const pending = useTrigger(world, body.trigger_id);
  for (const { wire } of openViews(world, pending.userId)) world.views.delete(wire.id);
  return shown(world, given, pending);
}

function push(world: World, body: Body): Body {
  const given = checked(world, body, 'modal');
  const pending = useTrigger(world, body.trigger_id);
  const opened = openViews(world, pending.userId);
  if (opened.length === 0) throw fault('not_found');
  if (opened.length >= MOST_OPEN) throw fault('push_limit_reached');
  return shown(world, given, pending);
}

function checked(world: World, body: Body, type: 'modal' | 'home'): Body {
  const given = checkView(body.view, type);
  watchPings(world, given, type === 'home' ? 'views.publish' : 'a modal');
  return given;
}

function shown(world: World, given: Body, pending: Pending): Body {
  const view = storeView(world, { given, userId: pending.userId, pending });
  noteView(pending, view);
  return { view };
}

function update(world: World, body: Body): Body {
  const old = viewOf(world, body);
  if (!old) throw circumstance('not_found');
  const given = checked(world, body, old.wire.type);
  return changed(world, old, { given, hash: body.hash });
}

function publish(world: World, body: Body): Body {
  const userId = stringOf(body.user_id);
  if (!world.users.has(userId)) throw fault('user_not_found');
  const given = checked(world, body, 'home');
  const old = [...world.views.values()].find((one) => one.userId === userId && one.wire.type === 'home');
  const pending = world.pendings.findLast((one) => one.userId === userId && one.name.includes('home'));
  if (old) return changed(world, { ...old, pending }, { given, hash: body.hash });
  const view = storeView(world, { given, userId, pending });
  if (pending) noteView(pending, view);
  return { view };
}

function changed(world: World, old: StoredView, { given, hash }: { given: Body; hash: unknown }): Body {
  if (hash !== undefined && hash !== old.wire.hash) throw circumstance('hash_conflict');
  const view: View = storeView(world, { ...old, given, id: old.wire.id });
  if (old.pending) noteView(old.pending, view);
  return { view };
}
