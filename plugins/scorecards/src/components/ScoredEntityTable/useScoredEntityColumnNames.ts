import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import type { ScoredEntityColumnId } from './scoredEntityColumns';

/** What the columns are called. */
export function useScoredEntityColumnNames(): Record<
  ScoredEntityColumnId,
  string
> {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  return {
    entity: t('entities.entity'),
    level: t('entities.level'),
    scorecard: t('entities.scorecard'),
    check: t('entities.check'),
    passing: t('entities.passing'),
    failed: t('entities.failed'),
    since: t('entities.since'),
    owner: t('entities.owner'),
    tier: t('entities.tier'),
    kind: t('entities.kind'),
  };
}
