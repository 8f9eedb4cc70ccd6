import {
  addDays,
  type AttentionItem,
  binnedQuantile,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type {
  DaySpan,
  DoraSelection,
  DoraStore,
  MemberCounts,
  MemberPosition,
  MemberRow,
} from './DoraStore';
import { toInstant } from '../lib/instants';

/** A component deployed regularly before and has not for this long. */
const QUIET_DAYS = 30;
/** "Regularly": at least this often in the 90 days before. */
const REGULAR_DEPLOYMENTS = 6;
/** Lead time of the last 30 days against that of the 90 days before. */
const LEAD_TIME_FACTOR = 1.5;
/** With fewer samples in the last 30 days a median moves this far by chance. */
const LEAD_TIME_SAMPLES = 10;
/** Components that are looked at together; all are looked at. */
const COMPONENTS_AT_ONCE = 5_000;

/** What DORA asks people to look at: deliveries that stopped, and lead times that rise. */
export class DoraAttention {
  readonly #store: DoraStore;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #atOnce: number;

  constructor(options: {
    store: DoraStore;
    calculation: string;
    zone: string;
    clock: () => number;
    /** Components that are looked at together. */
    atOnce?: number;
  }) {
    this.#store = options.store;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
    this.#atOnce = options.atOnce ?? COMPONENTS_AT_ONCE;
  }

  /**
   * @param owners - only components that these and the groups below them own; absent: all
   */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const today = dayOf(this.#clock(), this.#zone);
    const recent = { from: addDays(today, 1 - QUIET_DAYS), to: today };
    const before = {
      from: addDays(recent.from, -90),
      to: addDays(recent.from, -1),
    };
    const selection: DoraSelection = {
      scopeRef: 'org',
      ownership: 'now',
      filter: { ownerRefs: owners, descendants: true },
      visibility,
    };
    const items: AttentionItem[] = [];
    let after: MemberPosition | undefined;
    do {
      const rows: MemberRow[] = (
        await this.#store.listMembers(this.#calculation, selection, recent, {
          order: 'name',
          descending: false,
          limit: this.#atOnce,
          after,
          deployments: { known: true },
        })
      ).items;
      items.push(...(await this.#look(rows, selection, recent, before)));
      const last = rows.at(-1);
      after =
        last && rows.length === this.#atOnce
          ? { value: last.sortName, entityRef: last.entityRef }
          : undefined;
    } while (after);
    return items;
  }

  async #look(
    rows: MemberRow[],
    selection: DoraSelection,
    recent: DaySpan,
    before: DaySpan,
  ): Promise<AttentionItem[]> {
    const refs = rows.map(row => row.entityRef);
    const [now, earlier] = await Promise.all(
      [recent, before].map(span =>
        this.#store.countMembers(this.#calculation, selection, span, refs),
      ),
    );
    return rows.flatMap(row => {
      const current = now.get(row.entityRef);
      const previous = earlier.get(row.entityRef);
      return current && previous
        ? [
            ...stopped(row, total(previous.weeks)),
            ...slowed(row, current, previous, recent),
          ]
        : [];
    });
  }
}

function total(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function stopped(row: MemberRow, deploymentsBefore: number): AttentionItem[] {
  return row.deployments === 0 && deploymentsBefore >= REGULAR_DEPLOYMENTS
    ? [
        {
          ...identify(row, 'stopped-deploying'),
          kind: 'stopped-deploying',
          since: toInstant(row.lastDeploymentAt),
          urgency: 'soon',
          values: { deploymentsBefore, days: QUIET_DAYS },
        },
      ]
    : [];
}

function slowed(
  row: MemberRow,
  current: MemberCounts,
  previous: MemberCounts,
  recent: DaySpan,
): AttentionItem[] {
  const median = binnedQuantile(current.leadTime, 0.5);
  const medianBefore = binnedQuantile(previous.leadTime, 0.5);
  const rises =
    median !== null &&
    medianBefore !== null &&
    total(current.leadTime) >= LEAD_TIME_SAMPLES &&
    total(previous.leadTime) >= LEAD_TIME_SAMPLES &&
    median >= medianBefore * LEAD_TIME_FACTOR;
  return rises
    ? [
        {
          ...identify(row, 'lead-time-rising'),
          kind: 'lead-time-rising',
          since: recent.from,
          urgency: 'later',
          values: { median, medianBefore },
        },
      ]
    : [];
}

function identify(row: MemberRow, kind: AttentionItem['kind']) {
  return {
    id: `dora:${kind}:${row.entityRef}`,
    subject: 'dora',
    entityRef: row.entityRef,
    entityTitle: row.title ?? row.name,
    ownerRef: row.ownerRef,
  };
}
