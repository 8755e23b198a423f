/** Function words missing from the lists of `stopword`, by ISO 639-1: above all those that people ask with. */
export const MORE_FUNCTION_WORDS: Readonly<Record<string, string>> = {
  ar: 'لماذا أين متى كيف كم ماذا',
  da: 'hvilke',
  de: `wieviel wieviele fürs ums ans aufs durchs übers unters vors hinters weshalb wieso woher wohin ob obwohl falls sobald bevor ehe bzw ggf usw pro laut gemäß gemäss
    mittels anhand innerhalb außerhalb sowohl hierzu hierfür hiervon hierbei wobei wofür womit wodurch worauf worüber
    wovon woran wozu worin weswegen inwieweit inwiefern dürften könnten müsste müssten solle hieß unserem unserer unseren`,
  en: `does doing done not no nor so than whom us whose these those its it’s per via upon while although
    though ours yours itself themselves herself own shall may am were had having until again once few
    both each any just don isn aren doesn didn wasn weren hasn haven wouldn shouldn couldn can
    cannot she s t re ve ll d m dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt shouldnt couldnt
    cant mustnt neednt theyre youre weve theyve youve theyll youll`,
  es: `quién quiénes cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas qué es fue son era eran fueron ser
    sido siendo está están estaba estaban estar esté hay haya había habían he has ha hemos han haber sea sean sería serían
    puede pueden podía podría podrían poder debe deben debería tiene tienen tenía tener hace hacen hacer unos unas ella
    ellos ellas nosotros usted ustedes te os les lo este esta estos estas esa esos esas aquel aquella aquellos aquellas
    esto eso aquello mis tus nuestro nuestra nuestros nuestras cuyo cuya cuyos cuyas cuales quienes todo toda todos todas
    otra otros otras mismo misma mismos mismas tan tanto tanta tantos tantas aún todavía tampoco siempre nunca si pues
    aunque mientras antes después entonces luego así hacia según ante bajo tras mediante menos mucho mucha muchos muchas
    poca pocos pocas algo alguien algún alguna algunos algunas nada nadie ningún ninguna ninguno cada va van`,
  fi: `kuka ketkä mikä mitkä milloin missä mistä miksi miten kuinka monta montako paljonko mitä minkä mihin millainen
    onko olla olen olet olemme olisi he minä sinä me te ne tämä nämä tuo nuo ei en et emme ette eivät voivat voiko pitää
    täytyy jos vaikka koska jotta niin näin vielä aina kaikki joku jokin jokainen paljon vähän`,
  fr: `quoi quand pourquoi comment combien où quel quelle quels quelles lequel laquelle lesquels lesquelles est-ce dont donc
    car si comme aussi très plus moins après avant pendant depuis entre vers chez contre sous selon lors lorsque afin ainsi
    alors cependant encore déjà toujours jamais tout tous toute toutes autre autres chaque plusieurs certains certaines
    aucun aucune quelque quelques puis parce tel telle tels telles dès jusque celui celle ceux celles y or ni faut fallait
    faudra t doit doivent devait peut peuvent pouvait pourra pourrait fait font va vont via`,
  it: `cosa qual quando quali quanto quanta quante quanti perché dove dopo prima poi ancora già sempre mai molto molta molti molte
    poco ogni altro altra altri altre stesso stessa stessi stesse così quindi però mentre durante secondo fra verso senza
    fino presso può possono poteva potrebbe deve devono doveva dovrebbe essere avere viene vengono venne vennero`,
  ja: `何 誰 だれ どなた いつ どこ どちら なぜ どうして どう どうやって どのよう いかに どの どれ どんな 何人 何年 何で 何件 何個 何回 何日 何月 何歳 何円 何時 何時間 何本 何枚 どれだけ どのくらい どれくらい いくら いくつ なに した ま
    ました ます ませ まし でしょう でしょ ください ような よう しま ありま あり くらい ぐらい でし まし たい`,
  ko: `은 는 이 가 을 를 의 에 와 과 도 또는 대한 대해 대해서 대하여 있는 있다 있습니다 있습니까 하는 되는 입니까 합니까 합니다
    됩니까 됩니다 무엇 무엇인가요 무엇입니까 누구 누가 누구인가요 언제 언제인가요 언제부터 언제까지 어디 어디에 어디서 어디에서
    어디인가요 어느 무슨 왜 어떻게 어떤 얼마 얼마나 얼마인가요 얼마입니까 몇 하나요 인가요 있나요 되나요 되었나요 했나요 였나요
    었나요 나요 있었나요 있었습니까 했습니까 수 것 이다 위해 위한 통해 따라`,
  nl: `wanneer waar waarom welke welk wiens hoeveel waarheen waarvoor waarbij waarmee waarvan waarop bent wordt werden geworden
    hadden zullen zouden konden mag mogen mocht moeten moest willen wilde gaat gaan ging elk elke ieder iedere enkele
    sommige zelfde dezelfde hetzelfde voordat nadat omdat zodra zolang opdat alvorens waarin waardoor waaruit waarna daarin daardoor daarbij hierin er daarom daarmee daarvoor daarna hierbij hiervan tijdens volgens tussen binnen buiten
    sinds totdat indien hoewel terwijl zodat doordat echter jullie hen onze jouw`,
  no: 'hvilket mye mange',
  pt: `onde aonde quê porquê quanto quanta quantos quantas é são era eram foi foram ser sendo sido está estão estava estavam
    estar há havia haver tem têm tinha tinham ter pode podem podia poderia poder deve devem deveria seja sejam seria todo
    toda todos todas outro outra outros outras cada muita muitas pouco pouca poucos poucas algum alguma alguns algumas
    nenhum nenhuma qualquer ainda sempre nunca aqui ali lá então assim porque pois embora enquanto antes durante desde
    contra sobre sob após perante tão tanto cujo cuja vai vão faz fazem fazer`,
  ro: 'câți câte și cine când unde cum',
  ru: `почему сколько какие каком какая какое какого каким когда куда откуда зачем чей который которая которое которые
    которых которой является также после около свой своя свои еще ещё её будут могут должен должна должны`,
  tr: 'zaman kaç mi mı mu mü hangisi',
  uk: 'хто чому скільки коли де що як',
  zh: `什么 哪里 哪儿 何时 什么时候 时候 怎么 怎样 怎么样 为什么 如何 哪些 哪个 哪位 多少 被 关于 有关 吗 呢 是否 可以 能 能够 应该 必须
    并且 或者 以及 因为 所以 但是 但 而 而且 如果 则 由 从 以 将 对于 其 其他 所 这个 那个 这些 那些 它 它们 您 我们 你们 他们 自己
    之间 之后 之前 期间 通过 根据 按照 使 让 给 多少钱 多久 多长 多大 多高 多远 几天 几年 几个 几次 几月 几号 几点 几名 几位 什麼 甚麼 哪裡 怎麼 為什麼 關於 嗎 我們 你們 他們 這個 這些 那個 那些 個 與 從 對 於`,
};

/**
 * Words in the lists of `stopword` that say what a text is about, by ISO 639-1: nouns such as “Recht”, “Tag” and
 * “Mensch”, and a few verbs.
 */
export const NO_FUNCTION_WORDS: Readonly<Record<string, string>> = {
  ar: 'أب أخ سنة سنوات عام زيارة شخصا برس',
  cs: 'článku články zprávy téma',
  da: 'mand',
  de: `bekannt beispiel ehrlich ende ernst gott jahr jahre jahren leide mann mensch menschen mittel ordnung recht rechte
    rechten rechter rechtes richtig sache satt schluss startseite suche tag tage tagen tat teil uhr weg zeit`,
  hu: 'cikk cikkek cikkeket búcsú',
  ko: '시간 시각 아이 구토하다 토하다 놀라다 오르다 도착하다 도달하다',
  ro: 'fata graţie halbă noroc timp vreme spate',
  sv: 'beslut beslutat beslutit dag dagar dagarna dagen',
};
