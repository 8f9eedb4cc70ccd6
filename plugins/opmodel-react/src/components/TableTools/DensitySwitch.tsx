import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import { opmodelTranslationRef } from '../../translation';
import type { TableDensity } from './tableView';

const useStyles = makeStyles(theme => ({
  label: {
    marginRight: theme.spacing(1),
    '& .MuiFormControlLabel-label': { fontSize: 13 },
  },
}));

/** Chooses how near to each other the rows of a table stand. */
export function DensitySwitch(props: {
  density: TableDensity;
  onChange: (density: TableDensity) => void;
}) {
  const { density, onChange } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  return (
    <FormControlLabel
      className={classes.label}
      label={t('table.density')}
      control={
        <Switch
          size="small"
          color="primary"
          checked={density === 'compact'}
          onChange={(_, compact) =>
            onChange(compact ? 'compact' : 'comfortable')
          }
        />
      }
    />
  );
}
