import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Body, bodyOf } from '../json.ts';
import { type Problem, problem } from './refusal.ts';

const FOLDER =
  process.env.DOSSIER_SPECS_DIR ?? fileURLToPath(new URL('../../../../shared/specs', import.meta.url));
const FILE = join(FOLDER, 'discord-openapi.json');

interface Operation {
  readonly method: string;
  readonly path: RegExp;
  readonly schema: Body;
  validate?: ValidateFunction;
}

interface Spec {
  readonly ajv: Ajv2020;
  readonly operations: readonly Operation[];
}

/** Why bodies aren't checked against Discord's own description; undefined when they are. */
export const specSkipped = existsSync(FILE) ? undefined : `There is no ${FILE}.`;

let spec: Spec | undefined;

/** What Discord's description has against a request's body. */
export function specProblems(method: string, path: string, body: unknown): readonly Problem[] {
  if (specSkipped || body === undefined) return [];
  const validate = validator(method, path);
  if (!validate || validate(body)) return [];
  const deepest = (validate.errors ?? []).toSorted(byDepth).slice(0, 4);
  return deepest.map((error) => {
    const steps = error.instancePath.split('/').slice(1);
    return problem(steps, 'SPEC', `${error.message ?? 'Invalid.'} (${error.schemaPath})`);
  });
}

/** Reads the description before the first request, whose answer it would hold up. */
export function warmSpec(): void {
  if (specSkipped || spec) return;
  validator('POST', '/interactions/1/token/callback');
  validator('PATCH', '/webhooks/1/token/messages/@original');
  validator('POST', '/channels/1/messages');
}

function validator(method: string, path: string): ValidateFunction | undefined {
  spec ??= readSpec();
  const operation = spec.operations.find((one) => one.method === method && one.path.test(path));
  if (!operation) return undefined;
  operation.validate ??= spec.ajv.compile(operation.schema);
  return operation.validate;
}

// Of the alternatives that a body may follow, the one that it followed furthest says the most.
function byDepth(one: ErrorObject, other: ErrorObject): number {
  return other.instancePath.split('/').length - one.instancePath.split('/').length;
}

function readSpec(): Spec {
  const text = readFileSync(FILE, 'utf8').replaceAll('"#/components/', '"discord#/components/');
  const { components, paths } = bodyOf(JSON.parse(text, asOnTheWire));
  const ajv = new Ajv2020({ strict: false, inlineRefs: false, allErrors: false, validateFormats: true });
  for (const format of ['int32', 'int64', 'double'])
    ajv.addFormat(format, { type: 'number', validate: Number.isFinite });
  ajv.addFormat('snowflake', /^(?:0|[1-9]\d{0,19})$/);
  ajv.addFormat('nonce', /^[\s\S]{0,25}$/);
  for (const format of ['uri', 'date-time', 'email']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'discord', components });
  const operations = Object.entries(bodyOf(paths)).flatMap(([path, methods]) =>
    operationsOf(path, bodyOf(methods)),
  );
  return { ajv, operations };
}

// Permissions have more bits than a JSON number holds, so they travel as strings (Discord docs).
function asOnTheWire(key: string, value: unknown): unknown {
  if (key !== 'default_member_permissions') return value;
  return { type: ['string', 'integer', 'null'] };
}

function operationsOf(path: string, methods: Body): Operation[] {
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/@]+')}$`);
  return Object.entries(methods).flatMap(([method, operation]) => {
    const content = bodyOf(bodyOf(bodyOf(operation).requestBody).content);
    const schema = bodyOf(content['application/json']).schema;
    return schema ? [{ method: method.toUpperCase(), path: pattern, schema: bodyOf(schema) }] : [];
  });
}
