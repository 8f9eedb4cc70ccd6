import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraProfile,
  LeadTimeDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../../translation';
import { useMedianMeaning } from './useMedianMeaning';

/** What change lead time is under a definition, a sentence for each decision that a reader has to know. */
export function useLeadTimeMeaning(): (profile: DoraProfile) => string[] {
  const { t } = useTranslationRef(doraTranslationRef);
  const medianOf = useMedianMeaning();
  const units: Record<LeadTimeDefinition['unit'], string> = {
    change: t('meaning.change'),
    commit: t('meaning.commit'),
    merge_request: t('meaning.mergeRequest'),
  };
  const commitTimes: Record<LeadTimeDefinition['commitTime'], string> = {
    earliest: t('meaning.commitEarliest'),
    authored: t('meaning.commitAuthored'),
    committed: t('meaning.commitCommitted'),
  };
  const repeats: Record<LeadTimeDefinition['repeats'], string> = {
    leave_out: t('meaning.repeatNever'),
    once_each_environment: t('meaning.repeatEnvironment'),
    count: t('meaning.repeatAlways'),
  };
  const span = ({ unit, start }: LeadTimeDefinition) => {
    if (start === 'merge') {
      return unit === 'merge_request'
        ? t('meaning.fromMergeOfMergeRequest')
        : t('meaning.fromMergeOfChange');
    }
    if (unit === 'commit') {
      return t('meaning.fromCommit');
    }
    return unit === 'merge_request'
      ? t('meaning.fromFirstCommitOfMergeRequest')
      : t('meaning.fromFirstCommitOfChange');
  };
  const rounded = ({ unitSeconds, sum, rounding }: LeadTimeDefinition) => {
    if (unitSeconds === 1) {
      return [];
    }
    if (rounding === 'down') {
      return [t('meaning.minutesDown')];
    }
    return [
      sum === 'stages' ? t('meaning.stageMinutes') : t('meaning.minutesUp'),
    ];
  };
  return profile => {
    const { leadTime } = profile;
    return [
      span(leadTime),
      ...(leadTime.start === 'merge' ? [] : [commitTimes[leadTime.commitTime]]),
      ...(leadTime.sum === 'stages' ? [t('meaning.stages')] : []),
      ...rounded(leadTime),
      ...(leadTime.zeroSpans === 'leave_out' ? [t('meaning.noZero')] : []),
      ...(leadTime.negativeSpans === 'count_as_zero'
        ? [t('meaning.negativeIsZero')]
        : []),
      repeats[leadTime.repeats],
      medianOf(profile, units[leadTime.unit]),
    ];
  };
}
