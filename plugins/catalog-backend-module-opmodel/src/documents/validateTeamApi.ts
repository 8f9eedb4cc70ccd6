import type { JsonObject } from '@backstage/types';
import { readTeamApi } from '@opmodel/backstage-plugin-opmodel-common';
import teamApiSchema from '../../schemas/team-api.schema.json';
import { DocumentSchema, type SchemaFinding } from './DocumentSchema';
import { validateDocument, type ValidatedDocument } from './validateDocument';

const schema = new DocumentSchema(teamApiSchema);

/**
 * Validates a Team API against `schemas/team-api.schema.json`. It never throws.
 *
 * @param input - a text of YAML or JSON, whose lines the problems then name, or what such a text says
 */
export function validateTeamApi(input: unknown): ValidatedDocument {
  return validateDocument(input, schema, checkInteractions);
}

/** An interaction that ends before it began. */
function checkInteractions(document: JsonObject): SchemaFinding[] {
  return [document.interactions ?? []].flat().flatMap((interaction, at) => {
    const read = readTeamApi({ teamApi: { interactions: [interaction] } });
    const { since, expectedEnd } = read?.interactions[0] ?? {};
    return since && expectedEnd && expectedEnd < since
      ? [
          {
            path: ['interactions', at, 'expectedEnd'],
            expected: `must not be before ${since}`,
          },
        ]
      : [];
  });
}
