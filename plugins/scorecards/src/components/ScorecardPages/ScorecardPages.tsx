import { PageWithHeader } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SubPages } from '@opmodel/backstage-plugin-opmodel-react';
import { Route } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { scorecardsTranslationRef } from '../../translation';
import {
  ScorecardDetailPage,
  scorecardSubPages,
  type ScorecardSubPage,
} from './subPages';

/** The pages of scorecards below their header: the way between them, and the one that is shown. */
export function ScorecardPagesContent() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const names: Record<ScorecardSubPage['path'], string> = {
    '': t('pages.overview'),
    entities: t('pages.entities'),
    'heat-map': t('pages.heatMap'),
    trends: t('pages.trends'),
    changes: t('pages.changes'),
    campaigns: t('pages.campaigns'),
    exemptions: t('pages.exemptions'),
    drafts: t('pages.editor'),
  };
  return (
    <SubPages
      label={t('pages.navigation')}
      root={root}
      pages={scorecardSubPages.map(page => ({
        ...page,
        name: names[page.path],
      }))}
    >
      <Route path=":namespace/:name" element={<ScorecardDetailPage />} />
    </SubPages>
  );
}

/** The pages with their own header, for apps of the earlier frontend system. */
export function ScorecardPages() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('pages.title')}
      subtitle={t('pages.subtitle')}
    >
      <ScorecardPagesContent />
    </PageWithHeader>
  );
}
