import { ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { opmodelTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  message: {
    margin: theme.spacing(1.5, 0),
    fontSize: 13,
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** A request failed and there is nothing to show in its place. */
export function ErrorState(props: { error: Error; onRetry: () => void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  return (
    <div>
      <ResponseErrorPanel error={error} title={t('view.errorTitle')} />
      <p className={classes.message}>{error.message}</p>
      <Button variant="outlined" size="small" onClick={onRetry}>
        {t('view.retry')}
      </Button>
    </div>
  );
}
