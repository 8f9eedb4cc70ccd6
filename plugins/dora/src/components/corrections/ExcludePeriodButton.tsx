import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { CorrectionDialog } from './CorrectionDialog';
import {
  useCorrectionsOffer,
  type CorrectionsOffer,
} from './CorrectionsContext';

type Cause = 'freeze' | 'migration' | 'other';

const useStyles = makeStyles(theme => ({
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: theme.spacing(2),
    marginTop: theme.spacing(1),
  },
}));

/** Excludes days of a component, such as a freeze; only for those who may. */
export function ExcludePeriodButton() {
  const offer = useCorrectionsOffer();
  const { t } = useTranslationRef(doraTranslationRef);
  const [isOpen, setOpen] = useState(false);
  if (!offer) {
    return null;
  }
  return (
    <>
      <ActionButton variant="outlined" onClick={() => setOpen(true)}>
        {t('correction.period')}
      </ActionButton>
      {isOpen && (
        <ExcludePeriodDialog offer={offer} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function ExcludePeriodDialog(props: {
  offer: CorrectionsOffer;
  onClose: () => void;
}) {
  const { offer, onClose } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const formId = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [cause, setCause] = useState<Cause>('freeze');
  const [tried, setTried] = useState(false);
  const isMissing = from === '' || to === '';
  const isTurned = !isMissing && from > to;
  const error = () => {
    if (isTurned) {
      return t('correction.periodOrder');
    }
    return tried && isMissing ? t('correction.periodMissing') : undefined;
  };
  const causes: Record<Cause, string> = {
    freeze: t('correction.freeze'),
    migration: t('correction.migration'),
    other: t('correction.other'),
  };
  return (
    <CorrectionDialog
      offer={offer}
      title={t('correction.periodTitle')}
      text={t('correction.periodText')}
      draft={
        isMissing || isTurned
          ? null
          : { kind: 'excluded_period', from, to, cause }
      }
      onClose={onClose}
      onTry={() => setTried(true)}
    >
      <div className={classes.days}>
        <TextField
          type="date"
          id={`${formId}-from`}
          variant="outlined"
          label={t('correction.from')}
          InputLabelProps={{ shrink: true }}
          value={from}
          error={error() !== undefined}
          helperText={error()}
          onChange={event => setFrom(event.target.value)}
        />
        <TextField
          type="date"
          id={`${formId}-to`}
          variant="outlined"
          label={t('correction.to')}
          InputLabelProps={{ shrink: true }}
          value={to}
          onChange={event => setTo(event.target.value)}
        />
        <TextField
          select
          id={`${formId}-cause`}
          variant="outlined"
          label={t('correction.cause')}
          value={cause}
          onChange={event => setCause(event.target.value as Cause)}
        >
          {Object.entries(causes).map(([id, label]) => (
            <MenuItem key={id} value={id}>
              {label}
            </MenuItem>
          ))}
        </TextField>
      </div>
    </CorrectionDialog>
  );
}
