import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { StateIcon } from '../StateChip';

const useStyles = makeStyles(theme => ({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.75, 1.5),
    marginBottom: theme.spacing(2),
    borderRadius: 6,
    fontSize: 13,
    lineHeight: '20px',
  },
  reason: {
    color: theme.palette.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
    flex: '1 1 160px',
  },
}));

/** What is shown is an earlier answer, since refreshing it failed. */
export function StaleNotice(props: {
  error: Error;
  /** When the shown answer arrived. Epoch milliseconds. */
  loadedAt?: number;
  onRetry: () => void;
}) {
  const { error, loadedAt, onRetry } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const { text, mark } = palette.states.attention;
  const when = formats.relative(
    loadedAt === undefined ? null : DateTime.fromMillis(loadedAt).toISO(),
  );
  return (
    <div
      role="status"
      className={classes.notice}
      style={{ background: alpha(mark, palette.softOpacity), color: text }}
    >
      <StateIcon state="attention" />
      <span>{t('view.staleTitle', { when })}</span>
      <span className={classes.reason} title={error.message}>
        {t('view.staleReason', { message: error.message })}
      </span>
      <Button size="small" onClick={onRetry}>
        {t('view.retry')}
      </Button>
    </div>
  );
}
