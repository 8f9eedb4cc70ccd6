import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  downloadFile,
  exportFileName,
  ExportMenu,
  toJsonFile,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../translations/fleet';

/** Props of {@link DataExportMenu}. */
export interface DataExportMenuProps {
  /** What is in the file, for its name: `scorecard-heat-map`. */
  content: string;
  /** What is exported, for those who do not see where the button stands. */
  subject: string;
  /** ISO days, inclusive; default: it is of today. */
  days?: { from: string; to: string };
  /** Whose it is; without one, what a filter of the fleet selects. */
  scopeRef?: string;
  /** The answer as the API gave it. */
  data: unknown;
  /** The same as rows. */
  toCsv: () => string;
}

/** What is on the page as a file: the rows as CSV, or the whole answer as JSON. */
export function DataExportMenu(props: DataExportMenuProps) {
  const { content, subject, days, scopeRef, data, toCsv } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const nameOfFile = () => {
    const today = new Date().toISOString().slice(0, 10);
    return exportFileName(
      content,
      days ?? { from: today, to: today },
      scopeRef,
    );
  };
  return (
    <ExportMenu
      subject={subject}
      choices={[
        {
          label: t('export.csv'),
          onChoose: () => downloadFile(nameOfFile(), 'csv', toCsv()),
        },
        {
          label: t('export.json'),
          onChoose: () => downloadFile(nameOfFile(), 'json', toJsonFile(data)),
        },
      ]}
    />
  );
}
