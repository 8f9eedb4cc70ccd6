import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowPage } from '../request/rowSource';
import { collectRows } from './collectRows';
import { downloadFile, type ExportFormat } from './downloadFile';
import { exportFileName } from './exportFileName';
import { writeRows, type RowExport } from './rowExport';

/** How far an export is. */
export type RowExportState =
  | { phase: 'idle' }
  | { phase: 'running'; rows: number; totalRows: number | undefined }
  | { phase: 'done'; rows: number; totalRows: number; complete: boolean }
  | { phase: 'failed'; format: ExportFormat; error: Error };

/** An export of rows, and how far it is. */
export interface RowExportRun {
  state: RowExportState;
  /** Begins; an export that runs is given up. */
  start: (format: ExportFormat) => void;
  /** Gives up what runs, and says nothing more of what ended. */
  dismiss: () => void;
}

/**
 * Asks for all rows of a list and hands them to the browser as a file, which it does only once it has them all. Leaving the page
 * ends it.
 */
export function useRowExport<Page extends RowPage<unknown>>(
  exported: RowExport<Page>,
): RowExportRun {
  const [state, setState] = useState<RowExportState>({ phase: 'idle' });
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: ExportFormat) => {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState({ phase: 'running', rows: 0, totalRows: undefined });
    try {
      const collected = await collectRows({
        source: exported.source,
        signal,
        onProgress: progress => setState({ phase: 'running', ...progress }),
      });
      const head = await exported.head(collected.lastPage, signal);
      signal.throwIfAborted();
      downloadFile(
        exportFileName(exported.content, head.window, exported.scopeRef),
        format,
        writeRows(format, exported, head, collected),
      );
      const { rows, totalRows, complete } = collected;
      setState({ phase: 'done', rows: rows.length, totalRows, complete });
    } catch (cause) {
      if (signal.aborted) {
        return;
      }
      const error = cause instanceof Error ? cause : new Error(String(cause));
      setState({ phase: 'failed', format, error });
    }
  };

  const dismiss = useCallback(() => {
    running.current?.abort();
    setState({ phase: 'idle' });
  }, []);

  return { state, start, dismiss };
}
