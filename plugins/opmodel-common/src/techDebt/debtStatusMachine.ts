import { type DebtStatus, debtStatuses } from './debtItem';

/**
 * What brings an item into another status.
 *
 * - `put_back`: it is neither planned nor being worked on any more
 * - `accept`, `expire_acceptance`, `revoke_acceptance`: what becomes of the Acceptance of the item; nobody does these to the item itself
 * - `give_up`: it never will be paid
 * - `reopen`: it was not paid after all, or is not given up any more
 */
export const debtDeeds = [
  'plan',
  'start',
  'put_back',
  'accept',
  'expire_acceptance',
  'revoke_acceptance',
  'resolve',
  'give_up',
  'reopen',
] as const;

/** What brings an item into another status. */
export type DebtDeed = (typeof debtDeeds)[number];

/**
 * What a deed cannot be done without: words on how the item was paid or why it never will be, an approved Acceptance that is in force,
 * or one that has come to its end.
 */
export type DebtDeedNeed =
  | 'resolution'
  | 'acceptance_in_force'
  | 'acceptance_over';

const next: Record<DebtStatus, Partial<Record<DebtDeed, DebtStatus>>> = {
  open: {
    plan: 'planned',
    start: 'in_progress',
    accept: 'accepted',
    resolve: 'resolved',
    give_up: 'wont_fix',
  },
  planned: {
    start: 'in_progress',
    put_back: 'open',
    accept: 'accepted',
    resolve: 'resolved',
    give_up: 'wont_fix',
  },
  in_progress: {
    plan: 'planned',
    put_back: 'open',
    accept: 'accepted',
    resolve: 'resolved',
    give_up: 'wont_fix',
  },
  // Who wants to pay it after all ends the acceptance first: else it would go on holding for what nobody accepts any more.
  accepted: {
    expire_acceptance: 'open',
    revoke_acceptance: 'open',
    resolve: 'resolved',
    give_up: 'wont_fix',
  },
  resolved: { reopen: 'open' },
  wont_fix: { reopen: 'open' },
};

const needs: Partial<Record<DebtDeed, DebtDeedNeed>> = {
  accept: 'acceptance_in_force',
  expire_acceptance: 'acceptance_over',
  revoke_acceptance: 'acceptance_over',
  resolve: 'resolution',
  give_up: 'resolution',
};

/** The status that a deed leads to; undefined where it cannot be done in this status. */
export function nextDebtStatus(
  status: DebtStatus,
  deed: DebtDeed,
): DebtStatus | undefined {
  return next[status][deed];
}

/** What a deed cannot be done without; undefined: nothing. */
export function needOfDebtDeed(deed: DebtDeed): DebtDeedNeed | undefined {
  return needs[deed];
}

/** What somebody may do to an item where it stands; what its Acceptance does to it is left out. */
export function debtDeedsOfPeople(status: DebtStatus): DebtDeed[] {
  return debtDeeds.filter(
    deed =>
      nextDebtStatus(status, deed) !== undefined &&
      (needs[deed] === undefined || needs[deed] === 'resolution'),
  );
}

/**
 * What somebody does who moves an item to another column of a board; undefined where nobody can. From `accepted` to `open` only the end of
 * the acceptance leads, and to `accepted` only its approval.
 */
export function debtDeedTo(
  from: DebtStatus,
  to: DebtStatus,
): DebtDeed | undefined {
  return debtDeedsOfPeople(from).find(deed => next[from][deed] === to);
}

/** Whether the item has come to its end: it was paid or given up, and nothing but reopening it is left. */
export function isEndedDebt(status: DebtStatus): boolean {
  return status === 'resolved' || status === 'wont_fix';
}

/** Whether the item is to be paid: it has not ended, and nobody accepted that it stays for a while. */
export function isOpenDebt(status: DebtStatus): boolean {
  return !isEndedDebt(status) && status !== 'accepted';
}

/** The statuses of items that are still owed, accepted or not, in the order of a board. */
export const standingDebtStatuses: readonly DebtStatus[] = debtStatuses.filter(
  status => !isEndedDebt(status),
);
