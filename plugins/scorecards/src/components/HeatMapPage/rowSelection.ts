import type { ScorecardHeatMap } from '@opmodel/backstage-plugin-opmodel-common';
import type { LinkedSelection } from '../../entity/selectionLink';
import type { HeatMapRows } from '../../hooks/useSelectionParams';

/** A row of the heat map. */
export type HeatMapRow = ScorecardHeatMap['rows'][number];

/** What selects the entities of a row; undefined: nothing can select what has no owner, system, domain or tier. */
export function selectionOfRow(
  row: HeatMapRow,
  by: HeatMapRows,
): LinkedSelection | undefined {
  if (row.ref === null) {
    return undefined;
  }
  switch (by) {
    case 'system':
      return { system: row.ref };
    case 'domain':
      return { domain: row.ref };
    case 'tier':
      return { tier: row.ref };
    case 'group':
      return {
        owner: row.ref,
        descendants: row.isOwnOnly ? false : undefined,
      };
    default:
      return { owner: row.ref, descendants: false };
  }
}
