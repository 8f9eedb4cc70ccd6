import { changeDebtStatus, type DebtStanding } from './changeDebtStatus';
import { isEndedDebt } from './debtStatusMachine';

/** An acceptance of an item that is in force. */
export interface HeldDebtAcceptance {
  /** Last ISO day. */
  expiresOn: string;
  /** Null: nobody; the organisation changed so that fewer have to agree, and all of these had. */
  approvedBy: string | null;
}

/**
 * Where an item is to stand by the acceptances that are in force: accepted as long as one is, by the one that lasts longest; to be paid again
 * from the moment on when none is. Settling twice changes nothing the second time.
 *
 * @param at - epoch milliseconds
 * @param today - ISO day
 * @returns undefined: it stands there already, or it has ended, so that nothing is left to be accepted
 */
export function settleDebtAcceptance(
  standing: DebtStanding,
  held: readonly HeldDebtAcceptance[],
  { at, today }: { at: number; today: string },
): DebtStanding | undefined {
  if (isEndedDebt(standing.status)) {
    return undefined;
  }
  const lasting = longestOf(held);
  if (!lasting) {
    return standing.status === 'accepted'
      ? reopened(standing, { at, today })
      : undefined;
  }
  const { expiresOn, approvedBy } = lasting;
  if (standing.status === 'accepted') {
    return standing.acceptedUntil === expiresOn &&
      standing.acceptedBy === approvedBy
      ? undefined
      : { ...standing, acceptedUntil: expiresOn, acceptedBy: approvedBy };
  }
  const outcome = changeDebtStatus(standing, {
    deed: 'accept',
    at,
    acceptance: { state: 'approved', approvedBy, expiresOn },
  });
  return outcome.done ? outcome.standing : undefined;
}

/** Of those that last equally long, the first. */
function longestOf(
  held: readonly HeldDebtAcceptance[],
): HeldDebtAcceptance | undefined {
  return held.reduce<HeldDebtAcceptance | undefined>(
    (longest, one) =>
      !longest || one.expiresOn > longest.expiresOn ? one : longest,
    undefined,
  );
}

function reopened(
  { status, acceptedUntil, acceptedBy }: DebtStanding,
  { at, today }: { at: number; today: string },
): DebtStanding | undefined {
  const isOver = acceptedUntil === null || acceptedUntil < today;
  const outcome = changeDebtStatus(
    { status },
    {
      deed: isOver ? 'expire_acceptance' : 'revoke_acceptance',
      at,
      acceptance: {
        state: isOver ? 'expired' : 'revoked',
        approvedBy: acceptedBy,
        expiresOn: acceptedUntil,
      },
    },
  );
  return outcome.done ? outcome.standing : undefined;
}
