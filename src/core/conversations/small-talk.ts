import { fold } from '../text/fold.ts';
import { inKnownScripts } from '../text/in-known-scripts.ts';

/** What people say to each other without asking anything of the documents; `about`: they ask what Dossier is. */
export type SmallTalk = 'thanks' | 'greeting' | 'chatter' | 'about';

/** Returns what kind of small talk a line consists of; null if anything else is in it. */
export function smallTalkIn(text: string): SmallTalk | null {
  const parts = partsOf(text);
  const kinds = parts.map(kindOf);
  if (kinds.length === 0)
    return /\p{Extended_Pictographic}|:[a-z0-9_+-]+:|[+-]1|[:;]-?[)(DP]/u.test(text) ? 'chatter' : null;
  if (kinds.includes(null)) return null;
  return (['about', 'thanks', 'greeting'] as const).find((kind) => kinds.includes(kind)) ?? 'chatter';
}

/** Removes small talk from the beginning and the end of a line: “Thanks, and China?” asks “and China?”. */
export function withoutSmallTalk(text: string): string {
  let rest = text.trim();
  for (let part = LEADING.exec(rest); part?.[1] && isInPassing(part[1]); part = LEADING.exec(rest))
    rest = rest.slice(part[0].length).trim();
  const [, head = '', tail = ''] = TRAILING.exec(rest) ?? [];
  return head !== '' && isInPassing(tail) ? head.trim() : rest;
}

function isInPassing(part: string): boolean {
  const kind = kindOf(clean(part));
  return kind !== null && kind !== 'about';
}

const LEADING = /^([^,.!;:—–\n]{1,40}?)\s*[,.!;:—–\n]+\s*(?=\S)/u;
const TRAILING = /^(.*[^\s,.!;—–])\s*[,.!;—–]\s*([^,.!;—–?]{1,30})[.!\s]*$/su;

const SHORTCODE = /:(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]+:/gi; // “:tada:”

function partsOf(text: string): string[] {
  return text
    .replace(SHORTCODE, ' ')
    .split(/[,.!?;:…—–~。、！？，\n]+|\s-+\s/u)
    .map(clean)
    .filter((part) => part !== '');
}

