import { useTranslationRef } from '@backstage/frontend-plugin-api';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  ActionButton,
  downloadFile,
  toCsvTable,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

/** Hands the rows that are shown to the browser as a file. */
export function ExportRowsButton<Row>(props: {
  /** Name of the file, without its ending. */
  name: string;
  columns: ReadonlyArray<CsvColumn<Row>>;
  rows: readonly Row[];
}) {
  const { name, columns, rows } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  return (
    <ActionButton
      startIcon={<GetAppIcon />}
      onClick={() => downloadFile(name, 'csv', toCsvTable(columns, rows))}
    >
      {t('export.rows')}
    </ActionButton>
  );
}
