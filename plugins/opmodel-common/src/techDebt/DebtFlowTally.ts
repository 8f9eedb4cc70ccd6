import {
  addAmount,
  type AmountSum,
  emptyAmountSum,
  tellAmount,
} from './debtAmount';
import type { DebtDayMetric } from './debtDays';
import type { DebtBalance, DebtFlow, DebtPeriodFlow } from './debtFlowPeriod';
import type { DebtPeriod } from './debtPeriods';

/** What happened, and what came to each part of the balance. */
type PeriodTally = Record<DebtDayMetric, AmountSum>;

/** Adds up what happened in one scope. */
export class DebtFlowTally {
  readonly #periods: readonly DebtPeriod[];
  readonly #opening = emptyTally();
  readonly #tallies: PeriodTally[];

  constructor(periods: readonly DebtPeriod[]) {
    this.#periods = periods;
    this.#tallies = periods.map(emptyTally);
  }

  /**
   * @param place - of the period; -1: before the first
   */
  add(place: number, metric: DebtDayMetric, amount: AmountSum): void {
    const tally = place === -1 ? this.#opening : this.#tallies[place];
    addAmount(tally[metric], amount);
  }

  toFlow(): DebtFlow {
    const open = { ...this.#opening.toOpen };
    const accepted = { ...this.#opening.toAccepted };
    const opening = tellBalance(open, accepted);
    const periods = this.#periods.map((period, place) => {
      const tally = this.#tallies[place];
      addAmount(open, tally.toOpen);
      addAmount(accepted, tally.toAccepted);
      return {
        ...period,
        ...tellMoves(tally),
        balance: tellBalance(open, accepted),
      };
    });
    return { opening, periods };
  }
}

function emptyTally(): PeriodTally {
  return {
    opened: emptyAmountSum(),
    reopened: emptyAmountSum(),
    resolved: emptyAmountSum(),
    givenUp: emptyAmountSum(),
    accepted: emptyAmountSum(),
    acceptanceEnded: emptyAmountSum(),
    rescoped: emptyAmountSum(),
    movedIn: emptyAmountSum(),
    movedOut: emptyAmountSum(),
    toOpen: emptyAmountSum(),
    toAccepted: emptyAmountSum(),
  };
}

function tellMoves(
  tally: PeriodTally,
): Omit<DebtPeriodFlow, 'balance' | keyof DebtPeriod> {
  const { items, principal, withoutPrincipal } = tally.rescoped;
  return {
    opened: tellAmount(tally.opened),
    reopened: tellAmount(tally.reopened),
    resolved: tellAmount(tally.resolved),
    givenUp: tellAmount(tally.givenUp),
    accepted: tellAmount(tally.accepted),
    acceptanceEnded: tellAmount(tally.acceptanceEnded),
    rescoped: { items, principalDays: principal / 1000, withoutPrincipal },
    movedIn: tellAmount(tally.movedIn),
    movedOut: tellAmount(tally.movedOut),
  };
}

function tellBalance(open: AmountSum, accepted: AmountSum): DebtBalance {
  const owed = { ...open };
  addAmount(owed, accepted);
  return {
    owed: tellAmount(owed),
    open: tellAmount(open),
    accepted: tellAmount(accepted),
  };
}
