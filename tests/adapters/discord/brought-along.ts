import type { FakeDiscord } from '../../fakes/discord/discord.ts';
import { addChannel, createGuild, joined } from '../../fakes/discord/population.ts';

/** A channel of a server to which Dossier was not added. */
export function foreignChannel({ world, ids }: FakeDiscord): string {
  const guild = createGuild(world, 'Foreign', ids.manager);
  guild.members.delete(ids.bot);
  guild.members.set(ids.member, joined([]));
  return addChannel(world, { type: 0, name: 'general', guild_id: guild.id, parent_id: null }).id;
}

/** A conversation of people in which Dossier is not. */
export function groupChannel({ world, ids }: FakeDiscord): string {
  const recipients = [ids.member, ids.manager].flatMap((id) => world.users.get(id) ?? []);
  return addChannel(world, { type: 3, recipients }).id;
}
