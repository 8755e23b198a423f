import { afterEach, describe, expect, test } from 'vitest';
import { OWN_CORPUS } from '../fakes/corpus-folder.ts';
import { createFolder } from '../fakes/folder.ts';
import { createPostgresUrl, SERVER, WITHOUT_SERVER } from '../fakes/postgres.ts';
import { type FakeSlack, startSlack } from '../fakes/slack/slack.ts';
import { until } from '../faults/fleet.ts';
import { createInstance, type Instance } from '../faults/instance.ts';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openInstances(slack: FakeSlack): Promise<[Instance, Instance]> {
  const DATABASE_URL = await createPostgresUrl();
  const create = () =>
    createInstance({
      ...{ DOSSIER_CORPUS_DIR: OWN_CORPUS, DOSSIER_DATA_DIR: createFolder(), DATABASE_URL },
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.api },
    });
  const instances: [Instance, Instance] = [await create(), await create()];
  for (const instance of instances) closing.push(() => instance.kill());
  return instances;
}

async function serveAlone(instance: Instance, slack: FakeSlack): Promise<void> {
  await instance.start();
  await until(
    async () => slack.connections === 1,
    async () => `${slack.connections} are connected.`,
  );
}

const WITHIN = 20_000; // milliseconds
const named = SERVER ? 'two instances' : `two instances: ${WITHOUT_SERVER}`;

describe.runIf(SERVER)(named, { timeout: 120_000 }, () => {
  test.each(['terminate', 'kill'] as const)(
    'share what was said: a follow-up is understood by the other (%s)',
    async (end) => {
      const slack = await startSlack();
      closing.push(() => slack.close());
      const [first, second] = await openInstances(slack);
      await serveAlone(first, slack);
      const asked = slack.say({
        text: `<@${slack.ids.bot}> What does France think of a NATO office in Tokyo?`,
      });
      const answer = await asked.finished(WITHIN);
      expect(slack.textOf(answer)).toMatch(/Macron|France/);
      await first[end]();
      await serveAlone(second, slack);
      const followUp = slack.say({
        text: `<@${slack.ids.bot}> And China?`,
        ...(asked.ts ? { thread_ts: asked.ts } : {}),
      });
      const other = await followUp.finished(WITHIN);
      expect(other.thread_ts).toBe(asked.ts);
      expect(slack.textOf(other)).toMatch(/office|Tokyo/);
      expect(slack.textOf(other)).toMatch(/China|Beijing|Chinese/);
      expect(slack.violations).toEqual([]);
    },
  );
});
