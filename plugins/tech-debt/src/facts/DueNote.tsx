import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTranslationRef } from '../translation';

/** By when an item is to be paid, and whether that day or its remediation time is over. */
export function DueNote(props: {
  item: Pick<DebtItemRow, 'targetDate' | 'age' | 'remediation'>;
}) {
  const { targetDate, age, remediation } = props.item;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const formats = useFormats();
  return (
    <>
      {targetDate === null ? NO_VALUE : formats.day(targetDate)}{' '}
      {age.daysOverdue !== null && (
        <StateChip
          state="attention"
          label={t('age.overdue', { count: age.daysOverdue })}
        />
      )}{' '}
      {remediation?.state === 'overdue' && (
        <StateChip
          state="bad"
          label={t('remediation.overdue', {
            day: formats.day(remediation.dueDay),
          })}
        />
      )}
    </>
  );
}
