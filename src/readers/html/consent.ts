import { createConsentJudge } from './consent-judge.ts';
import type { PageElement } from './page-element.ts';

/** Removes what asks for consent to cookies and tracking from a document; it may be longer than a short article. */
export function removeConsent(body: PageElement): void {
  const consent = createConsentJudge(body);
  for (const element of [...body.querySelectorAll('[id],[class],[role],[aria-modal],dialog')])
    if (isNamedConsent(element, consent)) consent.remove(element);
  for (const button of consent.answers) {
    const asking = findAsking(button, consent);
    if (asking) consent.remove(asking);
  }
}

type Judge = ReturnType<typeof createConsentJudge>;

const NAMED =
  /cookie|consent|gdpr|ccpa|dsgvo|rgpd|onetrust|didomi|truste|trustarc|usercentrics|quantcast|qc-cmp|sp[-_]message|optanon|evidon|iubenda|(?:^|[\s_-])(?:cmp|tcf|privacy)(?:$|[\s_-])/i;
const ABOUT = /(?:^|\s)(?:tag|category|cat|topic|post|section|article|term|page)-\S*/gi; // what an article is about, in its classes
const BRIEF = 150; // words up to which a part of a page with such a name needs no button

function isNamedConsent(element: PageElement, consent: Judge): boolean {
  const name = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`.replace(
    ABOUT,
    ' ',
  );
  const isDialog = element.tagName === 'DIALOG' || /dialog/i.test(element.getAttribute('role') ?? '');
  if ((!isDialog && !NAMED.test(name)) || !consent.canBeRemoved(element) || !consent.judge(element).asks)
    return false;
  return isDialog || consent.judge(element).words <= BRIEF || consent.hasAnswer(element);
}

const MAX_STEPS = 8; // elements around a button

/** The smallest part of a page around a button that says what is agreed to. */
function findAsking(button: PageElement, consent: Judge): PageElement | null {
  let element = button.parentElement;
  for (let step = 0; step < MAX_STEPS && element !== null; step++) {
    if (!consent.canBeRemoved(element) || consent.judge(element).isLong) return null;
    if (consent.judge(element).asks) return element;
    element = element.parentElement;
  }
  return null;
}
