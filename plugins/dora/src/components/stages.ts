import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LeadTimeStage } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../translation';

/** The stages of change lead time in words. */
export function useStageNames(): Record<LeadTimeStage['id'], string> {
  const { t } = useTranslationRef(doraTranslationRef);
  return {
    coding: t('stage.coding'),
    pickup: t('stage.pickup'),
    review: t('stage.review'),
    'commit-to-merge': t('stage.commitToMerge'),
    'merge-to-deploy': t('stage.mergeToDeploy'),
  };
}

/** The stage that takes most of the way; undefined where no stage is known. */
export function findLongestStage(
  stages: LeadTimeStage[],
): LeadTimeStage | undefined {
  return stages
    .filter(stage => (stage.share ?? 0) > 0)
    .reduce<LeadTimeStage | undefined>(
      (longest, stage) =>
        longest && (longest.share ?? 0) >= (stage.share ?? 0) ? longest : stage,
      undefined,
    );
}
