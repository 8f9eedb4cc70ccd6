import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AcceptanceState,
  AcceptanceSubject,
  RiskLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '../../palette/palette';
import { opmodelAcceptancesTranslationRef } from './translation';

/** What a state is judged to be. What is accepted is exempt, not good. */
export const judgedStates: Record<AcceptanceState, OpmodelState> = {
  requested: 'attention',
  approved: 'exempt',
  denied: 'bad',
  withdrawn: 'no_data',
  lapsed: 'no_data',
  revoked: 'no_data',
  expired: 'no_data',
};

/** How much can be at risk, from the least. */
export const riskLevels = [
  'low',
  'medium',
  'high',
  'critical',
] as const satisfies readonly RiskLevel[];

/** The words of acceptances in the language of the app. */
export function useAcceptanceWords(): {
  subject: Record<AcceptanceSubject, string>;
  state: Record<AcceptanceState, string>;
  risk: Record<RiskLevel, string>;
} {
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  return {
    subject: {
      check: t('subject.check'),
      debt: t('subject.debt'),
      finding: t('subject.finding'),
      slo_correction: t('subject.sloCorrection'),
      slo_policy: t('subject.sloPolicy'),
      gate: t('subject.gate'),
      control: t('subject.control'),
      risk: t('subject.risk'),
      hand_over: t('subject.handOver'),
    },
    state: {
      requested: t('state.requested'),
      approved: t('state.approved'),
      denied: t('state.denied'),
      withdrawn: t('state.withdrawn'),
      lapsed: t('state.lapsed'),
      revoked: t('state.revoked'),
      expired: t('state.expired'),
    },
    risk: {
      low: t('risk.low'),
      medium: t('risk.medium'),
      high: t('risk.high'),
      critical: t('risk.critical'),
    },
  };
}
