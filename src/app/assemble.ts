import { createEditionComposer } from '../../commands/digest/edition-composer.ts';
import { createCommands, DECLARATIONS } from '../../commands/index.ts';
import { type AdminPage, NO_ADMIN_PAGE } from '../core/bot/admin-page.ts';
import { createChat } from '../core/bot/chat.ts';
import type { Chat, Health } from '../core/bot/chat-adapter.ts';
import { type DigestFeeds, NO_FEEDS } from '../core/bot/digest-feeds.ts';
import { createDispatch, type Dispatch } from '../core/bot/dispatch.ts';
import { createRateLimits } from '../core/bot/rate-limits.ts';
import { NO_RECIPIENTS, type Recipients } from '../core/bot/recipients.ts';
import { createComposeFor, createSpell, type Spelling, TYPED } from '../core/bot/spelling.ts';
import type { Intake } from '../core/collecting/intake.ts';
import { type AnswerArchive, createAnswerArchive } from '../core/conversations/answer-archive.ts';
import { createRecall } from '../core/conversations/recall.ts';
import { createDelivery, type Delivery } from '../core/delivery/delivery.ts';
import type { DeliveryPorts } from '../core/delivery/delivery-ports.ts';
import type { Audience, Workspace } from '../core/library/audience.ts';
import type { Library } from '../core/library/library.ts';
import { NO_SOURCE_EDITOR, type SourceEditor } from '../core/library/sources/source-editor.ts';
import { createTopicCatalog, type TopicCatalog } from '../core/library/topics/topic-catalog.ts';
import { createBriefings } from '../core/news/briefings.ts';
import { createComposeDigest } from '../core/news/compose-digest.ts';
import { createRetriever } from '../core/quoting/create-retriever.ts';
import type { Retriever } from '../core/quoting/retriever.ts';
import type { SourcePages } from '../core/replies/source-pages.ts';
import type { PassageIndex } from '../core/search/passage-index.ts';
import type { Store } from '../stores/sql/store.ts';
import { afterReading } from './after-reading.ts';

/** What a Dossier is put together from, besides what delivery takes. */
export interface Ingredients
  extends Omit<DeliveryPorts, 'editions' | 'outbox' | 'subscriptions' | 'composer' | 'spell'> {
  readonly library: Library;
  readonly index: PassageIndex;
  readonly store: Store;
  /** Where documents without an address of their own are read. */
  readonly pages: SourcePages;
  /** Where managers look after it; absent: nowhere. */
  readonly adminPage?: AdminPage;
  /** Where digests can be read as feeds; absent: nowhere. */
  readonly feeds?: DigestFeeds;
  /** Where digests can be sent besides channels; absent: nowhere. */
  readonly recipients?: Recipients;
  /** Told how far a search by list is; absent: nobody is. */
  searchProgress?(done: number, of: number): void;
  /** Changes what is known of documents; absent: nothing does. */
  readonly sourceEditor?: SourceEditor;
  /** What `/add` works with; null or absent: nothing can be added. */
  readonly intake?: Intake | null;
  /** The operator lets managers see which questions found nothing. */
  readonly showsUnanswered: boolean;
  /** The workspaces that a manager looks after. */
  workspacesOf(audience: Audience): readonly Workspace[];
  /** The platforms that digests can be scheduled on. */
  readonly platforms: readonly string[];
  /** Whether a platform runs on this machine. */
  isLocal(platform: string): boolean;
  /** How commands are typed on a platform; absent: as lines of text on all. */
  spellingOf?(platform: string): Spelling;
  /** Only managers order digests, whatever a platform allows. */
  readonly onlyManagers: boolean;
  /** The time zone of digests that name none. */
  readonly zone: string;
  /** When the documents were last compared with their files. */
  checkedAt(): Date;
  /** Whether everything was read that was there at the start; absent: it was. */
  isComplete?(): boolean;
  health(): readonly Health[];
}

/** A Dossier, put together. */
export interface Assembled {
  readonly dispatch: Dispatch;
  readonly delivery: Delivery;
  readonly topics: TopicCatalog;
  readonly answers: AnswerArchive;
  readonly retriever: Retriever;
  /** The bot as an adapter sees it, with or without limits on how fast people may ask; `spelling`: not that of the platform. */
  chatFor(limited: boolean, spelling?: Spelling): Chat;
  /** A dispatch whose replies name commands in another spelling. */
  dispatchIn(spelling: Spelling): Dispatch;
}

/** Hands each part the ports it uses; what needs the others is made last. */
export function assemble(ingredients: Ingredients): Assembled {
  const { library, index, store, pages, elapsed, now, report } = ingredients;
  const retriever = createRetriever({ library, index });
  const topics = createTopicCatalog({ library, store: store.topics });
  const conversations = createRecall({ conversations: store.conversations, answers: store.answers, report });
  const answers = createAnswerArchive({ answers: store.answers, library, topics });
  const composeDigest = createComposeDigest({ retriever, library, elapsed, revisions: store.revisions });
  const { spellingOf = () => TYPED } = ingredients;
  const composeFor = createComposeFor(DECLARATIONS, spellingOf, pages);
  const spell = (platform: string, text: string) => createSpell(DECLARATIONS, spellingOf(platform))(text);
  const editing = { ...store, ...ingredients, retriever, topics, composeDigest, composeFor };
  const composer = createEditionComposer(editing);
  const { isComplete = () => true } = ingredients;
  const delivery = afterReading(createDelivery({ ...store, ...ingredients, spell, composer }), isComplete);
  const briefings = createBriefings({ ...store, store: store.briefings, library, retriever, report });
  const commands = createCommands({
    ...{
      ...store,
      ...ingredients,
      briefings,
      retriever,
      topics,
      conversations,
      answers,
      composeDigest,
      delivery,
    },
    ...extrasOf(ingredients),
    topicStore: store.topics,
  });
  const dispatchIn = (spelling?: Spelling) => {
    const compose = spelling ? createComposeFor(DECLARATIONS, () => spelling, pages) : composeFor;
    return createDispatch({ commands, library, now, composeFor: compose });
  };
  const dispatch = dispatchIn();
  const limits = createRateLimits();
  const bot = { commands, recall: conversations, topics, library, retriever, answers, now, report };
  const served = { ...bot, events: store.events, upkeep: store.upkeep };
  const chatFor = (limited: boolean, spelling?: Spelling) =>
    createChat({ ...served, dispatch: dispatchIn(spelling), limits: limited ? limits : null });
  return { dispatch, dispatchIn, delivery, topics, answers, retriever, chatFor };
}

/** What commands work with that not every Dossier has. */
function extrasOf({ adminPage, feeds, recipients, sourceEditor, intake }: Ingredients) {
  return {
    adminPage: adminPage ?? NO_ADMIN_PAGE,
    feeds: feeds ?? NO_FEEDS,
    recipients: recipients ?? NO_RECIPIENTS,
    sourceEditor: sourceEditor ?? NO_SOURCE_EDITOR,
    intake: intake ?? null,
  };
}
