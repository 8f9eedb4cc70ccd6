import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useId, useState } from 'react';
import { opmodelTranslationRef } from '../../translation';
import type { TableColumns } from './tableView';

const useStyles = makeStyles(theme => ({
  open: { textTransform: 'none' },
  choices: {
    padding: theme.spacing(1, 2),
    '& .MuiFormControlLabel-label': { fontSize: 14 },
  },
  reset: { margin: theme.spacing(0, 1, 1), textTransform: 'none' },
}));

/** Props of {@link ColumnChooser}. */
export interface ColumnChooserProps<Id extends string> {
  /** The columns that there are. */
  table: TableColumns<Id>;
  /** What each is called where it stands alone. */
  names: Readonly<Record<Id, string>>;
  /** The columns that show. */
  columns: readonly Id[];
  onChange: (columns: readonly Id[]) => void;
}

/** Chooses the columns of a table. The one that names the row always shows. */
export function ColumnChooser<Id extends string>(
  props: ColumnChooserProps<Id>,
) {
  const { table, names, columns, onChange } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const popoverId = useId();
  const [, ...optional] = table.all;
  const toggle = (id: Id) =>
    onChange(
      table.all.filter(column =>
        column === id ? !columns.includes(id) : columns.includes(column),
      ),
    );

  return (
    <>
      <Button
        size="small"
        className={classes.open}
        startIcon={<ViewColumnIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('table.columns')}
      </Button>
      <Popover
        id={popoverId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ role: 'dialog', 'aria-label': t('table.columns') }}
      >
        <FormGroup className={classes.choices}>
          {optional.map(id => (
            <FormControlLabel
              key={id}
              label={names[id]}
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
          onClick={() => onChange(table.usual)}
        >
          {t('table.columnsReset')}
        </Button>
      </Popover>
    </>
  );
}
