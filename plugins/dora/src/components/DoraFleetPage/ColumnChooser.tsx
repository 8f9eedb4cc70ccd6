import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useId, useState } from 'react';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import {
  defaultFleetColumns,
  type FleetColumnId,
  fleetColumnIds,
} from './fleetColumns';
import { useFleetColumnNames } from './useFleetColumnNames';

const useStyles = makeStyles(theme => ({
  choices: {
    padding: theme.spacing(1, 2),
    '& .MuiFormControlLabel-label': { fontSize: 14 },
  },
  reset: { margin: theme.spacing(0, 1, 1), textTransform: 'none' },
}));

/** Props of {@link ColumnChooser}. */
export interface ColumnChooserProps {
  columns: readonly FleetColumnId[];
  onChange: (columns: readonly FleetColumnId[]) => void;
}

/** Chooses the columns of the table. The component's name always shows. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { columns, onChange } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  const names = useFleetColumnNames();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const popoverId = useId();
  const toggle = (id: FleetColumnId) =>
    onChange(
      fleetColumnIds.filter(column =>
        column === id ? !columns.includes(id) : columns.includes(column),
      ),
    );

  return (
    <>
      <Button
        size="small"
        startIcon={<ViewColumnIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('toolbar.columns')}
      </Button>
      <Popover
        id={popoverId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ role: 'dialog', 'aria-label': t('toolbar.columns') }}
      >
        <FormGroup className={classes.choices}>
          {fleetColumnIds
            .filter(id => id !== 'name')
            .map(id => (
              <FormControlLabel
                key={id}
                label={names[id].alone ?? names[id].name}
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    checked={columns.includes(id)}
                    onChange={() => toggle(id)}
                  />
                }
              />
            ))}
        </FormGroup>
        <Button
          size="small"
          className={classes.reset}
          onClick={() => onChange(defaultFleetColumns)}
        >
          {t('toolbar.columnsReset')}
        </Button>
      </Popover>
    </>
  );
}
