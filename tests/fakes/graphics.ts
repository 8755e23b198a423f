const A = 'http://schemas.openxmlformats.org/drawingml/2006';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The data of a drawing (`a:graphicData`) that lead to a chart's part, or to a diagram's. */
export function graphicData(kind: 'chart' | 'diagram', id: string): string {
  const reference =
    kind === 'chart'
      ? `<c:chart xmlns:c="${A}/chart" xmlns:r="${R}" r:id="${id}"/>`
      : `<dgm:relIds xmlns:dgm="${A}/diagram" xmlns:r="${R}" r:dm="${id}"/>`;
  return `<a:graphic xmlns:a="${A}/main"><a:graphicData>${reference}</a:graphicData></a:graphic>`;
}

/** The part of a diagram (SmartArt) with these texts, between the points that only lay it out. */
export function diagramPart(texts: readonly string[]): string {
  const points = texts.map(
    (text) => `<dgm:pt><dgm:t>${paragraph(text)}</dgm:t></dgm:pt><dgm:pt type="pres"><dgm:t/></dgm:pt>`,
  );
  return `<dgm:dataModel xmlns:dgm="${A}/diagram" xmlns:a="${A}/main"><dgm:ptLst>${points.join('')}</dgm:ptLst></dgm:dataModel>`;
}

/** What a made chart says. */
interface MadeChart {
  readonly title: string;
  readonly axis: string;
  /** What its series are called. */
  readonly series: readonly string[];
  readonly categories: readonly string[];
  readonly label: string;
}

/** The part of a chart. */
export function chartPart({ title, axis, series, categories, label }: MadeChart): string {
  const cache = (values: readonly string[]) =>
    `<c:strRef><c:f>Sheet1!$A$1</c:f><c:strCache><c:ptCount val="9"/>${values.map((value) => `<c:pt><c:v>${value}</c:v></c:pt>`).join('')}</c:strCache></c:strRef>`;
  const rich = (text: string) => `<c:tx><c:rich>${paragraph(text)}</c:rich></c:tx>`;
  const each = series.map(
    (name) =>
      `<c:ser><c:tx>${cache([name])}</c:tx><c:dLbls><c:dLbl>${rich(label)}</c:dLbl></c:dLbls><c:cat>${cache(categories)}</c:cat><c:val><c:numRef><c:numCache><c:pt><c:v>4.5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>`,
  );
  return `<c:chartSpace xmlns:c="${A}/chart" xmlns:a="${A}/main"><c:chart><c:title>${rich(title)}</c:title><c:plotArea><c:barChart>${each.join('')}</c:barChart><c:catAx><c:title>${rich(axis)}</c:title></c:catAx></c:plotArea></c:chart></c:chartSpace>`;
}

function paragraph(text: string): string {
  return `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
}
