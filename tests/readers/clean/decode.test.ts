import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/text/user-error.ts';
import { decodeText } from '../../../src/readers/clean/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const encode = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));

describe('an encoding that nobody declares', () => {
  test.each([
    ['windows-1252', 'The naïve owner said “No” and left — it cost €5.'],
    [
      'windows-1251',
      'Совет порта в понедельник решил восстановить старый маяк, который буря повредила в марте.',
    ],
    ['koi8-r', 'Совет порта в понедельник решил восстановить старый маяк, который буря повредила в марте.'],
    ['windows-1250', 'Rada přístavu v pondělí rozhodla obnovit starý maják, který v březnu poškodila bouře.'],
    ['windows-1253', 'Το συμβούλιο του λιμανιού αποφάσισε να ξαναχτίσει τον φάρο.'],
    ['windows-1254', 'Liman meclisi pazartesi günü eski deniz fenerini yeniden inşa etmeye karar verdi.'],
    ['windows-1256', 'قرر مجلس الميناء يوم الاثنين إعادة بناء المنارة القديمة.'],
    ['shift_jis', '港湾評議会は月曜日、古い灯台の再建を決めた。'],
    ['euc-jp', '港湾評議会は月曜日、古い灯台の再建を決めた。'],
    ['gb18030', '港口委员会周一决定重建旧灯塔。'],
    ['big5', '港口委員會週一決定重建舊燈塔。'],
    ['euc-kr', '항만 위원회는 월요일 오래된 등대를 재건하기로 결정했다.'],
  ])('is told by its bytes: %s', async (encoding, text) => {
    expect(await decodeText(encode(text, encoding))).toBe(text);
  });

  test.each([
    ['windows-1250', 'Rada ogłosiła, że latarnia będzie zamknięta do piątku.'],
    ['iso-8859-2', 'Rada ogłosiła, że latarnia będzie zamknięta do piątku w święto.'],
    ['windows-1250', 'Statki stają na redzie.'],
    ['windows-1250', 'Maják stojí nad městem u řeky.'],
    ['windows-1250', 'A világítótorony őre elköltözött.'],
    ['windows-1251', 'Маяк стоит над городом.'],
    ['koi8-r', 'Маяк стоит над городом.'],
    ['shift_jis', '灯台は港の上にある。'],
    ['euc-kr', '등대는 항구 위에 있다.'],
    ['gb18030', '灯塔在港口上面。'],
    ['big5', '燈塔在港口上面。'],
    ['windows-1252', 'Müller & Söhne'],
    ['windows-1252', '£5 and ½ cup'],
    ['windows-1250', 'Děti čekají na autobus.'],
    ['windows-1252', 'El faro está en la montaña.'],
    ['windows-1252', 'Le phare a été fermé à Noël.'],
  ])('is told in a short text: %s %s', async (encoding, text) => {
    expect(await decodeText(encode(text, encoding))).toBe(text);
  });

  test('is Windows-1252 where the bytes are too few to tell', async () => {
    expect(await decodeText(encode('Café', 'windows-1252'))).toBe('Café');
  });

  test('is UTF-8 though a few characters are broken', async () => {
    const text = '港口委員會週一決定重建舊燈塔。';
    const bytes = utf8(text);
    expect(await decodeText(bytes.subarray(0, -1))).toBe(`${text.slice(0, -1)}\uFFFD`);
  });

  test('is looked for where a long text leaves ASCII', async () => {
    const russian = 'Совет порта в понедельник решил восстановить старый маяк.';
    const text = `${'The lamp was lit. '.repeat(50_000)}${russian}`;
    expect((await decodeText(encode(text, 'windows-1251'))).endsWith(russian)).toBe(true);
  });
});

describe('an encoding that a file declares', () => {
  const japanese = '港です。';

  test.each(['shift_jis', 'Shift-JIS', ' sjis '])('is believed under any of its names: %s', async (label) => {
    expect(await decodeText(encode(japanese, 'shift_jis'), label)).toBe(japanese);
  });

  test('may be one that only the platform knows', async () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x39, 0x41, 0x1b, 0x28, 0x42]);
    expect(await decodeText(bytes, 'iso-2022-jp')).toBe('港');
  });

  test.each(['iso-8859-1', 'us-ascii', 'utf-16', 'x-unheard-of'])(
    'is not believed against bytes that are UTF-8: %s',
    async (label) => {
      expect(await decodeText(utf8(`“${japanese}”`), label)).toBe(`“${japanese}”`);
    },
  );

  test('is not believed when it is UTF-8 and the bytes are not', async () => {
    const text = 'The naïve owner said “No” and left — it cost €5.';
    expect(await decodeText(encode(text, 'windows-1252'), 'utf-8')).toBe(text);
  });

  test('gives way to a byte order mark', async () => {
    expect(await decodeText(utf8(`\uFEFF${japanese}`), 'shift_jis')).toBe(japanese);
  });
});

describe('UTF-16 without a byte order mark', () => {
  const texts = [
    ['English', 'The lamp was lit.\r\n\r\nThe keeper — an old man — said “No” and left.'],
    ['Polish', 'Rada portu postanowiła w poniedziałek odbudować starą latarnię.'],
    ['Russian', 'Совет порта в понедельник решил восстановить старый маяк, который буря повредила.'],
    ['Arabic', 'قرر مجلس الميناء يوم الاثنين إعادة بناء المنارة القديمة.'],
    ['Japanese', '灯台は港の上にある。\n守り人は村へ帰った。'],
    ['Chinese', '灯塔在港口上面。\n守塔人回村了。'],
    ['Korean', '등대는 항구 위에 있다.\n등대지기는 돌아갔다.'],
    ['an emoji', 'The ferry 🚢 sailed in the storm.'],
  ] as const;

  test.each(texts)('is read: %s', async (_language, text) => {
    expect(await decodeText(encode(text, 'utf-16le'))).toBe(text);
    expect(await decodeText(encode(text, 'utf-16be'))).toBe(text);
  });

  test('is read where it declares something else', async () => {
    expect(await decodeText(encode('<p>The lamp was lit.</p>', 'utf-16le'), 'utf-8')).toContain('The lamp');
  });
});

describe('zero bytes elsewhere are no text:', () => {
  const spread = (count: number, of: (at: number) => number) =>
    Uint8Array.from({ length: count }, (_, at) => of(at));

  test.each([
    ['one in a text', utf8('The lamp\0 was lit.')],
    ['one after each word', utf8('The\0lamp\0was\0lit\0by\0the\0keeper\0')],
    ['one alone', utf8('\0')],
    ['nothing else', spread(4000, () => 0)],
    ['32-bit numbers', spread(4000, (at) => (at % 4 === 0 ? (at / 4) % 256 : 0))],
    ['16-bit numbers', spread(4000, (at) => (at % 2 === 0 ? (at * 7) % 256 : 0))],
    ['bytes at random', spread(4000, (at) => (at * at * 31 + at * 7) % 256)],
    ['UTF-32', spread(400, (at) => (at % 4 === 0 ? 0x61 + (at % 26) : 0))],
    ['UTF-16 with one in it', encode('The lamp\0 was lit.', 'utf-16le')],
    ['UTF-16 cut in a character', encode('The lamp was lit.', 'utf-16le').subarray(0, -1)],
  ])('%s', async (_what, bytes) => {
    await expect(decodeText(bytes)).rejects.toEqual(
      new UserError('is not text (it contains null bytes)', { code: 'unreadable-document' }),
    );
  });
});
