import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { mapBurns } from '../evaluation/evaluateObjective';
import {
  budgetStores,
  type BudgetStores,
  cart,
  cartSlo,
  consequence,
  fillBudgets,
  shop,
  vaultSlo,
  withoutVault,
} from '../testing/budgetStores';
import { DAY, definedOf, definitionOf, HOUR, noon } from '../testing/slos';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

/** How each SLO was measured last: up to when, and whether anything was there. */
const known: Record<string, { until: number | null; burn: number | null }> = {
  'a-busy': { until: noon, burn: 0.5 },
  'b-quiet': { until: noon, burn: 0 },
  'c-metric-gone': { until: noon, burn: null },
  'd-source-silent': { until: noon - DAY, burn: 0.5 },
  'e-never': { until: null, burn: null },
};

eachStore<BudgetStores>(
  { name: 'SloFindingStore', ...budgetStores },
  createStores => {
    it('finds what needs somebody, of what may be seen', async () => {
      const { alerts, findings, policies } = await fillBudgets(
        await createStores(),
      );
      const row = {
        objective: 0,
        origin: 'default' as const,
        longSeconds: 3_600,
        shortSeconds: 300,
        canFire: true,
        state: 'firing' as const,
        since: noon,
        cause: 'burn' as const,
        noDataSince: null,
        evaluatedAt: noon,
        announced: null,
        announcedAt: null,
      };
      await alerts.step(
        [cartSlo, vaultSlo].flatMap(sloRef => [
          {
            before: null,
            row: {
              ...row,
              sloRef,
              rule: 'page_fast',
              severity: 'page' as const,
              threshold: 14.4,
              firedAt: noon - 1,
              burn: 20,
            },
          },
          {
            before: null,
            row: {
              ...row,
              sloRef,
              rule: 'ticket_fast',
              severity: 'ticket' as const,
              threshold: 3,
              firedAt: noon,
              burn: 4,
            },
          },
        ]),
      );
      await policies.change(
        {
          ended: [],
          begun: [cartSlo, vaultSlo].map(sloRef =>
            consequence({
              id: sloRef,
              sloRef,
              kind: 'attention',
              threshold: 0.25,
            }),
          ),
        },
        { now: noon },
      );
      const list = (visibility: Visibility, owners?: string[]) =>
        findings.list(
          { owners, visibility },
          { now: noon, today: '2026-11-22' },
        );
      const found = await list(withoutVault);
      expect(found.map(({ kind, sloRef }) => [kind, sloRef])).toEqual(
        [
          'burning',
          'exhausted',
          'not_measured',
          'review_overdue',
          'document_wrong',
          'policy',
        ].map(kind => [kind, cartSlo]),
      );
      expect(found[0]).toEqual({
        kind: 'burning',
        sloRef: cartSlo,
        sloTitle: `The promise of ${cartSlo}`,
        entityRef: cart,
        entityTitle: 'Cart',
        ownerRef: shop,
        objective: 0,
        since: noon - 1,
        remaining: -9,
        burn: 20,
        threshold: 14.4,
        severity: 'page',
      });
      expect(found[5]).toMatchObject({ threshold: 0.25, since: noon });
      expect(await list(seesAll)).toHaveLength(12);
      expect(await list(withoutVault, ['group:default/company'])).toHaveLength(
        6,
      );
      expect(await list(withoutVault, ['group:default/other'])).toEqual([]);
    });

    it('finds what is measured no more: where the source is silent, and where it answers with nothing', async () => {
      const { snapshot, slos: store, findings } = await createStores();
      const refs = Object.keys(known).map(name => `slo:default/${name}`);
      await scanEntities(snapshot, [
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
  },
);
