import type { Command } from '../src/core/commands/command.ts';
import { ask } from './ask.ts';
import { brief } from './brief.ts';
import { digest } from './digest.ts';
import { feedback } from './feedback.ts';
import { help } from './help.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { topics } from './topics.ts';

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
