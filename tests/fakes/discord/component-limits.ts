import { type Body, bodiesOf, bodyOf, isBody, lengthOf, stringOf } from '../json.ts';
import { lengthProblem, type Problem, problem } from './refusal.ts';

type Path = Problem['path'];

const ROW = 1;
const BUTTON = 2;
const SELECTS = [3, 5, 6, 7, 8];
const SECTION = 9;
const TEXT = 10;
const THUMBNAIL = 11;
const CONTAINER = 17;
const V2_TOP = [ROW, SECTION, TEXT, 12, 13, 14, CONTAINER];
const IN_CONTAINER = [ROW, SECTION, TEXT, 12, 13, 14];

const MOST_COMPONENTS = 40; // nested ones included (Discord docs, Components V2)
const MOST_TEXT = 4000; // characters over all text displays of a message (Discord docs, Components V2)

/** A component, those in it, and those in them. */
export function withNested(component: Body): readonly Body[] {
  const accessory = isBody(component.accessory) ? [component.accessory] : [];
  return [component, ...[...bodiesOf(component.components), ...accessory].flatMap(withNested)];
}

/** The texts of all text displays, in order. */
export function displayedTexts(components: readonly Body[]): readonly string[] {
  const displays = components.flatMap(withNested).filter(({ type }) => type === TEXT);
  return displays.map(({ content }) => stringOf(content));
}

/** What is wrong with a message's components. */
export function componentProblems(components: readonly Body[], isV2: boolean): readonly Problem[] {
  const path = ['components'];
  return [
    ...duplicates(components, path),
    ...(isV2 ? v2Problems(components, path) : classicProblems(components, path)),
  ];
}

/** Refuses a custom id that two components have. */
export function duplicates(components: readonly Body[], path: Path): readonly Problem[] {
  const ids = components
    .flatMap(withNested)
    .flatMap(({ custom_id }) => (custom_id ? [stringOf(custom_id)] : []));
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) =>
      problem(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', `Component custom id cannot be duplicated: ${id}`),
    );
}

function classicProblems(components: readonly Body[], path: Path): readonly Problem[] {
  return [
    ...lengthProblem(path, components.length, [0, 5]),
    ...components.flatMap((row, index) => typed(row, [...path, index], [ROW])),
  ];
}

function v2Problems(components: readonly Body[], path: Path): readonly Problem[] {
  const count = components.flatMap(withNested).length;
  const text = displayedTexts(components).reduce((sum, each) => sum + lengthOf(each), 0);
  const size = 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED';
  return [
    ...lengthProblem(path, count, [1, MOST_COMPONENTS]),
    ...(text > MOST_TEXT ? [problem(path, size, `Displayable text exceeds ${MOST_TEXT}: ${text}`)] : []),
    ...components.flatMap((one, index) => typed(one, [...path, index], V2_TOP)),
  ];
}

function typed(component: Body, path: Path, allowed: readonly number[]): readonly Problem[] {
  const type = component.type;
  if (typeof type !== 'number' || !allowed.includes(type)) {
    return [
      problem([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed}).`),
    ];
  }
  if (type === ROW) return rowProblems(component, path);
  if (type === SECTION) return sectionProblems(component, path);
  if (type === TEXT)
    return lengthProblem([...path, 'content'], lengthOf(stringOf(component.content)), [1, MOST_TEXT]);
  if (type === CONTAINER)
    return children(component, path, { allowed: IN_CONTAINER, count: [1, MOST_COMPONENTS] });
  if (type === BUTTON) return buttonProblems(component, path);
  if (SELECTS.includes(type)) return selectProblems(component, path);
  return [];
}

interface Nesting {
  readonly allowed: readonly number[];
  readonly count: [number, number];
}

function children(component: Body, path: Path, { allowed, count }: Nesting): readonly Problem[] {
  const inside = [...path, 'components'];
  const nested = bodiesOf(component.components);
  return [
    ...lengthProblem(inside, nested.length, count),
    ...nested.flatMap((child, index) => typed(child, [...inside, index], allowed)),
  ];
}

function rowProblems(row: Body, path: Path): readonly Problem[] {
  const [first] = bodiesOf(row.components);
  if (first && SELECTS.includes(Number(first.type))) {
    return children(row, path, { allowed: SELECTS, count: [1, 1] });
  }
  return children(row, path, { allowed: [BUTTON], count: [1, 5] });
}

function sectionProblems(section: Body, path: Path): readonly Problem[] {
  return [
    ...children(section, path, { allowed: [TEXT], count: [1, 3] }),
    ...typed(bodyOf(section.accessory), [...path, 'accessory'], [BUTTON, THUMBNAIL]),
  ];
}

function buttonProblems(button: Body, path: Path): readonly Problem[] {
  const label = stringOf(button.label);
  const isLink = button.style === 5;
  const bare = !label && !button.emoji && button.style !== 6;
  return [
    ...(bare ? [problem(path, 'BUTTON_COMPONENT_INVALID', 'A button needs a label or an emoji.')] : []),
    ...lengthProblem([...path, 'label'], lengthOf(label), [0, 80]),
    ...(isLink ? linkProblems(button, path) : customIdProblems(button, path)),
    ...(!isLink && button.url
      ? [problem([...path, 'url'], 'BUTTON_COMPONENT_INVALID', 'Only links have a url.')]
      : []),
  ];
}

function linkProblems(button: Body, path: Path): readonly Problem[] {
  const url = stringOf(button.url);
  const both = 'A link button has no custom id.';
  const scheme = "Scheme must be one of ('http', 'https', 'discord').";
  const valid = /^(?:https?|discord):\/\//i.test(url) && URL.canParse(url);
  return [
    ...lengthProblem([...path, 'url'], lengthOf(url), [1, 512]),
    ...(valid ? [] : [problem([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', scheme)]),
    ...(button.custom_id ? [problem([...path, 'custom_id'], 'BUTTON_COMPONENT_INVALID', both)] : []),
  ];
}

/** Refuses a component whose custom id is missing or too long. */
export function customIdProblems(component: Body, path: Path): readonly Problem[] {
  return lengthProblem([...path, 'custom_id'], lengthOf(stringOf(component.custom_id)), [1, 100]);
}

/** What is wrong with a select menu. */
export function selectProblems(select: Body, path: Path): readonly Problem[] {
  const options = bodiesOf(select.options);
  const values = options.map(({ value }) => value);
  const inside = [...path, 'options'];
  const twice = values.some((value, index) => values.indexOf(value) !== index);
  return [
    ...customIdProblems(select, path),
    ...(select.type === 3 ? lengthProblem(inside, options.length, [1, 25]) : []),
    ...lengthProblem([...path, 'placeholder'], lengthOf(stringOf(select.placeholder)), [0, 150]),
    ...(twice
      ? [problem(inside, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'Option value duplicated.')]
      : []),
    ...options.flatMap((option, index) => [
      ...lengthProblem([...inside, index, 'label'], lengthOf(stringOf(option.label)), [1, 100]),
      ...lengthProblem([...inside, index, 'value'], lengthOf(stringOf(option.value)), [1, 100]),
      ...lengthProblem([...inside, index, 'description'], lengthOf(stringOf(option.description)), [0, 100]),
    ]),
  ];
}
