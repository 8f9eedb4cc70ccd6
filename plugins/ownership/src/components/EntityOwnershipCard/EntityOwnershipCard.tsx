import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useOwnershipTabPath } from '../../entity/useOwnershipTabPath';
import { ownershipTranslationRef } from '../../translation';

/** How well an entity is owned, at a glance. */
export function EntityOwnershipCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ownershipTranslationRef);
  const tabPath = useOwnershipTabPath();
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={
        <Link to={tabPath(stringifyEntityRef(entity))}>{t('card.open')}</Link>
      }
    />
  );
}
