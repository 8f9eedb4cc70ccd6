import type { DurationMetric } from '@opmodel/backstage-plugin-opmodel-common';
import type { ReactNode } from 'react';
import { NO_VALUE } from '../../format/duration';
import { useFormats } from '../../format/useFormats';
import { ChangeNote } from '../ChangeNote';
import { Sparkline, type SparklineProps } from '../Sparkline';
import { StateChip } from '../StateChip';
import { useMetricSummaryStyles } from './metricSummaryStyles';

/** Props of {@link DurationSummary}. */
export interface DurationSummaryProps {
  metric: DurationMetric;
  /** What the number is, in a few words. */
  meaning: ReactNode;
  trend: Pick<SparklineProps, 'series' | 'label' | 'values' | 'previous'>;
  /** One line of what else is worth knowing. */
  children: ReactNode;
}

/** The content of an entity's card: one duration, its change, its trend, and one line of meaning. */
export function DurationSummary(props: DurationSummaryProps) {
  const { metric, meaning, trend, children } = props;
  const { median, state, n, change, previous } = metric;
  const formats = useFormats();
  const classes = useMetricSummaryStyles();
  return (
    <div className={classes.body}>
      <div className={classes.number}>
        <span className={classes.value}>
          {median === null ? NO_VALUE : formats.duration(median)}
        </span>
        <span className={classes.state}>
          {state === 'ok' ? (
            <ChangeNote
              kind="duration"
              change={change}
              previous={formats.duration(previous.median)}
            />
          ) : (
            <StateChip state={state} count={state === 'thin' ? n : undefined} />
          )}
        </span>
      </div>
      <div className={classes.meaning}>{meaning}</div>
      <Sparkline fluid width={300} height={40} {...trend} />
      <div className={classes.meaning}>{children}</div>
    </div>
  );
}
