import type { JsonObject } from '@backstage/types';
import { readDebtDocument } from '@opmodel/backstage-plugin-opmodel-common';
import { findExcess, listBounds } from './documentBounds';
import type { ValidatedDocument } from './validateDocument';

/**
 * What the catalog asks of an entity of kind `TechDebtRegister`: that it is one. An item that is wrong hurts no other: the engine takes the
 * others in, and tells what is wrong with it. It never throws.
 */
export function acceptTechDebtRegister(entity: unknown): ValidatedDocument {
  const excess = findExcess(entity, listBounds);
  if (excess !== null) {
    const problem = { path: '', expected: excess, line: null };
    return { document: null, problems: [problem] };
  }
  const { problems } = readDebtDocument(entity, { now: Date.now() });
  return problems.length > 0
    ? {
        document: null,
        problems: problems.map(({ field, message }) => ({
          path: field,
          expected: message,
          line: null,
        })),
      }
    : { document: entity as JsonObject, problems: [] };
}
