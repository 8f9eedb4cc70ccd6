import { readDebtDocument } from '@opmodel/backstage-plugin-opmodel-common';
import type { JsonObject } from '@backstage/types';
import techDebtRegisterSchema from '../../schemas/tech-debt-register.schema.json';
import { listBounds } from './documentBounds';
import type { DocumentPath } from './DocumentProblem';
import { DocumentSchema, type SchemaFinding } from './DocumentSchema';
import { validateDocument, type ValidatedDocument } from './validateDocument';

const techDebtRegister = new DocumentSchema(techDebtRegisterSchema);

/**
 * Validates a document of kind `TechDebtRegister` with each of its items against `schemas/tech-debt-register.schema.json`, as an editor or
 * a pipeline does before it reaches the catalog. It never throws.
 *
 * @param input - a text of YAML or JSON, whose lines the problems then name, or what such a text says
 */
export function validateTechDebtRegister(input: unknown): ValidatedDocument {
  return validateDocument(input, techDebtRegister, checkItems, listBounds);
}

/** Everything that the engine could not take in: a name that comes twice, a link that leads nowhere. */
function checkItems(document: JsonObject): SchemaFinding[] {
  const { bad, problems } = readDebtDocument(document, { now: Date.now() });
  return [
    ...problems.map(({ field, message }) => ({
      path: stepsOf(field),
      expected: message,
    })),
    ...bad.flatMap(({ row, problems: found }) =>
      found.map(({ field, message }) => ({
        path: ['spec', 'items', row - 1, ...stepsOf(field)],
        expected: message,
      })),
    ),
  ];
}

/** The steps of a path such as `links[0].ref`. */
function stepsOf(path: string): DocumentPath {
  return path
    .split(/[.[\]]+/)
    .filter(step => step !== '')
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));
}
