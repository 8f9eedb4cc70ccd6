import type { WebhookDeliveryPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useCursors,
  useOpmodelApi,
  useQueryState,
  type CursorPages,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { OPERATIONS_REFRESH_MS } from './useEngineHealth';

/** Deliveries on one page. */
export const DELIVERIES_PER_PAGE = 10;

/** States of deliveries that an operator looks into. */
export type OpenDeliveryState = 'set_aside' | 'waiting';

/** Deliveries, newest first, a page at a time. */
export interface DeliveryPages extends CursorPages {
  page: QueryState<WebhookDeliveryPage>;
  /** Begins anew with the newest, for instance after some are gone. */
  restart: () => void;
}

/**
 * Pages through the deliveries of one state.
 *
 * @param source - only deliveries of this source
 */
export function useDeliveries(
  state: OpenDeliveryState,
  source: string | undefined,
): DeliveryPages {
  const api = useOpmodelApi();
  const list = `${state} ${source ?? ''}`;
  const { cursor, pagesAround, restart } = useCursors(list);
  const page = useQueryState({
    key: `${list} ${cursor ?? ''}`,
    subject: list,
    request: signal =>
      api.listDeliveries(
        {
          state,
          limit: DELIVERIES_PER_PAGE,
          ...(source ? { source } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
    refreshAfter: () => OPERATIONS_REFRESH_MS,
  });
  const { retry } = page;
  return {
    page,
    ...pagesAround(page.data?.nextCursor),
    restart: () => {
      restart();
      retry();
    },
  };
}
