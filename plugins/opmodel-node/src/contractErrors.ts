import type { ContractError } from '@opmodel/backstage-plugin-opmodel-common';
import type { z } from 'zod';

function typeName(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Words what was expected of a value, for the error answers of everything that reads from outside. Give it to a zod schema's
 * `safeParse` as `error`.
 */
export function expectationOf(
  issue: Parameters<z.core.$ZodErrorMap>[0],
): string | undefined {
  const missing = issue.input === undefined;
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = issue.expected === 'int' ? 'whole number' : issue.expected;
      return missing
        ? `required ${wanted}`
        : `expected ${wanted}, got ${typeName(issue.input)}`;
    }
    case 'invalid_value':
      return `${missing ? 'required' : 'expected'} ${
        issue.values.length > 1 ? 'one of ' : ''
      }${issue.values.join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') {
        return 'expected a text that is not empty';
      }
      return issue.origin === 'array'
        ? `expected at least ${issue.minimum} items`
        : `expected at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') {
        return `expected at most ${issue.maximum} characters`;
      }
      return issue.origin === 'array'
        ? `expected at most ${issue.maximum} items`
        : `expected at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

function joinPath(prefix: string, path: readonly PropertyKey[]): string {
  let joined = prefix;
  for (const part of path) {
    if (typeof part === 'number') {
      joined += `[${part}]`;
    } else {
      joined += joined ? `.${String(part)}` : String(part);
    }
  }
  return joined;
}

/** A value that met a contract, or what is wrong with it. */
export type ContractResult<T> =
  | { success: true; value: T }
  | { success: false; errors: ContractError[] };

/**
 * Holds a value that came from outside against a contract.
 *
 * @param prefix - where the value stands in the whole that the sender knows: `data`
 */
export function checkContract<T>(
  schema: z.ZodType<T>,
  value: unknown,
  prefix: string = '',
): ContractResult<T> {
  const result = schema.safeParse(value, { error: expectationOf });
  if (result.success) {
    return { success: true, value: result.data };
  }
  return {
    success: false,
    errors: result.error.issues.map(issue => ({
      path: joinPath(prefix, issue.path),
      message: issue.message,
    })),
  };
}

/** One line for a person: `data.subject.id: required string; time: required date-time`. */
export function describeContractErrors(errors: ContractError[]): string {
  return errors
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
}
