import type { JsonObject } from '@backstage/types';
import { readScorecardDocument } from '@opmodel/backstage-plugin-opmodel-common';
import decisionForumSchema from '../../schemas/decision-forum.schema.json';
import decisionRightsSchema from '../../schemas/decision-rights.schema.json';
import errorBudgetPolicySchema from '../../schemas/error-budget-policy.schema.json';
import escalationPathSchema from '../../schemas/escalation-path.schema.json';
import scorecardSchema from '../../schemas/scorecard.schema.json';
import serviceLevelAgreementSchema from '../../schemas/service-level-agreement.schema.json';
import type { DocumentPath } from './DocumentProblem';
import { DocumentSchema, type SchemaFinding } from './DocumentSchema';
import { validateDocument, type ValidatedDocument } from './validateDocument';

const decisionRights = new DocumentSchema(decisionRightsSchema);
const decisionForum = new DocumentSchema(decisionForumSchema);
const escalationPath = new DocumentSchema(escalationPathSchema);
const errorBudgetPolicy = new DocumentSchema(errorBudgetPolicySchema);
const scorecard = new DocumentSchema(scorecardSchema);
const serviceLevelAgreement = new DocumentSchema(serviceLevelAgreementSchema);

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

/** The same for kind `ErrorBudgetPolicy` and `schemas/error-budget-policy.schema.json`. */
export function validateErrorBudgetPolicy(input: unknown): ValidatedDocument {
  return validateDocument(input, errorBudgetPolicy, checkRoles);
}

/** The same for kind `ServiceLevelAgreement` and `schemas/service-level-agreement.schema.json`. */
export function validateServiceLevelAgreement(
  input: unknown,
): ValidatedDocument {
  return validateDocument(input, serviceLevelAgreement, checkDays);
}

/**
 * The same for kind `Scorecard` and `schemas/scorecard.schema.json`. Whether its expressions fit the facts that there are is not asked, as
 * the catalog does not know them.
 */
export function validateScorecard(input: unknown): ValidatedDocument {
  return validateDocument(input, scorecard, checkScorecard);
}

/** Everything that the engine could not carry out: a level that is not there, an id that comes twice, parameters that make no check. */
function checkScorecard(document: JsonObject): SchemaFinding[] {
  const { problems } = readScorecardDocument(
    { namespace: 'default', name: 'unnamed', spec: document.spec },
    { zone: 'UTC' },
  );
  return problems.map(({ path, message }) => ({
    path: ['spec', ...stepsOf(path)],
    expected: message,
  }));
}

/** The steps of a path such as `checks[3].links[0].url`. */
function stepsOf(path: string): DocumentPath {
  return path
    .split(/[.[\]]+/)
    .filter(step => step !== '')
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));
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

/** Two approvals for one role: only one of them could count. */
function checkRoles(document: JsonObject): SchemaFinding[] {
  const { approvals = [] } = document.spec as {
    approvals?: { role: string }[];
  };
  const roles = approvals.map(({ role }) => role);
  return roles.flatMap((role, at) =>
    roles.indexOf(role) < at
      ? [
          {
            path: ['spec', 'approvals', at, 'role'],
            expected: `must not be that of spec.approvals[${roles.indexOf(
              role,
            )}]`,
          },
        ]
      : [],
  );
}

/** An agreement that ends before it begins. */
function checkDays(document: JsonObject): SchemaFinding[] {
  const { validFrom, validUntil } = document.spec as Record<
    string,
    string | undefined
  >;
  return validFrom && validUntil && validUntil < validFrom
    ? [
        {
          path: ['spec', 'validUntil'],
          expected: `must not be before ${validFrom}`,
        },
      ]
    : [];
}
