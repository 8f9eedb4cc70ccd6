import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReleaseGateReason } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { sloGateTranslationRef } from '../../translations/gate';

/** Why the gate says what it says, in words. */
export function useGateReasonText(): (reason: ReleaseGateReason) => string {
  const { t } = useTranslationRef(sloGateTranslationRef);
  const formats = useFormats();
  return ({ kind, policyTitle, sloTitle, values }) => {
    const slo = sloTitle ?? t('reason.anyObjective');
    const policy = policyTitle ?? t('reason.anyPolicy');
    const { remaining, threshold } = values;
    switch (kind) {
      case 'budget_exhausted':
        return t('reason.exhausted', { slo });
      case 'budget_low':
        return typeof remaining === 'number' && typeof threshold === 'number'
          ? t('reason.low', {
              slo,
              remaining: formats.share(remaining),
              threshold: formats.share(threshold),
            })
          : t('reason.lowUnknown', { slo });
      case 'approval_required':
        return t('reason.approval', { policy });
      case 'no_data':
        return t('reason.noData', { slo });
      case 'excepted':
        return t('reason.excepted', { policy });
      case 'break_glass':
        return t('reason.breakGlass');
      case 'shadow':
        return t('reason.shadow', { policy });
      case 'low_risk':
        return t('reason.lowRisk');
      case 'no_policy':
        return t('reason.noPolicy');
      case 'no_objective':
        return t('reason.noObjective');
      default:
        throw new TypeError(`Unknown reason '${kind satisfies never}'`);
    }
  };
}
