import type { Command, CommandDeclaration } from '../src/core/bot/command.ts';
import { add, createAdd } from './add/add.ts';
import type { AddPorts } from './add/add-ports.ts';
import { type AskPorts, ask, createAsk } from './ask/ask.ts';
import { type BriefPorts, brief, createBrief } from './brief/brief.ts';
import { createTimeline, timeline } from './brief/timeline.ts';
import { createDigest, digest } from './digest/digest.ts';
import type { DigestPorts } from './digest/digest-ports.ts';
import { createExport, type ExportPorts, exporting } from './export/export.ts';
import { createFeedback, feedback } from './feedback/feedback.ts';
import type { FeedbackPorts } from './feedback/feedback-reply.ts';
import { createForget, type ForgetPorts, forgetting } from './forget/forget.ts';
import { createHelp, type HelpPorts, help } from './help/help.ts';
import { createMore, type MorePorts, more } from './more/more.ts';
import { createNews, type NewsPorts, news } from './new/new.ts';
import { createOpen, open } from './open/open.ts';
import { createRemove, remove } from './remove/remove.ts';
import type { RemovePorts } from './remove/remove-ports.ts';
import { createSearch, type SearchPorts, search } from './search/search.ts';
import { createShare, share } from './share/share.ts';
import { type CitedPorts, cited, createCited } from './sources/cited.ts';
import { createSources, type SourcesPorts, sources } from './sources/sources.ts';
import { createStatus, type StatusPorts, status } from './status/status.ts';
import { createStop, type StopPorts, stop } from './stop/stop.ts';
import { createTalk, type TalkPorts, talk } from './talk/talk.ts';
import type { TopicsPorts } from './topics/change-topic.ts';
import { createTopics, topics } from './topics/topics.ts';
import type { TryPorts } from './topics/try-topic.ts';
import { createWhy, why } from './why/why.ts';

/** Every command: those that can be typed in the order of `/help`, then the hidden ones. */
export const DECLARATIONS: readonly CommandDeclaration[] = [
  ...[brief, news, ask, search, sources, exporting, why, topics, digest, add, remove, status, feedback, help],
  ...[more, cited, timeline, forgetting, stop, talk, open, share],
];

/** The ports of all commands together. */
export type CommandPorts = AskPorts &
  BriefPorts &
  SearchPorts &
  SourcesPorts &
  ExportPorts &
  TopicsPorts &
  TryPorts &
  DigestPorts &
  AddPorts &
  RemovePorts &
  StatusPorts &
  FeedbackPorts &
  NewsPorts &
  ForgetPorts &
  CitedPorts &
  StopPorts &
  TalkPorts &
  Omit<HelpPorts, 'commands'> &
  Omit<MorePorts, 'search'>;

/** Creates every command, in the order of their declarations. */
export function createCommands(ports: CommandPorts): readonly Command[] {
  const searching = createSearch(ports);
  const briefing = createBrief(ports);
  return [
    briefing,
    createNews(ports),
    createAsk(ports),
    searching,
    createSources(ports),
    createExport(ports),
    createWhy(ports),
    createTopics(ports),
    createDigest(ports),
    createAdd(ports),
    createRemove(ports),
    createStatus(ports),
    createFeedback(ports),
    createHelp({ ...ports, commands: DECLARATIONS }),
    createMore({ ...ports, search: searching }),
    createCited(ports),
    createTimeline({ ...ports, brief: briefing }),
    createForget(ports),
    createStop(ports),
    createTalk(ports),
    createOpen(ports),
    createShare(ports),
  ];
}
