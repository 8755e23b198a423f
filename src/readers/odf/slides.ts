import type { Block } from '../office/blocks.ts';
import type { Slide } from '../office/slides.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findAll, findChild } from '../office/xml-tree.ts';
import { type OdfContext, readOdfText } from './text.ts';

/** Reads the slides that are shown, in order, without what stands on every slide. */
export function readOdfSlides(presentation: XmlElement, context: OdfContext): readonly Slide[] {
  const slides = elementsOf(presentation).filter(({ name }) => name === 'draw:page');
  return slides.flatMap((slide, at) => {
    if (context.styles.hidesSlide(slide.attributes['draw:style-name'])) return [];
    const shapes = elementsOf(slide).filter(isContent);
    const isTitle = (shape: XmlElement) => shape.attributes['presentation:class'] === 'title';
    const ordered = [...shapes.filter(isTitle), ...shapes.filter((shape) => !isTitle(shape))];
    const notes = findAll(findChild(slide, 'presentation:notes'), 'draw:frame').filter(isNotes);
    return [
      {
        index: at + 1,
        blocks: ordered.flatMap((shape) => readShape(shape, context, isTitle(shape))),
        notes: notes.flatMap((shape) => readOdfText(shape, context)),
      },
    ];
  });
}

const ON_EVERY_SLIDE = /^(?:header|footer|date-time|page-number|notes|page)$/;

function isContent({ name, attributes }: XmlElement): boolean {
  return name !== 'presentation:notes' && !ON_EVERY_SLIDE.test(attributes['presentation:class'] ?? '');
}

function isNotes({ attributes }: XmlElement): boolean {
  return attributes['presentation:class'] === 'notes' && attributes['presentation:placeholder'] !== 'true';
}

function readShape(shape: XmlElement, context: OdfContext, heading: boolean): readonly Block[] {
  const blocks = readOdfText(shape, context);
  if (!heading) return blocks;
  const title = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
    .join(' ');
  return title === '' ? [] : [{ kind: 'paragraph', text: title, heading }];
}
