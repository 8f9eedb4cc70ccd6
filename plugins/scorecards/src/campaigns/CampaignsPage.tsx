import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Campaign,
  CampaignStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ChoicePicker,
  EmptyState,
  GroupPicker,
  PagedRows,
  Panel,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { CampaignForm } from './CampaignForm';
import { CampaignTable } from './CampaignTable';
import { campaignStatuses } from './campaignWords';
import { scorecardCampaignsTranslationRef } from './translation';
import { useCampaignFilter, useCampaigns } from './useCampaigns';

const SKELETON_ROWS = 6;

/** All campaigns that the caller may see, with how far each is. */
export function CampaignsPage() {
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const filter = useCampaignFilter();
  const pages = useCampaigns(filter);
  const navigate = useNavigate();
  const paths = useScorecardPaths();
  const [isBeginning, setBeginning] = useState(false);
  const { data } = pages.page;
  const mayCreate = data?.mayCreate ?? false;
  const isFiltered = filter.status !== 'any' || filter.owner !== undefined;
  const begin = mayCreate && (
    <ActionButton
      variant="contained"
      color="primary"
      onClick={() => setBeginning(true)}
    >
      {t('new')}
    </ActionButton>
  );
  return (
    <div className={sections.page}>
      {data?.totalItems === 0 && !isFiltered ? (
        <EmptyState
          title={t('emptyTitle')}
          description={t('emptyText')}
          step={{ text: mayCreate ? t('emptyStep') : t('emptyStepOthers') }}
          action={begin}
        />
      ) : (
        <Panel flush title={t('title')} actions={begin}>
          <p className={facts.quiet} style={{ padding: '0 16px' }}>
            {t('caption')}
          </p>
          <Filters filter={filter} />
          <PagedRows
            pages={pages}
            subject={t('subject')}
            label={t('pages')}
            skeletonRows={SKELETON_ROWS}
            empty={t('emptyFiltered')}
            quietOnOnePage
            sorted
          >
            {page => <CampaignTable campaigns={page.items} />}
          </PagedRows>
        </Panel>
      )}
      {isBeginning && (
        <CampaignForm
          onClose={() => setBeginning(false)}
          onSaved={({ id }: Campaign) => navigate(paths?.campaign(id) ?? id)}
        />
      )}
    </div>
  );
}

function Filters(props: { filter: ReturnType<typeof useCampaignFilter> }) {
  const { filter } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  return (
    <div className={facts.line} style={{ padding: '0 16px 8px', gap: 16 }}>
      <ChoicePicker<CampaignStatus | 'any'>
        label={t('filter.status')}
        value={filter.status}
        choices={[
          { id: 'any', label: t('filter.any') },
          ...campaignStatuses.map(id => ({ id, label: t(`status.${id}`) })),
        ]}
        onChange={status => filter.narrow({ status })}
      />
      <div style={{ width: 260, maxWidth: '100%' }}>
        <GroupPicker
          label={t('filter.owner')}
          value={filter.owner}
          onChange={owner => filter.narrow({ owner })}
        />
      </div>
    </div>
  );
}
