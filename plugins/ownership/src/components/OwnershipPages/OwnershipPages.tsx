import { PageWithHeader } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SubPages } from '@opmodel/backstage-plugin-opmodel-react';

import { rootRouteRef } from '../../routes';
import { ownershipTranslationRef } from '../../translation';
import { ownershipSubPages, type OwnershipSubPage } from './subPages';

/** The pages of ownership below their header: the way between them, and the one that is shown. */
export function OwnershipPagesContent() {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const names: Record<OwnershipSubPage['path'], string> = {
    '': t('pages.list'),
    map: t('pages.map'),
    reviews: t('pages.reviews'),
    decisions: t('pages.decisions'),
    'what-if': t('pages.whatIf'),
    succession: t('pages.succession'),
  };
  return (
    <SubPages
      label={t('pages.navigation')}
      root={root}
      pages={ownershipSubPages.map(page => ({
        ...page,
        name: names[page.path],
      }))}
    />
  );
}

/** The pages with their own header, for apps of the earlier frontend system. */
export function OwnershipPages() {
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('pages.title')}
      subtitle={t('pages.subtitle')}
    >
      <OwnershipPagesContent />
    </PageWithHeader>
  );
}
