import { TERMINAL } from '../adapters/terminal/local-invocation.ts';
import type { Audience, Workspace } from '../core/library/audience.ts';
import type { TopicStore } from '../core/library/topics/topic-store.ts';
import { isLocalPlatform, PLATFORMS } from './platforms.ts';

/** The workspaces that a manager looks after: their own; for the person at this machine, those of all its platforms. */
export function workspacesOf(audience: Audience): readonly Workspace[] {
  if (!audience.local) return [audience];
  return PLATFORMS.filter(({ local }) => local).map(({ name: platform }) => ({
    platform,
    workspace: 'local',
  }));
}

/** The same topics on all platforms of this machine, so that one made on a page can be briefed on in the terminal. */
export function shareTopics({ list, put, remove }: TopicStore): TopicStore {
  const placeOf = (workspace: Workspace) => (isLocalPlatform(workspace.platform) ? TERMINAL : workspace);
  return {
    list: (workspace) => list(placeOf(workspace)),
    put: (workspace, ...topic) => put(placeOf(workspace), ...topic),
    remove: (workspace, name) => remove(placeOf(workspace), name),
  };
}
