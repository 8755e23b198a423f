import type { PageElement } from './page-element.ts';

/**
 * Removes what asks for consent to cookies and tracking from a document; it may be longer than a short article. Returns
 * whether there was any.
 */
export function removeConsent(body: PageElement): boolean {
  let removed = false;
  const remove = (element: PageElement | null) => {
    element?.remove();
    removed ||= element !== null;
  };
  for (const element of [...body.querySelectorAll('[id],[class],[role],[aria-modal],dialog')])
    if (isNamedConsent(element)) remove(element);
  for (const button of [...body.querySelectorAll('button,a')])
    if (isAcceptButton(button)) remove(findAsking(button));
  return removed;
}

const NAMED =
  /cookie|consent|gdpr|ccpa|dsgvo|rgpd|onetrust|didomi|truste|trustarc|usercentrics|quantcast|qc-cmp|sp[-_]message|optanon|evidon|iubenda|(?:^|[\s_-])(?:cmp|tcf|privacy)(?:$|[\s_-])/i;
const ABOUT = /(?:^|\s)(?:tag|category|cat|topic|post|section|article|term|page)-\S*/gi; // what an article is about, in its classes
const BRIEF = 150; // words up to which a part of a page with such a name needs no button

function isNamedConsent(element: PageElement): boolean {
  const name = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`.replace(
    ABOUT,
    ' ',
  );
  const isDialog = element.tagName === 'DIALOG' || /dialog/i.test(element.getAttribute('role') ?? '');
  if (!isDialog && !NAMED.test(name)) return false;
  const text = element.textContent ?? '';
  if (!canBeRemoved(element) || !asksForConsent(text)) return false;
  if (isDialog || text.trim().split(/\s+/).length <= BRIEF) return true;
  return [...element.querySelectorAll('button,a')].some(isAcceptButton);
}

const KEPT = 'article,main,[itemprop=articleBody],[role=main]';

function canBeRemoved(element: PageElement): boolean {
  return !/^(?:BODY|HTML|ARTICLE|MAIN|H[1-6])$/.test(element.tagName) && element.querySelector(KEPT) === null;
}

const MAX_STEPS = 8; // elements around a button
const MAX_ASKING = 6000; // characters

/** The smallest part of a page around a button that says what is agreed to. */
function findAsking(button: PageElement): PageElement | null {
  let element = button.parentElement;
  for (let step = 0; step < MAX_STEPS && element !== null; step++) {
    const text = element.textContent ?? '';
    if (!canBeRemoved(element) || text.length > MAX_ASKING) return null;
    if (asksForConsent(text)) return element;
    element = element.parentElement;
  }
  return null;
}

const ACCEPT =
  /^(?:yes,? )?(?:i )?(?:accept|agree|allow|consent|got it|ok|okay|reject|decline|manage|akzeptieren|zustimmen|einverstanden|ablehnen|accepter|j['’]accepte|refuser|aceptar|acepto|rechazar|accetta|accetto|rifiuta|aceitar|aceito|rejeitar|accepteren|akkoord|weigeren|zgadzam się|akceptuj|odrzuć|acceptera|godkänn|godta|accepter|tillad|souhlasím|přijmout|принять|согласен|kabul et)(?:\b|$)|^(?:alles?|alle cookies|tout|cookies) (?:akzeptieren|ablehnen|accepter|refuser|accepteren)|^(?:同意|接受|全部接受|同意する|すべて許可|동의|모두 동의)/iu;

function isAcceptButton(element: PageElement): boolean {
  const text = (element.textContent ?? '').trim();
  return text.length <= 40 && ACCEPT.test(text);
}

const TERMS = [
  /cookie/i,
  /\bconsent|einwillig|zustimm|consent|consentimiento|consenso|toestemming|zgod[aęy]|samtyck|samtykke|souhlas|соглас|同意|동의/i,
  /\bpartner|\bvendor|third[- ]part|drittanbiet|partenaire|socios|terceiros|terze parti/i,
  /personal (?:data|information)|personenbezogen|données (?:personnelles|à caractère)|datos personales|dados pessoais|dati personali|persoonsgegevens|dane osobowe|личны[ех] данны/i,
  /\bprivacy|datenschutz|confidentialité|privacidad|privacidade|prywatnoś|integritet|隐私|プライバシー|개인정보/i,
  /\bdevice|\bbrowser|endgerät|appareil|dispositivo|apparaat|urządzeni/i,
  /identifier|tracking|\btrack\b|personali[sz]|personalisier|personnalis|personaliz/i,
  /preferences|your choices|settings|einstellungen|préférences|preferencias|preferenze|voorkeuren|ustawieni/i,
  /legitimate interest|berechtigte[sn]? interesse|intérêt légitime|interés legítimo|legittimo interesse/i,
  /\bpurposes|zwecke|finalités|finalidades|finalità|doeleinden|cel(?:e|ach)\b/i,
  /advertis|\bads\b|werbung|anzeigen|publicit|pubblicit|advertentie|reklam/i,
];
const ENOUGH = 3; // of them; a news item on cookies has many too, but does not say "we" and "you"
const WE =
  /\b(?:we|our|us|wir|unser\w*|nous|nos|notre|nosotros|nuestr\w*|utiliza\w*|noi|nostri?|usiamo|utilizziamo|nós|nossos?|wij|we|onze|my|nasz\w*|używamy|vi|våra|мы|наши?)\b|我们|当社|当サイト|우리|мы |наш/iu;
const YOU =
  /\b(?:you|your|sie|ihre?[rnm]?|du|deine?|vous|votre|vos|tu|sus?|usted|tus?|tuoi?|tue|você|seus?|suas?|u|uw|je|jouw|twoj\w*|państwa|din|dina|ditt)\b|您|お客様|귀하|вы |ваш/iu;

function asksForConsent(text: string): boolean {
  if (text.trim().length < 20) return false;
  return TERMS.filter((term) => term.test(text)).length >= ENOUGH && WE.test(text) && YOU.test(text);
}
