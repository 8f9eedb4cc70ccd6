import { PageWithHeader } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SubPages } from '@opmodel/backstage-plugin-opmodel-react';
import { Route } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { sloTranslationRef } from '../../translation';
import { SloDetailPage, sloSubPages, type SloSubPage } from './subPages';

/** The pages of SLOs below their header: the way between them, and the one that is shown. */
export function SloPagesContent() {
  const { t } = useTranslationRef(sloTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const names: Record<SloSubPage['path'], string> = {
    '': t('pages.fleet'),
    coverage: t('pages.coverage'),
    problems: t('pages.problems'),
    policies: t('pages.policies'),
    rules: t('pages.rules'),
  };
  return (
    <SubPages
      label={t('pages.navigation')}
      root={root}
      pages={sloSubPages.map(page => ({ ...page, name: names[page.path] }))}
    >
      <Route path=":namespace/:name" element={<SloDetailPage />} />
    </SubPages>
  );
}

/** The pages with their own header, for apps of the earlier frontend system. */
export function SloPages() {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('pages.title')}
      subtitle={t('pages.subtitle')}
    >
      <SloPagesContent />
    </PageWithHeader>
  );
}
