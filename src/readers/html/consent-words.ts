const ACCEPT =
  /^(?:yes,? )?(?:i )?(?:accept|agree|allow|consent|got it|ok|okay|reject|decline|manage|akzeptieren|zustimmen|einverstanden|ablehnen|accepter|j['’]accepte|refuser|aceptar|acepto|rechazar|accetta|accetto|rifiuta|aceitar|aceito|rejeitar|accepteren|akkoord|weigeren|zgadzam się|akceptuj|odrzuć|acceptera|godkänn|godta|accepter|tillad|souhlasím|přijmout|принять|согласен|kabul et)(?:\b|$)|^(?:alles?|alle cookies|tout|cookies) (?:akzeptieren|ablehnen|accepter|refuser|accepteren)|^(?:同意|接受|全部接受|同意する|すべて許可|동의|모두 동의)/iu;

/** Whether the label of a button answers a request for consent. */
export function isAnswer(label: string): boolean {
  const text = label.trim();
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

/** Whether a text asks its reader for consent to cookies or tracking. */
export function asksForConsent(text: string): boolean {
  if (text.trim().length < 20) return false;
  return TERMS.filter((term) => term.test(text)).length >= ENOUGH && WE.test(text) && YOU.test(text);
}
