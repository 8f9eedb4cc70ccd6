import { errorBudgetOf, withoutArtefacts } from './errorBudget';
import type { SloDuration } from './sloDefinition';
import { meanSecondsOf } from './sloDuration';

/** A share that is promised over a time. */
export interface PromisedShare {
  /** 0 to 1. */
  target: number;
  /** Null: it is not said. */
  period: SloDuration | null;
}

/** An SLO beside what a contract promises. */
export interface AgreementComparison {
  /** Whether whoever keeps the SLO keeps the contract with something to spare; null: it cannot be told. */
  holds: boolean | null;
  /**
   * Why it does not: the target is not above that of the contract, or the window is so much longer that all of its budget, spent at once,
   * breaks the contract.
   */
  reason: 'target' | 'window' | null;
  /** Full outage that the SLO allows in its window, and the contract in its own. Seconds; null where a period is not said. */
  sloSeconds: number | null;
  agreementSeconds: number | null;
}

/**
 * Checks that an SLO is stricter than the contract beside it, so that people notice before the customer does. The target has to be
 * higher; where the window of the SLO is longer, its whole budget may burn within one period of the contract, and has to be
 * smaller than what the contract allows there.
 *
 * Months, quarters and years are taken at their mean length.
 */
export function compareWithAgreement(
  slo: PromisedShare | null,
  agreement: PromisedShare,
): AgreementComparison {
  const sloSeconds = slo && outageSeconds(slo);
  const agreementSeconds = outageSeconds(agreement);
  const seconds = { sloSeconds, agreementSeconds };
  if (slo === null) {
    return { holds: null, reason: null, ...seconds };
  }
  if (slo.target <= agreement.target) {
    return { holds: false, reason: 'target', ...seconds };
  }
  if (slo.period === null || agreement.period === null) {
    return { holds: null, reason: null, ...seconds };
  }
  const isLonger = meanSecondsOf(slo.period) > meanSecondsOf(agreement.period);
  return isLonger && sloSeconds! > agreementSeconds!
    ? { holds: false, reason: 'window', ...seconds }
    : { holds: true, reason: null, ...seconds };
}

function outageSeconds({ target, period }: PromisedShare): number | null {
  return (
    period && withoutArtefacts(errorBudgetOf(target) * meanSecondsOf(period))
  );
}
