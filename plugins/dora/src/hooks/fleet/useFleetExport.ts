import type { DoraFleetQuery } from '@opmodel/backstage-plugin-opmodel-common';
import {
  downloadFile,
  useOpmodelApi,
  type ExportFormat,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  collectFleet,
  toCsv,
  toJson,
  type FleetExport,
} from '../../components/DoraFleetPage/fleetExport';

export type FleetExportFormat = ExportFormat;

/** How far an export is. */
export type FleetExportState =
  | { phase: 'idle' }
  | { phase: 'running'; rows: number; totalRows: number | undefined }
  | { phase: 'done'; rows: number; totalRows: number }
  | { phase: 'failed'; format: FleetExportFormat; error: Error };

const writers = { csv: toCsv, json: toJson };

/** Fetches all rows of a filter and hands them to the browser as a file. Leaving the page ends it. */
export function useFleetExport() {
  const api = useOpmodelApi();
  const [state, setState] = useState<FleetExportState>({ phase: 'idle' });
  const running = useRef<AbortController>();

  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (format: FleetExportFormat, query: DoraFleetQuery) => {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setState({ phase: 'running', rows: 0, totalRows: undefined });
      try {
        const exported = await collectFleet({
          query,
          listDora: page => api.listDora(page, { signal }),
          onProgress: progress => {
            if (!signal.aborted) setState({ phase: 'running', ...progress });
          },
        });
        if (signal.aborted) return;
        download(exported, format);
        setState({
          phase: 'done',
          rows: exported.rows.length,
          totalRows: exported.totalRows,
        });
      } catch (cause) {
        if (signal.aborted) return;
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setState({ phase: 'failed', format, error });
      }
    },
    [api],
  );

  const dismiss = useCallback(() => {
    running.current?.abort();
    setState({ phase: 'idle' });
  }, []);

  return { state, start, dismiss };
}

function download(exported: FleetExport, format: FleetExportFormat) {
  const { from, to } = exported.window;
  downloadFile(`dora-fleet_${from}_${to}`, format, writers[format](exported));
}
