import { ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { opmodelTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  retry: { marginTop: theme.spacing(1.5) },
}));

/** A request failed and there is nothing to show in its place. */
export function ErrorState(props: { error: Error; onRetry: () => void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  return (
    <div role="alert">
      <ResponseErrorPanel error={error} title={t('view.errorTitle')} />
      <Button
        className={classes.retry}
        variant="outlined"
        size="small"
        onClick={onRetry}
      >
        {t('view.retry')}
      </Button>
    </div>
  );
}
