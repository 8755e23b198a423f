/** Milliseconds since 1970, UTC. */
type Instant = number;

/** What every row of people's doings says of where it belongs. */
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

/** The tables; every database that Dossier can use has the same. */
export interface Schema {
  conversations: ConversationRow;
  participants: ParticipantRow;
  answers: AnswerRow;
  documents: DocumentRow;
  topics: TopicRow;
  events: EventRow;
  starts: StartRow;
  feedback: FeedbackRow;
  schema_version: { version: number };
}
