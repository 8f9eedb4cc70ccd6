import {
  addDays,
  type AttentionItem,
  countDays,
  dayOf,
  type DayWindow,
  type FlowDefinition,
  type FlowReport,
  type WorkingCalendar,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { FlowSettings } from '../flowConfig';
import type { FlowAttentionStore, NamedComponent } from './FlowAttentionStore';

/** What is expected is observed in so many days before today. */
const OBSERVED_DAYS = 365;
/** Over which builds are looked at, and from when on they fail often. */
const BUILD_DAYS = 14;
const BUILD_RUNS = 10;
const BUILD_SUCCESS = 0.8;
/** Over how many days at most capacity is looked at, and from when on it goes elsewhere: in points of a hundredth. */
const ALLOCATION_DAYS = 90;
const ALLOCATION_DELTA = 0.1;

const DAY_SECONDS = 86_400;

/** The allocation of a scope in a window, as the caller sees it. */
type ReadAllocation = (
  scopeRef: string,
  window: DayWindow,
  visibility: Visibility,
) => Promise<FlowReport['allocation']>;

/** What flow asks people to look at: work that is older than expected, capacity that goes elsewhere, and pipelines that fail. */
export class FlowAttention {
  readonly #store: FlowAttentionStore;
  readonly #catalog: Pick<CatalogStore, 'getEntity' | 'listScopesOf'>;
  readonly #readAllocation: ReadAllocation;
  readonly #settings: FlowSettings;
  readonly #definition: FlowDefinition;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #workingTime: WorkingCalendar | undefined;
  readonly #clock: () => number;

  constructor(options: {
    store: FlowAttentionStore;
    catalog: Pick<CatalogStore, 'getEntity' | 'listScopesOf'>;
    readAllocation: ReadAllocation;
    settings: FlowSettings;
    definition: FlowDefinition;
    calculation: string;
    zone: string;
    /** What ages count; absent: all time. */
    workingTime?: WorkingCalendar;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#readAllocation = options.readAllocation;
    this.#settings = options.settings;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#workingTime = options.workingTime;
    this.#clock = options.clock;
  }

  /**
   * @param owners - only what these and the groups below them own; absent: all
   */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const today = dayOf(this.#clock(), this.#zone);
    const selection: ComponentSelection = {
      scopeRef: 'org',
      ownership: 'now',
      filter: owners && { ownerRefs: owners, descendants: true },
      visibility,
    };
    const found = await Promise.all([
      this.#listAged(selection, today),
      this.#listAllocations(visibility, today, owners),
      this.#listFailing(selection, today),
    ]);
    return found.flat();
  }

  async #listAged(
    selection: ComponentSelection,
    today: string,
  ): Promise<AttentionItem[]> {
    const { share, days } = this.#settings.expectation;
    const aged = await this.#store.listAged(this.#calculation, selection, {
      moment: {
        day: today,
        at: this.#clock(),
        workingTime: this.#workingTime,
      },
      expectation: days === null ? null : days * DAY_SECONDS,
      observed: {
        from: addDays(today, -OBSERVED_DAYS),
        to: addDays(today, -1),
        share,
        minimum: this.#definition.minimumItems,
      },
    });
    return aged.map(component => ({
      ...identify(component, 'work-item-aged'),
      since: toInstant(component.oldest),
      urgency: 'soon',
      values: {
        items: component.items,
        expectation: component.expectation,
      },
    }));
  }

  async #listFailing(
    selection: ComponentSelection,
    today: string,
  ): Promise<AttentionItem[]> {
    const from = addDays(today, 1 - BUILD_DAYS);
    const failing = await this.#store.listFailing(
      this.#calculation,
      selection,
      { from, to: today },
      { success: BUILD_SUCCESS, runs: BUILD_RUNS },
    );
    return failing.map(component => ({
      ...identify(component, 'builds-failing'),
      since: from,
      urgency: 'soon',
      values: {
        share: component.successes / component.runs,
        runs: component.runs,
      },
    }));
  }

  /**
   * Of the scopes that agreed on a split themselves, and only from the day on from which it holds: nobody broke an agreement that
   * was never made, or has not begun.
   */
  async #listAllocations(
    visibility: Visibility,
    today: string,
    owners: string[] | undefined,
  ): Promise<AttentionItem[]> {
    const items: AttentionItem[] = [];
    for (const [scopeRef, begun] of this.#listBegun(today)) {
      const entity = await this.#catalog.getEntity(scopeRef, visibility);
      if (!entity || !(await this.#isOwned(entity, visibility, owners))) {
        continue;
      }
      const longest = addDays(today, 1 - ALLOCATION_DAYS);
      const from = begun > longest ? begun : longest;
      const { state, categories } = await this.#readAllocation(
        scopeRef,
        windowOf(from, today),
        visibility,
      );
      const [worst] = [...categories].sort(
        (a, b) => Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0),
      );
      if (state === 'ok' && Math.abs(worst.delta ?? 0) > ALLOCATION_DELTA) {
        items.push({
          ...identify(
            {
              entityRef: entity.ref,
              title: entity.title ?? entity.name,
              ownerRef: ownerOf(entity),
            },
            'allocation-off',
          ),
          since: from,
          urgency: 'later',
          values: {
            category: worst.category,
            share: worst.share,
            target: worst.target,
          },
        });
      }
    }
    return items;
  }

  /** The scopes with an agreement of their own that has begun, each with the day on which its first one did. */
  #listBegun(today: string): Map<string, string> {
    const begun = new Map<string, string>();
    for (const { scopeRef, from } of this.#settings.allocation.agreements) {
      const known = begun.get(scopeRef);
      if (from <= today && (known === undefined || from < known)) {
        begun.set(scopeRef, from);
      }
    }
    return begun;
  }

  async #isOwned(
    entity: CatalogEntity,
    visibility: Visibility,
    owners: string[] | undefined,
  ): Promise<boolean> {
    if (!owners) {
      return true;
    }
    const visibleOwners = await Promise.all(
      owners.map(owner => this.#catalog.getEntity(owner, visibility)),
    );
    const wanted = new Set(visibleOwners.flatMap(owner => owner?.ref ?? []));
    const scopes = await this.#catalog.listScopesOf(entity.ref, visibility);
    return [entity.ref, ...scopes].some(ref => wanted.has(ref));
  }
}

function windowOf(from: string, to: string): DayWindow {
  const days = countDays(from, to);
  return {
    from,
    to,
    days,
    previous: { from: addDays(from, -days), to: addDays(from, -1) },
  };
}

/** A group answers for itself. */
function ownerOf(entity: CatalogEntity): string | null {
  return entity.kind === 'group' ? entity.ref : entity.ownerRef ?? null;
}

function identify<Kind extends AttentionItem['kind']>(
  { entityRef, title, ownerRef }: NamedComponent,
  kind: Kind,
) {
  return {
    id: `flow:${kind}:${entityRef}`,
    subject: 'flow',
    kind,
    entityRef,
    entityTitle: title,
    ownerRef,
  };
}
