import { expect, test } from 'vitest';
import { findAcronyms } from '../../../../src/core/library/acronyms/acronyms.ts';

test.each([
  ['The Harbour Pilots Association (HPA) met.', 'HPA', 'Harbour Pilots Association'],
  ['The HPA (Harbour Pilots Association) met.', 'HPA', 'Harbour Pilots Association'],
  ['Das Amt für Seefahrt und Häfen (ASH) tagte.', 'ASH', 'Amt für Seefahrt und Häfen'],
  ['Die Nordische Hafenbank (NHB) tagte.', 'NHB', 'Nordische Hafenbank'],
  ['L’Office maritime du Nord (OMN) siège ici.', 'OMN', 'Office maritime du Nord'],
  ['The Office of Harbour Works (OHW) met.', 'OHW', 'Office of Harbour Works'],
])('%s', (text, short, long) => {
  expect(findAcronyms(text)).toEqual([{ short, long }]);
});

test.each(['The old model (ML) sank.', 'He lives in London (UK).', 'It was sold (MORE BELOW).'])(
  'nothing is explained by: %s',
  (text) => {
    expect(findAcronyms(text)).toEqual([]);
  },
);
