import type { JsonObject } from '@backstage/types';
import { type DocumentBounds, findExcess } from './documentBounds';
import { type DocumentProblem, printPath } from './DocumentProblem';
import type { DocumentSchema, SchemaFinding } from './DocumentSchema';
import { DocumentText } from './DocumentText';

/** What came of validating a document. */
export interface ValidatedDocument {
  /** What it says; null where there are problems. */
  document: JsonObject | null;
  /** In the order of the text. */
  problems: readonly DocumentProblem[];
}

/** What a schema cannot say. It is asked only for documents that fit theirs. */
export type FurtherCheck = (document: JsonObject) => SchemaFinding[];

/**
 * Validates a document strictly. It never throws.
 *
 * @param input - a text of YAML or JSON, whose lines the problems then name, or what such a text says
 */
export function validateDocument(
  input: unknown,
  schema: DocumentSchema,
  checkFurther: FurtherCheck = () => [],
  bounds?: DocumentBounds,
): ValidatedDocument {
  const text =
    typeof input === 'string' ? new DocumentText(input, bounds) : null;
  if (text && text.problems.length > 0) {
    return { document: null, problems: text.problems };
  }
  const value = text ? text.value : input;
  const excess = findExcess(value, bounds);
  if (excess !== null) {
    const problem = { path: '', expected: excess, line: null };
    return { document: null, problems: [problem] };
  }
  const misfits = schema.check(value);
  const findings =
    misfits.length > 0 ? misfits : checkFurther(value as JsonObject);
  const problems = findings.map(({ path, expected }) => ({
    path: printPath(path),
    expected,
    line: text && text.lineOf(path),
  }));
  problems.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
  return problems.length > 0
    ? { document: null, problems }
    : { document: value as JsonObject, problems };
}
