import type {
  DatabaseService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtSuggestionSource } from '@opmodel/backstage-plugin-opmodel-node';
import type { Acceptances } from './acceptances/Acceptances';
import { ExemptionSource } from './scorecards/debt/ExemptionSource';
import { FailingCheckSource } from './scorecards/debt/FailingCheckSource';
import { DatabaseScorecardStore } from './scorecards/definitions/DatabaseScorecardStore';
import { DatabaseResultStore } from './scorecards/evaluation/DatabaseResultStore';
import { scorecardsSubjectId } from './scorecards/scorecardsSubject';
import { ErrorBudgetSource } from './slo/debt/ErrorBudgetSource';
import { DatabaseSloStore } from './slo/DatabaseSloStore';
import { DatabaseSloPolicyStore } from './slo/policies/DatabaseSloPolicyStore';
import { sloSubjectId } from './slo/sloSubject';
import { isSubjectEnabled } from './subjects';
import { readFailingDays } from './techDebt/suggestions/suggestionSettings';

/** What finds debt in the other subjects of the engine; one whose subject is off is not there. */
export function createDebtSources({
  acceptances,
  config,
  knex,
}: {
  acceptances: Acceptances;
  config: RootConfigService;
  knex: Awaited<ReturnType<DatabaseService['getClient']>>;
}): {
  sources: DebtSuggestionSource[];
  subjectOff: SuggestionSource[];
} {
  const sources: DebtSuggestionSource[] = [];
  const subjectOff: SuggestionSource[] = [];
  if (isSubjectEnabled(config, scorecardsSubjectId)) {
    const results = new DatabaseResultStore(knex);
    const scorecards = new DatabaseScorecardStore(knex);
    sources.push(
      new ExemptionSource({
        acceptances,
        results,
        scorecards,
      }),
      new FailingCheckSource({
        results,
        scorecards,
        olderThanDays: readFailingDays(config),
      }),
    );
  } else {
    subjectOff.push('exemption', 'failing_check');
  }
  if (isSubjectEnabled(config, sloSubjectId)) {
    const { definitions, evaluations } = new DatabaseSloStore(knex);
    sources.push(
      new ErrorBudgetSource({
        definitions,
        evaluations,
        policies: new DatabaseSloPolicyStore(knex),
      }),
    );
  } else {
    subjectOff.push('error_budget');
  }
  return { sources, subjectOff };
}
