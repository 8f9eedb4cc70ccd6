import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { reviewFilters, type FleetChoice } from '../../hooks/useFleetParams';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { sloStates } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';
import { Select } from './Select';

const useStyles = makeStyles({
  burning: { margin: 0, '& .MuiFormControlLabel-label': { fontSize: 14 } },
});

/** What only the list of SLOs can be filtered by. */
export function FurtherFilters(props: {
  choice: FleetChoice;
  onChoose: (change: Partial<FleetChoice>) => void;
}) {
  const { choice, onChoose } = props;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  return (
    <>
      <Select
        label={t('filter.state')}
        any={t('filter.any')}
        value={choice.state}
        choices={sloStates.map(state => [state, words.state[state]])}
        onChange={state => onChoose({ state })}
      />
      <Select
        label={t('filter.review')}
        any={t('filter.any')}
        value={choice.review}
        choices={reviewFilters.map(review => [review, words.review[review]])}
        onChange={review => onChoose({ review })}
      />
      <FormControlLabel
        className={classes.burning}
        label={t('filter.burning')}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={choice.burning}
            onChange={(_, burning) => onChoose({ burning })}
          />
        }
      />
    </>
  );
}
