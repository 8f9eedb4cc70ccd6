import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MAX_EXPORT_ROWS } from '../../export/collectRows';
import type { RowExportRun } from '../../export/useRowExport';
import { useFormats } from '../../format/useFormats';
import { opmodelTranslationRef } from '../../translation';
import { ExportMenu } from '../ExportMenu';

/** Props of {@link RowExportMenu}. */
export interface RowExportMenuProps {
  run: RowExportRun;
  /** Rows of the list, on whatever page. */
  totalRows: number;
  /** What is exported, where a page has more than one such button. */
  subject?: string;
}

/** Offers all rows of a list, not only those of the page that is shown, as CSV or JSON. */
export function RowExportMenu(props: RowExportMenuProps) {
  const { run, totalRows, subject } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const isBounded = totalRows > MAX_EXPORT_ROWS;
  const labelOf = (format: string) =>
    isBounded
      ? t('export.first', {
          format,
          limit: formats.count(MAX_EXPORT_ROWS),
          total: formats.count(totalRows),
        })
      : t('export.all', { format, count: totalRows });
  return (
    <ExportMenu
      subject={subject}
      disabled={totalRows === 0 || run.state.phase === 'running'}
      choices={[
        { label: labelOf('CSV'), onChoose: () => run.start('csv') },
        { label: labelOf('JSON'), onChoose: () => run.start('json') },
      ]}
    />
  );
}
