import type { Command } from '../src/core/bot/command.ts';
import { ask } from './ask/ask.ts';
import { brief } from './brief/brief.ts';
import { digest } from './digest/digest.ts';
import { feedback } from './feedback/feedback.ts';
import { help } from './help/help.ts';
import { search } from './search/search.ts';
import { sources } from './sources/sources.ts';
import { status } from './status/status.ts';
import { topics } from './topics/topics.ts';

/** Every command, in the order of `/help`. */
export const commands: readonly Command[] = [
  brief,
  ask,
  search,
  sources,
  topics,
  digest,
  status,
  feedback,
  help,
];
