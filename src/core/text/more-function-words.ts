/** Function words missing from the lists of `stopword`, by ISO 639-1: above all those that people ask with. */
export const MORE_FUNCTION_WORDS: Readonly<Record<string, string>> = {
  ar: 'لماذا أين متى كيف كم ماذا',
  da: 'hvilke',
  de: 'wieviel wieviele weshalb wieso woher wohin',
  en: `does doing done not no nor so than whom us whose these those its it’s per via upon while although
    though ours yours itself themselves herself own shall may am were had having until again once few
    both each any just don isn aren doesn didn wasn weren hasn haven won wouldn shouldn couldn can
    cannot she s t re ve ll d m`,
  es: 'quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas qué es fue son era',
  fi: 'kuka mikä milloin missä miksi miten kuinka monta mitä minkä mihin',
  fr: 'quoi quand pourquoi comment combien où quel quelle quels quelles est-ce',
  it: 'cosa quando quali quanto quanta quanti quante perché dove',
  ja: '何 誰 いつ どこ なぜ どう どの どれ どんな いくら いくつ した ま ました しょう でしょう ください',
  ko: `은 는 이 가 을 를 의 에 와 과 도 또는 대한 대해 대하여 있는 하는 되는 입니까 합니까 무엇 무엇인가요 무엇입니까 누구
    누구인가요 언제 언제인가요 어디 어디인가요 왜 어떻게 어떤 얼마나 몇 하나요 인가요 있나요 되나요`,
  nl: 'wanneer waar waarom welke hoeveel waarheen waarvoor',
  pt: 'onde quê porquê quanto quanta quantos quantas é quando quem',
  ro: 'câți câte și cine când unde cum',
  ru: 'почему сколько какие каком какая какое',
  tr: 'zaman kaç mi mı mu mü',
  uk: 'хто чому скільки коли де що як',
  zh: '什么 哪里 哪儿 何时 什么时候 怎么 怎样 为什么 如何 哪些 哪个 多少 被 关于 吗 呢 什麼 哪裡 怎麼 為什麼 關於',
};
