import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { QualityCheck } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';

/** A check in words, and what to do where it fails. */
export interface QualityText {
  name: string;
  fix: string;
}

/** The checks of the facts behind a number in words. */
export function useQualityText(): Record<QualityCheck['id'], QualityText> {
  const { t } = useTranslationRef(doraTranslationRef);
  return {
    'deployments-with-changes': {
      name: t('quality.withChanges'),
      fix: t('quality.withChangesFix'),
    },
    'changes-with-first-commit': {
      name: t('quality.withFirstCommit'),
      fix: t('quality.withFirstCommitFix'),
    },
    'incidents-linked': {
      name: t('quality.incidentsLinked'),
      fix: t('quality.incidentsLinkedFix'),
    },
    clocks: { name: t('quality.clocks'), fix: t('quality.clocksFix') },
    collection: {
      name: t('quality.collection'),
      fix: t('quality.collectionFix'),
    },
    'deployments-with-result': {
      name: t('quality.withResult'),
      fix: t('quality.withResultFix'),
    },
  };
}
