import { useEntityTabPath } from '@opmodel/backstage-plugin-opmodel-react';
import { writeCheckId } from '../hooks/useNamedCheck';
import type { CheckId } from '../hooks/scorecardQueries';
import { selectionLink } from './selectionLink';

/** Path of the tab below an entity's page, unless an app moves it. */
export const ENTITY_SCORECARDS_PATH = 'scorecards';

/** Where the tab of an entity is, in the window that is shown now; with a check, which is then open there. */
export function useScorecardTabPath(): (
  entityRef: string,
  check?: CheckId,
) => string {
  const pathOf = useEntityTabPath(ENTITY_SCORECARDS_PATH);
  return (entityRef, check) => {
    const [path, query] = pathOf(entityRef).split('?');
    return selectionLink(
      path,
      { check: check && writeCheckId(check) },
      new URLSearchParams(query),
    );
  };
}
