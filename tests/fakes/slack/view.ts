import { type Body, bodiesOf, isBody, stringOf } from '../json.ts';
import type { Pending } from './pending.ts';
import type { StoredView, View, World } from './world.ts';

/** What a view is made from; the id is that of the one it replaces. */
export interface ViewDraft {
  readonly given: Body;
  readonly userId: string;
  readonly pending?: Pending | undefined;
  readonly id?: string;
}

/** Stores a view, new or in place of an older one. */
export function storeView(world: World, { given, userId, pending, id }: ViewDraft): View {
  const before = openViews(world, userId).at(-1)?.wire;
  const viewId = id ?? world.nextId('V');
  const wire: View = {
    ...{ submit: null, close: null, clear_on_close: false, notify_on_close: false, external_id: '' },
    ...given,
    ...{ id: viewId, team_id: world.team.id, app_id: world.appId, bot_id: world.botId },
    ...{ app_installed_team_id: world.team.id, hash: `${world.nextTs()}.hash`, state: { values: {} } },
    ...{ root_view_id: before?.root_view_id ?? viewId, previous_view_id: id ? null : (before?.id ?? null) },
    type: given.type === 'home' ? 'home' : 'modal',
    blocks: bodiesOf(given.blocks).map((block) => identified(world, block)),
    callback_id: stringOf(given.callback_id),
    private_metadata: stringOf(given.private_metadata),
  };
  world.views.set(viewId, { wire, userId, pending });
  return wire;
}

/** The modals that a user has open, the last one on top. */
export function openViews(world: World, userId: string): readonly StoredView[] {
  return [...world.views.values()].filter((view) => view.userId === userId && view.wire.type === 'modal');
}

/** The view that a call names by view_id or external_id. */
export function viewOf(world: World, { view_id, external_id }: Body): StoredView | undefined {
  const byId = world.views.get(stringOf(view_id));
  if (byId || external_id === undefined) return byId;
  return [...world.views.values()].find(({ wire }) => wire.external_id === external_id);
}

function identified(world: World, block: Body): Body {
  const withAction = (element: unknown) =>
    isBody(element) ? { action_id: world.nextId('a'), ...element } : element;
  return {
    block_id: world.nextId('b'),
    ...block,
    ...(block.element === undefined ? {} : { element: withAction(block.element) }),
    ...(block.type === 'actions' ? { elements: bodiesOf(block.elements).map(withAction) } : {}),
  };
}
