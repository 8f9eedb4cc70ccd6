import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MetricTileGroup,
  MetricTileGroups,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { doraTranslationRef } from '../../translation';
import { DurationTile } from './DurationTile';
import { FrequencyTile } from './FrequencyTile';
import { LongestStageTile } from './LongestStageTile';
import { RatioTile } from './RatioTile';
import type { TilesProps } from './tileProps';

/** The five metrics in their two families, and apart from them what is often mixed up with them. */
export function DoraTiles(
  props: TilesProps & {
    /** One more tile of the page, at the end. */
    aside?: ReactNode;
  },
) {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <>
      <MetricTileGroups>
        <MetricTileGroup
          label={t('family.throughput')}
          meaning={t('family.throughputMeaning')}
          tiles={3}
        >
          <DurationTile {...props} metric="change-lead-time" />
          <FrequencyTile {...props} />
          <DurationTile {...props} metric="failed-deployment-recovery-time" />
        </MetricTileGroup>
        <MetricTileGroup
          label={t('family.instability')}
          meaning={t('family.instabilityMeaning')}
          tiles={2}
        >
          <RatioTile {...props} metric="change-fail-rate" />
          <RatioTile {...props} metric="deployment-rework-rate" />
        </MetricTileGroup>
      </MetricTileGroups>
      <MetricTileGroups>
        <MetricTileGroup
          label={t('family.beside')}
          meaning={t('family.besideMeaning')}
          tiles={2}
          apart
        >
          <DurationTile {...props} metric="time-to-restore" />
          <RatioTile {...props} metric="incident-recurrence" />
        </MetricTileGroup>
        <MetricTileGroup
          label={t('family.ways')}
          tiles={props.aside ? 2 : 1}
          apart
        >
          <LongestStageTile {...props} />
          {props.aside}
        </MetricTileGroup>
      </MetricTileGroups>
    </>
  );
}
