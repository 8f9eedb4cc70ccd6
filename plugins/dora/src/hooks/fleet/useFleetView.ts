import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatFleetView,
  parseFleetView,
  type FleetFilter,
  type FleetView,
} from '../../components/DoraFleetPage/fleetView';

/** The view that the URL holds, and the ways to change it. */
export interface FleetViewState {
  view: FleetView;
  /** Changes how rows are shown; the page stays. */
  show: (change: Partial<Pick<FleetView, 'columns' | 'density'>>) => void;
  /** Changes which rows there are or their order, and goes to the first page. */
  select: (
    change: Partial<
      Pick<FleetView, 'window' | 'profile' | 'edition' | 'sort' | 'rowsPerPage'>
    >,
  ) => void;
  /**
   * Changes the filter, and goes to the first page.
   *
   * @param typing - true for a change that goes on, such as a text: it takes no step of its own in the browser's history
   */
  filter: (change: Partial<FleetFilter>, typing?: boolean) => void;
  /** Goes to another page; without a cursor, to the first. */
  turnTo: (page: { page: number; cursor?: string }) => void;
}

/** Keeps the whole view in the URL: a link gives the same view, and back and forward go through the views. */
export function useFleetView(): FleetViewState {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseFleetView(params), [params]);
  const change = useCallback(
    (next: (known: FleetView) => FleetView, replace = false) =>
      setParams(known => formatFleetView(next(parseFleetView(known))), {
        replace,
      }),
    [setParams],
  );
  return useMemo(
    () => ({
      view,
      show: shown => change(known => ({ ...known, ...shown }), true),
      select: selected =>
        change(known => ({ ...toFirstPage(known), ...selected })),
      filter: (filter, typing) =>
        change(
          known => ({
            ...toFirstPage(known),
            filter: { ...known.filter, ...filter },
          }),
          typing,
        ),
      turnTo: ({ page, cursor }) =>
        change(known => ({ ...known, page, cursor })),
    }),
    [view, change],
  );
}

function toFirstPage(view: FleetView): FleetView {
  return { ...view, page: 1, cursor: undefined };
}
