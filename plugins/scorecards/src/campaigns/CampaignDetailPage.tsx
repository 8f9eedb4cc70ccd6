import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  PanelSkeleton,
  QueryView,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { BurnDownPanel } from './BurnDownPanel';
import { CampaignForm } from './CampaignForm';
import { CampaignHead, type CampaignDeed } from './CampaignHead';
import { EndDialog } from './EndDialog';
import { ItemsPanel } from './ItemsPanel';
import { ProgressTiles } from './ProgressTiles';
import { ReportPanel } from './ReportPanel';
import { scorecardCampaignsTranslationRef } from './translation';
import { useCampaign } from './useCampaigns';

const TILES = 5;
const SKELETON_HEIGHT = 320;

/** One campaign: how far it is, whether the date will hold, what is open, and how it went. */
export function CampaignDetailPage() {
  const { campaignId = '' } = useParams();
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const sections = useSectionStyles();
  const paths = useScorecardPaths();
  const query = useCampaign(campaignId);
  return (
    <QueryView
      query={query}
      subject={t('oneSubject')}
      skeleton={
        <div className={sections.page}>
          <TilesSkeleton count={TILES} />
          <PanelSkeleton height={SKELETON_HEIGHT} />
        </div>
      }
      notFound={
        <EmptyState
          title={t('notFoundTitle')}
          description={t('notFoundText')}
          action={paths && <Link to={paths.campaigns}>{t('all')}</Link>}
        />
      }
    >
      {campaign => <Detail campaign={campaign} onChanged={query.retry} />}
    </QueryView>
  );
}

function Detail(props: { campaign: Campaign; onChanged: () => void }) {
  const { campaign, onChanged } = props;
  const sections = useSectionStyles();
  const [deed, setDeed] = useState<CampaignDeed>();
  const close = () => setDeed(undefined);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <div className={sections.page}>
      <CampaignHead campaign={campaign} onDeed={setDeed} />
      <ProgressTiles campaign={campaign} />
      <BurnDownPanel campaign={campaign} />
      <ItemsPanel campaign={campaign} />
      <ReportPanel campaign={campaign} />
      {deed === 'edit' && (
        <CampaignForm campaign={campaign} onClose={close} onSaved={done} />
      )}
      {(deed === 'end' || deed === 'archive') && (
        <EndDialog
          campaign={campaign}
          deed={deed}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </div>
  );
}
