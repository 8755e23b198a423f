/** A kind of fact that questions ask for by a noun: “up to which amount”, “quel délai”. */
type NamedFact = 'duration' | 'share' | 'money' | 'number' | 'when' | 'where';

/** What six languages other than English call each kind of fact; the last part of a German or Dutch compound. */
const NOUNS: Readonly<Record<NamedFact, Readonly<Record<keyof typeof FRAMES, string>>>> = {
  duration: {
    de: 'frist|dauer|alter|zeitraum|zeitspanne|laufzeit|wartezeit|amtszeit',
    fr: 'délai|durée|âge|temps',
    es: 'plazo|duración|edad|antigüedad|tiempo',
    it: 'durata|età|tempo|termine',
    pt: 'prazo|duração|idade|tempo',
    nl: 'termijn|duur|leeftijd|looptijd',
  },
  share: {
    de: 'anteil|prozentsatz|quote',
    fr: 'pourcentage|proportion|part',
    es: 'porcentaje|proporci[óo]n|parte',
    it: 'percentuale|quota|proporzione',
    pt: 'percentagem|porcentagem|percentual|proporção|parcela',
    nl: 'percentage|deel|aandeel',
  },
  money: {
    de: 'preis|betrag|summe|gehalt|lohn|einkommen|gebühr|miete|budget|etat|bußgeld|geldbuße|geldstrafe|umsatz|gewinn|honorar|vergütung',
    fr: 'prix|montant|budget|somme|coût|tarif|salaire|loyer|amende|cotisation|indemnité|rémunération|revenu',
    es: 'importe|suma|precio|coste|costo|sueldo|salario|multa|presupuesto|tarifa|cuota|monto|alquiler',
    it: 'importo|somma|cifra|prezzo|costo|stipendio|salario|multa|budget|tariffa|canone|affitto|compenso',
    pt: 'valor|preço|custo|orçamento|salário|montante|multa|mensalidade|aluguel',
    nl: 'bedrag|prijs|som|salaris|loon|inkomen|budget|boete|contributie|huur|tarief|vergoeding',
  },
  number: {
    de: 'anzahl|zahl|größe|höhe|menge|temperatur|geschwindigkeit|fläche|entfernung|gewicht|mehrheit|strafe|bevölkerung',
    fr: 'nombre|taux|taille|majorité|quantité|superficie|vitesse|température|population|distance|hauteur|poids|capacité',
    es: 'n[úu]mero|cantidad|tasa|población|tamaño|superficie|velocidad|temperatura|distancia|altura|peso|mayoría|capacidad',
    it: 'numero|tasso|popolazione|superficie|velocità|temperatura|distanza|altezza|peso|maggioranza|capacità|quantità',
    pt: 'número|quantidade|taxa|população|tamanho|área|velocidade|temperatura|distância|altura|peso|maioria|capacidade',
    nl: 'aantal|snelheid|temperatuur|afstand|hoogte|gewicht|meerderheid|oppervlakte|bevolking|omvang|capaciteit',
  },
  when: {
    de: 'jahr|jahres|jahrhundert|monat|tag|datum|termin|zeitpunkt|uhrzeit|stichtag',
    fr: 'année|date|jour|mois|heure|siècle|époque|échéance',
    es: 'año|fecha|mes|día|siglo|hora|época',
    it: 'anno|data|mese|giorno|secolo|ora|epoca|scadenza',
    pt: 'ano|data|m[êe]s|dia|século|horas?|época',
    nl: 'jaar|datum|dag|maand|eeuw|tijdstip|moment',
  },
  where: {
    de: 'stadt|städten|ort|orten|land|ländern|region|gemeinde|bundesland|adresse|gebäude|stadtteil',
    fr: 'villes?|pays|régions?|départements?|communes?|lieux?|endroit|adresse|quartiers?',
    es: 'ciudad(?:es)?|país(?:es)?|regi(?:ón|ones)|provincias?|lugar(?:es)?|localidad|dirección|municipios?',
    it: 'città|paes[ei]|region[ei]|comun[ei]|luog(?:o|hi)|provinc(?:ia|e)|indirizzo|sede',
    pt: 'cidades?|país(?:es)?|regi(?:ão|ões)|estados?|lugar(?:es)?|municípios?|endereço|local',
    nl: 'stad|steden|land|landen|plaats|regio|gemeenten?|provincie|adres|locatie',
  },
};

/** How each language asks for a noun: “welcher …”, or, where a word must follow, “was ist der … von”. */
const FRAMES = {
  de: (noun: string) =>
    `welche[rsmn]? (?:\\p{L}+e[rnsm]? )?(?:${noun})|(?:was|wie) (?:ist|war|beträgt|lautet) (?:der|die|das) (?:${noun})(?= \\p{L})`,
  fr: (noun: string) => `quel(?:le)?s? (?:(?:est|était|sont|sera|fut) )?(?:(?:le|la|les) |l[’'])?(?:${noun})`,
  es: (noun: string) =>
    `(?:qué|que(?<=^[^\\p{L}]*(?:(?:en|a|de|desde|hasta|con|por|para|sobre) )?que)|cu[áa]l(?:es)? (?:es|son|era|fue|será) (?:el|la|los|las)) (?:${noun})`,
  it: (noun: string) => `(?:(?:che|quale|quali) |qual (?:è|era|sarà|fu) (?:(?:il|lo|la) |l[’']))(?:${noun})`,
  pt: (noun: string) => `(?:que|(?:qual|quais) (?:(?:é|são|foi|era|será) )?(?:o|a|os|as)) (?:${noun})`,
  nl: (noun: string) => `welke? (?:\\p{L}+e )?(?:${noun})|wat (?:is|was) (?:de|het) (?:${noun})(?= \\p{L})`,
};

// “Höchstdauer”, “Mindestalter”; but “Verwalter”, “Tierhalter”, “Veranstalter” are no compounds of “Alter”, nor is “Alkoholgehalt”
// one of what people earn, or “Literaturpreis” of what things cost.
const NO_COMPOUND = [
  '(?:[fhpw]|anst|gest)(?=alter)',
  '(?:stoff|alkohol|zucker|salz|fett|energie|wasser)(?=gehalt)',
  '(?:nobel|friedens|literatur|film|buch|kunst|kultur|musik|medien|förder|ehren|forschungs|wissenschafts)(?=preis)',
  '(?:nobel|vredes|literatuur|film|boeken)(?=prijs)',
].join('|');
const COMPOUND = `(?:\\p{L}{3,}(?<!${NO_COMPOUND}))?`;
const COMPOUNDS = { de: ['duration', 'share', 'money', 'number'], nl: ['duration', 'money'] };

/** Lists how questions ask for a kind of fact by its name, in six languages, as expressions of whole words. */
export function askedByNoun(fact: NamedFact): readonly string[] {
  const { de, fr, es, it, pt, nl } = NOUNS[fact];
  const compound = (nouns: string, language: keyof typeof COMPOUNDS) =>
    COMPOUNDS[language].includes(fact) ? `${COMPOUND}(?:${nouns})` : nouns;
  return [
    ...[FRAMES.de(compound(de, 'de')), FRAMES.fr(fr), FRAMES.es(es)],
    ...[FRAMES.it(it), FRAMES.pt(pt), FRAMES.nl(compound(nl, 'nl'))],
  ];
}
