import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';

/** What one system, domain or owner owes at the end of a flow. */
export interface DebtPlace {
  /** Null: nothing, or what the reader may not see. */
  ref: string | null;
  title: string | null;
  items: number;
  /** Null: nobody estimated any of them. */
  principalDays: number | null;
  withoutPrincipal: number;
}

/** The places of a flow in which anything is owed, those with most items first. */
export function debtPlaces({
  groups,
}: Pick<DebtFlowReport, 'groups'>): DebtPlace[] {
  return groups
    .map(({ ref, title, flow }) => {
      const { owed } = (
        flow.periods[flow.periods.length - 1] ?? { balance: flow.opening }
      ).balance;
      return { ref, title, ...owed };
    })
    .filter(({ items }) => items > 0);
}
