import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { ownershipGaps } from '@opmodel/backstage-plugin-opmodel-common';
import { useId } from 'react';
import {
  ownedKinds,
  type OwnershipChoice,
} from '../../hooks/useOwnershipListParams';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { useOwnershipWords } from '../../words/useOwnershipWords';

const useStyles = makeStyles({
  overdue: { margin: 0, '& .MuiFormControlLabel-label': { fontSize: 14 } },
});

/** What only the list of ownership can be filtered by. */
export function FurtherFilters(props: {
  choice: OwnershipChoice;
  onChoose: (change: Partial<OwnershipChoice>) => void;
}) {
  const { choice, onChoose } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const classes = useStyles();
  const words = useOwnershipWords();
  return (
    <>
      <Select
        label={t('filter.kind')}
        value={choice.kind}
        choices={ownedKinds.map(kind => [kind, words.kind(kind)])}
        onChange={kind => onChoose({ kind })}
      />
      <Select
        label={t('filter.gap')}
        value={choice.gap}
        choices={ownershipGaps.map(gap => [gap, words.gap[gap]])}
        onChange={gap => onChoose({ gap })}
      />
      <FormControlLabel
        className={classes.overdue}
        label={t('filter.overdue')}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={choice.overdue}
            onChange={(_, overdue) => onChoose({ overdue })}
          />
        }
      />
    </>
  );
}

function Select<Id extends string>(props: {
  label: string;
  value: Id | undefined;
  choices: ReadonlyArray<readonly [Id, string]>;
  onChange: (value: Id | undefined) => void;
}) {
  const { label, value, choices, onChange } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const id = useId();
  return (
    <TextField
      id={id}
      select
      size="small"
      variant="outlined"
      label={label}
      value={value ?? ''}
      onChange={event =>
        onChange(choices.find(([known]) => known === event.target.value)?.[0])
      }
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      <option value="">{t('filter.any')}</option>
      {choices.map(([known, name]) => (
        <option key={known} value={known}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
