import fc from 'fast-check';
import { dayOf } from '../calendar/days';
import type { DebtAmount } from './debtAmount';
import { countDebtDays } from './debtDays';
import {
  computeDebtFlow,
  computeDebtFlows,
  type DebtFlowRequest,
  flowsOfDebtDays,
} from './debtFlow';
import type { DebtFlow } from './debtFlowPeriod';
import { asOwnedNow, type DebtSnapshot } from './debtHistory';
import { debtMoveKinds } from './debtMoves';
import { isEndedDebt } from './debtStatusMachine';
import { anyDebtHistories, owners } from './__testUtils__/debtHistories';

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

  it('comes from day rows that were added up, those before the window under one day', () => {
    fc.assert(
      fc.property(anyDebtHistories, fc.nat(8), (snapshots, share) => {
        const scopesOf = ({ ownerRef }: DebtSnapshot) => ['all', ownerRef];
        // What became of different items may be counted apart.
        const parts = [true, false].map(isFirst =>
          countDebtDays(
            snapshots.filter(
              ({ itemId }) => itemId.charCodeAt(0) % 8 < share === isFirst,
            ),
            zone,
            scopesOf,
          ),
        );
        const rows = parts.flat().map(row => ({
          ...row,
          day: row.day < window.from ? '2026-02-28' : row.day,
        }));
        expect(flowsOfDebtDays(rows, monthly)).toEqual(
          computeDebtFlows(snapshots, monthly, scopesOf),
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
