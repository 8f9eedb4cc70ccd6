import {
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
  standingDebtStatuses,
  tellAmount,
  tellDebtAges,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { TechDebtSettings } from '../techDebtSettings';
import type {
  DebtItemStore,
  DebtSelection,
  DebtStatusCount,
} from './DebtItemStore';
import type { DebtMemory } from './DebtMemory';
import { openStatuses, withinStatuses } from './DebtSelections';
import { remediationDeadlines } from './remediationDeadlines';
import { sumStatuses } from './sumStatuses';

/** Breaches that are told one by one. */
const LISTED = 20;

/** Sums up what is owed, and lays it out by impact and likelihood. */
export class DebtSummaryReader {
  readonly #options: {
    store: Pick<
      DebtItemStore,
      'countDue' | 'countMatrix' | 'countStatuses' | 'list' | 'readFiled'
    >;
    memory: DebtMemory;
    settings: TechDebtSettings;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<
      DebtItemStore,
      'countDue' | 'countMatrix' | 'countStatuses' | 'list' | 'readFiled'
    >;
    memory: DebtMemory;
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
    return this.#options.memory.recall(selection, ['summary', today], () =>
      this.#summarise(selection, today),
    );
  }

  async layOut(selection: DebtSelection): Promise<DebtMatrix> {
    const { memory, store } = this.#options;
    const cells = await memory.recall(selection, ['matrix'], () =>
      store.countMatrix(selection),
    );
    const scored = cells.flatMap(({ impact, likelihood, items }) =>
      impact === null || likelihood === null
        ? []
        : [{ impact, likelihood, risk: impact * likelihood, items }],
    );
    const count = (counted: readonly { items: number }[]) =>
      counted.reduce((sum, { items }) => sum + items, 0);
    return { cells: scored, unscored: count(cells) - count(scored) };
  }

  async #summarise(
    selection: DebtSelection,
    today: string,
  ): Promise<DebtSummary> {
    const { store, settings, zone, clock } = this.#options;
    const filedBefore = remediationDeadlines(settings, today, zone);
    const [counts, filed, due] = await Promise.all([
      store.countStatuses(selection),
      store.readFiled(withinStatuses(selection, standingDebtStatuses)),
      store.countDue(selection, { today, filedBefore }),
    ]);
    const owed = counts.filter(({ status }) => !isEndedDebt(status));
    return {
      statuses: debtStatuses.map(status => totalOf(status, counts)),
      owed: tellAmount(sumStatuses(owed)),
      ages: tellDebtAges(filed, clock(), zone),
      overdue: due.overdue,
      reviewDue: due.reviewDue,
      breaches: await this.#listBreaches(selection, due.breaches, filedBefore),
      dayRate: settings.dayRate,
    };
  }

  /** Tells the first breaches: the most severe, of these the ones that are over longest, which were filed first. */
  async #listBreaches(
    selection: DebtSelection,
    counts: Readonly<Record<DebtSeverity, number>>,
    filedBefore: Readonly<Record<DebtSeverity, number>>,
  ): Promise<DebtBreaches> {
    const { store, zone, clock, settings } = this.#options;
    const { remediationDays } = settings;
    const items: DebtItem[] = [];
    for (const severity of debtSeverities) {
      if (counts[severity] > 0 && items.length < LISTED) {
        const found = await store.list(
          {
            ...withinStatuses(selection, openStatuses),
            severities: [severity],
            createdBefore: filedBefore[severity],
          },
          {
            order: 'createdAt',
            descending: false,
            limit: LISTED - items.length,
            total: counts[severity],
          },
        );
        items.push(...found.items.map(({ item }) => item));
      }
    }
    return {
      bySeverity: debtSeverities
        .filter(severity => selection.severities?.includes(severity) ?? true)
        .map(severity => ({
          severity,
          days: remediationDays[severity],
          items: counts[severity],
        })),
      items: listRemediationBreaches(items, clock(), zone, remediationDays).map(
        ({ item, time }) => ({
          id: item.id,
          title: item.title,
          severity: time.severity,
          dueDay: time.dueDay,
          daysOver: time.daysOver,
        }),
      ),
    };
  }
}

function totalOf(
  status: DebtStatusTotal['status'],
  counts: readonly DebtStatusCount[],
): DebtStatusTotal {
  const ofStatus = counts.filter(each => each.status === status);
  return { status, ...tellAmount(sumStatuses(ofStatus)) };
}
