import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { CollectorRunReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  QueryView,
  RowsSkeleton,
  Sparkline,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCollectorRuns } from '../../hooks/useCollectorRuns';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { RunTable } from './RunTable';
import { useNoteStyles } from './useNoteStyles';

const useStyles = makeStyles(theme => ({
  body: { paddingTop: theme.spacing(2) },
  trend: { marginBottom: theme.spacing(2) },
  table: { margin: theme.spacing(0, -2) },
}));

/** Props of {@link CollectorRunsDrawer}. */
export interface CollectorRunsDrawerProps {
  /** Undefined while none is chosen. */
  collectorId: string | undefined;
  title: string | undefined;
  onClose: () => void;
}

/** How the newest runs of one collector went, with what they could not read. */
export function CollectorRunsDrawer(props: CollectorRunsDrawerProps) {
  const { collectorId, title = '', onClose } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const notes = useNoteStyles();
  const runs = useCollectorRuns(collectorId);
  return (
    <ExplainDrawer
      open={collectorId !== undefined}
      onClose={onClose}
      eyebrow={t('runs.eyebrow')}
      title={title}
    >
      <div className={classes.body}>
        <QueryView
          query={runs}
          subject={t('runs.subject')}
          skeleton={<RowsSkeleton rows={6} />}
          notFound={<p className={notes.note}>{t('runs.unknown')}</p>}
        >
          {items =>
            items.length === 0 ? (
              <p className={notes.note}>{t('runs.empty')}</p>
            ) : (
              <>
                <DurationTrend runs={items} />
                <div className={classes.table}>
                  <RunTable runs={items} title={title} />
                </div>
              </>
            )
          }
        </QueryView>
      </div>
    </ExplainDrawer>
  );
}

function DurationTrend(props: { runs: readonly CollectorRunReport[] }) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const notes = useNoteStyles();
  const formats = useFormats();
  const durations = [...props.runs].reverse().map(run => run.durationSeconds);
  if (durations.length < 2) {
    return null;
  }
  const label = t('runs.durationTrend', {
    n: formats.count(durations.length),
  });
  return (
    <div className={classes.trend}>
      <Sparkline
        kind="bar"
        fluid
        height={40}
        values={durations}
        label={label}
      />
      <p className={notes.note}>{label}</p>
    </div>
  );
}
