import type { DisputePage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowPages,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';

const DISPUTES_PER_PAGE = 10;

/** What is disputed of the numbers of an entity, newest first. */
export type DisputePages = RowPages<DisputePage>;

/** Pages through the disputes of an entity. */
export function useDisputes(entityRef: string): DisputePages {
  const api = useOpmodelApi();
  return useRowPages(
    {
      filter: { entityRef },
      requestPage: (page, signal) =>
        api.listEntityDisputes(entityRef, page, { signal }),
    },
    { rowsPerPage: DISPUTES_PER_PAGE },
  );
}
