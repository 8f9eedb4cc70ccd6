import {
  benchmarkEditions,
  doraProfileIds,
  type BenchmarkEditionId,
  type DoraProfileId,
  type DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useWindowParams,
  type WindowParams,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The editions of the DORA report that numbers can be compared with. */
export const editionIds: readonly BenchmarkEditionId[] = benchmarkEditions.map(
  ({ id }) => id,
);

/** What a page of DORA numbers asks for, as it stands in the URL. */
export interface DoraParams extends Omit<WindowParams, 'query'> {
  /** Undefined: the definition that holds where none is chosen. */
  profile: DoraProfileId | undefined;
  /** Undefined: the edition that holds where none is chosen. */
  edition: BenchmarkEditionId | undefined;
  query: DoraReportQuery;
  /** Changes the definition; a step in the browser's history. */
  setProfile: (profile: DoraProfileId | undefined) => void;
  /** Changes the edition; a step in the browser's history. */
  setEdition: (edition: BenchmarkEditionId | undefined) => void;
}

/** Keeps window, ownership view, definition and benchmark edition in the URL; what is not chosen leaves no trace there. */
export function useDoraParams(): DoraParams {
  const { query: windowQuery, ...window } = useWindowParams();
  const [params, setParams] = useSearchParams();
  const profile = doraProfileIds.find(id => id === params.get('profile'));
  const edition = editionIds.find(id => id === params.get('edition'));
  const set = useCallback(
    (name: 'profile' | 'edition', value: string | undefined) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        return next;
      }),
    [setParams],
  );
  const setProfile = useCallback(
    (chosen: DoraProfileId | undefined) => set('profile', chosen),
    [set],
  );
  const setEdition = useCallback(
    (chosen: BenchmarkEditionId | undefined) => set('edition', chosen),
    [set],
  );
  const query = useMemo(
    () => ({
      ...windowQuery,
      ...(profile && { profile }),
      ...(edition && { edition }),
    }),
    [windowQuery, profile, edition],
  );
  return { ...window, profile, edition, query, setProfile, setEdition };
}

/** The part of a report's query that its rows are asked for with: rows know no edition. */
export function toRowsQuery({
  edition: _,
  ...rows
}: DoraReportQuery): Omit<DoraReportQuery, 'edition'> {
  return rows;
}
