import type { DebtAmount } from './debtAmount';
import type { DebtMoveKind } from './debtMoves';
import type { DebtPeriod } from './debtPeriods';

/** What is owed at a moment. */
export interface DebtBalance {
  /** Both together. */
  owed: DebtAmount;
  /** To be paid: open, planned or in progress. */
  open: DebtAmount;
  accepted: DebtAmount;
}

/** Items that were re-scoped, and by how much their principal grew; below 0 where it shrank. */
export interface DebtRescoping {
  /** Items; the balance holds as many as before. */
  items: number;
  /** Person-days that came to the balance. */
  principalDays: number;
  /** Items without a principal that came to the balance: below 0 where principals were estimated. */
  withoutPrincipal: number;
}

/**
 * What happened in a period, and what is owed at its end. On each of the amounts:
 * balance before + opened + reopened + moved in − resolved − given up − moved out = balance at the end, with what re-scoping added.
 *
 * - `opened`: filed; `reopened`: owed again after it had been paid or given up
 * - `accepted`, `acceptanceEnded`: still owed, so that they change no balance but how it is parted
 * - `rescoped`: still owed, with other entities or another principal
 * - `movedIn`, `movedOut`: owed all the time, and came to or left what is reported on, as by a change of owner
 */
export interface DebtPeriodFlow
  extends DebtPeriod,
    Record<Exclude<DebtMoveKind, 'rescoped'>, DebtAmount> {
  rescoped: DebtRescoping;
  balance: DebtBalance;
}

/** The flow of debt through a scope. */
export interface DebtFlow {
  /** What was owed before the first period. */
  opening: DebtBalance;
  /** Oldest first. */
  periods: DebtPeriodFlow[];
}
