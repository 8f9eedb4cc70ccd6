import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NO_VALUE,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTranslationRef } from '../translation';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    justifyItems: 'start',
    gap: 2,
    minWidth: 96,
    // Chips of several words wrap, rather than that the table grows wider than the page.
    '& span': { whiteSpace: 'normal' },
  },
  day: { whiteSpace: 'nowrap' },
});

/** By when an item is to be paid, and whether that day or its remediation time is over. */
export function DueNote(props: {
  item: Pick<DebtItemRow, 'targetDate' | 'age' | 'remediation'>;
}) {
  const { targetDate, age, remediation } = props.item;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  return (
    <div className={classes.note}>
      <div className={classes.day}>
        {targetDate === null ? NO_VALUE : formats.day(targetDate)}
      </div>
      {age.daysOverdue !== null && (
        <StateChip
          state="attention"
          label={t('age.overdue', { count: age.daysOverdue })}
        />
      )}
      {remediation?.state === 'overdue' && (
        <Hint
          title={t('remediation.overdue', {
            day: formats.day(remediation.dueDay),
          })}
        >
          <StateChip state="bad" label={t('remediation.past')} />
        </Hint>
      )}
    </div>
  );
}
