import {
  useWindowParams,
  writeParams,
  type WindowParams,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import type { FlowQuery, TopTenQuery } from './fleetQueries';

/** Length of a period of the flow. */
export type FlowInterval = NonNullable<FlowQuery['interval']>;
/** What items are best paid first by. */
export type TopTenOrder = NonNullable<TopTenQuery['order']>;

/** The periods that can be chosen. */
export const flowIntervals: readonly FlowInterval[] = ['day', 'week', 'month'];
/** The orders that can be chosen. */
export const topTenOrders: readonly TopTenOrder[] = [
  'priority',
  'wsjf',
  'risk',
  'interest',
  'payback',
];

const DEFAULT_INTERVAL: FlowInterval = 'week';
const DEFAULT_ORDER: TopTenOrder = 'priority';

/** Of what days and in what steps the flow is told, as the URL says it. */
export interface FlowParams {
  window: WindowParams;
  interval: FlowInterval;
  order: TopTenOrder;
  choose(change: { interval?: FlowInterval; order?: TopTenOrder }): void;
}

/** Keeps in the URL of what days and in what steps the flow is told, and what is paid first. */
export function useFlowParams(): FlowParams {
  const window = useWindowParams();
  const [params, setParams] = useSearchParams();
  return {
    window,
    interval:
      flowIntervals.find(known => known === params.get('interval')) ??
      DEFAULT_INTERVAL,
    order:
      topTenOrders.find(known => known === params.get('order')) ??
      DEFAULT_ORDER,
    choose: ({ interval, order }) =>
      setParams(known =>
        writeParams(known, {
          ...(interval && {
            interval: interval === DEFAULT_INTERVAL ? undefined : interval,
          }),
          ...(order && { order: order === DEFAULT_ORDER ? undefined : order }),
        }),
      ),
  };
}
