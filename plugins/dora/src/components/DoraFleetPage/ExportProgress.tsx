import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import type {
  FleetExportFormat,
  FleetExportState,
} from '../../hooks/fleet/useFleetExport';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(0.5, 2),
    fontSize: 13,
    '@media print': { display: 'none' },
  },
  bar: { flex: 1, maxWidth: 320 },
}));

/** Props of {@link ExportProgress}. */
export interface ExportProgressProps {
  state: FleetExportState;
  onRetry: (format: FleetExportFormat) => void;
  onDismiss: () => void;
}

/** How far an export is, and how it ended. */
export function ExportProgress(props: ExportProgressProps) {
  const { state, onRetry, onDismiss } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
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
        <Button size="small" onClick={() => onRetry(state.format)}>
          {t('export.retry')}
        </Button>
      )}
      <Button size="small" onClick={onDismiss}>
        {state.phase === 'running' ? t('export.cancel') : t('export.dismiss')}
      </Button>
    </div>
  );
}

function useExportMessage(state: FleetExportState): string {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  switch (state.phase) {
    case 'running':
      return t('export.progress', {
        rows: formats.count(state.rows),
        total: formats.count(state.totalRows),
      });
    case 'done':
      return state.rows < state.totalRows
        ? t('export.cut', {
            rows: formats.count(state.rows),
            total: formats.count(state.totalRows),
          })
        : t('export.done', { count: state.rows });
    case 'failed':
      return t('export.failed', { message: state.error.message });
    default:
      return '';
  }
}
