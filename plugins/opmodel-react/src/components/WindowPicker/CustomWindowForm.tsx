import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useId, useState, type FormEvent } from 'react';
import { opmodelTranslationRef } from '../../translation';
import { LONGEST_WINDOW_DAYS } from '../../window/windowSelection';

const useStyles = makeStyles(theme => ({
  form: { padding: theme.spacing(2), width: 340 },
  fields: { display: 'flex', gap: theme.spacing(2) },
  actions: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** Two days of one's own. What was typed stays when something is wrong with it. */
export function CustomWindowForm(props: {
  initial?: { from: string; to: string };
  onApply: (days: { from: string; to: string }) => void;
  onCancel: () => void;
}) {
  const { initial, onApply, onCancel } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const fieldId = useId();
  const [from, setFrom] = useState(initial?.from ?? '');
  const [to, setTo] = useState(initial?.to ?? '');
  const [asked, setAsked] = useState(false);
  const problem = findProblem(from, to);
  const messages = {
    'missing-from': t('window.missingError'),
    'missing-to': t('window.missingError'),
    order: t('window.orderError'),
    length: t('window.lengthError'),
  };
  const fromError =
    asked && problem !== undefined && problem !== 'missing-to'
      ? messages[problem]
      : undefined;
  const toError =
    asked && problem === 'missing-to' ? messages[problem] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!problem) {
      onApply({ from, to });
    }
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <TextField
          id={`${fieldId}from`}
          type="date"
          label={t('window.from')}
          value={from}
          onChange={event => setFrom(event.target.value)}
          error={fromError !== undefined}
          helperText={fromError}
          InputLabelProps={{ shrink: true }}
          fullWidth
        />
        <TextField
          id={`${fieldId}to`}
          type="date"
          label={t('window.to')}
          value={to}
          onChange={event => setTo(event.target.value)}
          error={toError !== undefined}
          helperText={toError}
          InputLabelProps={{ shrink: true }}
          fullWidth
        />
      </div>
      <div className={classes.actions}>
        <Button size="small" onClick={onCancel}>
          {t('window.cancel')}
        </Button>
        <Button size="small" type="submit" color="primary" variant="contained">
          {t('window.apply')}
        </Button>
      </div>
    </form>
  );
}

function findProblem(
  from: string,
  to: string,
): 'missing-from' | 'missing-to' | 'order' | 'length' | undefined {
  if (!from) {
    return 'missing-from';
  }
  if (!to) {
    return 'missing-to';
  }
  if (from > to) {
    return 'order';
  }
  const days = DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days;
  return days + 1 > LONGEST_WINDOW_DAYS ? 'length' : undefined;
}
