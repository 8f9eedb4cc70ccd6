import type {
  DebtImport,
  DebtImportFile,
  DebtImportPreview,
  DebtImportResult,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';

/** A file that was looked at, with what it would do. */
export interface LookedAt {
  file: DebtImportFile;
  preview: DebtImportPreview;
}

/** An import on its way: a file is looked at, and then taken in as it was seen. */
export interface DebtImporting {
  look(file: DebtImportFile): void;
  looking: boolean;
  lookError?: Error;
  lookedAt?: LookedAt;
  /** Forgets what the file would do: it is another one now. */
  forget(): void;
  /** @param createRows - rows that are taken in although they look like something else */
  run(createRows: readonly number[]): void;
  running: boolean;
  runError?: Error;
  result?: DebtImportResult;
  /** Begins anew. */
  restart(): void;
}

/** Imports a file in two steps. Whatever fails, the file stays chosen. */
export function useDebtImport(): DebtImporting {
  const api = useOpmodelApi();
  const [lookedAt, setLookedAt] = useState<LookedAt>();
  const [result, setResult] = useState<DebtImportResult>();
  const look = useAction(
    async (file: DebtImportFile) => {
      const preview = await api.previewDebtImport(file);
      setLookedAt({ file, preview });
    },
    () => setResult(undefined),
  );
  const run = useAction(
    async ({ file, preview }: LookedAt, createRows: readonly number[]) => {
      const body: DebtImport = {
        ...file,
        possibleDuplicates: 'skip',
        createRows: [...createRows],
        versions: preview.versions,
      };
      setResult(await api.importDebtItems(body));
    },
    () => undefined,
  );
  return {
    look: look.run,
    looking: look.running,
    lookError: look.error,
    lookedAt,
    forget: () => setLookedAt(undefined),
    run: createRows => {
      if (lookedAt) {
        run.run(lookedAt, createRows);
      }
    },
    running: run.running,
    runError: run.error,
    result,
    restart: () => {
      setLookedAt(undefined);
      setResult(undefined);
    },
  };
}
