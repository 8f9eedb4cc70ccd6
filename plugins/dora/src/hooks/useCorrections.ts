import type { DoraCorrectionPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowPages,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';

const CORRECTIONS_PER_PAGE = 10;

/** What people decided about the facts of a component, newest first. */
export type CorrectionPages = RowPages<DoraCorrectionPage>;

/**
 * Pages through the corrections of a component.
 *
 * @param enabled - false for what is no component, and so has none
 */
export function useCorrections(
  entityRef: string,
  enabled: boolean,
): CorrectionPages {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: { entityRef },
      requestPage: (page, signal) =>
        api.listDoraCorrections(entityRef, page, { signal }),
    },
    { rowsPerPage: CORRECTIONS_PER_PAGE, enabled },
  );
}
