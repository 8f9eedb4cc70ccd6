import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useId, useState } from 'react';
import { opmodelTranslationRef } from '../../translation';
import { ActionButton } from '../ActionButton';
import type { Choice } from '../ChoicePicker';

const useStyles = makeStyles(theme => ({
  choices: {
    padding: theme.spacing(1, 2),
    '& .MuiFormControlLabel-label': { fontSize: 14 },
  },
  reset: { margin: theme.spacing(0, 1, 1) },
}));

/** Props of {@link ColumnChooser}. */
export interface ColumnChooserProps<Id extends string> {
  /** What there is to choose from, in the order in which it stands. A column that always shows is none of these. */
  choices: ReadonlyArray<Choice<Id>>;
  chosen: readonly Id[];
  onChange: (chosen: Id[]) => void;
  /** Shows the usual columns again. */
  onReset: () => void;
}

/** Chooses the columns of a table. */
export function ColumnChooser<Id extends string>(
  props: ColumnChooserProps<Id>,
) {
  const { choices, chosen, onChange, onReset } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const popoverId = useId();
  const toggle = (id: Id) =>
    onChange(
      choices
        .map(choice => choice.id)
        .filter(known =>
          known === id ? !chosen.includes(id) : chosen.includes(known),
        ),
    );
  return (
    <>
      <ActionButton
        startIcon={<ViewColumnIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('columns.choose')}
      </ActionButton>
      <Popover
        id={popoverId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ role: 'dialog', 'aria-label': t('columns.choose') }}
      >
        <FormGroup className={classes.choices}>
          {choices.map(({ id, label }) => (
            <FormControlLabel
              key={id}
              label={label}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={chosen.includes(id)}
                  onChange={() => toggle(id)}
                />
              }
            />
          ))}
        </FormGroup>
        <ActionButton className={classes.reset} onClick={onReset}>
          {t('columns.reset')}
        </ActionButton>
      </Popover>
    </>
  );
}
