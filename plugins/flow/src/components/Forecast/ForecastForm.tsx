import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { ActionButton } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState, type FormEvent } from 'react';
import type { ForecastQuestion } from '../../hooks/useForecast';
import { flowTranslationRef } from '../../translation';

const MOST_ITEMS = 10_000;

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  },
  number: { width: 120 },
}));

/** Asks when so many items will be done, or how many by a day. */
export function ForecastForm(props: {
  question: ForecastQuestion;
  onAsk: (question: ForecastQuestion) => void;
}) {
  const { question, onAsk } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useStyles();
  const formId = useId();
  const [items, setItems] = useState(String(question.items ?? ''));
  const [by, setBy] = useState(question.by ?? '');
  const isCount =
    /^\d+$/.test(items) && Number(items) >= 1 && Number(items) <= MOST_ITEMS;
  const isEmpty = items === '' && by === '';
  const wrongItems = items !== '' && !isCount;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (wrongItems || isEmpty) {
      return;
    }
    onAsk({
      ...(items === '' ? {} : { items: Number(items) }),
      ...(by === '' ? {} : { by }),
    });
  };
  return (
    <form className={classes.form} onSubmit={ask} noValidate>
      <TextField
        size="small"
        variant="outlined"
        id={`${formId}-items`}
        className={classes.number}
        label={t('forecast.items')}
        value={items}
        error={wrongItems}
        helperText={wrongItems ? t('forecast.itemsError') : undefined}
        inputProps={{ inputMode: 'numeric' }}
        onChange={event => setItems(event.target.value.trim())}
      />
      <TextField
        size="small"
        variant="outlined"
        type="date"
        id={`${formId}-by`}
        label={t('forecast.by')}
        InputLabelProps={{ shrink: true }}
        value={by}
        onChange={event => setBy(event.target.value)}
      />
      <ActionButton
        type="submit"
        variant="outlined"
        color="primary"
        disabled={isEmpty || wrongItems}
      >
        {t('forecast.ask')}
      </ActionButton>
    </form>
  );
}
