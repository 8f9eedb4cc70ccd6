import {
  nextDebtStatus,
  type DebtStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeedName } from '../words/useDebtWords';

/** The status that a deed leads to; of what cannot be done there, the status itself. */
export function statusAfter(status: DebtStatus, deed: DeedName): DebtStatus {
  return nextDebtStatus(status, deed) ?? status;
}

/** Whether a deed asks for words on how the item was paid, or why it never will be. */
export function asksForResolution(
  deed: DeedName,
): deed is 'resolve' | 'give_up' {
  return deed === 'resolve' || deed === 'give_up';
}
