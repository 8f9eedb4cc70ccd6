import {
  addDays,
  type AttentionItem,
  binnedQuantile,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { DoraSelection, DoraStore, MemberRow } from './DoraStore';
import { toInstant } from '../lib/instants';

/** A component deployed regularly before and has not for this long. */
const QUIET_DAYS = 30;
/** "Regularly": at least this often in the 90 days before. */
const REGULAR_DEPLOYMENTS = 6;
/** Lead time of the last 30 days against that of the 90 days before. */
const LEAD_TIME_FACTOR = 1.5;
/** With fewer samples in the last 30 days a median moves this far by chance. */
const LEAD_TIME_SAMPLES = 10;
/** More components than this are not looked through; the fleet page sorts them all. */
const COMPONENTS_LOOKED_AT = 2_000;

/** What DORA asks people to look at: deliveries that stopped, and lead times that rise. */
export class DoraAttention {
  readonly #store: DoraStore;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: DoraStore;
    calculation: string;
    zone: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
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
    const page = {
      order: 'name' as const,
      descending: false,
      limit: COMPONENTS_LOOKED_AT,
      deployments: { known: true },
    };
    const [now, earlier] = await Promise.all(
      [recent, before].map(span =>
        this.#store.listMembers(this.#calculation, selection, span, page),
      ),
    );
    const refs = now.items.map(row => row.entityRef);
    const [nowCounts, earlierCounts] = await Promise.all(
      [recent, before].map(span =>
        this.#store.countMembers(this.#calculation, selection, span, refs),
      ),
    );
    const earlierRows = new Map(earlier.items.map(row => [row.entityRef, row]));
    return now.items.flatMap(row => {
      const previous = earlierRows.get(row.entityRef);
      if (!previous) {
        return [];
      }
      const medianOf = (counts: typeof nowCounts) =>
        binnedQuantile(counts.get(row.entityRef)!.leadTime, 0.5);
      return [
        ...this.#stopped(row, previous),
        ...this.#slowed(
          row,
          previous,
          medianOf(nowCounts),
          medianOf(earlierCounts),
          recent,
        ),
      ];
    });
  }

  #stopped(row: MemberRow, previous: MemberRow): AttentionItem[] {
    const stopped =
      row.deployments === 0 &&
      (previous.deployments ?? 0) >= REGULAR_DEPLOYMENTS;
    return stopped
      ? [
          {
            ...identify(row, 'stopped-deploying'),
            kind: 'stopped-deploying',
            since: toInstant(row.lastDeploymentAt),
            urgency: 'soon',
            values: {
              deploymentsBefore: previous.deployments,
              days: QUIET_DAYS,
            },
          },
        ]
      : [];
  }

  #slowed(
    row: MemberRow,
    previous: MemberRow,
    median: number | null,
    medianBefore: number | null,
    recent: { from: string },
  ): AttentionItem[] {
    const slowed =
      median !== null &&
      medianBefore !== null &&
      row.leadTimeSamples >= LEAD_TIME_SAMPLES &&
      previous.leadTimeSamples >= LEAD_TIME_SAMPLES &&
      median >= medianBefore * LEAD_TIME_FACTOR;
    return slowed
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
