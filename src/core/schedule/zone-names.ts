import { wordsWithin } from '../text/nearest-names.ts';

const REGION =
  /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\//i;

// Names without a region that name a place or a standard. Abbreviations such as EST are rejected: few mean what people think.
const BARE = [
  ...['UTC', 'GMT', 'Cuba', 'Egypt', 'Eire', 'Greenwich', 'Hongkong', 'Iceland', 'Iran', 'Israel', 'Jamaica'],
  ...['Japan', 'Libya', 'Navajo', 'Poland', 'Portugal', 'Singapore', 'Turkey', 'Universal', 'Zulu'],
];

// Current names that the runtime may accept without listing them.
const UNLISTED = [
  ...['America/Argentina/Buenos_Aires', 'America/Indiana/Indianapolis', 'America/Kentucky/Louisville'],
  ...['America/Nuuk', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Yangon', 'Atlantic/Faroe'],
  ...['Africa/Asmara', 'Europe/Kyiv', 'Pacific/Chuuk', 'Pacific/Kanton', 'Pacific/Pohnpei', 'UTC'],
];

// Words in older names that are written with more capitals than their first letter.
const WORDS = [
  ...['ACT', 'LHI', 'NSW', 'IN', 'US', 'GMT', 'GMT0', 'UCT', 'UTC'],
  ...['BajaNorte', 'BajaSur', 'ComodRivadavia', 'DeNoronha', 'EasterIsland'],
];

const MEANT = new Map(
  Object.entries({
    bst: ['Europe/London'],
    cet: ['Europe/Berlin', 'Europe/Paris'],
    cest: ['Europe/Berlin', 'Europe/Paris'],
    cst: ['America/Chicago', 'Asia/Shanghai'],
    cdt: ['America/Chicago'],
    edt: ['America/New_York'],
    eest: ['Europe/Athens', 'Europe/Kyiv'],
    eet: ['Europe/Athens', 'Europe/Kyiv'],
    est: ['America/New_York'],
    ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
    jst: ['Asia/Tokyo'],
    kst: ['Asia/Seoul'],
    mdt: ['America/Denver'],
    msk: ['Europe/Moscow'],
    mst: ['America/Denver', 'America/Phoenix'],
    pdt: ['America/Los_Angeles'],
    pst: ['America/Los_Angeles'],
    wet: ['Europe/Lisbon'],
  }),
);

const listed = Intl.supportedValuesOf('timeZone');
const bare = new Map(BARE.map((name) => [name.toLowerCase(), name]));
const words = new Map(
  [...listed.flatMap((name) => name.split(/[/_-]/)), ...WORDS].map((word) => [word.toLowerCase(), word]),
);

/** An IANA name in its proper case: `europe/london` → `Europe/London`. Null for anything else, offsets included. */
export function canonicalZone(text: string): string | null {
  const typed = text.trim();
  const name = REGION.test(typed) ? properCase(typed) : bare.get(typed.toLowerCase());
  return name !== undefined && isKnown(name) ? name : null;
}

function properCase(name: string): string {
  return name.toLowerCase().replace(/[^/_+-]+/g, (word) => words.get(word) ?? capital(word));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Up to three zones that a person may have meant, nearest first. */
export function nearestZones(text: string): string[] {
  const typed = /\d/.test(text) ? '' : lettersOf(text.slice(0, 60));
  const meant = MEANT.get(typed);
  if (meant !== undefined) return meant.filter(isKnown);
  if (typed.length < 3) return [];
  const edits = wordsWithin(Math.max(1, Math.floor(typed.length / 4)), typed, spellings());
  return [...new Set([...listed, ...UNLISTED])]
    .map((name) => ({ name, distance: distanceOf(typed, name, edits) }))
    .filter(({ name, distance }) => distance < 1 && isKnown(name))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Lowercase letters without accents, and nothing between words. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** The letters of each zone's name and of its city. */
function spellings(): string[] {
  return [...listed, ...UNLISTED].flatMap((name) => [lettersOf(name), cityOf(name)]);
}

function cityOf(name: string): string {
  return lettersOf(name.slice(name.lastIndexOf('/') + 1));
}

/** From 0 for the place itself to 1 for a name unlike it. */
function distanceOf(typed: string, name: string, edits: ReadonlyMap<string, number>): number {
  const city = cityOf(name);
  if (typed === city) return 0;
  if (city.startsWith(typed) || (city.length > 3 && typed.startsWith(city))) return 0.1;
  const found = [city, lettersOf(name)].flatMap((spelling) => edits.get(spelling) ?? []);
  return found.length > 0 ? 0.2 + Math.min(...found) / 100 : 1;
}
