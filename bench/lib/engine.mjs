/** The engine's own code, as it is in this repository. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');

const source = '../../plugins/opmodel-backend/src';

export const createKnex = require('knex');
export const common = require('@opmodel/backstage-plugin-opmodel-common');
export const {
  EnabledDefinitions,
} = require(`${source}/dora/EnabledDefinitions.ts`);
export const { DoraCalculator } = require(`${source}/dora/DoraCalculator.ts`);
export const {
  DoraNumbersReader,
} = require(`${source}/dora/DoraNumbersReader.ts`);
export const { DoraService } = require(`${source}/dora/DoraService.ts`);
export const {
  DatabaseDeliveryStore,
} = require(`${source}/dora/DatabaseDeliveryStore.ts`);
export const {
  DatabaseDoraStore,
} = require(`${source}/dora/DatabaseDoraStore.ts`);
export const {
  DatabaseScopeDayStore,
} = require(`${source}/dora/DatabaseScopeDayStore.ts`);
export const { ScopeDayKeeper } = require(`${source}/lib/ScopeDayKeeper.ts`);
export const { FlowCalculator } = require(`${source}/flow/FlowCalculator.ts`);
export const {
  DatabaseFlowCalculationStore,
} = require(`${source}/flow/DatabaseFlowCalculationStore.ts`);
export const {
  DatabaseFlowScopeDayStore,
} = require(`${source}/flow/DatabaseFlowScopeDayStore.ts`);
export const {
  DatabaseFlowStore,
} = require(`${source}/flow/DatabaseFlowStore.ts`);
export const {
  FlowReportReader,
} = require(`${source}/flow/FlowReportReader.ts`);
export const {
  DatabaseSnapshotStore,
} = require(`${source}/catalog/DatabaseSnapshotStore.ts`);
export const {
  DatabaseCatalogStore,
} = require(`${source}/catalog/DatabaseCatalogStore.ts`);
export const {
  SnapshotScanner,
} = require(`${source}/catalog/SnapshotScanner.ts`);
export const {
  DatabaseIntakeStore,
} = require(`${source}/intake/DatabaseIntakeStore.ts`);
export const { IntakeService } = require(`${source}/intake/IntakeService.ts`);

/** What the benchmarks load and read: the default definition alone, in UTC. */
export const definitions = new EnabledDefinitions([common.dora2026Profile], {
  zone: 'UTC',
  defaultProfile: 'dora-2026',
});

/** Folder of the engine's migrations. */
export const migrations = new URL(
  '../../plugins/opmodel-backend/migrations',
  import.meta.url,
).pathname;

export const { insertRows } = require(`${source}/intake/DatabaseRows.ts`);
