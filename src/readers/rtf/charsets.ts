// The code pages of a font's \fcharset (RTF specification 1.9.1, "Font table").
const CHARSETS: Readonly<Record<number, string>> = {
  ...{
    77: 'macroman',
    78: 'shift_jis',
    128: 'shift_jis',
    129: 'cp949',
    130: 'johab',
    134: 'gbk',
    136: 'big5',
  },
  ...{
    161: 'windows-1253',
    162: 'windows-1254',
    163: 'windows-1258',
    177: 'windows-1255',
    178: 'windows-1256',
  },
  ...{ 186: 'windows-1257', 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250', 255: 'cp437' },
};

/** The encoding of a font's charset; undefined if it is that of the file. */
export function charsetEncoding(charset: number): string | undefined {
  return CHARSETS[charset];
}

/** The encoding of a code page's number, as in `\ansicpg1251`. */
export function codePageEncoding(page: number): string {
  const named: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    950: 'big5',
    10000: 'macroman',
    65001: 'utf-8',
  };
  return named[page] ?? `cp${page}`;
}
