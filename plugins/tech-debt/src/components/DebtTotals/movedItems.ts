import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';

type Period = DebtFlowReport['flow']['periods'][number];
type Kind =
  | 'opened'
  | 'reopened'
  | 'resolved'
  | 'givenUp'
  | 'accepted'
  | 'rescoped'
  | 'movedIn'
  | 'movedOut';

/** Items that came and went within a window. */
export type MovedItems = Record<Kind, number> & {
  /** Owed the day before the window. */
  opening: number;
  /** Owed at its end. */
  closing: number;
};

/** What a flow comes to over all of its periods. An item that was closed and reopened counts in each. */
export function countMoved({ flow }: Pick<DebtFlowReport, 'flow'>): MovedItems {
  const { opening, periods } = flow;
  const sum = (kind: Kind) =>
    periods.reduce((items, period: Period) => items + period[kind].items, 0);
  return {
    opening: opening.owed.items,
    opened: sum('opened'),
    reopened: sum('reopened'),
    resolved: sum('resolved'),
    givenUp: sum('givenUp'),
    accepted: sum('accepted'),
    rescoped: sum('rescoped'),
    movedIn: sum('movedIn'),
    movedOut: sum('movedOut'),
    closing: (periods[periods.length - 1]?.balance ?? opening).owed.items,
  };
}
