import type {
  DatabaseService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { DebtScanPort } from '../../intake/DebtScanPort';
import { createDebtFindingPort } from '../suggestions/createDebtFindingPort';
import { PushedScans } from './PushedScans';
import { readScanSettings } from './scanSettings';

/** Puts together what keeps the debt that tools find and pipelines send. */
export function createDebtScanPort(options: {
  catalog: CatalogStore;
  config: RootConfigService;
  knex: Awaited<ReturnType<DatabaseService['getClient']>>;
  /** Epoch milliseconds. */
  clock: () => number;
}): DebtScanPort {
  return new PushedScans({
    catalog: options.catalog,
    findings: createDebtFindingPort(options),
    settings: readScanSettings(options.config),
  });
}
