import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtImportProblem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  downloadFile,
  NO_VALUE,
  toCsvTable,
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtImportsTranslationRef } from '../../translations/imports';

/** A row of a file with what is wrong with it. */
export interface BadRow {
  row: number;
  problems: readonly DebtImportProblem[];
}

/** What is wrong with rows, a line a problem, and the same as a file to mend them by. */
export function ProblemTable(props: {
  label: string;
  rows: readonly BadRow[];
}) {
  const { label, rows } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  const problems = rows.flatMap(({ row, problems: found }) =>
    found.map(problem => ({ row, ...problem })),
  );
  const download = () =>
    downloadFile(
      'tech-debt-bad-rows',
      'csv',
      toCsvTable(
        [
          [t('problems.row'), ({ row }) => row],
          [t('problems.columnName'), ({ column }) => column],
          [t('problems.field'), ({ field }) => field],
          [t('problems.message'), ({ message }) => message],
        ],
        problems,
      ),
    );
  return (
    <>
      <div className={table.scroll}>
        <table className={table.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={table.number}>
                {t('problems.row')}
              </th>
              <th scope="col">{t('problems.columnName')}</th>
              <th scope="col">{t('problems.field')}</th>
              <th scope="col">{t('problems.message')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, field, column, message }) => (
              <tr key={`${row} ${field} ${message}`}>
                <td className={table.number}>{row}</td>
                <td>{column ?? NO_VALUE}</td>
                <th scope="row">{field || NO_VALUE}</th>
                <td style={{ whiteSpace: 'normal' }}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={facts.actions}>
        <ActionButton variant="outlined" onClick={download}>
          {t('problems.download')}
        </ActionButton>
      </div>
    </>
  );
}
