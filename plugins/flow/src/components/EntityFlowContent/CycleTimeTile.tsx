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

/** How long an item takes from its start to its end. */
export function CycleTimeTile({ report, onExplain }: FlowTileProps) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const { median, p75, p90, n, state, approximate, change, previous } =
    report.cycleTime;
  const label = t('metric.cycleTime');
  return (
    <MetricTile
      label={label}
      value={median === null ? null : formats.duration(median)}
      approximate={approximate}
      reason={t('reason.noneCompleted')}
      detail={
        n > 0 &&
        t('sample.quantiles', {
          p75: formats.duration(p75),
          p90: formats.duration(p90),
        })
      }
      change={
        state === 'ok' && (
          <ChangeNote
            kind="duration"
            change={change}
            previous={formats.duration(previous.median)}
          />
        )
      }
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      trend={
        <Sparkline
          fluid
          series="cycle-time"
          label={t('trend.weekly', { label })}
          values={report.weeks.map(week => week.cycleTimeMedian)}
        />
      }
      sample={n > 0 && t('sample.durations', { count: n })}
      onExplain={onExplain && (() => onExplain('cycle-time'))}
    />
  );
}
