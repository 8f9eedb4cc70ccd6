import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloNextStep } from '@opmodel/backstage-plugin-opmodel-common';
import { sloEntityTranslationRef } from '../../translations/entity';
import { anchors } from './anchors';

/** A step in words, with the part of the page that it leads to. */
export interface NextStepText {
  title: string;
  text: string;
  link: string;
  anchor: string;
}

/** What would help, in words. */
export function useNextStepText(): (step: SloNextStep) => NextStepText {
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const toObjectives = {
    link: t('next.seeObjectives'),
    anchor: anchors.objectives,
  };
  const toProposals = {
    link: t('next.seeProposals'),
    anchor: anchors.proposals,
  };
  const toPolicies = { link: t('next.seePolicies'), anchor: anchors.policies };
  const toDependencies = {
    link: t('next.seeDependencies'),
    anchor: anchors.dependencies,
  };
  return ({ id, values }) => {
    const slo = String(
      values.sloTitle ?? values.title ?? t('next.anyObjective'),
    );
    switch (id) {
      case 'add_slo':
        return {
          title: t('next.addSlo'),
          text: t('next.addSloText'),
          ...toProposals,
        };
      case 'connect_source':
        return {
          title: t('next.connectSource'),
          text: t('next.connectSourceText'),
          ...toObjectives,
        };
      case 'mend_document':
        return {
          title: t('next.mendDocument'),
          text: t('next.mendDocumentText'),
          ...toObjectives,
        };
      case 'spend_less':
        return {
          title: t('next.spendLess'),
          text: t('next.spendLessText', { slo }),
          ...toObjectives,
        };
      case 'review':
        return {
          title: t('next.review'),
          text: t('next.reviewText', { slo }),
          ...toObjectives,
        };
      case 'lower_target':
        return {
          title: t('next.lowerTarget'),
          text: t('next.lowerTargetText', { slo }),
          ...toObjectives,
        };
      case 'raise_traffic':
        return {
          title: t('next.raiseTraffic'),
          text: t('next.raiseTrafficText', { slo }),
          ...toObjectives,
        };
      case 'add_policy':
        return {
          title: t('next.addPolicy'),
          text: t('next.addPolicyText'),
          ...toPolicies,
        };
      case 'loosen_dependency':
        return {
          title: t('next.loosenDependency'),
          text: t('next.loosenDependencyText'),
          ...toDependencies,
        };
      default:
        throw new TypeError(`Unknown step '${id satisfies never}'`);
    }
  };
}
