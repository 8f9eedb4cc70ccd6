import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { opmodelSliSourcesExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { DatabaseSloStore } from '../../slo/DatabaseSloStore';

/** Of the source that measures the objectives of the walk. */
const SOURCE = 'walk';

const BUCKET = 300_000;
const HOUR = 3_600_000;

/** How far everything visible is measured; the same for both engines, and before anything hidden is. */
const visibleUntil = DateTime.utc()
  .minus({ days: 1 })
  .startOf('day')
  .toMillis();

/** Measures nothing by itself: what was measured is seeded. */
export const walkedSliSource = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'walk',
  register(env) {
    env.registerInit({
      deps: { sources: opmodelSliSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSliSource({
          type: SOURCE,
          title: 'Walk',
          measure: async () => [],
        });
      },
    });
  },
});

/** An OpenSLO document. */
export function sloDocument(
  name: string,
  service: string,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  const metric = (query: string) => ({
    metricSource: { type: SOURCE, spec: { query: `${query} of ${name}` } },
  });
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name,
      namespace: 'default',
      title: `Promise ${name}`,
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'opmodel.io/review-on': '2026-01-31',
      },
    },
    spec: {
      service,
      indicator: {
        metadata: { name: `${name}-sli` },
        spec: {
          ratioMetric: {
            counter: true,
            good: metric('good'),
            total: metric('total'),
          },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: name, target: 0.99 }],
    } as unknown as Entity['spec'],
  };
}

/** An error budget policy for components. What holds a release is the same for everybody, so none is for what a hidden SLO measures too. */
export function policyDocument(
  name: string,
  components: readonly string[],
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'opmodel.io/v1alpha1',
    kind: 'ErrorBudgetPolicy',
    metadata: {
      name,
      namespace: 'default',
      title: `Policy ${name}`,
      ...metadata,
    },
    spec: {
      owner: 'group:default/top',
      appliesTo: components.map(one => `component:default/${one}`),
      mode: 'enforced',
      version: '1',
      thresholds: [{ remaining: 0, consequences: ['freeze_risky_releases'] }],
    },
  };
}

/**
 * Seeds what was measured of objectives, and what came of it: an alert that fires.
 *
 * @param names - of documents that the engine has taken in; hidden ones are measured up to now and stand worse
 */
export async function measureObjectives(
  knex: Knex,
  names: readonly string[],
  { hidden }: { hidden: boolean },
): Promise<void> {
  const store = new DatabaseSloStore(knex);
  const refs = names.map(name => `slo:default/${name}`);
  const now = Date.now();
  const until = hidden ? Math.floor(now / BUCKET) * BUCKET : visibleUntil;
  const claims = await store.measurements.claim({
    sourceType: SOURCE,
    limit: 100,
    leaseMs: 1,
    now: now + 24 * HOUR,
  });
  await store.measurements.settle(
    claims
      .filter(({ sloRef }) => refs.includes(sloRef))
      .map(({ sloRef, token }) => ({
        sloRef,
        token,
        state: 'measured',
        measuredUntil: until,
        queries: { 0: [`good of ${sloRef}`, `total of ${sloRef}`] },
        nextAt: until + 10_000 * HOUR,
      })),
    { now: until },
  );
  await knex('slo_problems').insert(
    refs.map(ref => ({
      slo_ref: ref,
      seq: 100,
      severity: 'error',
      rule: 'walked',
      message: `Something about ${ref}`,
    })),
  );
  const from = until - 48 * HOUR;
  await store.buckets.keep(
    refs.map((sloRef, place) => ({
      sloRef,
      objective: 0,
      from,
      to: until,
      tallies: Array.from({ length: 48 * 12 }, (_, bucket) => ({
        start: from + bucket * BUCKET,
        good: (hidden ? 70 : 97) + place,
        total: 100,
        slices: 0,
        goodSlices: 0,
        ratioSum: 0,
        measured: 1,
      })),
    })),
  );
  await store.evaluations.keep({
    states: refs.map((sloRef, place) => ({
      sloRef,
      objective: 0,
      evaluatedAt: until,
      measuredUntil: until,
      window: { from: until - 720 * HOUR, to: until },
      target: 0.99,
      state: hidden ? 'exhausted' : 'at_risk',
      attainment: hidden ? 0.7 : 0.97,
      good: 97,
      total: 100,
      minimum: 100,
      allowed: 576,
      spent: 3,
      remaining: hidden ? -29 : 0.1 + place / 100,
      estimated: false,
      burns: {
        '5m': hidden ? 30 : 3,
        '30m': 3,
        '1h': hidden ? 30 : 3 - place,
        '2h': 3,
        '6h': 3,
        '1d': null,
        '3d': null,
      },
      exhaustsAt: null,
      alertState: hidden || place === 0 ? 'firing' : 'ok',
    })),
    windows: refs.map(sloRef => ({
      sloRef,
      objective: 0,
      from: until - 720 * HOUR,
      to: until,
      target: 0.99,
      state: 'at_risk',
      attainment: 0.97,
      good: 97,
      total: 100,
      remaining: 0.1,
      complete: true,
    })),
  });
}
