import type { DebtItem } from './debtItem';
import {
  type DebtDeed,
  type DebtDeedNeed,
  isEndedDebt,
  needOfDebtDeed,
  nextDebtStatus,
} from './debtStatusMachine';

/** What of an item says where it stands. */
export type DebtStanding = Pick<
  DebtItem,
  | 'status'
  | 'statusSince'
  | 'resolvedAt'
  | 'resolution'
  | 'acceptedUntil'
  | 'acceptedBy'
>;

/** A deed with what it may need. */
export interface DebtStatusChange {
  deed: DebtDeed;
  /** Epoch milliseconds. */
  at: number;
  /** How the item was paid, or why it never will be; of `resolve` and `give_up`. */
  resolution?: string | null;
  /**
   * The Acceptance behind `accept`, `expire_acceptance` and `revoke_acceptance`. `approvedBy`: null where the organisation brought it about,
   * because fewer have to agree than before. `expiresOn`: its last ISO day; debt is never accepted for good.
   */
  acceptance?: {
    state: 'approved' | 'expired' | 'revoked';
    approvedBy: string | null;
    expiresOn: string | null;
  };
}

/** Where an item stands after a deed, or why that cannot be done. */
export type DebtStatusOutcome =
  | { done: true; standing: DebtStanding }
  | { done: false; why: 'not_from_here' }
  | { done: false; why: 'needs'; need: DebtDeedNeed };

/**
 * Where an item stands after a deed: the status, since when, and what has to be kept with it. A resolution is kept by items that have
 * ended and by no others, an acceptance by accepted ones and by no others.
 */
export function changeDebtStatus(
  standing: Pick<DebtStanding, 'status'>,
  change: DebtStatusChange,
): DebtStatusOutcome {
  const status = nextDebtStatus(standing.status, change.deed);
  if (status === undefined) {
    return { done: false, why: 'not_from_here' };
  }
  const need = needOfDebtDeed(change.deed);
  if (need !== undefined && !isMet(need, change)) {
    return { done: false, why: 'needs', need };
  }
  const accepted = status === 'accepted' ? change.acceptance : undefined;
  const hasEnded = isEndedDebt(status);
  return {
    done: true,
    standing: {
      status,
      statusSince: change.at,
      resolvedAt: hasEnded ? change.at : null,
      resolution: hasEnded ? change.resolution!.trim() : null,
      acceptedUntil: accepted?.expiresOn ?? null,
      acceptedBy: accepted?.approvedBy ?? null,
    },
  };
}

function isMet(
  need: DebtDeedNeed,
  { deed, resolution, acceptance }: DebtStatusChange,
): boolean {
  switch (need) {
    case 'resolution':
      return Boolean(resolution?.trim());
    case 'acceptance_in_force':
      return acceptance?.state === 'approved' && acceptance.expiresOn !== null;
    default:
      return (
        acceptance?.state ===
        (deed === 'expire_acceptance' ? 'expired' : 'revoked')
      );
  }
}
