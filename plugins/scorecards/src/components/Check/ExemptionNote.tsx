import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckExemption } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { acceptancesRouteRef } from '../../routes';
import { scorecardsEntityTranslationRef } from '../../translations/entity';

/** That a check is excused, or asked to be: why, and until when. It is accepted debt, and fails again when it ends. */
export function ExemptionNote(props: { exemption: CheckExemption | null }) {
  const { exemption } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const inbox = useRouteRef(acceptancesRouteRef)?.();
  if (exemption === null) {
    return null;
  }
  const { state, reason, expiresOn, acceptanceId } = exemption;
  return (
    <p className={facts.text}>
      <StateChip
        state="exempt"
        label={
          state === 'approved'
            ? t('exemption.approved')
            : t('exemption.requested')
        }
      />{' '}
      {expiresOn === null
        ? t('exemption.reason', { reason })
        : t('exemption.reasonUntil', {
            reason,
            day: formats.day(expiresOn),
          })}{' '}
      {inbox && (
        <Link
          to={`${inbox}?${new URLSearchParams({
            box: 'all',
            id: acceptanceId,
          })}`}
        >
          {t('exemption.link')}
        </Link>
      )}
    </p>
  );
}
