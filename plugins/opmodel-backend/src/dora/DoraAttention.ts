import {
  addDays,
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import { findAttention } from './attentionFindings';
import type { FailureState, MemberPosition, MemberRow } from './doraMembers';
import type { DaySpan, DoraSelection, DoraStore } from './DoraStore';
import type { EnabledDefinition } from './EnabledDefinitions';

/** The last days are compared with the 90 days before them. */
const RECENT_DAYS = 30;
/** A failed deployment that is not recovered after so long waits for somebody. */
const RECOVERY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Components that are looked at together; all are looked at. */
const COMPONENTS_AT_ONCE = 5_000;

/** What DORA asks people to look at: deliveries that stopped, lead times and failures that rise, and failures left open. */
export class DoraAttention {
  readonly #store: DoraStore;
  readonly #definition: EnabledDefinition;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #atOnce: number;

  constructor(options: {
    store: DoraStore;
    definition: EnabledDefinition;
    zone: string;
    clock: () => number;
    /** Components that are looked at together. */
    atOnce?: number;
  }) {
    this.#store = options.store;
    this.#definition = options.definition;
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
    const recent = { from: addDays(today, 1 - RECENT_DAYS), to: today };
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
    const failures = await this.#store.listFailureStates(
      this.#definition.calculation,
      selection,
      { from: before.from, to: recent.to },
      { openBefore: this.#clock() - RECOVERY_MILLISECONDS },
    );
    const items: AttentionItem[] = [];
    let after: MemberPosition | undefined;
    do {
      const rows: MemberRow[] = (
        await this.#store.listMembers(
          this.#definition.calculation,
          selection,
          recent,
          {
            order: 'name',
            descending: false,
            limit: this.#atOnce,
            after,
            deployments: { known: true },
          },
        )
      ).items;
      items.push(
        ...(await this.#look(rows, selection, recent, before, failures)),
      );
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
    failures: ReadonlyMap<string, FailureState>,
  ): Promise<AttentionItem[]> {
    const refs = rows.map(row => row.entityRef);
    const { calculation } = this.#definition;
    const [now, earlier] = await Promise.all(
      [recent, before].map(span =>
        this.#store.countMembers(calculation, selection, span, refs),
      ),
    );
    return rows.flatMap(row => {
      const current = now.get(row.entityRef);
      const previous = earlier.get(row.entityRef);
      return current && previous
        ? findAttention(
            { row, current, previous, recent },
            failures.get(row.entityRef),
            this.#definition.profile,
          )
        : [];
    });
  }
}
