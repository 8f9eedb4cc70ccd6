import fc from 'fast-check';
import { dayOf } from '../calendar/days';
import type { DebtAmount } from './debtAmount';
import { burnDebt } from './debtBurn';
import {
  computeDebtFlow,
  computeDebtFlows,
  type DebtFlowRequest,
} from './debtFlow';
import type { DebtFlow, DebtPeriodFlow } from './debtFlowPeriod';
import { asOwnedNow, type DebtSnapshot } from './debtHistory';
import { debtMoveKinds } from './debtMoves';
import { debtPeriods, placeOfPeriod } from './debtPeriods';
import { isEndedDebt } from './debtStatusMachine';
import { anyDebtHistories, owners } from './testing/debtHistories';

const window = { from: '2026-03-01', to: '2026-05-31' };
const zone = 'Europe/Berlin';
const monthly: DebtFlowRequest = { window, grain: 'month', zone };
const grains = ['day', 'week', 'month'] as const;

/** An amount as numbers that can be added: thousandths of a person-day, none where none is known. */
const numbers = ({
  items,
  principalDays,
  withoutPrincipal,
}: Pick<DebtAmount, 'items' | 'principalDays' | 'withoutPrincipal'>) => [
  items,
  Math.round((principalDays ?? 0) * 1000),
  withoutPrincipal,
];
const sum = (...amounts: number[][]) =>
  amounts.reduce(
    (all, amount) => all.map((value, at) => value + amount[at]),
    [0, 0, 0],
  );
const less = (amount: number[]) => amount.map(value => 0 - value);

/** All that happened in these periods, by kind, and how it ended. */
function totals(flow: DebtFlow) {
  const kinds = debtMoveKinds.map(
    kind =>
      [
        kind,
        sum(...flow.periods.map(period => numbers(period[kind]))),
      ] as const,
  );
  const last = flow.periods.at(-1)!.balance;
  return {
    ...Object.fromEntries(kinds),
    opening: numbers(flow.opening.owed),
    owed: numbers(last.owed),
    open: numbers(last.open),
    accepted: numbers(last.accepted),
  };
}

