import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useDebtImport } from '../../imports/useDebtImport';
import { ColumnsPanel } from './ColumnsPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { FilePanel } from './FilePanel';
import { emptyFile, toImportFile, type ChosenFile } from './chosenFile';
import { PreviewPanel } from './PreviewPanel';
import { ResultPanel } from './ResultPanel';

/** Takes items of a file in: the file, what it would do row by row, and what it did; and tells which documents keep items by themselves. */
export function ImportPage() {
  const sections = useSectionStyles();
  const [file, setFile] = useState<ChosenFile>(emptyFile);
  const importing = useDebtImport();
  const { lookedAt, result } = importing;
  const choose = (change: Partial<ChosenFile>) => {
    setFile(known => ({ ...known, ...change }));
    importing.forget();
  };
  if (result) {
    return (
      <div className={sections.page}>
        <ResultPanel
          result={result}
          onRestart={() => {
            setFile(emptyFile);
            importing.restart();
          }}
        />
      </div>
    );
  }
  return (
    <div className={sections.page}>
      <FilePanel file={file} importing={importing} onChoose={choose} />
      {lookedAt && lookedAt.preview.columns.length > 0 && (
        <ColumnsPanel
          columns={lookedAt.preview.columns}
          onChange={columns => {
            setFile(known => ({ ...known, columns }));
            importing.look(toImportFile({ ...file, columns }));
          }}
        />
      )}
      {lookedAt && (
        <PreviewPanel
          key={JSON.stringify(lookedAt.file.columns)}
          preview={lookedAt.preview}
          importing={importing}
        />
      )}
      <DocumentsPanel />
    </div>
  );
}
