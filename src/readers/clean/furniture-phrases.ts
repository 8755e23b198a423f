const CONTROLS = [
  'advert|advertisements?|advertising|ads?|anzeige|werbung|publicidad|publicidade|pubblicità|publicité|реклама|広告|광고',
  'shares?|sharing|tweet|e-?mail|print|facebook|twitter|linkedin|pinterest|reddit|whatsapp|telegram|instagram|youtube',
  'tumblr|flipboard|pocket|buffer|pin|pin it|messenger|snapchat|tiktok|rss|vk|vkontakte|odnoklassniki|copied|disqus',
  'teilen|partager|compartir|compartilhar|condividi|поделиться|シェア|ツイート|スポンサード ?リンク',
  'subscribe|subscribe now|subscription|register|login|logout|signup|search|suche|buscar|menu|close|home|cancel|submit|ok',
  'next|previous|prev|back|more|loading|play|replay|videos?|gallery|caption|save|listen|comments?|continue|text size',
  'sign (?:in|up|out)|log (?:in|out)|skip to (?:main )?content|back to (?:top|gallery|home)|order reprints|no thanks',
  '(?:see|view|show|load|read|learn|find out) (?:all|more|less|next|gallery|comments|full (?:story|article))',
  'read the full (?:story|article)|keep reading|continue reading(?: below| the main story)?|mehr lesen|weiterlesen',
  'lire la suite|leer más|leia mais|copy (?:this )?link|copy link url|get short url|short ?link|more sharing options',
  '(?:click to )?(?:share|tweet|e-?mail|print|pin) (?:this|all|on|via|by|to|with|article)\\b.{0,40}|save for later',
  'view the discussion thread|sponsored(?: links| content)?|supported by|promoted(?: content)?',
  'stay (?:connected|in touch|up to date)|(?:follow|connect with) us(?: .{1,24})?',
  'no time to read|short on time|get (?:a|the) summary',
  'перейти к (?:контенту|содержимому|содержанию)|zum inhalt(?: springen)?|(?:aller|passer) au contenu(?: principal)?',
  '(?:saltar|ir) al contenido(?: principal)?|(?:vai|passa) al contenuto(?: principale)?|(?:ir|pular) para o conteúdo(?: principal)?',
];

const SECTIONS = [
  'related|related (?:articles?|stories|story|topics|tags|content|posts?|news|links|coverage|reading|videos?)',
  'most (?:popular|read|viewed|shared|recent|commented)(?: .{1,24})?|popular(?: .{1,20})?|trending(?: .{1,20})?|top stories',
  'latest|the latest|latest (?:news|stories|videos|posts|articles|headlines|from .{1,24})',
  'recent (?:posts|articles|stories|news|comments)|more (?:from|in|on|by|news|stories|coverage|articles|great|like) ?.{0,40}',
  'read (?:this )?next|up next|next up(?: .{1,30})?|what to read next|around the web|from the web|elsewhere on .{1,30}',
  'you (?:may|might) (?:also )?(?:like|be interested in|have missed|enjoy)|we recommend|(?:recommended|suggested)(?: .{1,24})?',
  "don['’]?t miss|in case you missed it|editor['’]?s (?:picks?|choice)|something to consider|on our radar|also on .{1,30}",
  '(?:.{1,24} )?newsletters?',
  '(?:previous|next|older|newer) (?:article|story|post)s?|(?:next|previous) (?:article|story|post)[: ].{1,120}|post navigation',
  'about (?:the|this) (?:author|writer)s?|tags?|filed (?:to|under).{0,80}|in this article.{0,80}',
  '(?:show |view )?\\d+ (?:comments?|replies|shares?)',
  'artigos relacionados|artículos relacionados|noticias relacionadas|notícias relacionadas|articoli correlati',
  'articles liés|à lire aussi|mehr zum thema|meistgelesen|você pode gostar|関連記事|人気記事|タグ',
  '相关新闻|相关文章|相关阅读|推荐阅读|관련 ?기사|похожие .{1,20}|самые популярные .{1,20}',
];

const COMMENT_HEADINGS = [
  '\\d+ (?:responses|thoughts|replies|comments) (?:to|on) .{1,200}|(?:leave|post|add) (?:a )?(?:comment|reply)\\b.{0,24}',
  'join the (?:conversation|discussion)|lascia un commento\\b.{0,24}|laisser un commentaire|deja un comentario',
  'deixe um comentário|schreibe einen kommentar|комментарии|отзывы|добавить отзыв',
];

const TEASER_ENDS = [
  '(?:keep|continue) reading|read (?:more|full story|the full story)|show (?:less|more)|mehr lesen|leer más|lire la suite',
];

/** Whole lines that are a page's controls: its share buttons, menus, forms and advertisement marks. */
export const CONTROL = wholeLine(CONTROLS);

/** Whole lines that open a part of the page that is not the article, such as related links or a newsletter box. */
export const SECTION = wholeLine(SECTIONS);

/** Whole lines that open the readers' comments, after which no article continues. */
export const COMMENTS = wholeLine(COMMENT_HEADINGS);

/** Whole lines that end the teaser of another article, two such labels run together included. */
export const TEASER_END = new RegExp(`^(?:${TEASER_ENDS.join('|')})(?: ?(?:show less|show more))?$`, 'iu');

const ORDINARY_WORDS = [
  'shares?|sharing|e-?mail|print|pin|buffer|pocket|messenger|search|menu|close|home|cancel|submit|ok|register|save|listen',
  'subscription|next|previous|prev|back|more|loading|play|replay|videos?|gallery|caption|comments?|continue|text size',
  'related(?: .{1,20})?|popular(?: .{1,20})?|trending(?: .{1,20})?|the latest|latest(?: news| from .{1,24})?|recent .{1,20}',
  'more (?:from|in|on|by|news|like) ?.{0,40}|up next|next up(?: .{1,30})?|(?:recommended|suggested)(?: .{1,24})?',
  'something to consider|on our radar|newsletters?|(?:previous|next|older|newer) (?:article|story|post)s?',
  '(?:next|previous) (?:article|story|post)[: ].{1,120}|about (?:the|this) (?:author|writer)s?|tags?|in this article.{0,80}',
  '(?:show |view )?\\d+ (?:comments?|replies|shares?)|supported by|promoted(?: content)?|sponsored|get (?:a|the) summary',
];

/** Those of these lines that are ordinary words too, as of a heading in minutes or a menu in a manual. */
export const ORDINARY = wholeLine(ORDINARY_WORDS);

/** Whole lines that mark an advertisement, also between two paragraphs. */
export const ADVERTISEMENT =
  /^(?:advert|advertisements?|advertising|ads?|anzeige|werbung|publicidad|реклама|広告|광고)$/iu;

function wholeLine(phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${phrases.join('|')})$`, 'iu');
}
