import { TO_DOSSIER, TO_PEOPLE } from './people-talk.ts';
import { smallTalkIn, withoutSmallTalk } from './small-talk.ts';

/** Who is meant: Dossier, other people, or Dossier if the documents have the subject that the line names. */
export type Addressee = 'dossier' | 'people' | 'dossier-if-known';

/**
 * Returns whom a line is for that is said in one of Dossier's threads to nobody by name. Questions are for Dossier, and
 * subjects named by themselves. What people tell, thank or ask each other is not.
 */
export function addresseeOf(line: string): Addressee {
  const text = line.replace(/[’`´]/g, "'").replace(EMOJI, ' ').trim();
  const smallTalk = smallTalkIn(line);
  if (smallTalk !== null) return smallTalk === 'about' ? 'dossier' : 'people';
  if (!/[\p{L}\p{N}]/u.test(text) || ADDRESSES.test(text)) return 'people';
  const said = withoutOpening(withoutSmallTalk(text));
  if (said === '' || smallTalkIn(said) !== null) return 'people';
  if (said !== text && NAME.test(said) && !AND.test(text)) return 'people';
  if (TO_DOSSIER.some((pattern) => pattern.test(said))) return 'dossier';
  if (TO_PEOPLE.some((pattern) => pattern.test(said))) return 'people';
  if (isQuestion(said)) return 'dossier';
  if (IN_PASSING.test(text)) return 'people';
  return isSubject(said) ? 'dossier-if-known' : 'people';
}

const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\uFE0F\u200D]|:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:/giu;

// “Good point, Tom”
const NAME = /^\p{Lu}\p{Ll}+[.!]*$/u;

// “and Japan”
const AND = /^(?:and|but|or|und|aber|oder|et|mais|y|e|pero|en)\s/i;

// “@anna”, “Anna:”, a link to somewhere else, “*their” for a word that one mistyped
const ADDRESSES =
  /(?:^|[\s(])[@＠](?!dossier\b)[\p{L}\p{N}]|<[@!][^>]+>|^\p{Lu}\p{Ll}+: |https?:\/\/|\w\.[a-z]{2,6}\/|^www\.|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$|^\*\p{L}+\*?$/iu;

// “brb, school run”, “well well well”, “à demain tout le monde”
const IN_PASSING =
  /^(?:brb|gtg|g2g|afk|omw|ttyl|bbl|ugh|bravo|lol|omg|(?:ha){2,}h?)\b|^(\p{L}+)(?:[ ,]+\1)+[.!]*$|\b(?:tout le monde|les gars|pessoal|equipo|chicos|ragazzi|a tutti|leute|allemaal|jongens|team|folks|guys|everyone)[.!]*$/iu;

/** Leaves out words that only lead over: “so”, “and”, “ok but”. */
function withoutOpening(text: string): string {
  return text.replace(
    /^(?:(?:so|wait(?=[ ,]+(?:so|but|what|who|how|why|which|is|are|does|do|did|was|were|has|have)\b)|and|but|also|ok|okay|well|hmm+|hi|hello|hey|now|then|right|oh|ah|thanks|no|yes|y|e|et|und|aber|mais|pero|en|а|и)[ ,]+(?!(?:of|to|for|in)\b))+/i,
    '',
  );
}

function isQuestion(text: string): boolean {
  return /[?？؟]["'”»)\s!]*$/u.test(text) || ASKING.some((pattern) => pattern.test(text));
}

const ASKING: readonly RegExp[] = [
  /^(?:what|who|whom|whose|which|when|where|why|how)(?:'?s|'re)?\b(?! a\b)/i,
  /^(?!do (?:that|this|so|it)\b)(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|must|may) (?!not\b|(?:read|look|check|do|send|ask|try|be|have|get|take|let|see|share|post|add|update|fix|make|reply|respond|review|follow|go|come|join|call|ping|write|forward|circle|keep|give|wait|discuss|bring|confirm|test|work)\b)\p{L}/iu,
  /^(?:what|how) about\b|^any(?:thing)? (?!luck|chance|time|day|way|more$)\S|^more (?:on|about|from)\b/i,
  /[:,–—]\s(?:and |but )?(?:what|who|whose|which|when|where|why|how)\b(?! (?:a|an|not|come|about you)\b)/i,
  /[:.!]\s(?:is|are|was|were|does|do|did|has|have|can|could|will|would|should|what|who|which|when|where|why|how) (?:the|a|an|there|they|he|she|it|any|\p{Lu})/u,
  /,\s(?:is|are|was|were|does|do|did|has|have|will) (?:they|he|she|it) \p{Ll}+/iu,
  /^h?o?w (?:many|much)\b/i,
  /^(?:qu'|d'où|à quand|gibt es|gibt's|seit wann|ab wann|bis wann|für wen|mit wem|von wem|seit|y a-t-il|depuis quand|hay|desde cuándo|c'è|ci sono)\b/iu,
  /^(?:was|wer|wen|wem|wann|wo|warum|wieso|weshalb|wie|welche[rsn]?|wieviel|qui|que|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?|qu'est-ce|est-ce|qué|quién(?:es)?|cuándo|dónde|cómo|cuánto[s]?|cuál(?:es)?|chi|cosa|che cosa|quando|dove|perché|come|quanto|quale|quem|onde|por que|qual|wat|wie|wanneer|waar|waarom|hoe|welke|кто|что|когда|где|почему|как|сколько|какой|какие)(?![\p{L}\p{N}])/iu,
  /(?:か|かな|のか|呢|吗|嗎|까|나요|인가요|는지)[。.]*$/u,
  /(?:什么|谁|哪|为什么|怎么|多少|何|誰|いつ|どこ|なぜ|どう|いくら|무엇|누구|언제|어디|왜|얼마|어떻게)/u,
];

const MOST_WORDS = 12; // of a subject; a longer line without a question tells something

/** Whether a line only names a subject: few words, none of which says that somebody does something. */
function isSubject(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length <= MOST_WORDS && !TELLING.some((pattern) => pattern.test(text));
}

const TELLING: readonly RegExp[] = [
  /!\s*$/u,
  /^\p{Script=Latin}[.!]*$/u, // “y”, “k”
  /^\p{Ll}+ed[.!]*$|^(?!based|led|according)\p{Ll}+ed (?:to|it|this|my|you|him|her|them|into)\b/u, // “seconded”
  /^(?:\p{Ll}+[ai]d[oa]s?|ge\p{Ll}+t|\p{Ll}+[^t]é(?:e?s?))[.!]*$/u, // the same in Spanish, German, French
  /^(?:in )?\d+ ?(?:mins?|secs?|h)?[.!]*$|\b(?:they|he|she) \p{Ll}+|[íi]ssim[oa][.!]*$|ísim[oa][.!]*$/iu,
  /\b(?:btw|tl;?dr|tbh|imo|imho|fwiw|iirc|afaik|lol|lmao|haha+|omg|ikr|idk|ngl)\b/i,
  /^(?:kudos|props|congrats|congratulations|hats off|shout-?out|three cheers)\b|\bto go[.!]*$/i,
  /^(?:yep|yup|yeah|nope|nah|am|meant|wrong|typo|off to|out (?:for|to|of)|back (?:in|at|from|on)|stuck|leaving (?:now|early|at|in|for)|heading (?:to|out|home|off)|grabbing|(?:running|waiting|looking|thinking|reading|trying|checking|talking|joining|calling|typing|moving|working)(?: (?:on (?:it|this|that)|from|late|out|now|into it|at it|again))?[.!]*$|about to|want(?:ed)? to|trying to|forgot|missed|thought|knew|figured|wish|feeling|wow)\b/i,
  /\b(?:i|i'm|i'll|i've|i'd|we|we're|we'll|we've)\b/i,
  /(?<!\b(?:to|of|about|on|against|for|from|behind|by|with|in|around|over|than)\s)\b(?:it|them|him|me|us)\b/i,
  /\b(?:tonight|tomorrow|later|soon|right now|asap|eod|next week|this week|after lunch|by (?:mon|tues|wednes|thurs|fri)day)[.!]*$/i,
  /^\p{L}+ing (?:this|that|it|now|out|off|up|my|you)\b/iu,
  /^(?:my|got|gotta|wanna|been|saw|had|still|already|almost|finally|glad|hoping|excited|proud|surprised|shocked|impressed|loving|loved|enjoyed|feels?|felt|no way|no kidding|no idea|no clue|no need|no rush|couldn't agree)\b/i,
  // who speaks
  /^\p{L}+e ich\b|(?<![\p{L}_])(?:[Ii]ch|[Ww]ir|[Jj]'|[Jj]e|nous|yo|nosotros|eu|nós|ik|wij)(?![\p{L}_.])/u,
  /^(?:já|ya|già|déjà|schon) |^(?:that|this) (?:\p{L}+ )?\p{Ll}{2,}ed\b/iu,
  /^(?:(?:strongly|totally|fully|completely|kinda) )?(?:dis)?agree[ds]?\b/iu,
  /^(?:scusa(?:te)?|désolée?s?|perdón|lo siento|desculp\p{L}+|entschuldig\p{L}+|tut mir leid|oops|whoops|happens)\b|\bsorry[.!]*$/iu,
  /\b(?:done|merged|deployed|fixed)[,.!]|\ball (?:green|good|clear|set|done)\b|\b(?:from home|home ?office|desde casa|da casa|de chez moi|vanuit huis)\b/i,
  /^(?:typical|classic|shocker|yawn|oof|phew|yikes|ouch|brr+|argh|sigh)\b/i,
  /^(?:moving|switching|hopping|jumping|heading|popping|dropping|stepping|signing|logging) (?:over|on|to|off|out|back|in|away)\b/i,
  /^(?:should|would|could|must|might|may|can|will|does|did|has|have|had|is|are|was|were)\b/i,
  /^not (?:my|sure|bad|a|yet|now|really|the|that|at all|from|in|for|today|necessarily|exactly|quite|much|too|only|even|what|how)\b/i,
  /^(?:can't|cant|don't|dont|didn't|won't|wouldn't|couldn't|shouldn't|isn't|wasn't|haven't|hasn't) /i,
  /^(?:another|one) (?:moment|second|sec|minute|more thing)\b/i,
  /^(?:i|i'm|i'll|i've|i'd|im|we|we're|we'll|we've|you|he|she|they|it|it's|he's|she's|they're|that's|thats|there|here|here's|if|because|please|pls|sorry|maybe|perhaps|guess|hope|hopefully|looks|sounds|seems|going|gonna|will|depends|done|same|not sure|never|fyi|just|tomorrow|today|tonight|me|us|apparently|actually|honestly|obviously|love|nothing|everything|good|great|nice|happy|too bad|damn|(?:did|do|does|could|ca|wo|would|have|has|was|is|are)n't)\b/i,
  /^(?:that|this|which) \w+s (?:it|us|me|everything|that|the|what|how|a|my|our|for|like|up|out)\b/i,
  /\S\s(?:is|isn't|are|aren't|was|were|wasn't|weren't|will|won't|would|should|can|can't|cannot|could|might|must|has|have|had|hasn't|haven't|do|does|did|don't|doesn't|didn't|ain't|seems|said|says|thinks|thought|told|asked|wrote|sent|went|goes|makes|knows|knew|agrees|contradicts|explains|helps|got|gets|took|takes|came|comes|loves|hates|hopes|believes|missed|forgot|booked|wants|sounds|looks like|needs to|need to|works for|doesnt|dont|isnt)\b/,
  /\p{L}'(?:ll|re|ve|d)\b|'s (?:on|at|not|going|coming|already|here|there|ill|sick|away|off|out|an?|the|still|just|so|too|been|right|wrong|great|good)\b/iu,
  /^(?:check|send|ask|tell|call|ping|add|put|remove|delete|forward|share|post|upload|book|join|read|see|look|keep|wait|hold|come|go|take|bring|remind|email|mail|use|try|fix|update|write|make|schedule|cancel|move|leave|do|don't|give)(?: (?:it|this|that|these|those|the|them|him|her|me|us|my|our|a|an|at|on|for me|with|up|out|in|everyone|all)\b| \p{Lu})/u,
  /^(?:ich|wir|ihr habt|das ist|das war|das stimmt|bin|habe|hab|mache?|frage?|schaue?|schick|gehe?|komme?|muss|bis|lass)\b|\s(?:weiß|weiss|kommt|geht|macht|schickt|kennt|ist|sind|wird|hat|haben|kann|können|muss|müssen|sollte|sollten|sagt|meint|finde)\b/i,
  /^(?:moi|toi|je|j'|te|t'|nous|on|c'est|c'était|ça|il faut|ils|elle|elles|il)(?=[\s']|\b)|\s(?:est|sont|était|doit|peut|faut|dit|pense|va|ont)\s/i,
  /^(?:te|os|se lo|yo|creo|voy|estoy|estamos|eso|esto|ya|me|nos)\s|\s(?:está|están|fue|tiene|dice|creo|puede)(?:\s|$)/i,
  /^(?:io|vado|credo|penso|sono|siamo|chiedo|ci|mi|eu|vou|acho|estou|isso|não|ik|wij|dat|het is|zal|ga)\s|\s(?:è|può|hanno|sarà|é|são|foi|vai|heeft|hebben|zijn|moet|wordt)(?:\s|$)/i,
  /^(?:я|мы|он|она|они|это|потом|сейчас|завтра)(?=\s)/iu,
  /(?:です|ます|ました|ません|だね|だよ|よね|ね|よ|した|ください|しょう|だった|思う|なぁ|る|た|だ|む|う|ない|かも)[。!！〜~w笑]*$/u,
  /^(?:我|咱|他|她|这|那|没|别|先|等|今天|明天)|(?:了|吧|啊|哦|啦|哈|的说|去)[。!！~]*$/u,
  /(?:습니다|니다|어요|아요|해요|네요|게요|죠|군요|음|함|다|ㅋ+|ㅎ+)[.!~]*$/u,
];
