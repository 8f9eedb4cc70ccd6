import { useSearchParams } from 'react-router-dom';
import type { OpenDeliveryState } from '../../hooks/useDeliveries';

/** What of the page's view its address holds. */
export interface OperationsParams {
  /** The webhook source whose deliveries are shown; undefined for all. */
  source: string | undefined;
  /** The state of the deliveries that are shown. */
  deliveryState: OpenDeliveryState;
  /** The collector whose runs are open; undefined for none. */
  collector: string | undefined;
  showSource: (source: string | undefined) => void;
  showDeliveries: (state: OpenDeliveryState) => void;
  showCollector: (collector: string | undefined) => void;
}

/** The view of the operator's page, as its address tells. */
export function useOperationsParams(): OperationsParams {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  return {
    source: params.get('source') ?? undefined,
    deliveryState:
      params.get('deliveries') === 'waiting' ? 'waiting' : 'set_aside',
    collector: params.get('collector') ?? undefined,
    showSource: source => set('source', source),
    showDeliveries: state =>
      set('deliveries', state === 'waiting' ? state : undefined),
    showCollector: collector => set('collector', collector),
  };
}
