import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtCategory,
  DebtDeed,
  DebtEstimateField,
  DebtIntent,
  DebtItemRow,
  DebtLinkType,
  DebtOrigin,
  DebtPrudence,
  DebtSeverity,
  DebtStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { techDebtTranslationRef } from '../translation';

/** What somebody may do to where an item stands. */
export type DeedName = DebtItemRow['may']['deeds'][number] & DebtDeed;

/** What statuses, categories and the like are called, the same on every page. */
export interface DebtWords {
  status: Record<DebtStatus, string>;
  /** What a status says, as a sentence. */
  statusMeaning: Record<DebtStatus, string>;
  /** A deed as an order, such as on a button. */
  deed: Record<DeedName, string>;
  category: Record<DebtCategory, string>;
  severity: Record<DebtSeverity, string>;
  intent: Record<DebtIntent, string>;
  prudence: Record<DebtPrudence, string>;
  origin: Record<DebtOrigin['type'], string>;
  link: Record<DebtLinkType, string>;
  /** An input of the prices. */
  estimate: Record<DebtEstimateField, string>;
}

/** The words of technical debt. */
export function useDebtWords(): DebtWords {
  const { t } = useTranslationRef(techDebtTranslationRef);
  return {
    status: {
      open: t('status.open'),
      planned: t('status.planned'),
      in_progress: t('status.inProgress'),
      accepted: t('status.accepted'),
      resolved: t('status.resolved'),
      wont_fix: t('status.wontFix'),
    },
    statusMeaning: {
      open: t('statusMeaning.open'),
      planned: t('statusMeaning.planned'),
      in_progress: t('statusMeaning.inProgress'),
      accepted: t('statusMeaning.accepted'),
      resolved: t('statusMeaning.resolved'),
      wont_fix: t('statusMeaning.wontFix'),
    },
    deed: {
      plan: t('deed.plan'),
      start: t('deed.start'),
      put_back: t('deed.putBack'),
      resolve: t('deed.resolve'),
      give_up: t('deed.giveUp'),
      reopen: t('deed.reopen'),
    },
    category: {
      architecture: t('category.architecture'),
      code: t('category.code'),
      test: t('category.test'),
      dependency: t('category.dependency'),
      infrastructure: t('category.infrastructure'),
      documentation: t('category.documentation'),
      security: t('category.security'),
      process: t('category.process'),
    },
    severity: {
      critical: t('severity.critical'),
      high: t('severity.high'),
      medium: t('severity.medium'),
      low: t('severity.low'),
    },
    intent: {
      deliberate: t('intent.deliberate'),
      inadvertent: t('intent.inadvertent'),
    },
    prudence: {
      prudent: t('prudence.prudent'),
      reckless: t('prudence.reckless'),
    },
    origin: {
      person: t('origin.person'),
      import: t('origin.import'),
      document: t('origin.document'),
      scaffolder: t('origin.scaffolder'),
      suggestion: t('origin.suggestion'),
    },
    link: {
      issue: t('link.issue'),
      pull_request: t('link.pullRequest'),
      adr: t('link.adr'),
      incident: t('link.incident'),
      slo: t('link.slo'),
      check: t('link.check'),
      deployment: t('link.deployment'),
      exemption: t('link.exemption'),
      decision: t('link.decision'),
    },
    estimate: {
      principalDays: t('estimate.principalDays'),
      interestDays: t('estimate.interestDays'),
      occurrencesPerMonth: t('estimate.occurrencesPerMonth'),
      impact: t('estimate.impact'),
      likelihood: t('estimate.likelihood'),
      businessValue: t('estimate.businessValue'),
      timeCriticality: t('estimate.timeCriticality'),
      riskReduction: t('estimate.riskReduction'),
    },
  };
}
