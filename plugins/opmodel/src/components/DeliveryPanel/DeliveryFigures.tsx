import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraReport,
  MetricChange,
  NumberState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  NO_VALUE,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  figures: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content max-content',
    gap: theme.spacing(0.75, 1.5),
    alignItems: 'baseline',
    fontSize: 13,
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
  value: { fontWeight: 600, textAlign: 'right' },
  change: { minWidth: 92, textAlign: 'right' },
}));

interface Figure {
  label: string;
  value: string | null;
  previous: string;
  change: MetricChange | null;
  kind: 'duration' | 'frequency' | 'share';
  state: NumberState;
  n: number;
}

/** The five DORA metrics of a roll-up at a glance, each with its change against the window before. */
export function DeliveryFigures(props: { report: DoraReport }) {
  const classes = useStyles();
  const figures = useFigures(props.report);
  return (
    <dl className={classes.figures}>
      {figures.map(figure => (
        // A term with its value and its change side by side.
        <div key={figure.label} style={{ display: 'contents' }}>
          <dt>{figure.label}</dt>
          <dd className={classes.value}>{figure.value ?? NO_VALUE}</dd>
          <dd className={classes.change}>
            {figure.state === 'ok' ? (
              <ChangeNote
                kind={figure.kind}
                change={figure.change}
                previous={figure.previous}
              />
            ) : (
              <StateChip
                state={figure.state}
                count={figure.state === 'thin' ? figure.n : undefined}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useFigures(report: DoraReport): Figure[] {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const formats = useFormats();
  const duration = (
    label: string,
    metric: DoraReport['changeLeadTime'],
  ): Figure => ({
    label,
    value: metric.median === null ? null : formats.duration(metric.median),
    previous: formats.duration(metric.previous.median),
    change: metric.change,
    kind: 'duration',
    state: metric.state,
    n: metric.n,
  });
  const share = (
    label: string,
    metric: DoraReport['changeFailRate'],
  ): Figure => ({
    label,
    value: metric.value === null ? null : formats.share(metric.value),
    previous: formats.share(metric.previous.value),
    change: metric.change,
    kind: 'share',
    state: metric.state,
    n: metric.n,
  });
  const frequency = report.deploymentFrequency;
  const rate = report.scope.rollUp
    ? frequency.medianPerWeek
    : frequency.perWeek;
  return [
    duration(t('delivery.changeLeadTime'), report.changeLeadTime),
    {
      label: t('delivery.deploymentFrequency'),
      value: rate === null ? null : formats.rate(rate),
      previous: formats.rate(
        report.scope.rollUp
          ? frequency.previous.medianPerWeek
          : frequency.previous.perWeek,
      ),
      change: frequency.change,
      kind: 'frequency',
      state: frequency.state,
      n: frequency.n,
    },
    duration(t('delivery.recovery'), report.failedDeploymentRecoveryTime),
    share(t('delivery.changeFailRate'), report.changeFailRate),
    share(t('delivery.reworkRate'), report.deploymentReworkRate),
  ];
}
