const OOXML = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/(\w+)\/(?:2006\/)?(\w+)$/;
const ODF = /^urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.\d$/;

const OOXML_PREFIXES: Readonly<Record<string, string>> = {
  'wordprocessingml/main': 'w',
  'drawingml/main': 'a',
  'drawingml/wordprocessingDrawing': 'wp',
  'drawingml/diagram': 'dgm',
  'drawingml/chart': 'c',
  'presentationml/main': 'p',
  'officeDocument/math': 'm',
  'officeDocument/relationships': 'r',
};
const ODF_PREFIXES: Readonly<Record<string, string>> = {
  drawing: 'draw',
  'xsl-fo-compatible': 'fo',
  'svg-compatible': 'svg',
};
const OTHER_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://www.w3.org/1998/Math/MathML': 'math',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.idpf.org/2007/opf': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** The prefix by which readers know a namespace, whatever a file calls it; null if none asks for it. Strict and transitional OOXML are one. */
export function knownPrefix(address: string): string | null {
  const ooxml = OOXML.exec(address);
  const odf = ODF.exec(address)?.[1];
  if (ooxml && OOXML_PREFIXES[`${ooxml[1]}/${ooxml[2]}`])
    return OOXML_PREFIXES[`${ooxml[1]}/${ooxml[2]}`] ?? null;
  if (odf !== undefined && odf !== 'container') return ODF_PREFIXES[odf] ?? odf;
  return OTHER_PREFIXES[address] ?? null;
}
