/** What an RTF file may state about itself. */
export type RtfProperty = 'title' | 'author';

/** What holds for text at a place of an RTF file; groups inherit it. */
export interface RtfState {
  /** Where text goes: what is shown, the names of fonts, what the file states about itself, or nowhere. */
  readonly target: 'text' | 'fonts' | 'info' | RtfProperty | 'nowhere';
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly deleted: boolean;
  readonly raised: boolean;
  readonly font: number;
  /** How many characters stand for a Unicode one in programs that do not know it. */
  readonly fallback: number;
  readonly inTable: boolean;
  readonly headerRow: boolean;
}

/** The state at the start of a file. */
export const START: RtfState = {
  ...{ target: 'text', hidden: false, struck: false, deleted: false, raised: false },
  ...{ font: -1, fallback: 1, inTable: false, headerRow: false },
};

// Groups that hold no text of the document.
const NOWHERE = new Set(
  (
    'colortbl stylesheet list listlevel listname leveltext levelnumbers listoverride listtable listoverridetable revtbl rsidtbl generator pict header headerl headerr headerf footer footerl ' +
    'footerr footerf ftnsep ftnsepc aftnsep aftnsepc fldinst nonshppict objdata objclass objname themedata colorschememapping datastore ' +
    'latentstyles xmlnstbl wgrffmtfilter pn pntxta pntxtb bkmkstart bkmkend annotation atnid atnauthor atndate atnref atrfstart ' +
    'atrfend xe tc sp shprslt private filetbl userprops docvar template listpicture background keywords subject operator doccomm ' +
    'comment hlinkbase company category manager passwordhash mmathPr nonesttables do'
  ).split(' '),
);
// Groups that are marked as to be passed over by programs that do not know them, and that hold text.
const KNOWN = new Set(['shpinst', 'shptxt', 'shppict', 'ud', 'footnote', 'nesttableprops', 'pnseclvl']);

/** Whether a word begins a group, begins one that programs may pass over, or stands further on. */
export type WordPlace = 'first' | 'optional' | 'later';

/** The state after a control word. */
export function applyWord(state: RtfState, word: string, value: number | null, place: WordPlace): RtfState {
  if (state.target === 'nowhere') return state;
  const leftOut = place === 'optional' ? !KNOWN.has(word) : place === 'first' && NOWHERE.has(word);
  if (leftOut) return { ...state, target: 'nowhere' };
  const on = value !== 0;
  switch (word) {
    case 'fonttbl':
      return { ...state, target: 'fonts' };
    case 'info':
    case 'title':
    case 'author':
      return { ...state, target: infoTarget(state, word, place) };
    case 'v':
      return { ...state, hidden: on };
    case 'strike':
    case 'striked':
      return { ...state, struck: on };
    case 'deleted':
      return { ...state, deleted: on };
    case 'super':
    case 'up':
      return { ...state, raised: on };
    case 'nosupersub':
    case 'sub':
      return { ...state, raised: false };
    case 'plain':
      return { ...state, hidden: false, struck: false, deleted: false, raised: false };
    case 'f':
      return { ...state, font: value ?? -1 };
    case 'uc':
      return { ...state, fallback: value ?? 1 };
    case 'intbl':
      return { ...state, inTable: true };
    case 'trhdr':
      return { ...state, headerRow: true };
    case 'trowd':
      return { ...state, headerRow: false };
    case 'pard':
      return { ...state, inTable: false };
    default:
      return state;
  }
}

function infoTarget({ target }: RtfState, word: 'info' | RtfProperty, place: WordPlace): RtfState['target'] {
  if (place !== 'first') return target;
  if (word === 'info') return word;
  return target === 'info' ? word : target;
}
