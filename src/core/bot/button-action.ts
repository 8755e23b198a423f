/** What a button, menu or form under a reply does when it is used. */
export type ButtonAction =
  /** Shows another page of an answer that doesn't fit one message. */
  | { readonly kind: 'page'; readonly answer: string; readonly page: number }
  /** Shows a page of a reply that is not stored: runs its command again. */
  | {
      readonly kind: 'again';
      readonly command: string;
      readonly options: GivenOptions;
      readonly page: number;
    }
  | { readonly kind: 'timeline'; readonly topic: string }
  | { [Kind in AnswerAction]: { readonly kind: Kind; readonly answer: string } }[AnswerAction];

/** An action that needs to know no more than the answer. */
export type AnswerAction = (typeof ANSWER_ACTIONS)[number];

const ANSWER_ACTIONS = ['more', 'sources', 'ask', 'thread', 'share', 'keep', 'up', 'down', 'reason'] as const;

type GivenOptions = Readonly<Record<string, string>>;

/** An action as a short list, for buttons have little room. Buttons live for weeks, so its form may only be added to. */
type Packed = readonly [string, string | number | GivenOptions, ...(string | number | GivenOptions)[]];

/** Packs an action as JSON. */
export function packAction(action: ButtonAction): string {
  return JSON.stringify(toList(action));
}

function toList(action: ButtonAction): Packed {
  switch (action.kind) {
    case 'timeline':
      return [action.kind, action.topic];
    case 'page':
      return [action.kind, action.answer, action.page];
    case 'again':
      return [action.kind, action.command, action.options, action.page];
    case 'more':
    case 'sources':
    case 'ask':
    case 'thread':
    case 'share':
    case 'keep':
    case 'up':
    case 'down':
    case 'reason':
      return [action.kind, action.answer];
  }
}

/** Unpacks an action that this program packed, perhaps an earlier version; null for an unknown kind. */
export function unpackAction(packed: string): ButtonAction | null {
  const [kind, first, second, third]: Packed = JSON.parse(packed);
  if (kind === 'page') return { kind, answer: String(first), page: Number(second) };
  if (kind === 'timeline') return { kind, topic: String(first) };
  if (kind === 'again')
    return { kind, command: String(first), options: toOptions(second), page: Number(third) };
  const known = ANSWER_ACTIONS.find((each) => each === kind);
  return known === undefined ? null : { kind: known, answer: String(first) };
}

function toOptions(packed: Packed[number] | undefined): GivenOptions {
  return typeof packed === 'object' ? packed : {};
}
