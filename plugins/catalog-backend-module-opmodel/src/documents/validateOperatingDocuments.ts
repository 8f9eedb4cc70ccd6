import type { JsonObject } from '@backstage/types';
import decisionForumSchema from '../../schemas/decision-forum.schema.json';
import decisionRightsSchema from '../../schemas/decision-rights.schema.json';
import escalationPathSchema from '../../schemas/escalation-path.schema.json';
import { DocumentSchema, type SchemaFinding } from './DocumentSchema';
import { validateDocument, type ValidatedDocument } from './validateDocument';

const decisionRights = new DocumentSchema(decisionRightsSchema);
const decisionForum = new DocumentSchema(decisionForumSchema);
const escalationPath = new DocumentSchema(escalationPathSchema);

/**
 * Validates an entity of kind `DecisionRights` against `schemas/decision-rights.schema.json`. It never throws.
 *
 * @param input - a text of YAML or JSON, whose lines the problems then name, or what such a text says
 */
export function validateDecisionRights(input: unknown): ValidatedDocument {
  return validateDocument(input, decisionRights, checkIds);
}

/** The same for kind `DecisionForum` and `schemas/decision-forum.schema.json`. */
export function validateDecisionForum(input: unknown): ValidatedDocument {
  return validateDocument(input, decisionForum);
}

/** The same for kind `EscalationPath` and `schemas/escalation-path.schema.json`. */
export function validateEscalationPath(input: unknown): ValidatedDocument {
  return validateDocument(input, escalationPath);
}

/** Rights of one document with the same id: whoever names one of them would mean both. */
function checkIds(document: JsonObject): SchemaFinding[] {
  const { rights } = document.spec as { rights: { id: string }[] };
  const ids = rights.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) < at
      ? [
          {
            path: ['spec', 'rights', at, 'id'],
            expected: `must not be that of spec.rights[${ids.indexOf(id)}]`,
          },
        ]
      : [],
  );
}
