import type { AcceptanceRecord } from '../../acceptances/Acceptances';

/**
 * Whether an acceptance of debt is that of an item of the register. Before there was one, people could ask for debt to be accepted under
 * whatever name they gave it; that is nobody's item.
 */
export function isOfDebtItem({
  subject,
  subjectRef,
  details,
}: Pick<AcceptanceRecord, 'subject' | 'subjectRef' | 'details'>): boolean {
  return (
    subject === 'debt' &&
    subjectRef !== undefined &&
    details.item === subjectRef
  );
}
