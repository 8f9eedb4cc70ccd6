import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtSummary } from '@opmodel/backstage-plugin-opmodel-common';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords } from '../../facts';
import { techDebtCardTranslationRef } from '../../translations/card';
import { countBreaches } from '../../words/countBreaches';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(0.75) },
  number: {
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
  },
  text: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** What the card says: how many items are owed, what paying them takes, and what of it is late. */
export function DebtBrief(props: { summary: DebtSummary }) {
  const { owed, overdue, breaches } = props.summary;
  const { t } = useTranslationRef(techDebtCardTranslationRef);
  const classes = useStyles();
  const prices = usePriceWords();
  if (owed.items === 0) {
    return <StateChip state="good" label={t('none')} />;
  }
  const breached = countBreaches(breaches);
  return (
    <div className={classes.body}>
      <div className={classes.number}>{t('owed', { count: owed.items })}</div>
      <div className={classes.text}>
        {owed.principalDays === null
          ? t('principalUnknown')
          : t('principal', {
              amount: prices.amount(owed.principalDays, 'person_days'),
            })}
        {owed.principalDays !== null && owed.withoutPrincipal > 0 && (
          <>, {t('withoutPrincipal', { count: owed.withoutPrincipal })}</>
        )}
      </div>
      <div className={classes.chips}>
        {overdue > 0 && (
          <StateChip
            state="attention"
            label={t('overdue', { count: overdue })}
          />
        )}
        {breached > 0 && (
          <StateChip state="bad" label={t('breached', { count: breached })} />
        )}
        {overdue === 0 && breached === 0 && (
          <span className={classes.text}>{t('onTime')}</span>
        )}
      </div>
    </div>
  );
}
