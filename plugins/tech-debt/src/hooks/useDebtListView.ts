import {
  debtStatuses,
  isEndedDebt,
  type DebtStatus,
  type OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { writeParams } from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

/** How items can be shown. */
export const debtViews = ['list', 'board'] as const;
/** Which items can be shown. */
export const debtSelections = ['owed', 'ended', 'all'] as const;

type DebtSort = NonNullable<
  NonNullable<Parameters<OpmodelApi['getEntityTechDebt']>[1]>['sort']
>;

/** Orders that the tab offers, the first one unless another is chosen. */
export const debtOrders = [
  '-priority',
  '-updatedAt',
  '-interest',
  '-risk',
  'createdAt',
  'targetDate',
  '-severity',
] as const satisfies readonly DebtSort[];

/** How the items of the tab are shown. */
export interface DebtListView {
  view: (typeof debtViews)[number];
  which: (typeof debtSelections)[number];
  order: (typeof debtOrders)[number];
}

/** How the items are shown, as the URL says it. */
export function useDebtListView(): DebtListView & {
  show(changed: Partial<DebtListView>): void;
} {
  const [params, setParams] = useSearchParams();
  const view: DebtListView = {
    view: chosen(debtViews, params.get('view')),
    which: chosen(debtSelections, params.get('items')),
    order: chosen(debtOrders, params.get('order')),
  };
  return {
    ...view,
    show(changed) {
      const next = { ...view, ...changed };
      setParams(known =>
        writeParams(known, {
          view: beyondFirst(debtViews, next.view),
          items: beyondFirst(debtSelections, next.which),
          order: beyondFirst(debtOrders, next.order),
        }),
      );
    },
  };
}

/** The statuses of what is shown; undefined: all. A board has a column for each. */
export function statusesOf({
  view,
  which,
}: DebtListView): DebtStatus[] | undefined {
  if (view === 'board' || which === 'all') {
    return undefined;
  }
  return debtStatuses.filter(
    status => isEndedDebt(status) === (which === 'ended'),
  );
}

function chosen<Id extends string>(ids: readonly Id[], id: string | null): Id {
  return ids.find(one => one === id) ?? ids[0];
}

/** What is chosen unless the URL says otherwise is left out of it. */
function beyondFirst<Id extends string>(
  ids: readonly Id[],
  id: Id,
): Id | undefined {
  return id === ids[0] ? undefined : id;
}
