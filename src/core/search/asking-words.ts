// Words by which people ask rather than what they ask about, by ISO 639-1.
const WORDS: Readonly<Record<string, string>> = {
  de: `geschieht geschah geschehen passiert passierte passieren sagt sagte sagen gesagt meint meinte meinen denkt denken heißt heisst heißen bedeutet bedeuten nennt nennen genannt
    erklärt erkläre erklären beschreibt beschreibe meinung meinungen ansicht ansichten braucht brauche brauchen steht stehen
    gilt gelten liegt liegen zeige zeigen finde bitte dokument dokumente dokumenten text texte texten quelle quellen erwähnt
    aktuell aktuelle aktuellen derzeit derzeitige stark häufig schnell neueste neuesten jüngste jüngsten letzte letzten heute eigentlich genau
    grund gründe gründen`,
  en: `what who whom whose which when where why how many much often long think thinks thought thoughts say says said saying
    tell know happen happens happened mean means meant describe describes described explain explains call called calls
    give gives gave given view views opinion opinions believe believes regard according about name names named
    document documents article articles text texts source sources mention mentions mentioned find show list please
    latest newest recent current now today nowadays exactly specifically currently actually really thing things kind type
    sort main there want wants reason reasons`,
  es: `pasa pasó pasado sucede sucedió ocurre ocurrió hora cuesta cuestan dice dicen dijo decir piensa piensan opina significa llama llaman llamado llamada explica explicar describe opinión
    documento documentos texto textos fuente fuentes menciona último última últimos últimas reciente recientes actual
    actualmente ahora hoy exactamente razón razones motivo quiere`,
  fr: `passe passé passée temps montant arrive arrivé dit dire disent pense penser pensent signifie signifier veut veulent appelle appelé appelée nomme nommé explique
    expliquer décrit décrire donne donner donnez avis opinion document documents texte textes source sources mentionne
    dernier dernière derniers dernières récent récente actuel actuelle actuellement maintenant aujourd’hui exactement
    raison raisons`,
  it: `succede successo accade accaduto dice dicono detto dire pensa pensano significa chiama chiamano chiamato spiega spiegare descrive opinione documento
    documenti testo testi fonte fonti menziona ultimo ultima ultimi ultime recente recenti attuale attualmente adesso ora
    oggi esattamente ragione ragioni motivo motivi vuole`,
  ja: '起き 起こっ 言う 言っ 述べ 思う 思っ 考え 意味 名前 文書 最新 最近 現在 今 理由 教え',
  ko: '쓸 쓰나요 쓰려면 할 하나요 하려면 될 되나요 가능한가요 말했나요 생각하나요 의미하나요 뜻하나요 이름 문서 최신 최근 현재 지금 오늘 이유',
  nl: `gebeurt gebeurde gebeurd zegt zei zeggen vindt vinden denkt denken betekent betekenen heet heten genoemd noemt beschrijft mening document
    documenten tekst teksten bron bronnen laatste recente nieuwste huidige nu vandaag precies hoog groot lang vaak snel oud reden redenen geldt ligt staat`,
  pl: 'stało dzieje działo znaczy mówi mówią myśli nazywa ostatni ostatnia ostatnie obecnie teraz dziś powód',
  pt: `acontece aconteceu ocorre ocorreu diz dizem disse dizer pensa pensam significa chama chamam chamado chamada explica explicar descreve opinião documento
    documentos texto textos fonte fontes menciona último última últimos últimas recente recentes atual atualmente agora
    hoje exatamente razão razões motivo quer`,
  zh: '发生 發生 说 认为 觉得 意思 叫 称 名字 文件 文档 最新 最近 目前 现在 今天 原因 请 告诉',
};

const known = new Map<string, ReadonlySet<string>>();

/** Whether a word only asks, in English or in the language of the question: “says”, “bedeutet”. */
export function isAsking(written: string, language: string): boolean {
  const word = written.toLowerCase();
  return wordsOf('en').has(word) || wordsOf(language).has(word);
}

function wordsOf(language: string): ReadonlySet<string> {
  const words = known.get(language) ?? new Set((WORDS[language] ?? '').split(/\s+/));
  known.set(language, words);
  return words;
}
