import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  debtFields,
  type DebtImportPreview,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { SelectInput } from '../../forms';
import { techDebtImportsTranslationRef } from '../../translations/imports';
import type { ChosenFile } from './chosenFile';

/** What the columns of a CSV file are read as, and how to say it better. */
export function ColumnsPanel(props: {
  columns: DebtImportPreview['columns'];
  onChange: (columns: ChosenFile['columns']) => void;
}) {
  const { columns, onChange } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  const choices = [
    { id: '', label: t('columns.out') },
    ...debtFields.map(({ path, column }) => ({
      id: path as string,
      label: column,
    })),
  ];
  const choose = (at: number, field: string) =>
    onChange(
      columns.map((column, index) => {
        if (index === at) {
          return { header: column.header, field: field || null };
        }
        // One field is read of one column alone.
        const isTaken = field !== '' && column.field === field;
        return {
          header: column.header,
          field: isTaken ? null : column.field,
        };
      }),
    );
  return (
    <Panel title={t('columns.title')}>
      <p className={facts.quiet}>{t('columns.text')}</p>
      <div className={table.scroll}>
        <table className={table.table} aria-label={t('columns.title')}>
          <thead>
            <tr>
              <th scope="col">{t('columns.header')}</th>
              <th scope="col">{t('columns.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, field }, at) => (
              <tr key={`${header} ${columns.length - at}`}>
                <th scope="row">{header}</th>
                <td>
                  <SelectInput
                    label={header}
                    value={field ?? ''}
                    choices={choices}
                    onChange={chosen => choose(at, chosen)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
