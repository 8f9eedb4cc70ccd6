import type { SubjectGround } from './createSubjects';
import { LinkedChecks } from './scorecards/debt/LinkedChecks';
import { DatabaseScorecardStore } from './scorecards/definitions/DatabaseScorecardStore';
import { VisibleScorecards } from './scorecards/definitions/VisibleScorecards';
import { DatabaseResultStore } from './scorecards/evaluation/DatabaseResultStore';
import { scorecardsSubjectId } from './scorecards/scorecardsSubject';
import { DatabaseSloStore } from './slo/DatabaseSloStore';
import { LinkedBudgets } from './slo/debt/LinkedBudgets';
import { DatabaseSloReadStore } from './slo/reading/DatabaseSloReadStore';
import { sloSubjectId } from './slo/sloSubject';
import { isSubjectEnabled } from './subjects';
import type { DebtEvidenceSources } from './techDebt/evidence/DebtEvidenceSources';

/** What is measured in the other subjects of the engine of what debt is linked to; one whose subject is off is not there. */
export function createDebtEvidenceSources({
  catalog,
  config,
  knex,
}: Pick<SubjectGround, 'catalog' | 'config' | 'knex'>): DebtEvidenceSources {
  return {
    ...(isSubjectEnabled(config, scorecardsSubjectId) && {
      failingChecks: new LinkedChecks({
        catalog,
        results: new DatabaseResultStore(knex),
        scorecards: new VisibleScorecards({
          scorecards: new DatabaseScorecardStore(knex),
          catalog,
        }),
      }),
    }),
    ...(isSubjectEnabled(config, sloSubjectId) && {
      spentBudgets: new LinkedBudgets({
        ...new DatabaseSloStore(knex),
        reads: new DatabaseSloReadStore(knex),
      }),
    }),
  };
}
