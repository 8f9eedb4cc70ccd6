import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CampaignProgress } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  ShareBar,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { coverageOf, shareKnownDone } from './campaignWords';
import { scorecardCampaignsTranslationRef } from './translation';

/** How far a campaign is, and how much of it is known. */
export function ProgressCell(props: { progress: CampaignProgress }) {
  const { progress } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  if (progress.share === null) {
    return <StateChip state="no_data" label={t('progress.none')} />;
  }
  return (
    <div style={{ minWidth: 160 }}>
      <span>{formats.share(progress.share)}</span>{' '}
      <span className={table.quiet}>
        <CoverageNote progress={progress} />
      </span>
      <ShareBar share={shareKnownDone(progress)} series="completed" />
    </div>
  );
}

/** How much of what is asked for is known. */
export function CoverageNote(props: { progress: CampaignProgress }) {
  const { progress } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const formats = useFormats();
  return (
    <Hint
      title={t('progress.coverageHint', {
        unknown: formats.count(progress.unknown),
        total: formats.count(progress.total),
      })}
    >
      {t('progress.coverage', { share: formats.share(coverageOf(progress)) })}
    </Hint>
  );
}
