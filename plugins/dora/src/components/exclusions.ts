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
    unknown_changes: {
      short: t('exclusion.unknownChanges'),
      long: t('exclusion.unknownChangesText'),
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
    rollback: {
      short: t('exclusion.rollback'),
      long: t('exclusion.rollbackText'),
    },
    excluded_period: {
      short: t('exclusion.excludedPeriod'),
      long: t('exclusion.excludedPeriodText'),
    },
    zero_span: {
      short: t('exclusion.zeroSpan'),
      long: t('exclusion.zeroSpanText'),
    },
    not_requested: {
      short: t('exclusion.notRequested'),
      long: t('exclusion.notRequestedText'),
    },
    not_recovered: {
      short: t('exclusion.notRecovered'),
      long: t('exclusion.notRecoveredText'),
    },
    no_recovery_known: {
      short: t('exclusion.noRecoveryKnown'),
      long: t('exclusion.noRecoveryKnownText'),
    },
    ended_after_window: {
      short: t('exclusion.endedAfterWindow'),
      long: t('exclusion.endedAfterWindowText'),
    },
    other_cause: {
      short: t('exclusion.otherCause'),
      long: t('exclusion.otherCauseText'),
    },
    not_severe: {
      short: t('exclusion.notSevere'),
      long: t('exclusion.notSevereText'),
    },
    severity_unknown: {
      short: t('exclusion.severityUnknown'),
      long: t('exclusion.severityUnknownText'),
    },
    not_mitigated: {
      short: t('exclusion.notMitigated'),
      long: t('exclusion.notMitigatedText'),
    },
    no_start: {
      short: t('exclusion.noStart'),
      long: t('exclusion.noStartText'),
    },
    no_deployment_in_time: {
      short: t('exclusion.noDeploymentInTime'),
      long: t('exclusion.noDeploymentInTimeText'),
    },
    decided: {
      short: t('exclusion.decided'),
      long: t('exclusion.decidedText'),
    },
  };
  return reason =>
    texts[reason as ExclusionReason] ?? {
      short: reason.replaceAll('_', ' '),
      long: '',
    };
}

const INCIDENT_REASONS: ReadonlySet<ExclusionReason> = new Set([
  'other_cause',
  'not_severe',
  'severity_unknown',
  'not_mitigated',
  'no_start',
  'no_deployment_in_time',
  'decided',
]);

/** Whether a reason leaves out incidents, rather than deployments or changes in them. */
export function isIncidentExclusion(reason: ExclusionReason): boolean {
  return INCIDENT_REASONS.has(reason);
}
