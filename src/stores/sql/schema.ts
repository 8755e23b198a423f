/** Milliseconds since 1970, UTC. */
type Instant = number;

/** The workspace that a row belongs to. */
interface Place {
  platform: string;
  workspace: string;
}

interface ConversationRow extends Place {
  id: string;
  channel: string;
  at: Instant;
  /** A Conversation as JSON. */
  state: string;
}

interface ParticipantRow extends Place {
  at: Instant;
  conversation: string;
  person: string;
}

interface AnswerRow extends Place {
  id: string;
  conversation: string;
  channel: string;
  person: string;
  at: Instant;
  /** A StoredAnswer as JSON. */
  answer: string;
  /** 1 if it found nothing to a question that was not asked in private; else 0. */
  unanswered: number;
  /** The ids of the documents whose words it holds, as a JSON list; null if an older version stored it. */
  worded: string | null;
}

interface DocumentRow {
  id: string;
  sha256: string;
  first_seen: Instant;
}

interface TopicRow extends Place {
  name: string;
  person: string;
  at: Instant;
  /** A Topic as JSON. */
  topic: string;
}

interface EventRow extends Place {
  event: string;
  at: Instant;
}

interface StartRow {
  what: string;
  at: Instant;
}

interface FeedbackRow extends Place {
  channel: string;
  person: string;
  at: Instant;
  /** A Feedback as JSON. */
  feedback: string;
}

interface BriefingRow extends Place {
  channel: string;
  /** Who alone saw it; empty if everyone in the channel did. */
  person: string;
  /** Empty: everything. */
  topic: string;
  at: Instant;
  /** What was shown, and what could not be yet, as JSON. */
  briefing: string;
}

interface AccessTokenRow extends Place {
  name: string;
  /** The SHA-256 of the token. */
  hash: string;
  channel: string;
  at: Instant;
  expires: Instant | null;
}

interface SubscriptionRow extends Place {
  channel: string;
  number: number;
  topic: string;
  /** Local time, `08:00`. */
  at: string;
  /** `1,2,3,4,5`; Monday is 1. */
  days: string;
  zone: string;
  length: string;
  when_empty: string;
  max_points: number;
  /** Empty if that person's data was erased. */
  owner: string;
  since: Instant;
  /** The reason; null while it is active. */
  paused: string | null;
  next: Instant | null;
  /** The clock's time when it was last planned. */
  planned: Instant | null;
  ordered: Instant;
  /** Divided by commas; null: any. */
  tags: string | null;
  grade: string | null;
  /** Null: it is no alert. Its quiet hours, `22:00-07:00`, or `none`. */
  alert: string | null;
}

interface EditionRow extends Place {
  channel: string;
  /** The subscription's number. */
  subscription: number;
  slot: string;
  due: Instant;
  state: string;
  reason: string | null;
  /** 1 if it was skipped as late, so that it can become due again when the clock goes back; else 0. */
  late: number;
  fence: number;
  lease: Instant | null;
  retry_at: Instant | null;
  intent_at: Instant | null;
  lookups: number;
  attempts: number;
  message_id: string | null;
  covered: Instant | null;
  /** What the edition showed, as JSON. */
  content: string | null;
  at: Instant;
}

interface SourceRow extends Place {
  id: string;
  collection: string;
  url: string;
  since: Instant;
  /** Who added it; all three are empty if the corpus names it. */
  person: string;
  /** `feed` or `page`. */
  kind: string;
  title: string | null;
  full_text: string;
  /** `always`, or days. */
  keep: string;
  /** Milliseconds. */
  every: number | null;
  address: string;
  etag: string | null;
  last_modified: string | null;
  feed_title: string | null;
  /** Milliseconds. */
  interval: number | null;
  looked_at: Instant | null;
  changed_at: Instant | null;
  failures: number;
  failing_since: Instant | null;
  problem: string | null;
  next: Instant | null;
  lease: Instant | null;
  fence: number;
}

interface SourceItemRow {
  source: string;
  key: string;
  /** The document's path in the corpus. */
  file: string | null;
  hash: string;
  attempts: number;
  gone_since: Instant | null;
}

interface DraftRow extends Place {
  id: string;
  person: string;
  at: Instant;
  /** As JSON. */
  content: string;
}

interface ChangeRow extends Place {
  person: string;
  at: Instant;
  action: string;
  collection: string;
  what: string;
}

interface RevisionRow {
  document: string;
  /** The SHA-256 of the version that was replaced. */
  before: string;
  now: string;
  at: Instant;
  /** How documents were read; of another format nothing can be compared. */
  format: number;
  /** Sentences lost and gained, as JSON. */
  content: string;
}

/** The tables, the same in every database. */
export interface Schema {
  conversations: ConversationRow;
  participants: ParticipantRow;
  answers: AnswerRow;
  documents: DocumentRow;
  topics: TopicRow;
  events: EventRow;
  starts: StartRow;
  feedback: FeedbackRow;
  briefings: BriefingRow;
  access_tokens: AccessTokenRow;
  subscriptions: SubscriptionRow;
  editions: EditionRow;
  sources: SourceRow;
  source_items: SourceItemRow;
  drafts: DraftRow;
  changes: ChangeRow;
  revisions: RevisionRow;
  schema_version: { version: number };
}
