import Ajv2020, {
  type AnySchemaObject,
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { DocumentPath } from './DocumentProblem';

/** What does not fit a schema: where, and what was expected there. */
export interface SchemaFinding {
  path: DocumentPath;
  expected: string;
}

const nouns: Record<string, string> = {
  string: 'a text',
  object: 'an object',
  array: 'a list',
  integer: 'a whole number',
};

/** A published JSON Schema, which says in words what does not fit. */
export class DocumentSchema {
  readonly #validate: ValidateFunction;

  constructor(schema: AnySchemaObject) {
    const ajv = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
      verbose: true,
    });
    addFormats(ajv);
    this.#validate = ajv.compile(schema);
  }

  /** Everything that does not fit, each once. */
  check(document: unknown): SchemaFinding[] {
    if (this.#validate(document)) {
      return [];
    }
    const found = new Map<string, SchemaFinding>();
    for (const error of this.#validate.errors ?? []) {
      const finding = describe(error, document);
      if (finding) {
        found.set(JSON.stringify(finding), finding);
      }
    }
    return [...found.values()];
  }
}

/** Null for what only says that something within it does not fit. */
function describe(error: ErrorObject, document: unknown): SchemaFinding | null {
  const { keyword, params, parentSchema, schemaPath } = error;
  const path = pathOf(error.instancePath, document);
  const title = parentSchema?.title;
  const named = typeof title === 'string' ? title : null;
  if (keyword === 'if' || /\/anyOf\/\d/.test(schemaPath)) {
    return null;
  }
  switch (keyword) {
    case 'required':
      return {
        path: [...path, params.missingProperty],
        expected: 'is missing',
      };
    case 'dependentRequired':
      return {
        path: [...path, params.missingProperty],
        expected: `is missing beside ${params.property}`,
      };
    case 'additionalProperties':
      return {
        path: [...path, params.additionalProperty],
        expected: `is not known; known are ${Object.keys(
          parentSchema?.properties ?? {},
        ).join(', ')}`,
      };
    case 'anyOf':
    case 'not':
      return { path, expected: expectFields(keyword, error.schema) };
    case 'type':
      return { path, expected: `must be ${expectType(params.type)}` };
    case 'enum':
      return {
        path,
        expected: `must be ${
          named ?? `one of ${params.allowedValues.join(', ')}`
        }`,
      };
    case 'const':
      return { path, expected: `must be ${params.allowedValue}` };
    case 'pattern':
    case 'format':
      return {
        path,
        expected: `must be ${named ?? params.format ?? params.pattern}`,
      };
    case 'minLength':
    case 'minItems':
      return { path, expected: 'must not be empty' };
    case 'maxLength':
      return {
        path,
        expected: `must have at most ${params.limit} characters`,
      };
    case 'maxItems':
      return { path, expected: `must have at most ${params.limit} entries` };
    default:
      return { path, expected: error.message ?? `does not fit ${keyword}` };
  }
}

/** Fields of which one has to be there, or of which not all may be. */
function expectFields(keyword: 'anyOf' | 'not', schema: unknown): string {
  return keyword === 'anyOf'
    ? `must have one of ${(schema as { required: string[] }[])
        .flatMap(({ required }) => required)
        .join(', ')}`
    : `must not have all of ${(schema as { required: string[] }).required.join(
        ', ',
      )}`;
}

function expectType(type: string | string[]): string {
  return [type]
    .flat()
    .map(name => nouns[name] ?? name)
    .join(' or ');
}

/** The steps of a JSON pointer. Positions become numbers where a list is. */
function pathOf(pointer: string, document: unknown): DocumentPath {
  let value = document;
  return pointer
    .split('/')
    .slice(1)
    .map(step => {
      const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
      const isPosition = Array.isArray(value);
      value = (value as Record<string, unknown> | undefined)?.[name];
      return isPosition ? Number(name) : name;
    });
}
