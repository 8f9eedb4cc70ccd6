import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DebtCapacity } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { FactLine } from '../../facts';
import { techDebtCapacityTranslationRef } from '../../translations/capacity';

const ORGANISATION = 'org';

/** Who agreed since when, and what holds instead for a while; nothing where nobody did. */
export function AgreementLine(props: { agreement: DebtCapacity['agreement'] }) {
  const { agreement } = props;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const formats = useFormats();
  if (!agreement) {
    return null;
  }
  const { scopeRef, from, note, exception } = agreement;
  return (
    <FactLine>
      <span>
        {t('agreedBy', {
          who:
            scopeRef === ORGANISATION ? (
              <>{t('organisation')}</>
            ) : (
              <EntityRefLink entityRef={scopeRef} />
            ),
          day: <>{formats.day(from)}</>,
        })}
      </span>
      {note && <span>{note}</span>}
      {exception && (
        <span>
          {t('exception', {
            from: formats.day(exception.from),
            to: formats.day(exception.to),
            reason: exception.reason,
          })}
        </span>
      )}
    </FactLine>
  );
}
