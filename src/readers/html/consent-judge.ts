import { asksForConsent, isAnswer } from './consent-words.ts';
import { openingText } from './opening-text.ts';
import type { PageElement } from './page-element.ts';

const KEPT = 'article,main,[itemprop=articleBody],[role=main]';
const MAX_ASKING = 6000; // characters of what asks for consent; of anything longer, only these are read
const MAX_READ = 1_000_000; // characters read of one page, beyond which nothing asks
const MAX_LABEL = 200; // characters of a button, with the spaces around its label

interface Judgement {
  readonly asks: boolean;
  readonly words: number;
  readonly isLong: boolean;
}

/** Judges the parts of a document, and remembers what it read of each until something in it is removed. */
export function createConsentJudge(body: PageElement) {
  const keeping = withAncestors(body.querySelectorAll(KEPT));
  const answers = [...body.querySelectorAll('button,a,[role=button]')].filter(isAnswerButton);
  const answered = withAncestors(answers);
  const known = new Map<PageElement, Judgement>();
  let left = MAX_READ;
  return {
    /** The buttons that answer a request. */
    answers,
    hasAnswer: (element: PageElement) => answered.has(element),
    canBeRemoved: (element: PageElement) =>
      !/^(?:BODY|HTML|ARTICLE|MAIN|H[1-6])$/.test(element.tagName) && !keeping.has(element),
    judge(element: PageElement): Judgement {
      const before = known.get(element);
      if (before) return before;
      const { text, isWhole } = left > 0 ? openingText(element, MAX_ASKING) : { text: '', isWhole: false };
      left -= text.length;
      const words = isWhole ? text.trim().split(/\s+/).length : MAX_ASKING;
      const judgement = { asks: asksForConsent(text), words, isLong: !isWhole };
      known.set(element, judgement);
      return judgement;
    },
    remove(element: PageElement) {
      for (let above = element.parentElement; above !== null; above = above.parentElement)
        known.delete(above);
      element.remove();
    },
  };
}

function isAnswerButton(button: PageElement): boolean {
  const { text, isWhole } = openingText(button, MAX_LABEL);
  return isWhole && isAnswer(text);
}

/** Elements with all that they are in. */
function withAncestors(elements: Iterable<PageElement>): ReadonlySet<PageElement> {
  const all = new Set<PageElement>();
  for (const element of elements)
    for (let each: PageElement | null = element; each !== null && !all.has(each); each = each.parentElement)
      all.add(each);
  return all;
}
