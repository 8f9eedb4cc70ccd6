import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';

/** Items that came and went in one period. */
export interface DebtMove {
  /** First ISO day of the period. */
  day: string;
  /** Filed or reopened. */
  opened: number;
  /** Paid or given up. */
  closed: number;
  accepted: number;
  rescoped: number;
  /** Owed at the end of the period. */
  balance: number;
}

/** What is drawn of a period, in the order of the legend. */
export const moveKinds = ['opened', 'closed', 'accepted', 'rescoped'] as const;

/** The flow as it is drawn. */
export function debtMoves({ flow }: Pick<DebtFlowReport, 'flow'>): DebtMove[] {
  return flow.periods.map(period => ({
    day: period.from,
    opened: period.opened.items + period.reopened.items,
    closed: period.resolved.items + period.givenUp.items,
    accepted: period.accepted.items,
    rescoped: period.rescoped.items,
    balance: period.balance.owed.items,
  }));
}
