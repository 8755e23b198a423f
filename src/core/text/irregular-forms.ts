/** Returns the base form of an English word whose forms no rule of endings tells: win for “won”, child for “children”. */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word;
}

// Each base form with its others. Left out is what is mostly another word or a name: fed, ground, bore, lay, bound, wound.
const FORMS = `arise arose arisen|awake awoke awoken|bear borne|beat beaten|become became|begin began begun|bend bent|bite bit bitten
|bleed bled|blow blew blown|break broke broken|breed bred|build built|burn burnt|buy bought|catch caught|choose chose chosen
|cling clung|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
|fall fell fallen|feel felt|fight fought|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecasted
|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|go went gone
|grow grew grown|hang hung|hear heard|hide hid hidden|kneel knelt|lead led|lean leant|learn learnt
|lend lent|lose lost|meet met|mistake mistook mistaken|overcome overcame|oversee oversaw overseen
|overtake overtook overtaken|pay paid|plead pled|prove proven|repay repaid|ride rode ridden|ring rang rung|rise rose risen|say said
|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung
|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|spread spreads|spring sprang sprung
|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept
|swim swam swum|swing swung|teach taught|tear tore torn|throw threw thrown|undergo underwent undergone
|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|wake woke woken|wear wore worn|weave wove woven
|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
|child children|man men|woman women|foot feet|tooth teeth|mouse mice|goose geese|ox oxen|wife wives|knife knives|wolf wolves|shelf shelves
|thief thieves|loaf loaves|half halves|crisis crises|analysis analyses|thesis theses|hypothesis hypotheses|diagnosis diagnoses
|criterion criteria|phenomenon phenomena`;

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.split('|').flatMap((line) => {
    const [base = '', ...others] = line.trim().split(' ');
    return others.map((form) => [form, base] as const);
  }),
);
