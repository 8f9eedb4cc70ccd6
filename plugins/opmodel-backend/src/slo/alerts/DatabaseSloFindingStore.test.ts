import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { seesAll, seesNone } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachDatabase } from '../../testing/databases';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { mapBurns } from '../evaluation/evaluateObjective';
import { DAY, definedOf, definitionOf, HOUR, noon } from '../testing/slos';
import { DatabaseSloFindingStore } from './DatabaseSloFindingStore';

const shop = 'group:default/shop';

/** How each SLO was measured last: up to when, and whether anything was there. */
const known: Record<string, { until: number | null; burn: number | null }> = {
  'a-busy': { until: noon, burn: 0.5 },
  'b-quiet': { until: noon, burn: 0 },
  'c-metric-gone': { until: noon, burn: null },
  'd-source-silent': { until: noon - DAY, burn: 0.5 },
  'e-never': { until: null, burn: null },
};

jest.setTimeout(120_000);

eachDatabase('DatabaseSloFindingStore', createDatabase => {
  it('finds what is measured no more: where the source is silent, and where it answers with nothing', async () => {
    const knex = await createDatabase();
    const store = new DatabaseSloStore(knex);
    const refs = Object.keys(known).map(name => `slo:default/${name}`);
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf(shop),
      entityOf('component:default/checkout', { ownedBy: shop }),
      ...refs.map(ref => entityOf(ref, { ownedBy: shop })),
    ]);
    await store.definitions.apply(
      {
        defined: refs.map(ref => definedOf(definitionOf(ref))),
        mended: [],
        removed: [],
      },
      { now: noon - 2 * DAY },
    );
    const claims = await store.measurements.claim({
      sourceType: 'toy',
      limit: 9,
      leaseMs: HOUR,
      now: noon,
    });
    const untilOf = (ref: string) => known[ref.split('/')[1]].until;
    await store.measurements.settle(
      claims.flatMap(({ sloRef, token }) => {
        const measuredUntil = untilOf(sloRef);
        return measuredUntil === null
          ? []
          : [
              {
                sloRef,
                token,
                state: 'measured' as const,
                measuredUntil,
                queries: null,
                nextAt: noon,
              },
            ];
      }),
      { now: noon },
    );
    await store.evaluations.keep({
      windows: [],
      states: refs.map(sloRef => ({
        sloRef,
        objective: 0,
        evaluatedAt: noon,
        measuredUntil: untilOf(sloRef),
        window: null,
        target: 0.99,
        state: 'met' as const,
        attainment: 1,
        good: 1_000,
        total: 1_000,
        minimum: 100,
        allowed: 10,
        spent: 0,
        remaining: 1,
        estimated: false,
        burns: mapBurns(() => known[sloRef.split('/')[1]].burn),
        exhaustsAt: null,
        alertState: null,
      })),
    });
    const findings = new DatabaseSloFindingStore(knex);
    const at = { now: noon, today: '2026-11-22' };
    const found = await findings.list({ visibility: seesAll }, at);
    expect(
      found
        .filter(({ kind }) => kind === 'not_measured')
        .map(({ sloRef, since }) => [sloRef, since]),
    ).toEqual([
      // Since when nothing comes any more is not known.
      ['slo:default/c-metric-gone', null],
      ['slo:default/d-source-silent', noon - DAY],
      ['slo:default/e-never', null],
    ]);
    expect(await findings.list({ visibility: seesNone }, at)).toEqual([]);
  });
});