function clean(part: string): string {
  return fold(part)
    .replace(/[’`´]/g, "'")
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\uFE0F\u200D]|:[a-z0-9_+-]+:|[;:]-?[)(dp](?!\w)|[()"“”]/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function kindOf(part: string): SmallTalk | null {
  if (THANKS.test(part)) return 'thanks';
  if (GREETING.test(part)) return 'greeting';
  if (ABOUT.test(part)) return 'about';
  if (CHATTER.some((pattern) => pattern.test(part))) return 'chatter';
  const [first = '', ...others] = part.split(' ');
  const isSeveral = others.length > 0 && CHATTER.some((pattern) => pattern.test(first)); // “haha true”
  return isSeveral ? kindOf(others.join(' ')) : null;
}

const WHO =
  '(?: (?:all|everyone|everybody|team|folks|guys|there|again|dossier|bot|zusammen|alle|a tous|a todos|a tutti|allemaal|\\p{L}{2,12}))?';

// Parts are in lower case: without the flag for it, an expression compiles in a fraction of the time.
const THANKS =
  /^(?:(?:ok|okay|great|perfect|super|cool|nice|many|no|wow|and|but|oh|ah) )?(?:thanks?|thx|thnx|tks|tnx|ta|ty|tysm|thank (?:you|u)|cheers|much appreciated|appreciated?(?: it)?|danke(?: ?(?:schon|sehr|dir|euch|ihnen|vielmals))?|vielen dank|dankeschon|merci|gracias|grazie|obrigad[oa]|valeu|bedankt|dank ?(?:je|u|jullie)|tack|takk|tak|kiitos|dziekuje|dzieki|spasibo|спасибо|дякую|tesekkurler|arigatou?|xiexie)(?: (?:a lot|a million|a bunch|so much|very much|again|all|everyone|guys|you|for (?:that|this|the|your|all).*|beaucoup(?: a .*)?|mille|muchas|mille|fur.*|pour.*|por.*|wel|большое|\p{L}{2,12}))?$|^(?:muchas|mil|mille|muito|tante|heel erg|hartelijk) (?:gracias|grazie|obrigad[oa]|bedankt|dank)$|^(?:ありがとう(?:ございま(?:す|した))?|どうも|サンキュー|感謝(?:です)?|谢谢(?:你|您|大家|啦)?|多谢|感谢|謝謝|고마워요?|고맙습니다|감사(?:합니다|해요)|ㄳ|thx)$/u;

const GREETING = inKnownScripts(
  new RegExp(
    `^(?:hi+|hello+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|morning|evening|welcome(?: back)?|hallo|hoi|moin(?: moin)?|servus|guten (?:morgen|tag|abend)|gruss (?:gott|dich)|bonjour|bonsoir|salut|coucou|hola|buenos dias|buenas(?: (?:tardes|noches))?|ciao|buongiorno|buonasera|salve|ola|oi|bom dia|boa (?:tarde|noite)|goedemorgen|goedemiddag|hej|hei|привет|здравствуйте|доброе утро)${WHO}$|^(?:こんにちは|おはよう(?:ございます)?|こんばんは|你好|您好|大家好|早(?:上好)?|안녕(?:하세요)?)$`,
    'u',
  ),
);

/** Questions to which Dossier itself is the answer. */
const ABOUT =
  /^(?:(?:who|what) (?:are|r) (?:you|u)|what(?: all)? can (?:you|u|i) (?:do|ask|type)(?: (?:here|you|for me))?|what do (?:you|u) do|how (?:do|can) (?:you|u) (?:work|help(?: me)?)|how does (?:dossier|this (?:bot|thing)) work|how do i (?:use|ask) (?:you|dossier|a question|the bot|this bot)|what is (?:dossier(?: for)?|this (?:bot|thing)(?: for)?)|(?:can you )?help me(?: please)?|wer bist du|was kannst du(?: (?:alles|tun|machen))?|qui es-tu|que peux-tu faire|que sais-tu faire|quien eres|que puedes hacer|chi sei|cosa (?:sai|puoi) fare|quem es tu|o que voce faz|wie ben (?:je|jij)|wat kun je(?: doen)?)$/u;

const PRAISE =
  '(?:great|good|nice|cool|excellent|amazing|awesome|perfect|brilliant|fantastic|wonderful|lovely|super|interesting|fascinating|helpful|useful|impressive|clear|right|true|fair|neat|sweet|wild|crazy|sad|funny|strange|weird|handy|solid|top|exactly|precisely|absolutely|definitely|totally|indeed|correct)';
const THING =
  '(?:find|finding|work|job|stuff|one|point|catch|idea|news|answer|summary|question|read|enough|call|thing|to know|to hear|luck|start|overview|brief|morning|day|weekend|night|evening|week|grief|lord)';

/** Agreement, laughter, praise, good-byes, and what people say of what they do. */
const CHATTER: readonly RegExp[] = [
  /^[+-]1\b|^(?:\d{1,3}%|\^+|this|same|ditto)(?: (?:from me|here|for me))?$/u,
  new RegExp(
    `^(?:(?:very|so|really|pretty|quite|super|most|that's|thats|how|all|even|what a|it's|this is|that is|looks|sounds|seems) )*${PRAISE}(?: (?:and|&) ${PRAISE})?(?: ${THING})?(?: (?:indeed|then|to me|by me|for me|everyone|all|team|guys|with me|though|tbh|too|as well|there|mate|man|\\p{L}{3,9}))?$`,
    'u',
  ),
  /^(?:ok(?:ay|ey|i)?|k|kk|ya|yeah|yea|yep|yes|yup|no|nope|nah|sure|sure thing|of course|alright|all right|right|fine|done|noted|agreed|agree|i agree|i disagree|same|true|deal|what|say what|go ahead|go for it|go on then|after you|sorry|so sorry|apologies|excuse me|please|yes please|no thanks|no worries at all|not bad|not at all|not yet|not really|not sure|not now|of course not|why not|what a (?:day|week|mess|shame|relief|surprise|story)|too (?:bad|good|funny|late)|oh (?:yes|my|god|really|nice|great|good|dear)|my goodness|my god|for sure|for real|you bet|big time|big if true|long story|same difference|no kidding|no way|no idea|no clue|no rush|no need|no comment|no doubt|hear hear|amen|respect|legend|hero|genius|beautiful|brilliant|nailed it|spot on|bingo|boom|exactly this|this is it|that's it|that's all|that's that|all yours|mine too|here too|count me in|i'm in|in|out|both|either|neither|maybe|perhaps|probably|possibly|likely|apparently|obviously|clearly|literally|actually|basically|finally|eventually|soon|now|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|next week|in a bit|in a minute|one (?:sec|second|moment|minute)|just a (?:sec|second|moment|minute)|hold on|wait|hang on|stand by|test|testing|ping|pong|bump|up|done and done|shipped|merged|posted|sent|fixed|updated|deleted|resolved|approved|confirmed|checked|seen|read|ack|acknowledged|wilco|ten four|aye|yessir|yes sir|yes ma'am|indeed|quite|rather|precisely|affirmative|negative|nice to meet you|pleased to meet you|long time no see|how are things|what's up|sup|how's it going|how are you|good to see you|roger|copy|copy that|got it|gotcha|understood|makes sense|sounds good|works for me|will do|on it|no problem|no worries|np|my bad|my pleasure|you're welcome|you are welcome|welcome|anytime|never ?mind|nvm|me too|me neither|same here|fair|fair enough|good to go|all good|all set|well said|well done|good point|point taken|touche|i see|oh|ooh|ah|aha|hm+|huh|uh|uh-huh|mhm|oh no|oh well|ouch|oops|whoops|yikes|wow|whoa|omg|damn|geez|jeez|ugh|meh|yay|woohoo|wtf|smh|lgtm|tbh|imo|idk|fyi|btw|brb|afk|bbl|omw|ttyl|gtg|rip|really|seriously|ready|anyway|whatever|congrats|congratulations|kudos|props|bravo|chapeau|hooray|cheers|bless you|good luck|take care|see you|see ya|cya|bye+|bye bye|goodbye|good night|later|see you (?:all )?(?:later|tomorrow|there|soon|then|on \p{L}+)|have a .*|happy \p{L}+(?: .*)?|lol|lmao|lmfao|rofl|xd|(?:a?ha|he|hi|ja|je|xa){1,9}h?|k{2,}|x{2,}|(?:ха|хе|хи){1,9})$/u,
  /^(?:genau|klingt gut|stimmt(?: genau)?|passt|alles klar|gerne?|gern geschehen|klar|einverstanden|verstanden|prima|toll|klasse|spitze|perfekt|interessant|spannend|gut zu wissen|sehr gut|gut|na klar|ach so|achso|jo|ja|nein|ne|doch|(?:dann |also )?bis (?:spater|morgen|dann|gleich|nachher|bald)|tschuss|tschau|mach ich|erledigt|schones wochenende|schon(?:en|es) .*|krass|ich auch(?: nicht)?|geht klar|kein problem|nicht schlecht|nicht schlimm|schade|schon wieder|na gut|von mir aus|meinetwegen|logo|stark|hammer|lustig|haha ja|mahlzeit|feierabend|cool|nice|keine ahnung|keine ursache|gute idee|guter fund|ja klar|ja genau|nee|okay danke|sehe ich (?:genauso|anders)|sehe ich auch so|sehr interessant|guter punkt|super)$/u,
  /^(?:d'accord|ok d'accord|entendu|compris|parfait|genial|super|bien vu|bien recu|tres bien|tres interessant|interessant|c'est note|note|bien sur|oui|non|ouais|voila|exact|exactement|tout a fait|de rien|je vois|a (?:demain|plus|bientot|tout a l'heure|toute)|bonne (?:journee|soiree|nuit|idee)|bon (?:week-end|courage|appetit)|mdr|ptdr|bravo|felicitations|top|chouette|moi (?:aussi|non plus)|pareil|idem|ca marche|ca roule|ca me va|pas de (?:souci|probleme)|pas mal|pas grave|pas faux|c'est vrai|ca va|super boulot|beau travail|bon travail|merci bien|nickel|c'est (?:bon|clair|parti)|bonne trouvaille|carrement|grave|au revoir)$/u,
  /^(?:vale|de acuerdo|perfecto|genial|claro(?: que si)?|entendido|muy bien|bien|si|exacto|yo (?:tambien|tampoco)|buena idea|sin problema|no hay problema|por supuesto|ya veo|ok(?:ay)? gracias|anch'io|buona idea|nessun problema|bella|bello|eu tambem|boa ideia|sem problema|blz|estupendo|que (?:bien|bueno|interesante|pena|risa|rapido|fuerte|lastima|guay|maravilla|raro|curioso|horror|alegria)|muy interesante|interesante|de nada|listo|hecho|hasta (?:luego|manana|pronto)|nos vemos(?: .*)?|buen (?:trabajo|punto|dia|provecho|fin de semana)|adios|jaja\S*|buona (?:giornata|serata|notte)(?: a .*)?|suena bien|suona bene|va bene|d'accordo|perfetto|ottimo|certo|esatto|molto (?:bene|interessante)|prego|capito|fatto|a (?:dopo|domani|presto|piu tardi)|ci vediamo(?: .*)?|arrivederci|buon (?:lavoro|weekend|appetito)|interessante|combinado|beleza|perfeito|otimo|legal|claro|com certeza|de acordo|entendi|concordo|sim|feito|ate (?:logo|amanha|ja|mais)|muito (?:bom|interessante)|kkk+|rsrs\S*)$/u,
  /^(?:prima|klinkt goed|doe maar|ik ook|goed idee|geen probleem|lekker|mooi|goed(?: zo| punt| idee)?|eens|akkoord|klopt|helemaal (?:goed|mee eens)|mee eens|graag gedaan|begrepen|duidelijk|tot (?:straks|morgen|later|zo|ziens)|doei|top|leuk|interessant|fijn|ok dan|bra|tack sjalv|ок|окей|да|нет|понятно|понял[а]?|ясно|круто|отлично|согласен|согласна|супер|хорошо|класс|до завтра|пока|увидимся|точно)$/u,
  /^(?:はい|いいえ|うん|了解(?:です|しました)?|りょ|承知(?:しました|です)?|わかりました|分かりました|なるほど|いいね|いいですね|すごい(?:ですね)?|さすが|面白い(?:ですね)?|お疲れ様(?:です|でした)?|おつかれ(?:さま)?(?:です)?|お願いします|よろしく(?:お願いします)?|笑+|草+|w+|ですね|そうですね|また(?:明日|後で|ね)|好(?:的|吧|啊|呀)?|收到|明白(?:了)?|知道了|没问题|同意|赞(?:同)?|不错|很好|太好了|厉害|辛苦了|加油|对(?:的|啊)?|是(?:的|啊)|嗯+|哦+|哈+|呵+|再见|明天见|有意思|네+|넵+|예|아니요|좋아요?|좋습니다|알겠(?:습니다|어요)|그렇(?:군요|네요)|동의(?:합니다|해요)?|대박|수고(?:하셨습니다|하세요|했어요)?|ㅋ+|ㅎ+|ㅇㅇ|ㅇㅋ|굿|재밌네요|내일 봐요)$/u,
];
