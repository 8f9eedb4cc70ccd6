import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AppliedPolicy,
  BudgetingMethodId,
  ConsequenceKind,
  ReleaseDecision,
  SloAlert,
  SloDay,
  SloReviewState,
  SloSourceState,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { sloTranslationRef } from '../translation';

/** What states, methods and consequences are called, the same on every page. */
export interface SloWords {
  state: Record<SloState, string>;
  day: Record<SloDay['state'], string>;
  alertState: Record<SloAlert['state'], string>;
  severity: Record<SloAlert['severity'], string>;
  source: Record<SloSourceState['state'], string>;
  review: Record<SloReviewState, string>;
  method: Record<BudgetingMethodId, string>;
  methodMeaning: Record<BudgetingMethodId, string>;
  consequence: Record<ConsequenceKind, string>;
  mode: Record<AppliedPolicy['mode'], string>;
  decision: Record<ReleaseDecision, string>;
}

/** The words of service level objectives. */
export function useSloWords(): SloWords {
  const { t } = useTranslationRef(sloTranslationRef);
  return {
    state: {
      exhausted: t('state.exhausted'),
      at_risk: t('state.atRisk'),
      met: t('state.met'),
      thin: t('state.thin'),
      no_data: t('state.noData'),
    },
    day: {
      met: t('day.met'),
      missed: t('day.missed'),
      thin: t('day.thin'),
      no_data: t('day.noData'),
    },
    alertState: {
      ok: t('alert.ok'),
      pending: t('alert.pending'),
      firing: t('alert.firing'),
      resolving: t('alert.resolving'),
      no_data: t('alert.noData'),
    },
    severity: { page: t('alert.page'), ticket: t('alert.ticket') },
    source: {
      fresh: t('source.fresh'),
      stale: t('source.stale'),
      failing: t('source.failing'),
      never: t('source.never'),
      none: t('source.none'),
    },
    review: {
      current: t('review.current'),
      due: t('review.due'),
      overdue: t('review.overdue'),
      none: t('review.none'),
    },
    method: {
      Occurrences: t('method.occurrences'),
      Timeslices: t('method.timeslices'),
      RatioTimeslices: t('method.ratioTimeslices'),
    },
    methodMeaning: {
      Occurrences: t('method.occurrencesMeaning'),
      Timeslices: t('method.timeslicesMeaning'),
      RatioTimeslices: t('method.ratioTimeslicesMeaning'),
    },
    consequence: {
      attention: t('consequence.attention'),
      debt: t('consequence.debt'),
      freeze_risky_releases: t('consequence.freeze'),
      require_approval: t('consequence.approval'),
    },
    mode: { shadow: t('mode.shadow'), enforced: t('mode.enforced') },
    decision: {
      allowed: t('decision.allowed'),
      held: t('decision.held'),
      unknown: t('decision.unknown'),
    },
  };
}
