import { stateOfLetter } from '@opmodel/backstage-plugin-opmodel-common';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { AcceptanceStore } from '../../acceptances/AcceptanceStore';
import { DatabaseAcceptanceStore } from '../../acceptances/DatabaseAcceptanceStore';
import { FakeAcceptanceStore } from '../../acceptances/FakeAcceptanceStore';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { DatabaseCatalogStore } from '../../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { scanEntities } from '../../testing/catalog';
import { DatabaseScorecardStore } from '../definitions/DatabaseScorecardStore';
import { FakeScorecardStore } from '../definitions/FakeScorecardStore';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import { DatabaseResultStore } from '../evaluation/DatabaseResultStore';
import { FakeResultStore } from '../evaluation/FakeResultStore';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import type { ResultChange, ResultStore } from '../evaluation/ResultStore';
import { DatabaseFactStore } from '../facts/DatabaseFactStore';
import { FakeFactStore } from '../facts/FakeFactStore';
import type { FactStore } from '../facts/FactStore';
import { DatabaseStandingStore } from '../reading/DatabaseStandingStore';
import { FakeStandingStore } from '../reading/FakeStandingStore';
import type { StandingStore } from '../reading/StandingStore';

/** The stores of scorecards with the catalog that they stand on. */
export interface ScoredStores {
  acceptances: AcceptanceStore;
  catalog: CatalogStore;
  facts: FactStore;
  scorecards: ScorecardStore;
  results: ResultStore;
  standings: StandingStore;
  /** Makes these the entities of the catalog. */
  scan(entities: Entity[], options?: { now?: number }): Promise<unknown>;
  /** How results changed, in the order in which it was written. */
  changes(): Promise<readonly ResultChange[]>;
}

/** The stores in memory. */
export function fakeScoredStores(): ScoredStores {
  const work = new FakeScorecardWork();
  const catalog = new FakeCatalogStore();
  const refs = new Set<string>();
  let entities: CatalogEntity[] = [];
  const isGone = (ref: string, before: number) =>
    entities.some(
      entity => entity.ref === ref && (entity.removedAt ?? before) < before,
    );
  const acceptances = new FakeAcceptanceStore(catalog);
  const facts = new FakeFactStore({ work, isGone });
  const scorecards = new FakeScorecardStore({
    work,
    entities: () =>
      entities
        .filter(({ removedAt }) => removedAt === undefined)
        .map(({ ref }) => ref),
  });
  const results = new FakeResultStore({
    work,
    entities: () => entities,
    facts,
    scorecards,
  });
  return {
    acceptances,
    catalog,
    facts,
    scorecards,
    results,
    standings: new FakeStandingStore({
      isExcused: entityRef => isExcused(acceptances, entityRef),
      facts,
      work,
      results,
      scorecards,
    }),
    async scan(given, { now } = {}) {
      await scanEntities(catalog, given, { now });
      (await catalog.listRefs(seesAll)).forEach(ref => refs.add(ref));
      entities = await catalog.getEntities(refs, seesAll, {
        includeRemoved: true,
      });
    },
    changes: async () => results.changes(),
  };
}

/** The stores in a database with all migrations applied. */
export function databaseScoredStores(knex: Knex): ScoredStores {
  return {
    acceptances: new DatabaseAcceptanceStore(knex),
    catalog: new DatabaseCatalogStore(knex),
    facts: new DatabaseFactStore(knex),
    scorecards: new DatabaseScorecardStore(knex),
    results: new DatabaseResultStore(knex),
    standings: new DatabaseStandingStore(knex),
    scan: (given, { now } = {}) =>
      scanEntities(new DatabaseSnapshotStore(knex), given, { now }),
    async changes() {
      const rows: Record<string, any>[] = await knex('scorecard_changes')
        .orderBy('id')
        .select();
      return rows.map(row => ({
        entityRef: row.entity_ref,
        scorecardRef: row.scorecard_ref,
        version: row.version,
        ownerRef: row.owner_ref,
        changedAt: Number(row.changed_at),
        levelBefore: row.level_before,
        levelAfter: row.level_after,
        checks: (
          JSON.parse(row.checks) as [string, string, string, number][]
        ).map(([checkId, before, after, isRuleChanged]) => ({
          checkId,
          before: stateOfLetter(before ?? undefined),
          after: stateOfLetter(after ?? undefined),
          isRuleChanged: isRuleChanged === 1,
        })),
      }));
    },
  };
}

/** Whether an exemption of the entity is asked for or was approved. */
async function isExcused(
  acceptances: AcceptanceStore,
  entityRef: string,
): Promise<boolean> {
  const lists = await Promise.all(
    (['requested', 'approved'] as const).map(state =>
      acceptances.list(
        { subject: 'check', entityRefs: [entityRef], state },
        seesAll,
        { limit: 1 },
      ),
    ),
  );
  return lists.some(({ total }) => total > 0);
}
