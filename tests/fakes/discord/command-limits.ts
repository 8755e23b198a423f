import { type Body, bodiesOf, bodyOf, lengthOf, numberOf, stringOf } from '../json.ts';
import { lengthProblem, type Problem, problem } from './refusal.ts';

type Path = Problem['path'];

// The documented pattern for names of commands and options (Discord docs, Application Commands).
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_IN_ALL = 8000; // characters of names, descriptions and values together (Discord docs)

/** What is wrong with a command's definition. */
export function commandProblems(command: Body, path: Path = []): readonly Problem[] {
  const type = command.type ?? 1;
  const name = stringOf(command.name);
  const all = sizeOf(command);
  const size = all > MOST_IN_ALL ? [problem(path, 'APPLICATION_COMMAND_TOO_LARGE', `Over 8000: ${all}`)] : [];
  if (type !== 1) {
    const spare = command.description || bodiesOf(command.options).length > 0;
    const only = 'Context menu commands have no description or options.';
    return [
      ...lengthProblem([...path, 'name'], lengthOf(name), [1, 32]),
      ...(spare ? [problem(path, 'APPLICATION_COMMAND_INVALID', only)] : []),
    ];
  }
  return [...size, ...namedProblems(command, path), ...optionsProblems(command, path, 0)];
}

/** What is wrong with several commands registered together. */
export function commandsProblems(commands: readonly Body[]): readonly Problem[] {
  const keys = commands.map(({ type, name }) => `${String(type ?? 1)} ${stringOf(name)}`);
  const count = (type: number) => commands.filter((command) => (command.type ?? 1) === type).length;
  const twice = keys.flatMap((key, index) => (keys.indexOf(key) === index ? [] : [index]));
  return [
    ...lengthProblem([], count(1), [0, 100]),
    ...twice.map((index) =>
      problem([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
    ),
    ...commands.flatMap((command, index) => commandProblems(command, [index])),
  ];
}

function namedProblems(thing: Body, path: Path): readonly Problem[] {
  const name = stringOf(thing.name);
  const names = [[['name'], name] as const, ...localized(thing, 'name_localizations')];
  const descriptions = [
    [['description'], stringOf(thing.description)] as const,
    ...localized(thing, 'description_localizations'),
  ];
  return [
    ...names
      .filter(([, each]) => !NAME.test(each) || each !== each.toLowerCase())
      .map(([where]) =>
        problem([...path, ...where], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
      ),
    ...descriptions.flatMap(([where, each]) => lengthProblem([...path, ...where], lengthOf(each), [1, 100])),
  ];
}

function localized(thing: Body, field: string) {
  return Object.entries(bodyOf(thing[field])).map(
    ([locale, text]) => [[field, locale], stringOf(text)] as const,
  );
}

function optionsProblems(parent: Body, path: Path, depth: number): readonly Problem[] {
  const options = bodiesOf(parent.options);
  const inside = [...path, 'options'];
  const names = options.map(({ name }) => name);
  const order = 'Required options must be placed before non-required options';
  return [
    ...lengthProblem(inside, options.length, [0, 25]),
    ...names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [problem([...inside, index], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE', 'Name not unique')],
    ),
    ...options.flatMap((option, index) =>
      option.required === true && index > 0 && options[index - 1]?.required !== true
        ? [problem([...inside, index], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', order)]
        : [],
    ),
    ...options.flatMap((option, index) =>
      optionProblems(option, { path: [...inside, index], depth, options }),
    ),
  ];
}

interface Place {
  readonly path: Path;
  readonly depth: number;
  readonly options: readonly Body[];
}

function optionProblems(option: Body, { path, depth, options }: Place): readonly Problem[] {
  const nests = option.type === 1 || option.type === 2;
  const mixed = nests && options.some(({ type }) => type !== 1 && type !== 2);
  const deep = (option.type === 2 && depth > 0) || (option.type === 1 && depth > 1);
  const misplaced = 'Sub-command and sub-command group option types are mutually exclusive to other types';
  return [
    ...namedProblems(option, path),
    ...(mixed || deep ? [problem(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', misplaced)] : []),
    ...(nests ? optionsProblems(option, path, depth + 1) : choicesProblems(option, path)),
  ];
}

function choicesProblems(option: Body, path: Path): readonly Problem[] {
  const choices = bodiesOf(option.choices);
  const both = 'A field cannot have both choices and autocomplete.';
  return [
    ...(choices.length > 0 && option.autocomplete === true ? [problem(path, 'OPTION_INVALID', both)] : []),
    ...choiceListProblems(choices, [...path, 'choices']),
    ...(numberOf(option.max_length) > 6000
      ? [problem([...path, 'max_length'], 'NUMBER_TYPE_MAX', '6000')]
      : []),
  ];
}

/** What is wrong with choices, registered ones and those that complete an option alike. */
export function choiceListProblems(choices: readonly Body[], path: Path): readonly Problem[] {
  return [
    ...lengthProblem(path, choices.length, [0, 25]),
    ...choices.flatMap(({ name, value }, index) => [
      ...lengthProblem([...path, index, 'name'], lengthOf(stringOf(name)), [1, 100]),
      ...(typeof value === 'string'
        ? lengthProblem([...path, index, 'value'], lengthOf(value), [1, 100])
        : []),
    ]),
  ];
}

function sizeOf(thing: Body): number {
  const longest = (field: string) =>
    Math.max(
      lengthOf(stringOf(thing[field])),
      ...Object.values(bodyOf(thing[`${field}_localizations`])).map((text) => lengthOf(stringOf(text))),
    );
  const inside = [...bodiesOf(thing.options), ...bodiesOf(thing.choices)].map(sizeOf);
  return (
    longest('name') +
    longest('description') +
    lengthOf(stringOf(thing.value)) +
    inside.reduce((a, b) => a + b, 0)
  );
}
