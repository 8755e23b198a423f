import type { Audience, Workspace } from '../library/audience.ts';
import type { Library } from '../library/library.ts';
import { fold } from '../text/fold.ts';
import type { UnansweredQuestion, UnansweredStore } from './unanswered-store.ts';

/** A question that found nothing, however often it was asked. */
export interface Unanswered {
  /** As it was typed last. */
  readonly question: string;
  readonly times: number;
  readonly last: Date;
  /** Words of it that no document had when it was asked last. */
  readonly unknownWords: readonly string[];
}

/** The ports of the list of such questions. */
export interface UnansweredPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly unanswered: UnansweredStore;
  /** The workspaces of which a person learns: their own, and on this machine all of it. */
  workspacesOf(audience: Audience): readonly Workspace[];
}

const LOOKED_AT = 500; // questions of one workspace

/**
 * Lists the questions that found nothing, latest first, as far as an audience may hear of them: what was asked where more
 * may be read than it may read stays there.
 */
export async function listUnanswered(
  { library, unanswered, workspacesOf }: UnansweredPorts,
  audience: Audience,
): Promise<readonly Unanswered[]> {
  const { collections } = library.scopeFor(audience);
  const found = workspacesOf(audience).map(async (workspace) => {
    const asked = await unanswered.list(workspace, LOOKED_AT);
    const readable = ({ channel }: UnansweredQuestion) =>
      library.scopeFor({ ...audience, ...workspace, channel }).collections;
    return asked.filter((each) => readable(each).every((id) => collections.includes(id)));
  });
  const all = (await Promise.all(found)).flat();
  return together(all.sort((a, b) => b.at.valueOf() - a.at.valueOf()));
}

/** Questions that differ in case, accents and marks only are one. */
function together(asked: readonly UnansweredQuestion[]): readonly Unanswered[] {
  const groups = new Map<string, Unanswered>();
  for (const { question, at, unknownWords } of asked) {
    const key =
      fold(question)
        .match(/[\p{L}\p{N}\p{M}]+/gu)
        ?.join(' ') ?? question;
    const known = groups.get(key);
    groups.set(
      key,
      known ? { ...known, times: known.times + 1 } : { question, times: 1, last: at, unknownWords },
    );
  }
  return [...groups.values()];
}
