import {
  addAmount,
  type AmountSum,
  type DebtDayMetric,
  type DebtDayRow,
  type DebtMoveKind,
  type DebtPart,
  emptyAmountSum,
} from '@opmodel/backstage-plugin-opmodel-common';

/** How many moves of a kind there were in a period, or what is owed now. */
export interface DebtFlowCount extends AmountSum {
  /** From 0; as many as there are periods: after the last. Null: what is owed now. */
  period: number | null;
  /** Null: what is owed now. */
  kind: DebtMoveKind | null;
  /** What it comes to or leaves; of a change between the two, what it leaves. */
  part: DebtPart;
  /** For whom it counts; null: for everybody who was asked about. */
  owner: string | null;
  /** It does not count for those who also count this owner. */
  other: string | null;
}

const metricOfPart = { open: 'toOpen', accepted: 'toAccepted' } as const;

/**
 * Rows by day of a flow, from what is owed now and what happened since its first period began: what was owed before that is the difference.
 *
 * @param days - first day of each period
 * @param dayBefore - any day before them
 * @param scopesOf - the scopes that count what an owner owes; of null, all that were asked about
 */
export function toFlowDays(
  counts: readonly DebtFlowCount[],
  { days, dayBefore }: { days: readonly string[]; dayBefore: string },
  scopesOf: (owner: string | null) => readonly string[],
): DebtDayRow[] {
  const rows: DebtDayRow[] = [];
  const openings = new Map<string, DebtDayRow>();
  const addOpening = (scope: string, part: DebtPart, amount: AmountSum) => {
    const metric = metricOfPart[part];
    const key = `${metric} ${scope}`;
    const row = openings.get(key) ?? {
      scope,
      day: dayBefore,
      metric,
      ...emptyAmountSum(),
    };
    addAmount(row, amount);
    openings.set(key, row);
  };
  for (const count of counts) {
    const { period, kind, part, other, owner } = count;
    const elsewhere = new Set(other === null ? [] : scopesOf(other));
    for (const scope of scopesOf(owner).filter(each => !elsewhere.has(each))) {
      if (kind === null) {
        addOpening(scope, part, count);
      } else {
        const day = days[period!];
        const add = (metric: DebtDayMetric, amount: AmountSum) =>
          day !== undefined && rows.push({ scope, day, metric, ...amount });
        add(kind, amountOf(count));
        for (const change of changesOf(kind, part, amountOf(count))) {
          add(metricOfPart[change.part], change.by);
          addOpening(scope, change.part, negative(change.by));
        }
      }
    }
  }
  return [...openings.values(), ...rows].filter(
    ({ items, principal, withoutPrincipal }) =>
      items !== 0 || principal !== 0 || withoutPrincipal !== 0,
  );
}

/** What moves of a kind changed of the balance. */
function changesOf(
  kind: DebtMoveKind,
  part: DebtPart,
  amount: AmountSum,
): { part: DebtPart; by: AmountSum }[] {
  switch (kind) {
    case 'opened':
    case 'reopened':
    case 'movedIn':
      return [{ part, by: amount }];
    case 'rescoped':
      return [{ part, by: { ...amount, items: 0 } }];
    case 'accepted':
    case 'acceptanceEnded':
      return [
        { part, by: negative(amount) },
        { part: part === 'open' ? 'accepted' : 'open', by: amount },
      ];
    default:
      return [{ part, by: negative(amount) }];
  }
}

function amountOf({ items, principal, withoutPrincipal }: AmountSum) {
  return { items, principal, withoutPrincipal };
}

function negative({ items, principal, withoutPrincipal }: AmountSum) {
  return {
    items: -items,
    principal: -principal,
    withoutPrincipal: -withoutPrincipal,
  };
}
