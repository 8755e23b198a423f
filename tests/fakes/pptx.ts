import { createZip } from './zip.ts';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  `xmlns:r="${TYPE}"`,
].join(' ');

/** A slide to make: the insides of its shape tree and of its notes, and its attributes. */
interface MadeSlide {
  readonly shapes: string;
  readonly notes?: string;
  readonly attributes?: string;
  /** Other parts that it refers to, XML. */
  readonly related?: readonly { readonly id: string; readonly type: string; readonly content: string }[];
}

/** A presentation with these slides; its file numbers them backwards, so that only the list gives their order. */
export function createPptx(slides: readonly MadeSlide[]): Uint8Array {
  const number = (at: number) => slides.length - at;
  const list = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="r${at}"/>`).join('');
  const related = slides.map((_, at) => relationship(`r${at}`, 'slide', `slides/slide${number(at)}.xml`));
  return createZip([
    {
      name: '_rels/.rels',
      content: relationships([relationship('r', 'officeDocument', 'ppt/presentation.xml')]),
    },
    {
      name: 'ppt/presentation.xml',
      content: `<p:presentation ${NAMESPACES}><p:sldIdLst>${list}</p:sldIdLst></p:presentation>`,
    },
    { name: 'ppt/_rels/presentation.xml.rels', content: relationships(related) },
    ...slides.flatMap((slide, at) => slideEntries(slide, number(at))),
  ]);
}

function slideEntries({ shapes, notes, attributes = '', related = [] }: MadeSlide, number: number) {
  const tree = (inside: string) => `<p:cSld><p:spTree>${inside}</p:spTree></p:cSld>`;
  const noted = `<p:notes ${NAMESPACES}>${tree(notes ?? '')}</p:notes>`;
  const parts = [
    ...(notes === undefined ? [] : [{ id: 'notes', type: 'notesSlide', content: noted }]),
    ...related,
  ].map((part) => ({ ...part, name: `${part.id}-${number}.xml` }));
  return [
    {
      name: `ppt/slides/slide${number}.xml`,
      content: `<p:sld ${NAMESPACES} ${attributes}>${tree(shapes)}</p:sld>`,
    },
    {
      name: `ppt/slides/_rels/slide${number}.xml.rels`,
      content: relationships(parts.map(({ id, type, name }) => relationship(id, type, `../parts/${name}`))),
    },
    ...parts.map(({ name, content }) => ({ name: `ppt/parts/${name}`, content })),
  ];
}

/** A shape with these paragraphs, which are already XML; `kind` is the type of its placeholder. */
export function pptxShape(paragraphs: readonly string[], kind = ''): string {
  const holder = kind === '' ? '' : `<p:ph type="${kind}"/>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="a"/><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs.map((inside) => `<a:p>${inside}</a:p>`).join('')}</p:txBody></p:sp>`;
}

/** A run of text, escaped. */
export function pptxRun(text: string, attributes = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<a:r><a:rPr ${attributes}/><a:t>${escaped}</a:t></a:r>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`;
}

function relationships(list: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}
