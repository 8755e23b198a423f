const OFFERS = [
  /(?:view|read|open|see)\b.{0,40}\b(?:browser|online|on the web|web version)(?: (?:at|here))?/u,
  /.{0,20}(?:trouble|problems?|difficult\p{L}*|can(?:'|’|no)?t)\b.{0,20}\b(?:view|read|see|display)\p{L}*\b.{0,60}/u,
  /(?:in (?:your|a|the) browser|(?:online|web)[- ]?(?:version|ansicht|versie))/u,
  /(?:im browser|online)\s(?:ansehen|anzeigen|öffnen|lesen)/u,
  /.{0,60}(?:nicht (?:richtig|korrekt) (?:dargestellt|angezeigt)|(?:dans|en|nel|in) (?:votre|el|su|tu|je|uw|il tuo)? ?(?:navigateur|navegador|browser)).{0,60}/u,
  /(?:voir|afficher|lire|ver|leer)\b.{0,30}\b(?:en ligne|en línea|online)/u,
  /forward (?:this )?(?:email |mail |newsletter )?to a friend|(?:was this|this (?:email|mail|newsletter) was) forwarded (?:to you)?.{0,60}/u,
  /(?:please )?add .{1,60} to your (?:address book|contacts|safe sender).{0,60}/u,
  /(?:click here to )?download (?:the )?(?:images|pictures)/u,
  /forwarded this (?:e?-?mail|newsletter)\b.{0,60}|read (?:this )?in (?:the )?app/u,
];

const LEAVING = [
  /.{0,80}\b(?:unsubscribe|opt[- ]out)\b.{0,140}/u,
  /.{0,40}\b(?:abmelden|abbestellen|austragen)\b.{0,60}/u,
  /.{0,60}\b(?:désabonner|désinscrire|désinscription|désabonnement)\b.{0,60}/u,
  /.{0,60}\b(?:darse de baja|cancelar (?:la |su |tu )?suscripción|darte de baja)\b.{0,60}/u,
  /.{0,60}\b(?:afmelden|uitschrijven|disiscriv\p{L}+|annulla l['’]iscrizione)\b.{0,60}/u,
  /(?:update|manage|change|edit) (?:your |my )?(?:e?-?mail |subscription |newsletter |communication )?(?:preferences|subscriptions?|settings|profile)\b.{0,60}/u,
];

const WHY = [
  /you(?:'|’)?(?: a)?re (?:currently|on) (?:a|the) (?:free|paid)\b.{0,160}/u,
  /(?:you(?:'|’)?(?: a)?re (?:receiving|getting|subscribed)|you (?:receive|received|have received|get|got)) (?:this|our|the|to)\b.{0,160}/u,
  /this (?:e-?mail|message|mail|newsletter|mailing) (?:was|has been|is|were) (?:sent|mailed|delivered|intended)\b.{0,400}/u,
  /(?:sie (?:erhalten|bekommen|haben)|du (?:erhältst|bekommst)) (?:diese|unseren|den|dies)\p{L}*\b.{0,160}/u,
  /vous (?:recevez|avez reçu) (?:ce|cet|cette|notre)\b.{0,160}/u,
  /(?:recibes|recibe|has recibido|ha recibido) (?:este|esta)\b.{0,160}/u,
  /(?:je|u) ontvangt (?:deze|dit)\b.{0,160}/u,
];

const CLOSING = [
  /(?:our (?:mailing|postal) address is|mailing address|postal address)\s?:?.{0,80}/u,
  /(?:copyright|©|\(c\)).{0,160}/u,
  /.{0,60}all rights reserved.{0,20}/u,
  /(?:privacy|terms|imprint|impressum|datenschutz\p{L}*|mentions légales|contact(?: us)?|help|faq|about us|advertise|careers|preferences|subscribe|home|website|view online)/u,
  /(?:(?:follow|find|join|like|connect with) us\b.{0,60}|share (?:this|on)\b.{0,40}|tweet(?: this)?)/u,
  /(?:facebook|twitter|x|linkedin|instagram|youtube|mastodon|bluesky|threads|tiktok|pinterest|whatsapp|telegram|rss|share|forward|like|comment|restack|subscribe|upgrade to paid)(?:[\s|·•,/&-]+(?:facebook|twitter|x|linkedin|instagram|youtube|mastodon|bluesky|threads|tiktok|pinterest|whatsapp|telegram|rss|share|forward|like|comment|restack|subscribe|upgrade to paid))*/u,
  /(?:powered|sent|delivered) (?:by|with) (?:mailchimp|substack|beehiiv|sendgrid|ghost|buttondown|convertkit|kit|brevo|mailjet|campaign monitor|hubspot).{0,20}/u,
];

const whole = (forms: readonly RegExp[]) =>
  new RegExp(`^[^\\p{L}\\p{N}©(]*(?:${forms.map(({ source }) => source).join('|')})[^\\p{L}\\p{N}]*$`, 'iu');

/** A line that offers another form of a newsletter, or says how to be shown this one. */
export const OFFER = whole(OFFERS);

/** A line that names a way out. */
export const LEAVE = whole(LEAVING);

/** Whom a line about leaving speaks to; one that speaks to nobody may be news. */
export const ADDRESSED =
  /\b(?:you|your|here|click|link|this (?:list|email|newsletter)|sie|ihnen|hier|vous|ici|aquí|haga|haz|tu|su|u|je|qui)\b|^\P{L}*(?:\p{L}+\P{L}+){0,4}\p{L}+\P{L}*$/iu;

/** A line that says why a newsletter came. */
export const REASON = whole(WHY);

/** A line such as stands at the end of a newsletter: rights, networks, links to the sender's pages. */
export const CLOSE = whole(CLOSING);

/** What makes a line an office's address: a kind of street, or a postal code. */
export const POSTAL =
  /\b(?:street|st|road|rd|avenue|ave|suite|floor|lane|square|boulevard|blvd|drive|straße|strasse|platz|rue|calle|via|straat|weg|box)\b\.?|(?:straße|strasse|platz|weg|straat)\b|\b[A-Z]{2} \d{5}\b|\b\d{4,5} \p{Lu}\p{L}+$|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/iu;
