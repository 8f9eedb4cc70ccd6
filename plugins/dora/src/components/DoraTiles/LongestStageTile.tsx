import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MetricTile,
  ShareBar,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { findLongestStage, useStageNames } from '../stages';
import type { TilesProps } from './tileProps';

/** The stage of change lead time that takes most of it. */
export function LongestStageTile({ report, onExplain }: TilesProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const names = useStageNames();
  const stage = findLongestStage(report.stages);
  return (
    <MetricTile
      label={t('metric.longestStage')}
      value={stage ? names[stage.id] : null}
      words
      reason={
        report.stages.some(({ median }) => median === 0)
          ? t('reason.noTime')
          : t('reason.noStages')
      }
      change={
        stage &&
        t('stage.shareOfWay', {
          share: formats.share(stage.share),
          median: formats.duration(stage.median),
        })
      }
      trend={stage && <ShareBar share={stage.share ?? 0} series={stage.id} />}
      sample={stage && t('sample.changes', { count: stage.n })}
      onExplain={onExplain && (() => onExplain('change-lead-time'))}
    />
  );
}
