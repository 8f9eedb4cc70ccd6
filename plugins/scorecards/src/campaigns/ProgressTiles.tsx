import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  ShareBar,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { shareKnownDone } from './campaignWords';
import { CoverageNote } from './ProgressCell';
import { scorecardCampaignsTranslationRef } from './translation';
import { useDaysLeft } from './useDaysLeft';

/** How far a campaign is. */
export function ProgressTiles(props: { campaign: Campaign }) {
  const { campaign } = props;
  const { progress, targetOn } = campaign;
  const { met, open, exempt, share, entities, entitiesDone } = progress;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const formats = useFormats();
  const daysLeft = useDaysLeft();
  const isKnown = progress.total > 0;
  const count = (n: number) => (isKnown ? formats.count(n) : null);
  return (
    <MetricTileRow>
      <MetricTile
        label={t('progress.share')}
        value={share === null ? null : formats.share(share)}
        reason={t('progress.none')}
        trend={
          share !== null && (
            <ShareBar share={shareKnownDone(progress)} series="completed" />
          )
        }
        change={t('progress.shareOf', {
          done: formats.count(met + exempt),
          known: formats.count(met + exempt + open),
        })}
        sample={<CoverageNote progress={progress} />}
      />
      <MetricTile
        label={t('progress.open')}
        value={count(open)}
        reason={t('progress.none')}
        change={t('progress.openText')}
      />
      <MetricTile
        label={t('progress.entities')}
        value={count(entitiesDone)}
        unit={t('progress.entitiesOf', { n: formats.count(entities) })}
        reason={t('progress.none')}
      />
      <MetricTile
        label={t('progress.exempt')}
        value={count(exempt)}
        reason={t('progress.none')}
        change={t('progress.exemptText')}
      />
      <MetricTile
        label={t('progress.target')}
        value={formats.day(targetOn)}
        words
        change={daysLeft(campaign)}
      />
    </MetricTileRow>
  );
}
