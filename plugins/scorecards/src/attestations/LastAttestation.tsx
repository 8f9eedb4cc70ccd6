import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Attestation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardAttestationsTranslationRef } from './translation';

/** What was vouched for last, by whom and until when. */
export function LastAttestation(props: {
  /** Undefined: nobody has. */
  attestation: Attestation | undefined;
}) {
  const { attestation } = props;
  const { t } = useTranslationRef(scorecardAttestationsTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  if (!attestation) {
    return <p className={facts.quiet}>{t('none')}</p>;
  }
  const { holds, comment, attestedAt, attestedBy, expiresOn, isExpired } =
    attestation;
  return (
    <div>
      <p className={facts.text}>
        {t('last', {
          when: <RelativeTime instant={attestedAt} />,
          who: <EntityRefLink entityRef={attestedBy} underline="always" />,
          answer: t(holds ? 'yes' : 'no'),
        })}{' '}
        {t(isExpired ? 'lastExpired' : 'lastUntil', {
          day: formats.day(expiresOn),
        })}
      </p>
      <p className={facts.quiet}>{comment}</p>
    </div>
  );
}
