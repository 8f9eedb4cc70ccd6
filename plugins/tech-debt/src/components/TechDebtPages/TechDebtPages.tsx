import { PageWithHeader } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SubPages } from '@opmodel/backstage-plugin-opmodel-react';
import { Route } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { techDebtTranslationRef } from '../../translation';
import {
  DebtItemPage,
  EditItemPage,
  NewItemPage,
  techDebtSubPages,
  type TechDebtSubPage,
} from './subPages';

/** The pages of technical debt below their header: the way between them, and the one that is shown. */
export function TechDebtPagesContent() {
  const { t } = useTranslationRef(techDebtTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const names: Record<TechDebtSubPage['path'], string> = {
    '': t('pages.overview'),
    places: t('pages.places'),
    flow: t('pages.flow'),
    reports: t('pages.reports'),
    inbox: t('pages.inbox'),
    import: t('pages.import'),
  };
  return (
    <SubPages
      label={t('pages.navigation')}
      root={root}
      pages={techDebtSubPages.map(page => ({
        ...page,
        name: names[page.path],
      }))}
    >
      <Route path="new" element={<NewItemPage />} />
      <Route path="items/:itemId" element={<DebtItemPage />} />
      <Route path="items/:itemId/edit" element={<EditItemPage />} />
    </SubPages>
  );
}

/** The pages with their own header, for apps of the earlier frontend system. */
export function TechDebtPages() {
  const { t } = useTranslationRef(techDebtTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('pages.title')}
      subtitle={t('pages.subtitle')}
    >
      <TechDebtPagesContent />
    </PageWithHeader>
  );
}
