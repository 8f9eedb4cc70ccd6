import {
  addAmount,
  type AmountSum,
  amountOfItem,
  type DebtBreaches,
  type DebtItem,
  type DebtMatrix,
  debtSeverities,
  type DebtSeverity,
  type DebtStatusTotal,
  debtStatuses,
  type DebtSummary,
  isEndedDebt,
  listRemediationBreaches,
  tellAmount,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { TechDebtSettings } from '../techDebtSettings';
import type {
  DebtItemStore,
  DebtSelection,
  DebtStatusCount,
} from './DebtItemStore';
import { openStatuses, overdueOf, withinStatuses } from './DebtSelections';

/** Items of a severity that are looked at for breaches; their remediation times end in the order in which they were filed. */
const COUNTED = 500;

/** Breaches that are told one by one. */
const LISTED = 20;

/** Sums up what is owed, and lays it out by impact and likelihood. */
export class DebtSummaryReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'countStatuses' | 'countMatrix' | 'list'>;
    settings: TechDebtSettings;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'countStatuses' | 'countMatrix' | 'list'>;
    settings: TechDebtSettings;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @param today - ISO day */
  async summarise(
    selection: DebtSelection,
    today: string,
  ): Promise<DebtSummary> {
    const { store, settings } = this.#options;
    const [counts, overdue, reviewDue, breaches] = await Promise.all([
      store.countStatuses(selection),
      this.#count(overdueOf(selection, today)),
      this.#count({ ...selection, reviewDueOn: today }),
      this.#findBreaches(selection),
    ]);
    const owed = emptySum();
    for (const count of counts) {
      if (!isEndedDebt(count.status)) {
        addAmount(owed, sumOf(count));
      }
    }
    return {
      statuses: debtStatuses.map(status => totalOf(status, counts)),
      owed: tellAmount(owed),
      overdue,
      reviewDue,
      breaches,
      dayRate: settings.dayRate,
    };
  }

  async layOut(selection: DebtSelection): Promise<DebtMatrix> {
    const cells = await this.#options.store.countMatrix(selection);
    const scored = cells.flatMap(({ impact, likelihood, items }) =>
      impact === null || likelihood === null
        ? []
        : [{ impact, likelihood, risk: impact * likelihood, items }],
    );
    const count = (counted: readonly { items: number }[]) =>
      counted.reduce((sum, { items }) => sum + items, 0);
    return { cells: scored, unscored: count(cells) - count(scored) };
  }

  async #count(selection: DebtSelection): Promise<number> {
    const { total } = await this.#options.store.list(selection, {
      order: 'createdAt',
      descending: false,
      limit: 1,
    });
    return total;
  }

  async #findBreaches(selection: DebtSelection): Promise<DebtBreaches> {
    const { zone, clock, settings } = this.#options;
    const { remediationDays } = settings;
    const severities = debtSeverities.filter(
      severity => selection.severities?.includes(severity) ?? true,
    );
    const found = await Promise.all(
      severities.map(severity => this.#listOpen(selection, severity)),
    );
    const breaches = listRemediationBreaches(
      found.flatMap(({ items }) => items),
      clock(),
      zone,
      remediationDays,
    );
    return {
      bySeverity: severities.map((severity, place) => {
        const items = breaches.filter(
          ({ time }) => time.severity === severity,
        ).length;
        const { total } = found[place];
        return {
          severity,
          days: remediationDays[severity],
          items,
          isLowerBound: items === COUNTED && total > COUNTED,
        };
      }),
      items: breaches.slice(0, LISTED).map(({ item, time }) => ({
        id: item.id,
        title: item.title,
        severity: time.severity,
        dueDay: time.dueDay,
        daysOver: time.daysOver,
      })),
    };
  }

  async #listOpen(
    selection: DebtSelection,
    severity: DebtSeverity,
  ): Promise<{ items: DebtItem[]; total: number }> {
    const { items, total } = await this.#options.store.list(
      {
        ...withinStatuses(selection, openStatuses),
        severities: [severity],
      },
      { order: 'createdAt', descending: false, limit: COUNTED },
    );
    return { items: items.map(({ item }) => item), total };
  }
}

function totalOf(
  status: DebtStatusTotal['status'],
  counts: readonly DebtStatusCount[],
): DebtStatusTotal {
  const count = counts.find(each => each.status === status);
  return { status, ...tellAmount(count ? sumOf(count) : emptySum()) };
}

function sumOf({
  items,
  principalDays,
  withoutPrincipal,
}: DebtStatusCount): AmountSum {
  return {
    items,
    principal: amountOfItem(principalDays).principal,
    withoutPrincipal,
  };
}

function emptySum(): AmountSum {
  return { items: 0, principal: 0, withoutPrincipal: 0 };
}
