import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtImportRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink } from '../../facts';
import { techDebtImportsTranslationRef } from '../../translations/imports';

/** Rows that change items, with what becomes different. */
export function ChangedRows(props: { rows: readonly DebtImportRow[] }) {
  const { rows } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  return (
    <div className={table.tall}>
      <table className={table.table} aria-label={t('rows.change')}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              {t('rows.row')}
            </th>
            <th scope="col">{t('rows.item')}</th>
            <th scope="col">{t('rows.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, title, itemId, differences }) => (
            <tr key={row}>
              <td className={table.number}>{row}</td>
              <th scope="row" style={{ whiteSpace: 'normal' }}>
                <DebtItemLink itemId={itemId!}>{title ?? itemId}</DebtItemLink>
              </th>
              <td style={{ whiteSpace: 'normal' }}>
                <ul className={facts.list}>
                  {differences.map(({ field, before, after }) => (
                    <li key={field}>
                      {t('rows.difference', {
                        field,
                        before: before ?? t('rows.empty'),
                        after: after ?? t('rows.empty'),
                      })}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
