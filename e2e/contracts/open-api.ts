import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';

/** Microsoft's OpenAPI files, kept beside the repository and never copied into it. */
const SPECIFICATION = new URL('../../../shared/azure/specs/specification/', import.meta.url);

export type Operation = { file: string; path: string; method: 'get' | 'post' };

export type Contracts = {
  /** What the file says is wrong with an answer; empty when nothing is. */
  problems(operation: Operation, status: number, body: unknown): string[];
  /** The same of a value that has to be of one of the file's definitions. */
  problemsOf(file: string, definition: string, value: unknown): string[];
};

export function readContracts(): Contracts {
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const documents = new Map<string, unknown>();
  for (const name of openApiFiles()) {
    const url = new URL(name, SPECIFICATION).href;
    const document: unknown = JSON.parse(readFileSync(new URL(url), 'utf8'));
    documents.set(url, document);
    ajv.addSchema(Object(document), url);
  }
  const held = (reference: string, value: unknown): string[] => {
    const validate = ajv.compile({ $ref: reference });
    return validate(value) ? [] : (validate.errors ?? []).map(textOf);
  };
  return {
    problemsOf: (file, definition, value) =>
      held(`${new URL(file, SPECIFICATION).href}#/definitions/${definition}`, value),
    problems(operation, status, body) {
      const url = new URL(operation.file, SPECIFICATION).href;
      const pointer = responsePointer(documents.get(url), operation, status);
      if (pointer === null) return body === undefined ? [] : [`status ${status} has no body in the contract`];
      return held(`${url}#${pointer}`, body);
    },
  };
}

const openApiFiles = (): string[] =>
  readdirSync(fileURLToPath(SPECIFICATION), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json') && !name.includes('/examples/'));

/** Where the schema of an answer stands; null for an answer without one. */
function responsePointer(document: unknown, { path, method }: Operation, status: number): string | null {
  const responses = child(child(child(child(document, 'paths'), path), method), 'responses');
  if (responses === undefined) throw new Error(`the contract has no ${method} ${path}`);
  const name = child(responses, String(status)) === undefined ? 'default' : String(status);
  const response = child(responses, name);
  if (response === undefined) throw new Error(`${method} ${path} has no answer of status ${status}`);
  if (child(response, 'schema') === undefined) return null;
  return ['', 'paths', path, method, 'responses', name, 'schema'].map(escapePointer).join('/');
}

const escapePointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const child = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const textOf = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;

/** Tolerated, because real answers carry them: null where the contract knows only absence. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== null)
      .map(([name, held]) => [name, withoutNulls(held)]),
  );
}
