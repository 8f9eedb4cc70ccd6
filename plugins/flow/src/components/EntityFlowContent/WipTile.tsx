import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MetricTile,
  Sparkline,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import type { FlowTileProps } from './FlowTiles';

/** What is in progress, and how many weeks of work that is. */
export function WipTile({ report, onExplain }: FlowTileProps) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const { items, blocked, weeksOfWork } = report.wip;
  const label = t('metric.wip');
  return (
    <MetricTile
      label={label}
      value={items === null ? null : formats.count(items)}
      unit={t('metric.itemsUnit')}
      reason={t('reason.noItems')}
      change={
        weeksOfWork === null
          ? t('metric.noRatio')
          : t('metric.weeksOfWork', { weeks: formats.decimal(weeksOfWork) })
      }
      trend={
        <Sparkline
          fluid
          series="in-progress"
          label={t('trend.weekly', { label })}
          values={report.weeks.map(week => week.wip)}
        />
      }
      sample={blocked !== null && t('sample.blockedNow', { count: blocked })}
      onExplain={onExplain && (() => onExplain('wip'))}
    />
  );
}