describe('the flow of debt', () => {
  it('is what balances differ by, in items and in person-days', () => {
    fc.assert(
      fc.property(
        anyDebtHistories,
        fc.constantFrom(...grains),
        (snapshots, grain) => {
          const flows = computeDebtFlows(
            snapshots,
            { ...monthly, grain },
            ({ ownerRef, entityRefs }) => ['all', ownerRef, ...entityRefs],
          );
          for (const { opening, periods } of flows.values()) {
            let before = opening;
            for (const period of periods) {
              const [, principal, without] = numbers(period.rescoped);
              expect(numbers(period.balance.owed)).toEqual(
                sum(
                  numbers(before.owed),
                  numbers(period.opened),
                  numbers(period.reopened),
                  numbers(period.movedIn),
                  less(numbers(period.movedOut)),
                  less(numbers(period.resolved)),
                  less(numbers(period.givenUp)),
                  [0, principal, without],
                ),
              );
              expect(numbers(period.balance.owed)).toEqual(
                sum(
                  numbers(period.balance.open),
                  numbers(period.balance.accepted),
                ),
              );
              before = period.balance;
            }
          }
        },
      ),
    );
  });

  it('ends with what is owed by what the items are by then', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const last = new Map<string, DebtSnapshot>();
        for (const snapshot of snapshots) {
          if (dayOf(snapshot.at, zone) <= window.to) {
            last.set(snapshot.itemId, snapshot);
          }
        }
        const owed = [...last.values()].filter(
          ({ status }) => !isEndedDebt(status),
        );
        const { balance } = computeDebtFlow(snapshots, monthly).periods.at(-1)!;
        expect(balance.owed.items).toBe(owed.length);
        expect(balance.accepted.items).toBe(
          owed.filter(({ status }) => status === 'accepted').length,
        );
        expect(balance.owed.withoutPrincipal).toBe(
          owed.filter(({ principalDays }) => principalDays === null).length,
        );
        expect(balance.owed.principalDays ?? 0).toBeCloseTo(
          owed.reduce((days, item) => days + (item.principalDays ?? 0), 0),
          6,
        );
        expect(balance.owed.principalDays === null).toBe(
          owed.length > 0 &&
            owed.every(({ principalDays }) => principalDays === null),
        );
      }),
    );
  });

  it('of all owners adds up to the whole, where nothing moves', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const { movedIn, movedOut, ...whole } = totals(
          computeDebtFlow(snapshots, monthly),
        ) as Record<string, number[]>;
        const ofOwners = [
          ...computeDebtFlows(snapshots, monthly, ({ ownerRef }) => [
            ownerRef,
          ]).values(),
        ].map(flow => totals(flow) as Record<string, number[]>);
        expect([movedIn, movedOut]).toEqual([
          [0, 0, 0],
          [0, 0, 0],
        ]);
        for (const [kind, amount] of Object.entries(whole)) {
          expect([kind, sum(...ofOwners.map(owner => owner[kind]))]).toEqual([
            kind,
            amount,
          ]);
        }
        expect(sum(...ofOwners.map(owner => owner.movedIn))).toEqual(
          sum(...ofOwners.map(owner => owner.movedOut)),
        );
      }),
    );
  });

  it('of a scope that counts what others count is their union', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const whole = computeDebtFlow(snapshots, monthly);
        const union = computeDebtFlows(snapshots, monthly, ({ ownerRef }) =>
          owners.includes(ownerRef) ? ['both'] : [],
        ).get('both');
        expect(union ?? whole).toEqual(whole);
        expect(union === undefined).toBe(
          snapshots.every(({ at }) => dayOf(at, zone) > window.to),
        );
      }),
    );
  });

  it('is the same in days, weeks and months', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const [days, weeks, months] = grains.map(grain =>
          totals(computeDebtFlow(snapshots, { ...monthly, grain })),
        );
        expect(weeks).toEqual(days);
        expect(months).toEqual(days);
      }),
    );
  });

  it('does not depend on the order of what is known, nor on hearing it twice', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const flow = computeDebtFlow(snapshots, monthly);
        const backwards = [...snapshots].reverse();
        expect(computeDebtFlow(backwards, monthly)).toEqual(flow);
        expect(computeDebtFlow([...backwards, ...snapshots], monthly)).toEqual(
          flow,
        );
      }),
    );
  });

  it('as owned now has no moves, and otherwise what the whole has', () => {
    fc.assert(
      fc.property(anyDebtHistories, snapshots => {
        const now = asOwnedNow(snapshots);
        const flows = computeDebtFlows(now, monthly, ({ ownerRef }) => [
          ownerRef,
        ]);
        for (const { periods } of flows.values()) {
          for (const { movedIn, movedOut } of periods) {
            expect([movedIn.items, movedOut.items]).toEqual([0, 0]);
          }
        }
        const balances = (of: DebtSnapshot[]) =>
          computeDebtFlow(of, monthly).periods.map(({ balance }) => balance);
        expect(balances(now)).toEqual(balances(snapshots));
      }),
    );
  });

  it('of nothing is nothing, and no person-days are missing in it', () => {
    const none = { items: 0, principalDays: 0, withoutPrincipal: 0 };
    const { opening, periods } = computeDebtFlow([], monthly);
    expect(opening).toEqual({ owed: none, open: none, accepted: none });
    expect(periods).toHaveLength(3);
    expect(periods[2]).toMatchObject({ opened: none, movedOut: none });
  });
});

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
  });
});

describe('debtPeriods', () => {
  it('cuts the first and the last where the window begins and ends', () => {
    const span = { from: '2026-02-26', to: '2026-03-10' };
    expect(debtPeriods(span, 'week')).toEqual([
      { from: '2026-02-26', to: '2026-03-01' },
      { from: '2026-03-02', to: '2026-03-08' },
      { from: '2026-03-09', to: '2026-03-10' },
    ]);
    expect(debtPeriods(span, 'week', 'sunday')[0].to).toBe('2026-02-28');
    expect(debtPeriods(span, 'month')).toEqual([
      { from: '2026-02-26', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-10' },
    ]);
    expect(debtPeriods(span, 'day')).toHaveLength(13);
    expect(
      debtPeriods({ from: '2026-01-31', to: '2026-12-01' }, 'month'),
    ).toHaveLength(12);
  });

  it('holds each day of the window once, and no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grains),
        fc.nat({ max: 800 }),
        (grain, offset) => {
          const periods = debtPeriods(window, grain);
          const day = dayOf(Date.UTC(2025, 0, 1) + offset * 86_400_000, 'UTC');
          const holding = periods.filter(
            ({ from, to }) => from <= day && day <= to,
          );
          const isInside = day >= window.from && day <= window.to;
          expect(holding).toHaveLength(isInside ? 1 : 0);
          expect(periods[placeOfPeriod(periods, day)]).toBe(holding[0]);
        },
      ),
    );
  });
});
