import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { DebtFileFormat } from '@opmodel/backstage-plugin-opmodel-common';
import {
  downloadFile,
  ExportMenu,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import type { RegisterQuery } from '../../hooks/useRegisterParams';
import { techDebtRegisterTranslationRef } from '../../translations/register';

const formats: ReadonlyArray<readonly [DebtFileFormat, string]> = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['yaml', 'YAML'],
];

/** What filters select as a file that an import takes; it is written in the engine, whatever the number of items. */
export function RegisterExport(props: { query: RegisterQuery }) {
  const { sort: _, ...filters } = props.query;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const api = useOpmodelApi();
  const action = useAction(
    async (format: DebtFileFormat) => {
      const text = await api.exportDebtItems({ ...filters, format });
      downloadFile(`tech-debt_${DateTime.utc().toISODate()}`, format, text);
    },
    () => {},
  );
  return (
    <>
      <ExportMenu
        subject={t('title')}
        choices={formats.map(([format, name]) => ({
          label: t('export.file', { format: name }),
          onChoose: () => action.run(format),
        }))}
      />
      {action.running && <span role="status">{t('export.running')}</span>}
      {action.error && (
        <FormHelperText error role="alert">
          {t('export.failed', { message: action.error.message })}
        </FormHelperText>
      )}
    </>
  );
}
