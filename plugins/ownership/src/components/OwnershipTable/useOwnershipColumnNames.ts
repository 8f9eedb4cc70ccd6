import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import type { OwnershipColumnId } from './ownershipColumns';

/** What the columns are called. */
export function useOwnershipColumnNames(): Record<OwnershipColumnId, string> {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  return {
    entity: t('list.entity'),
    kind: t('list.kind'),
    type: t('list.type'),
    tier: t('list.tier'),
    lifecycle: t('list.lifecycle'),
    system: t('list.system'),
    owner: t('list.owner'),
    rungs: t('list.rungs'),
    gaps: t('list.gaps'),
    review: t('list.review'),
    due: t('list.due'),
  };
}
