import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { doraTranslationRef } from '../../translation';
import { useExclusionText } from '../exclusions';

const useStyles = makeStyles(theme => ({
  filter: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

/** Says that only rows left out for one reason are shown, and shows all again. */
export function RowsFilter(props: {
  exclusion: string | undefined;
  onClear: () => void;
}) {
  const { exclusion, onClear } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const describe = useExclusionText();
  const classes = useStyles();
  if (!exclusion) {
    return null;
  }
  return (
    <div className={classes.filter} role="status">
      {t('evidence.onlyLeftOut', { reason: describe(exclusion).short })}
      <Button size="small" color="primary" onClick={onClear}>
        {t('evidence.clear')}
      </Button>
    </div>
  );
}
