import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { RowExportRun, RowExportState } from '../../export/useRowExport';
import { useFormats } from '../../format/useFormats';
import { opmodelTranslationRef } from '../../translation';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    fontSize: 13,
    '@media print': { display: 'none' },
  },
  bar: { flex: 1, minWidth: 80, maxWidth: 320 },
}));

/** How far an export is, and how it ended. */
export function RowExportProgress(props: { run: RowExportRun }) {
  const { state, start, dismiss } = props.run;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const message = useExportMessage(state);
  if (state.phase === 'idle') {
    return <div role="status" />;
  }
  return (
    <div className={classes.line}>
      <div role="status">{message}</div>
      {state.phase === 'running' && (
        <LinearProgress
          className={classes.bar}
          aria-label={message}
          {...(state.totalRows
            ? {
                variant: 'determinate' as const,
                value: Math.min(100, (100 * state.rows) / state.totalRows),
              }
            : {})}
        />
      )}
      {state.phase === 'failed' && (
        <ActionButton onClick={() => start(state.format)}>
          {t('export.retry')}
        </ActionButton>
      )}
      <ActionButton onClick={dismiss}>
        {state.phase === 'running' ? t('export.cancel') : t('export.dismiss')}
      </ActionButton>
    </div>
  );
}

function useExportMessage(state: RowExportState): string {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  switch (state.phase) {
    case 'running':
      return state.totalRows === undefined
        ? t('export.begun')
        : t('export.progress', {
            rows: formats.count(state.rows),
            total: formats.count(state.totalRows),
          });
    case 'done':
      return state.complete
        ? t('export.done', { count: state.rows })
        : t('export.cut', {
            rows: formats.count(state.rows),
            total: formats.count(state.totalRows),
          });
    case 'failed':
      return t('export.failed', { message: state.error.message });
    default:
      return '';
  }
}
