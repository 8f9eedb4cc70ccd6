import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { sloFleetTranslationRef } from '../../translations/fleet';
import type { SloColumnId } from './sloColumns';

/** What the columns are called. */
export function useSloColumnNames(): Record<SloColumnId, string> {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  return {
    slo: t('table.slo'),
    entity: t('table.entity'),
    owner: t('table.owner'),
    tier: t('table.tier'),
    state: t('table.state'),
    policy: t('table.policy'),
    objective: t('table.objective'),
    attainment: t('table.attainment'),
    remaining: t('table.remaining'),
    burn: t('table.burn'),
    trend: t('table.trend'),
    window: t('table.window'),
    source: t('table.source'),
    review: t('table.review'),
  };
}
