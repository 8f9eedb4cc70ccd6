import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtDocumentState } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtImportsTranslationRef } from '../../translations/imports';

/** How much is wrong with a document; opened, what it is. */
export function DocumentProblems(props: { document: DebtDocumentState }) {
  const { problems, moreProblems, title } = props.document;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const n = formats.count(problems.length);
  const label = moreProblems
    ? t('documents.atLeast', { n })
    : t('documents.count', { count: problems.length });
  return (
    <details>
      <summary>
        <StateChip state="bad" label={label} />
      </summary>
      <table className={table.table} aria-label={t('documents.of', { title })}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              {t('documents.row')}
            </th>
            <th scope="col">{t('documents.name')}</th>
            <th scope="col">{t('documents.field')}</th>
            <th scope="col">{t('documents.message')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, name, field, message }) => (
            <tr key={`${row} ${field} ${message}`}>
              <td className={table.number}>{row ?? t('documents.whole')}</td>
              <td>{name ?? NO_VALUE}</td>
              <th scope="row">{field || NO_VALUE}</th>
              <td style={{ whiteSpace: 'normal' }}>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
