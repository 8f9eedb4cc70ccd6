import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeploymentRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useDenseTableStyles,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';

const STATE_OF_RESULT: Record<string, OpmodelState> = {
  success: 'good',
  failure: 'bad',
  cancelled: 'exempt',
};

/** How a deployment ended, and what kind it was. */
export function DeploymentResult(props: { deployment: DeploymentRow }) {
  const { result, deploymentType, hotfix } = props.deployment;
  const { t } = useTranslationRef(doraTranslationRef);
  const table = useDenseTableStyles();
  const words: Record<string, string> = {
    success: t('result.success'),
    failure: t('result.failure'),
    cancelled: t('result.cancelled'),
  };
  const kinds = [
    ...(deploymentType === 'rollback' ? [t('evidence.rollback')] : []),
    ...(hotfix ? [t('evidence.hotfix')] : []),
  ];
  return (
    <>
      {result === null ? (
        <span className={table.quiet}>{t('evidence.unknownResult')}</span>
      ) : (
        <StateChip
          state={STATE_OF_RESULT[result] ?? 'no_data'}
          label={words[result] ?? result}
        />
      )}{' '}
      <span className={table.quiet}>{kinds.join(', ')}</span>
    </>
  );
}
