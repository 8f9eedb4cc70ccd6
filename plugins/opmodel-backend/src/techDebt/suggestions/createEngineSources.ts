import type {
  DatabaseService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtSuggestionSource } from '@opmodel/backstage-plugin-opmodel-node';
import { DatabaseAcceptanceStore } from '../../acceptances/DatabaseAcceptanceStore';
import { DatabaseScorecardStore } from '../../scorecards/definitions/DatabaseScorecardStore';
import { DatabaseResultStore } from '../../scorecards/evaluation/DatabaseResultStore';
import { scorecardsSubjectId } from '../../scorecards/scorecardsSubject';
import { DatabaseSloStore } from '../../slo/DatabaseSloStore';
import { DatabaseSloPolicyStore } from '../../slo/policies/DatabaseSloPolicyStore';
import { sloSubjectId } from '../../slo/sloSubject';
import { isSubjectEnabled } from '../../subjects';
import { ErrorBudgetSource } from './sources/ErrorBudgetSource';
import { ExemptionSource } from './sources/ExemptionSource';
import { FailingCheckSource } from './sources/FailingCheckSource';
import { readFailingDays } from './suggestionSettings';

/** What the other subjects of the engine tell of debt; one whose subject is off is not there. */
export function createEngineSources({
  config,
  knex,
}: {
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
        acceptances: new DatabaseAcceptanceStore(knex),
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
