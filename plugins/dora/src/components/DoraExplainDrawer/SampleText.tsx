import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import { StateChip, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { profileOf } from '../metrics/profileOf';

/** How many rows the number stands on, and whether that is enough. */
export function SampleText(props: { explanation: DoraExplanation }) {
  const { metric, scope, definition, n, minimum, state, approximate } =
    props.explanation;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const sampleOf = () => {
    switch (metric) {
      case 'change-lead-time':
        switch (profileOf(definition)?.leadTime.unit) {
          case 'commit':
            return t('explain.commits', { count: n });
          case 'merge_request':
            return t('explain.mergeRequests', { count: n });
          default:
            return t('explain.changes', { count: n });
        }
      case 'failed-deployment-recovery-time':
        return t('explain.recoveries', { count: n });
      case 'time-to-restore':
      case 'incident-recurrence':
        return t('explain.incidents', { count: n });
      case 'deployment-frequency':
        return scope.rollUp
          ? t('explain.active', { count: n })
          : t('explain.deployments', { count: n });
      default:
        return t('explain.deployments', { count: n });
    }
  };
  const enough =
    state === 'ok'
      ? t('explain.enough', { minimum: formats.count(minimum) })
      : t('explain.thin', { minimum: formats.count(minimum) });
  const precision = approximate ? t('explain.approximate') : t('explain.exact');
  return (
    <>
      {sampleOf()}. {state !== 'no_data' && `${enough} ${precision} `}
      {state !== 'ok' && (
        <StateChip state={state} count={state === 'thin' ? n : undefined} />
      )}
    </>
  );
}
