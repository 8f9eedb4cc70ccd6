import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DebtSuggestionDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { usePriceWords } from '../../facts';
import { techDebtRegisterTranslationRef } from '../../translations/register';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';
import { useDebtWords } from '../../words/useDebtWords';

/** The item that promoting a suggestion files; what the source does not know stays empty. */
export function SuggestionProposal(props: {
  proposed: DebtSuggestionDetail['proposed'];
}) {
  const { title, ownerRef, category, severity, estimate, targetDate } =
    props.proposed;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const { t: register } = useTranslationRef(techDebtRegisterTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const prices = usePriceWords();
  const words = useDebtWords();
  const principal = estimate?.principalDays ?? null;
  const rows: (readonly [string, ReactNode])[] = [
    [t('drawer.itemTitle'), title],
    [
      t('drawer.owner'),
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} defaultKind="group" />
      ) : (
        t('drawer.noOwner')
      ),
    ],
    [register('column.category'), category && words.category[category]],
    [t('column.severity'), severity && words.severity[severity]],
    [
      t('column.principal'),
      principal !== null && prices.amount(principal, 'person_days'),
    ],
    [register('bulk.whats.targetDate'), targetDate && formats.day(targetDate)],
  ];
  return (
    <table className={table.table} aria-label={t('drawer.proposed')}>
      <tbody>
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td style={{ whiteSpace: 'normal' }}>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
