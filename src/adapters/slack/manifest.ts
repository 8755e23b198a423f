import type { CommandDeclaration } from '../../core/bot/command.ts';
import { MESSAGE_MENUS, type MessageMenu } from '../../core/bot/message-menus.ts';
import { slashCommands } from './slash-commands.ts';

/** The scopes that the app needs, each with its reason in docs/slack.md. */
export const SCOPES = [
  ...['commands', 'chat:write', 'app_mentions:read'],
  ...['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  ...['channels:read', 'groups:read', 'im:read', 'mpim:read', 'users:read', 'files:write'],
];

/** The scope by which files that people send are read, which only operators who want that ask for. */
export const READ_FILES = 'files:read';

/** What Slack reports to the app. */
export const EVENTS = [
  ...['app_home_opened', 'app_mention', 'app_uninstalled', 'tokens_revoked'],
  ...['message.channels', 'message.groups', 'message.im', 'message.mpim'],
];
const PROMPTS = [
  { title: 'What can I ask?', message: 'help' },
  { title: 'Which topics are there?', message: '/topics' },
  { title: 'Which documents are there?', message: '/sources' },
];

/** What a manifest is made for. */
export interface ManifestOptions {
  readonly commands: readonly CommandDeclaration[];
  readonly prefix: string;
  /** Where Slack sends events over HTTP; null: over a socket. */
  readonly url: string | null;
  readonly readsFiles: boolean;
}

/** An app manifest, version 2 (Slack's schema): everything that the app needs, and no scope more. */
export function createManifest({ commands, prefix, url, readsFiles }: ManifestOptions) {
  const requests = url === null ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: 'Dossier',
      description:
        'Briefs and answers made only of verbatim, numbered, checkable excerpts from your own documents',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Dossier', always_online: true },
      agent_view: {
        agent_description: 'Answers with excerpts from your documents.',
        suggested_prompts: PROMPTS,
      },
      shortcuts: MESSAGE_MENUS.map((menu) => ({
        ...{ name: menu.name, type: 'message', callback_id: callbackOf(menu), description: menu.description },
      })),
      slash_commands: slashCommands(commands, prefix).map(({ name, description, usage }) => ({
        ...{ command: name, description, usage_hint: usage, should_escape: false },
        ...(url === null ? {} : { url }),
      })),
    },
    oauth_config: { scopes: { bot: readsFiles ? [...SCOPES, READ_FILES] : SCOPES } },
    settings: {
      event_subscriptions: { ...requests, bot_events: EVENTS },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** Slack's name for a shortcut. */
export function callbackOf({ name }: MessageMenu): string {
  return name.toLowerCase().replace(/\s+/g, '-');
}
