const A = 'http://schemas.openxmlformats.org/drawingml/2006';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CX = 'http://schemas.microsoft.com/office/drawing/2014/chartex';

const REFERENCES = {
  chart: (id: string) => `<c:chart xmlns:c="${A}/chart" xmlns:r="${R}" r:id="${id}"/>`,
  'extended chart': (id: string) => `<cx:chart xmlns:cx="${CX}" xmlns:r="${R}" r:id="${id}"/>`,
  diagram: (id: string) => `<dgm:relIds xmlns:dgm="${A}/diagram" xmlns:r="${R}" r:dm="${id}"/>`,
};

/** The data of a drawing (`a:graphicData`) that lead to a chart's part, or to a diagram's. */
export function graphicData(kind: keyof typeof REFERENCES, id: string): string {
  return `<a:graphic xmlns:a="${A}/main"><a:graphicData>${REFERENCES[kind](id)}</a:graphicData></a:graphic>`;
}

/** The part of a chart of the kinds of 2016, its categories in two levels. */
export function extendedChartPart({ title, axis, series, categories, label }: MadeChart): string {
  const level = (names: readonly string[]) =>
    `<cx:lvl ptCount="9">${names.map((name, at) => `<cx:pt idx="${at}">${name}</cx:pt>`).join('')}</cx:lvl>`;
  const data = `<cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>Sheet1!$A$2</cx:f>${level(categories)}${level([label])}</cx:strDim><cx:numDim type="val"><cx:lvl><cx:pt idx="0">4.5</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData>`;
  const named = (text: string) =>
    `<cx:tx><cx:txData><cx:f>Sheet1!$B$1</cx:f><cx:v>${text}</cx:v></cx:txData></cx:tx>`;
  const each = series.map((name) => `<cx:series layoutId="treemap">${named(name)}</cx:series>`);
  return `<cx:chartSpace xmlns:cx="${CX}" xmlns:a="${A}/main">${data}<cx:chart><cx:title><cx:tx><cx:rich>${paragraph(title)}</cx:rich></cx:tx></cx:title><cx:plotArea><cx:plotAreaRegion>${each.join('')}</cx:plotAreaRegion><cx:axis><cx:title>${named(axis)}</cx:title></cx:axis></cx:plotArea></cx:chart></cx:chartSpace>`;
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
