import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { ReportWindow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  SegmentedButtons,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState, type FormEvent } from 'react';
import type { Comparison } from '../../hooks/useCompareParam';
import { doraTranslationRef } from '../../translation';
import { comparedWindow } from './comparedWindow';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  },
}));

/** Chooses the days that a window is compared with. */
export function CompareForm(props: {
  comparison: Comparison;
  window: ReportWindow;
  onCompare: (comparison: Comparison) => void;
}) {
  const { comparison, window, onCompare } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.form}>
      <SegmentedButtons<Comparison['with']>
        label={t('compare.against')}
        value={comparison.with}
        options={[
          { id: 'previous', label: t('compare.previous') },
          { id: 'last-year', label: t('compare.lastYear') },
          { id: 'days', label: t('compare.custom') },
        ]}
        onChange={chosen =>
          onCompare(
            chosen === 'days'
              ? { with: 'days', ...comparedWindow(comparison, window) }
              : { with: chosen },
          )
        }
      />
      {comparison.with === 'days' && (
        <DaysForm
          key={`${comparison.from} ${comparison.to}`}
          from={comparison.from}
          to={comparison.to}
          onCompare={onCompare}
        />
      )}
    </div>
  );
}

function DaysForm(props: {
  from: string;
  to: string;
  onCompare: (comparison: Comparison) => void;
}) {
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const formId = useId();
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const problem = () => {
    if (from === '' || to === '') {
      return t('compare.missingError');
    }
    return from > to ? t('compare.orderError') : undefined;
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!problem()) {
      props.onCompare({ with: 'days', from, to });
    }
  };
  return (
    <form className={classes.form} onSubmit={apply} noValidate>
      <TextField
        type="date"
        size="small"
        variant="outlined"
        id={`${formId}-from`}
        label={t('compare.from')}
        InputLabelProps={{ shrink: true }}
        value={from}
        error={problem() !== undefined}
        helperText={problem()}
        onChange={event => setFrom(event.target.value)}
      />
      <TextField
        type="date"
        size="small"
        variant="outlined"
        id={`${formId}-to`}
        label={t('compare.to')}
        InputLabelProps={{ shrink: true }}
        value={to}
        onChange={event => setTo(event.target.value)}
      />
      <ActionButton type="submit" variant="outlined" color="primary">
        {t('compare.apply')}
      </ActionButton>
    </form>
  );
}
