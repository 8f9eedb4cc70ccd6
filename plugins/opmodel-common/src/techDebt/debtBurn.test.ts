import fc from 'fast-check';
import { anyDebtHistories, owners } from './__testUtils__/debtHistories';
import { burnDebt } from './debtBurn';
import { computeDebtFlow, type DebtFlowRequest } from './debtFlow';
import type { DebtPeriodFlow } from './debtFlowPeriod';
import type { DebtSnapshot } from './debtHistory';

const monthly: DebtFlowRequest = {
  window: { from: '2026-03-01', to: '2026-05-31' },
  grain: 'month',
  zone: 'Europe/Berlin',
};

describe('burnDebt', () => {
  it('goes up by what comes and down by what ends', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const flow = computeDebtFlow(snapshots, { ...monthly, grain: 'week' });
        const points = burnDebt(flow, '2026-02-28');
        expect(points).toHaveLength(flow.periods.length + 1);
        points.forEach(({ day, items, principalDays }, at) => {
          const period: DebtPeriodFlow | undefined = flow.periods[at - 1];
          const { owed } = period?.balance ?? flow.opening;
          expect(day).toBe(period?.to ?? '2026-02-28');
          expect(items.owed).toBe(owed.items);
          expect(items.scope - items.ended).toBe(items.owed);
          expect(items.ended).toBeGreaterThanOrEqual(
            points[at - 1]?.items.ended ?? 0,
          );
          const {
            scope,
            ended,
            owed: left,
          } = principalDays ?? {
            scope: 0,
            ended: 0,
            owed: owed.principalDays ?? 0,
          };
          expect(scope - ended).toBeCloseTo(left, 6);
          expect(left).toBe(owed.principalDays ?? 0);
        });
      }),
    );
  });

  it('tells no person-days where no item has a principal', () => {
    const snapshot: DebtSnapshot = {
      itemId: 'debt-1',
      version: 1,
      at: Date.parse('2026-03-10T09:00:00Z'),
      status: 'open',
      ownerRef: owners[0],
      entityRefs: ['component:default/checkout'],
      principalDays: null,
    };
    const points = (...more: Partial<DebtSnapshot>[]) =>
      burnDebt(
        computeDebtFlow(
          [snapshot, ...more.map(part => ({ ...snapshot, ...part }))],
          monthly,
        ),
        '2026-02-28',
      ).map(({ principalDays }) => principalDays?.owed ?? null);
    expect(points()).toEqual([0, null, null, null]);
    expect(
      points({
        version: 2,
        at: Date.parse('2026-04-10T09:00:00Z'),
        principalDays: 3,
      }),
    ).toEqual([0, null, 3, 3]);
    // What has ended had one, so that none is owed of those that have one.
    expect(
      points(
        { itemId: 'debt-2', principalDays: 2 },
        {
          itemId: 'debt-2',
          version: 2,
          at: Date.parse('2026-03-20T09:00:00Z'),
          principalDays: 2,
          status: 'resolved',
        },
      ),
    ).toEqual([0, 0, 0, 0]);
  });
});
