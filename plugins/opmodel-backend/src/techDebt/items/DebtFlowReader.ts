import { InputError } from '@backstage/errors';
import {
  asOwnedNow,
  addDays,
  burnDebt,
  computeDebtFlow,
  computeDebtFlows,
  type DayWindow,
  type DebtFlow,
  type DebtFlowReport,
  type DebtGrain,
  debtPeriods,
  type DebtSnapshot,
  flowsOfDebtDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { toFlowDays } from './debtFlowCounts';
import type { DebtItemStore, DebtSelection } from './DebtItemStore';
import type { DebtMemory } from './DebtMemory';

/** What the flow is told by. */
export type DebtGrouping = 'owner' | 'system' | 'domain';

/** Which flow is asked for. */
export interface DebtFlowAsked {
  window: DayWindow;
  interval: DebtGrain;
  ownership: 'now' | 'then';
  by: DebtGrouping | null;
}

/** Points of a chart, and lines of one. */
const MAX_PERIODS = 400;
const MAX_GROUPS = 50;

/** Everything that is selected, beside which no entity has this name. */
const ALL = '';
/** What belongs to nothing, or to what may not be seen. */
const NOTHING = '-';

/** Tells how debt came and went. */
export class DebtFlowReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'countFlow' | 'listSnapshots'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    memory: DebtMemory;
    names: Pick<NamedEntities, 'read'>;
    zone: string;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'countFlow' | 'listSnapshots'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    memory: DebtMemory;
    names: Pick<NamedEntities, 'read'>;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#options = options;
  }

  /**
   * @param selection - with owners, items count while these own them
   * @throws InputError where there would be too many periods
   */
  async read(
    selection: DebtSelection,
    asked: DebtFlowAsked,
  ): Promise<DebtFlowReport> {
    refuseTooMany(asked.window, asked.interval);
    return this.#options.memory.recall(selection, ['flow', asked], () =>
      this.#read(selection, asked),
    );
  }

  async #read(
    { ownerRefs, ...selection }: DebtSelection,
    asked: DebtFlowAsked,
  ): Promise<DebtFlowReport> {
    const { zone } = this.#options;
    const { window, interval, ownership, by } = asked;
    const request = { window, grain: interval, zone };
    const flows =
      by === null || by === 'owner'
        ? await this.#count(selection, ownerRefs, asked)
        : await this.#replay(selection, ownerRefs, { ...asked, by });
    const flow = flows.get(ALL) ?? computeDebtFlow([], request);
    flows.delete(ALL);
    const groups = [...flows].filter(([, each]) => hasDebt(each)).sort(byOwed);
    const told = groups.slice(0, MAX_GROUPS);
    const names = await this.#options.names.read(
      told.flatMap(([ref]) => (ref === NOTHING ? [] : ref)),
      selection.visibility,
    );
    return {
      window: { ...window, zone },
      interval,
      ownership,
      by,
      flow,
      burn: burnDebt(flow, addDays(window.from, -1)),
      groups: told.map(([ref, ofGroup]) => ({
        ref: ref === NOTHING ? null : ref,
        title: names.get(ref)?.title ?? null,
        flow: ofGroup,
      })),
      omittedGroups: groups.length - told.length,
    };
  }

  /** Has the store count what became of items: owners are what it knows of each move. */
  async #count(
    selection: DebtSelection,
    ownerRefs: readonly string[] | undefined,
    { window, interval, ownership, by }: DebtFlowAsked,
  ): Promise<Map<string, DebtFlow>> {
    const { store, names, zone } = this.#options;
    const days = debtPeriods(window, interval).map(({ from }) => from);
    const starts = [...days, addDays(window.to, 1)].map(day =>
      DateTime.fromISO(day, { zone }).startOf('day').toMillis(),
    );
    const counts = await store.countFlow(selection, {
      starts,
      ownership,
      ownerRefs,
      byOwner: by === 'owner',
    });
    const owners = new Set(
      counts.flatMap(({ owner, other }) =>
        [owner, other].flatMap(ref => ref ?? []),
      ),
    );
    const shown = await names.read(owners, selection.visibility);
    const isAsked = ownerRefs && new Set(ownerRefs);
    const rows = toFlowDays(
      counts,
      { days, dayBefore: addDays(window.from, -1) },
      owner => {
        if (owner === null) {
          return [ALL];
        }
        const group = shown.has(owner) ? owner : NOTHING;
        return isAsked?.has(owner) ?? true ? [ALL, group] : [];
      },
    );
    return flowsOfDebtDays(rows, { window, grain: interval });
  }

  /** Replays what became of items: to which systems and domains they belonged is known of what each of them was alone. */
  async #replay(
    selection: DebtSelection,
    ownerRefs: readonly string[] | undefined,
    {
      window,
      interval,
      ownership,
      by,
    }: DebtFlowAsked & { by: 'system' | 'domain' },
  ): Promise<Map<string, DebtFlow>> {
    const { store, zone } = this.#options;
    const kept = await store.listSnapshots(selection);
    const snapshots = ownership === 'now' ? asOwnedNow(kept) : kept;
    const groupsOf = await this.#groupsOf(by, snapshots, selection.visibility);
    const owners = ownerRefs && new Set(ownerRefs);
    return computeDebtFlows(
      snapshots,
      { window, grain: interval, zone },
      snapshot =>
        owners?.has(snapshot.ownerRef) ?? true
          ? [ALL, ...groupsOf(snapshot)]
          : [],
    );
  }

  /** The systems or domains in which an item counts, as it was. */
  async #groupsOf(
    by: 'system' | 'domain',
    snapshots: readonly DebtSnapshot[],
    reads: Visibility,
  ): Promise<(snapshot: DebtSnapshot) => string[]> {
    const { catalog, names } = this.#options;
    const entities = await catalog.getEntities(
      new Set(snapshots.flatMap(({ entityRefs }) => entityRefs)),
      reads,
    );
    const aboveOf = new Map(
      entities.map(({ ref, kind, systemRef, domainRef }) => {
        const above = by === 'system' ? systemRef : domainRef;
        return [ref, kind === by ? ref : above];
      }),
    );
    const shown = await names.read(
      [...aboveOf.values()].filter(ref => ref !== undefined),
      reads,
    );
    return ({ entityRefs }) => [
      ...new Set(
        entityRefs.map(ref => {
          const above = aboveOf.get(ref);
          // What an entity says it belongs to may be nowhere; that is told like what is hidden.
          return above !== undefined && shown.get(above)?.exists
            ? above
            : NOTHING;
        }),
      ),
    ];
  }
}

function refuseTooMany(
  window: { from: string; to: string },
  interval: DebtGrain,
): void {
  const { length } = debtPeriods(window, interval);
  if (length > MAX_PERIODS) {
    throw new InputError(
      `'interval' must be longer: the window has ${length} periods of a ${interval}, and at most ${MAX_PERIODS} are told`,
    );
  }
}

/** Whether a group owed anything in the window, or anything happened in it. */
function hasDebt({ opening, periods }: DebtFlow): boolean {
  return (
    opening.owed.items > 0 ||
    periods.some(
      ({ opened, reopened, movedIn }) =>
        opened.items + reopened.items + movedIn.items > 0,
    )
  );
}

function byOwed(
  [a, some]: [string, DebtFlow],
  [b, others]: [string, DebtFlow],
) {
  const owedIn = ({ opening, periods }: DebtFlow) =>
    (periods.at(-1)?.balance ?? opening).owed.items;
  return owedIn(others) - owedIn(some) || (a < b ? -1 : 1);
}
