import {
  downloadFile,
  ExportMenu,
  toCsvTable,
  toJsonFile,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';

/** Offers the rows that are on the screen as a file, and no others. */
export function TableExport<Row>(props: {
  /** What the rows are, for the button. */
  subject: string;
  /** Name of the file without its ending. */
  name: string;
  rows: readonly Row[];
  columns: ReadonlyArray<CsvColumn<Row>>;
}) {
  const { subject, name, rows, columns } = props;
  return (
    <ExportMenu
      subject={subject}
      disabled={rows.length === 0}
      choices={[
        {
          label: 'CSV',
          onChoose: () => downloadFile(name, 'csv', toCsvTable(columns, rows)),
        },
        {
          label: 'JSON',
          onChoose: () => downloadFile(name, 'json', toJsonFile(rows)),
        },
      ]}
    />
  );
}
