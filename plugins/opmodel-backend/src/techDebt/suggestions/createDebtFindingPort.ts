import type {
  DatabaseService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { DebtFindingPort } from '@opmodel/backstage-plugin-opmodel-node';
import { DatabaseSuggestionRunStore } from './DatabaseSuggestionRunStore';
import { DatabaseSuggestionStore } from './DatabaseSuggestionStore';
import { KeptFindings } from './KeptFindings';
import { isSourceEnabled } from './suggestionSettings';

/** Puts together what keeps the debt that intake takes. */
export function createDebtFindingPort({
  config,
  knex,
  clock,
}: {
  config: RootConfigService;
  knex: Awaited<ReturnType<DatabaseService['getClient']>>;
  /** Epoch milliseconds. */
  clock: () => number;
}): DebtFindingPort {
  return new KeptFindings({
    store: new DatabaseSuggestionStore(knex),
    runs: new DatabaseSuggestionRunStore(knex),
    isEnabled: source => isSourceEnabled(config, source),
    clock,
  });
}
