import type { WebhookDeliveryPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { OPERATIONS_REFRESH_MS } from './useEngineHealth';

/** Deliveries on one page. */
export const DELIVERIES_PER_PAGE = 10;

/** States of deliveries that an operator looks into. */
export type OpenDeliveryState = 'set_aside' | 'waiting';

/** Deliveries, newest first, a page at a time. */
export interface DeliveryPages {
  page: QueryState<WebhookDeliveryPage>;
  /** Number of the page, from 0. */
  index: number;
  /** Goes to older deliveries; undefined on the last page. */
  older?: () => void;
  /** Goes to newer deliveries; undefined on the first page. */
  newer?: () => void;
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
  const [position, setPosition] = useState<{
    list: string;
    cursors: string[];
  }>({ list, cursors: [] });
  // A cursor belongs to the list that gave it.
  const cursors = position.list === list ? position.cursors : [];
  const cursor = cursors[cursors.length - 1];
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
  const next = page.data?.nextCursor;
  const { retry } = page;
  return {
    page,
    index: cursors.length,
    older: next
      ? () => setPosition({ list, cursors: [...cursors, next] })
      : undefined,
    newer:
      cursors.length > 0
        ? () => setPosition({ list, cursors: cursors.slice(0, -1) })
        : undefined,
    restart: () => {
      setPosition({ list, cursors: [] });
      retry();
    },
  };
}
