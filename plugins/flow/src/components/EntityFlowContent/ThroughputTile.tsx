import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChangeNote,
  MetricTile,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import type { FlowTileProps } from './FlowTiles';

/** How many items are done a week, beside how many arrive. */
export function ThroughputTile({ report, onExplain }: FlowTileProps) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const { throughput, arrivals, weeks } = report;
  const label = t('metric.throughput');
  return (
    <MetricTile
      label={label}
      value={
        throughput.perWeek === null
          ? null
          : formats.rateNumber(throughput.perWeek)
      }
      unit={t('metric.perWeekUnit')}
      reason={t('reason.noItems')}
      change={
        throughput.state === 'ok' && (
          <ChangeNote
            kind="count"
            change={throughput.change}
            previous={formats.count(throughput.previous.value)}
          />
        )
      }
      state={
        throughput.state === 'thin' && (
          <StateChip state="thin" count={throughput.value ?? 0} />
        )
      }
      trend={
        <Sparkline
          fluid
          kind="bar"
          series="completed"
          label={t('trend.weekly', { label })}
          values={weeks.map(week => week.completed)}
        />
      }
      sample={
        throughput.value !== null &&
        t('sample.doneAndArrived', {
          done: formats.count(throughput.value),
          arrived: formats.count(arrivals.value),
        })
      }
      onExplain={onExplain && (() => onExplain('throughput'))}
    />
  );
}
