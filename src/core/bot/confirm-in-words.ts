import type { CommandOffer, Reply } from '../replies/reply.ts';
import type { Invocation } from './invocation.ts';

/** Takes “yes” and “no” for what was asked last of the same person in the same conversation, for as long as nothing else is said. */
export interface ConfirmInWords {
  /** The request that a line means: “yes” what the button would do, “no” nothing. */
  meant(invocation: Invocation): Invocation;
  /** Whether a line is such a word, and something was asked. */
  isMeant(invocation: Invocation): boolean;
  /** Remembers what a reply asks. */
  asked(invocation: Invocation, reply: Reply): void;
}

interface Asked {
  readonly offer: CommandOffer;
  readonly until: number;
}

const LIFE = 10 * 60_000; // milliseconds; who says “yes” later may mean something else
const SWEEP = 1000; // entries

/** Creates what takes words for buttons. It is kept in memory: after a restart, the buttons are left. */
export function createConfirmInWords(now: () => Date): ConfirmInWords {
  const all = new Map<string, Asked>();
  const find = (invocation: Invocation) => {
    const asked = all.get(keyOf(invocation));
    return asked && asked.until > now().valueOf() ? asked.offer : null;
  };
  return {
    meant(invocation) {
      const offer = find(invocation);
      const answer = answerIn(invocation);
      all.delete(keyOf(invocation));
      if (!offer || answer === null) return invocation;
      return { ...invocation, request: answer === 'yes' ? carryOut(offer) : DECLINED };
    },
    isMeant: (invocation) => answerIn(invocation) !== null && find(invocation) !== null,
    asked(invocation, reply) {
      const offer = offerIn(reply);
      if (!offer) return;
      const at = now().valueOf();
      if (all.size >= SWEEP) for (const [key, { until }] of all) if (until <= at) all.delete(key);
      all.set(keyOf(invocation), { offer, until: at + LIFE });
    },
  };
}

const DECLINED = { kind: 'command', command: 'talk', options: { kind: 'declined' } } as const;

function carryOut({ command, options }: CommandOffer): Invocation['request'] {
  return { kind: 'command', command, options };
}

function keyOf({ audience, conversation }: Invocation): string {
  const { platform, workspace, channel, user } = audience;
  return JSON.stringify([platform, workspace, channel, conversation, user]);
}

/** What a reply asks to be confirmed: of several ways, the first, which its sentence names. */
function offerIn(reply: Reply): CommandOffer | null {
  if (reply.kind === 'note') return reply.confirm;
  if (reply.kind !== 'list') return null;
  return reply.offers?.find(({ options }) => options.confirm !== undefined) ?? null;
}

const YES = /^(?:yes|yes,? please|y|ja|oui|sí|si|はい|是|是的)[.!。！]*$/iu;
const NO = /^(?:no|no,? thanks|no,? thank you|n|nein|non|いいえ|不|不是)[.!。！]*$/iu;

function answerIn({ request }: Invocation): 'yes' | 'no' | null {
  if (request.kind !== 'line') return null;
  const said = request.text.trim();
  if (YES.test(said)) return 'yes';
  return NO.test(said) ? 'no' : null;
}
