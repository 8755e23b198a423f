import { expect, test } from 'vitest';
import { detectLanguage } from '../../../src/core/text/detect-language.ts';

const HEADER =
  'Title: Enabling certificate verification\nAuthor: Alex Gaynor, Rosalinda Ferrari, Giulia Bianchi\nStatus: Final\nCreated: 28-Aug-2014\nVersion: 2.7.9, 3.4.3\n\n';
const ENGLISH =
  'When a client meets an address of this kind, it wraps the traffic in a stream, as it has to. It does not look at whether the certificate is signed by anybody, and so it is open to whoever stands between the two. ';
const GERMAN =
  'Wenn ein Programm eine solche Adresse öffnet, wird die Verbindung verschlüsselt. Ob das Zertifikat von jemandem unterschrieben ist, wird aber nicht geprüft, und so steht sie jedem offen, der zwischen den beiden ist. ';
const CHINESE =
  '当客户端遇到这种地址时，它会按照要求将流量包装在一个流中。它不会检查证书是否由任何人签名，因此对站在两者之间的任何人都是开放的。';

test.each([
  ['names and titles before English', HEADER.repeat(4) + ENGLISH.repeat(8), 'en'],
  ['an English opening before German', `${HEADER}${GERMAN.repeat(6)}`, 'de'],
  ['an English opening before Chinese', `${HEADER.repeat(4)}${CHINESE.repeat(20)}`, 'zh'],
  ['German', GERMAN, 'de'],
  ['a short text', 'Die Brücke ist gesperrt.', 'de'],
  ['figures alone', '12 345', 'en'],
  ['nothing', '', 'en'],
])('the language of %s', async (_, text, code) => {
  expect(await detectLanguage(text)).toBe(code);
});
