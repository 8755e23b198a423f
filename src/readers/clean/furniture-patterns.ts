const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const AGENCY =
  'getty(?: images)?|shutterstock|afp|ap(?: photo)?|reuters|epa|istock(?:photo)?|associated press|alamy|unsplash|flickr|wikimedia(?: commons)?|bloomberg|xinhua';

const CREDIT_LABEL =
  /^[([]?(?:(?:top|main|cover|file|lead|header|feature|featured|stock) )?(?:photos?|images?|pictures?|photographs?|illustrations?|foto|imagen|imagem|bild|사진|credits?|media)(?: (?:illustration|credits?|courtesy|copyright|source|caption|by))*(?: ?[:=|©]| by | of: | courtesy | copyright | caption )/iu;
const CREDIT_WITHIN =
  /[\s(.](?:(?:photo|image|picture|pic|photograph|video) )?(?:credits?|courtesy)(?: ?: |\.\.\. | of | by )\S.{0,80}$|[\s(](?:photo|image|picture|pic)(?: by|:) \S.{0,80}$/iu;
const AGENCY_END = new RegExp(`(?:^|[\\s(/©|,-])(?:${AGENCY})(?: ?[/|,] ?[^/|,.]{1,40}){0,3}\\)?$`, 'iu');
const AGENCY_START = new RegExp(`^\\(?(?:${AGENCY}) ?/ ?[^/.]{1,30}(?:\\.[^/.]{1,20})?\\)?$`, 'iu');
// In a sentence, both are words like others: "Copyright law …", "… that all rights reserved to her stay …".
const COPYRIGHT_LINE = /^(?:©|ⓒ|\(c\) |copyright(?:ed)? ?(?:©|ⓒ|@|\(c\)|[:,–-] |by |(?:19|20)\d\d\b))/iu;
const COPYRIGHT_HOLDER = /^[Cc]opyright (?:the )?(?:\p{Lu}\S* ?){1,6}$/u;
const RIGHTS =
  /(?:^|[.,;:|©–—-]\s*|\d{4} .{0,60})all rights reserved(?:\.|$|\s*[|©–—-]|,? \d{4})|(?:todos os direitos|todos los derechos) reservados|tous droits réservés|alle rechte vorbehalten|무단 ?전재|無断転載|版权所有/iu;
const FILE_NAME = /^\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)$|^(?=\S{0,60}\d{3})\w{1,40}[_-]\S{1,60}$/iu;
const NUMBERED_IMAGE =
  /^(?:image|photo|slide|picture|video)s? ?\d+ ?(?:of|\/)[ /]*\d+$|^\d+ ?(?:of|\/) ?\d+$/iu;

const BYLINE =
  /^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eviewed|[Rr]eported) (?:by|on)\b|(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)[ :]+\p{Lu}|[Aa]uthor: ?|@\w+$)/u;
const TIME_LABEL =
  /^(?:(?:last |first )?(?:updated|published|modified|posted)(?: on| at| date)?\b|publish date)/iu;
const DATE = new RegExp(
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)?[ .-]${MONTH},?[ -]\\d{2,4}|\\d{4}[-./年]\\d{1,2}[-./月]\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}`,
  'iu',
);
const CLOCK = /\b\d{1,2}:\d{2}\b|\b\d+ (?:minute|min|hour|day|week|month)s?(?: read| ago)\b/iu;

const CALL_START =
  /^(?:please,? |(?:want|need|like|love|enjoy)(?:ed|ing)? (?:this|more|to|what)\b[^.!?]{1,60}[?.!] ?)?(?:subscribe|sign up|join (?:us|our|the|now)|share (?:it|this)|follow (?:us|our|me|him|her|@|(?:\S+ ){1,6}on)|get (?:our|breaking|the latest|the best|the day|the news|.{1,40} (?:delivered|by clicking))|download (?:our|the)|click (?:here|below)|register (?:now|for|to)|fill (?:in|out)? ?the form|tell us what|stay up to date|support (?:our|us)|donate|become a (?:member|subscriber)|enter your e-?mail|no spam|like us|check out our|to read the full|every day we send)\b/iu;
const CALL_CUE =
  /\b(?:newsletters?|e-?mails?|inbox|subscri\w+|facebook|twitter|instagram|youtube|linkedin|telegram|whatsapp|apps?|our|here|daily|weekly|free|us|account|podcasts?|website|site|spam|membership|this (?:story|article|page))\b/iu;
const CONSENT =
  /\b(?:we|this (?:web)?site|our (?:web)?sites?) (?:and .{1,40} )?us(?:e|es) (?:\S+ ){0,4}cookies\b|\bus(?:e|ing) of cookies\b|\bby (?:continu|us|sign|click|choos|submit|brows|purchas)\w* .{1,80}\b(?:you|i)(?:['’](?:re|m))? .{0,40}\b(?:agree\w*|accept\w*|consent\w*|acknowledge|cookies|terms of|policy)\b|\bwhen you .{1,80}\bcommission\b|\b(?:may|we) (?:earn|receive|get) an? (?:\S+ ){0,3}commission\b|\b(?:our|this site['’]s|read the|see the|the site['’]s) privacy policy\b|^privacy policy\b|\benable javascript\b|\bregistered trademarks? of\b|\b(?:information|content|statements?)(?: provided| contained)? (?:on|in) this (?:web)?site\b|utilizziamo i cookie|utilizamos cookies|nous utilisons des cookies|verwenden cookies/iu;
const POINTER =
  /^\W{0,3}(?:read more|related|related story|also read|read also|see also|more|watch|watch also|listen|must read|don['’]t miss|video|photos|in pictures|leggi anche(?: su)?|lee también|leia também|à lire aussi|lesen sie auch|mehr|читайте также)(?: on [^:]{1,30})?: ?\S/iu;
const BOX_TALK =
  /\b(?:newsletters?|your inbox|unsubscribe|opt-in|your e-?mail|e-?mail address|signing up|subscribing|subscribed|your subscription|(?:our|the) privacy policy)\b/iu;

const CUT_OFF = /\S(?:\.\.|…|\[…\]|\[\.\.\.\])$|\w (?:less|more|read more|show more|click to tweet)$/iu;
const NOTE =
  /\bcontributed (?:reporting|to this (?:report|story|article))\b|^(?:additional )?reporting by\b|^edit(?:ing|ed) by\b|^[^,.]{3,40} (?:is|was|writes|works) .{0,50}\b(?:reporter|writer|editor|correspondent|columnist|author|journalist|contributor|curator)\b|^(?:write to|reach|e-?mail|contact|follow) .{1,80}(?:@|https?:|twitter)|views (?:and opinions )?expressed .{1,60}(?:do not|are)|^more [a-z ]{2,20}: ?https?:/iu;

const LIST_ITEM = new RegExp(`^(?:[-–•*·▪●] ?\\S|\\d{1,3}[.)] ?\\S|https?://|${MONTH} \\d)`, 'iu');
const AUTHOR_HEADING =
  /^(?:About|Sobre|Über|Chi è|À propos de)(?: (?:the )?author\b.{0,20}|(?: \p{Lu}[\p{L}.'’-]+){2,4})$/u;

const PLATFORMS = new Set(
  'facebook twitter linkedin pinterest pint reddit whatsapp telegram instagram youtube tumblr flipboard email share tweet print rss'.split(
    ' ',
  ),
);

const MAX_CALL = 500; // characters; a longer line is a paragraph, whatever its words
const MAX_NAMED = 50; // characters of one that has no colon: "Photo by Ada Quay."
const MAX_LABELLED = 120; // characters of a line with a full stop that may still be a credit

/** A line without the bullets and arrows around it, as phrases are compared. */
export function barePhrase(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[\s:.!?…»›→+]+$/u, '');
}

/** Whether a line is a photo's credit, file name or number, or a copyright line, rather than a sentence. */
export function isCredit(text: string, closed: boolean): boolean {
  if (text.length > MAX_CALL) return false;
  if (
    isCopyright(text, closed) ||
    FILE_NAME.test(text) ||
    NUMBERED_IMAGE.test(text) ||
    AGENCY_START.test(text)
  )
    return true;
  if (CREDIT_LABEL.test(text))
    return !closed || text.length < (text.includes(':') ? MAX_LABELLED : MAX_NAMED);
  return !closed && (CREDIT_WITHIN.test(text) || AGENCY_END.test(text));
}

function isCopyright(text: string, closed: boolean): boolean {
  return COPYRIGHT_LINE.test(text) || RIGHTS.test(text) || (!closed && COPYRIGHT_HOLDER.test(text));
}

/** Whether a line is the label of a gallery's picture, such as "Image 2 of 5". */
export function isNumberedImage(text: string): boolean {
  return NUMBERED_IMAGE.test(text);
}

/** Whether a line is the heading over a note on the author, such as "About Jane Doe". */
export function isAuthorHeading(text: string): boolean {
  return AUTHOR_HEADING.test(text);
}

/** Whether published works have such a line: a copyright line or a labelled time of publication. */
export function isImprint(text: string): boolean {
  return isCopyright(text, false) || (TIME_LABEL.test(text) && (DATE.test(text) || CLOCK.test(text)));
}

/** Whether a short line is a byline, a date of publication or a reading time; the caller checks that it is short. */
export function isByline(text: string): boolean {
  if (/^[—–-]/u.test(text)) return false;
  return BYLINE.test(text) || TIME_LABEL.test(text) || DATE.test(text) || CLOCK.test(text);
}

/** Whether a line is a call to action or a consent notice rather than a sentence; `short` lines need no second cue. */
export function isCall(text: string, short: boolean): boolean {
  if (text.length > MAX_CALL) return false;
  return CONSENT.test(text) || (CALL_START.test(text) && (short || CALL_CUE.test(text)));
}

/** Whether a line points to another article by a label, such as "See also: …". */
export function isPointer(text: string): boolean {
  return text.length < 200 && POINTER.test(text);
}

/** Whether a line is the text of a sign-up box, which is furniture only next to other furniture. */
export function isBoxTalk(text: string): boolean {
  return text.length < 300 && BOX_TALK.test(text);
}

/** Whether a page cut a line short as a teaser: it ends in dots or in a word of the page's own. */
export function isCutOff(text: string): boolean {
  return CUT_OFF.test(text);
}

/** Whether a line is a note about the article's author or makers, of the kind that follows its last sentence. */
export function isNote(text: string): boolean {
  return text.length < 600 && NOTE.test(text);
}

/** Whether a line is an item of a list, by its bullet, number, date or bare URL. */
export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text);
}

/** Whether a line is a row of share buttons run together. */
export function isButtonRow(text: string): boolean {
  const words = text.toLowerCase().split(/[\s,|/]+/u);
  const platforms = words.filter((word) => PLATFORMS.has(word)).length;
  return platforms >= 2 && platforms * 2 >= words.length;
}

/** Whether a line has letters and none of them is lower-case. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lo}\p{N}]/u.test(text);
}
