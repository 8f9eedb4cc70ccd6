import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraExclusion } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../translation';

/** Why a row was left out. */
export type ExclusionReason = DoraExclusion['reason'];

/** A reason in words: short for a chip, long for a sentence. */
export interface ExclusionText {
  short: string;
  long: string;
}

/** The reasons in words. A reason that this version does not know is shown as it is. */
export function useExclusionText(): (reason: string) => ExclusionText {
  const { t } = useTranslationRef(doraTranslationRef);
  const texts: Record<ExclusionReason, ExclusionText> = {
    first_deployment: {
      short: t('exclusion.firstDeployment'),
      long: t('exclusion.firstDeploymentText'),
    },
    no_commit_time: {
      short: t('exclusion.noCommitTime'),
      long: t('exclusion.noCommitTimeText'),
    },
    deployment_is_commit: {
      short: t('exclusion.deploymentIsCommit'),
      long: t('exclusion.deploymentIsCommitText'),
    },
    negative_span: {
      short: t('exclusion.negativeSpan'),
      long: t('exclusion.negativeSpanText'),
    },
    already_delivered: {
      short: t('exclusion.alreadyDelivered'),
      long: t('exclusion.alreadyDeliveredText'),
    },
    unknown_change: {
      short: t('exclusion.unknownChange'),
      long: t('exclusion.unknownChangeText'),
    },
    not_production: {
      short: t('exclusion.notProduction'),
      long: t('exclusion.notProductionText'),
    },
    not_successful: {
      short: t('exclusion.notSuccessful'),
      long: t('exclusion.notSuccessfulText'),
    },
    same_rollout: {
      short: t('exclusion.sameRollout'),
      long: t('exclusion.sameRolloutText'),
    },
    not_finished: {
      short: t('exclusion.notFinished'),
      long: t('exclusion.notFinishedText'),
    },
    withdrawn: {
      short: t('exclusion.withdrawn'),
      long: t('exclusion.withdrawnText'),
    },
  };
  return reason =>
    texts[reason as ExclusionReason] ?? {
      short: reason.replaceAll('_', ' '),
      long: '',
    };
}
