import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ScoreCause,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { scorecardsTranslationRef } from '../translation';

/** What verdicts and causes are called, the same on every page. */
export interface ScorecardWords {
  verdict: Record<VerdictState, string>;
  /** What a verdict says, as a sentence. */
  meaning: Record<VerdictState, string>;
  cause: Record<ScoreCause, string>;
}

/** The words of scorecards. */
export function useScorecardWords(): ScorecardWords {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return {
    verdict: {
      passed: t('verdict.passed'),
      failed: t('verdict.failed'),
      warning: t('verdict.warning'),
      not_applicable: t('verdict.notApplicable'),
      not_reported: t('verdict.notReported'),
      error: t('verdict.error'),
      exempt: t('verdict.exempt'),
    },
    meaning: {
      passed: t('verdictMeaning.passed'),
      failed: t('verdictMeaning.failed'),
      warning: t('verdictMeaning.warning'),
      not_applicable: t('verdictMeaning.notApplicable'),
      not_reported: t('verdictMeaning.notReported'),
      error: t('verdictMeaning.error'),
      exempt: t('verdictMeaning.exempt'),
    },
    cause: {
      entity: t('cause.entity'),
      rule: t('cause.rule'),
      population: t('cause.population'),
      data: t('cause.data'),
      exemption: t('cause.exemption'),
    },
  };
}
