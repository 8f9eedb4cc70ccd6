import {
  type DebtItem,
  debtSeverities,
  type DebtSeverity,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import type { DebtItemStore, DebtVersion } from '../items/DebtItemStore';

/** Versions that are read together. */
const AT_ONCE = 100;

/** Whether an acceptance is of all that an item hangs on. */
export function isOfAllEntities(
  { entityRefs: accepted }: Pick<AcceptanceRecord, 'entityRefs'>,
  { entityRefs }: Pick<DebtItem, 'entityRefs'>,
): boolean {
  return entityRefs.every(ref => accepted.includes(ref));
}

/**
 * Finds out which acceptances are of what an item is by now. Who approved one was told what the item was then: where it has come to hang on
 * something else as well, or to be more severe, nobody has accepted that.
 */
export class CoveringAcceptances {
  readonly #store: Pick<DebtItemStore, 'listVersions'>;

  constructor(options: { store: Pick<DebtItemStore, 'listVersions'> }) {
    this.#store = options.store;
  }

  /** @param inForce - what is accepted of the item */
  async select(
    item: DebtItem,
    inForce: readonly AcceptanceRecord[],
  ): Promise<AcceptanceRecord[]> {
    const ofAll = inForce.filter(accepted => isOfAllEntities(accepted, item));
    const { severity } = item;
    if (ofAll.length === 0 || severity === null) {
      return ofAll;
    }
    const since = Math.min(...ofAll.map(approvedAt));
    const changes = await this.#severityChanges(item.id, since);
    return ofAll.filter(accepted => {
      const first = changes.findLast(({ at }) => at > approvedAt(accepted));
      const was = first ? first.before : severity;
      // Where nobody had said how severe it was, the risk was approved that was told.
      return !isMoreSevere(severity, was ?? accepted.riskLevel);
    });
  }

  /** What an item was before each change of its severity since a moment, the latest first. */
  async #severityChanges(
    itemId: string,
    since: number,
  ): Promise<{ at: number; before: DebtSeverity | null }[]> {
    const found: DebtVersion[] = [];
    let chunk: DebtVersion[];
    do {
      chunk = await this.#store.listVersions(itemId, {
        limit: AT_ONCE,
        before: found.at(-1)?.version,
      });
      found.push(...chunk);
    } while (chunk.length === AT_ONCE && chunk[AT_ONCE - 1].at > since);
    return found.flatMap(({ at, changes }) =>
      changes
        .filter(({ field }) => field === 'severity')
        .map(({ before }) => ({ at, before: before as DebtSeverity | null })),
    );
  }
}

/** When it was approved, epoch milliseconds. */
function approvedAt({ decidedAt, requestedAt }: AcceptanceRecord): number {
  return decidedAt ?? requestedAt;
}

function isMoreSevere(one: DebtSeverity, other: DebtSeverity): boolean {
  return debtSeverities.indexOf(one) < debtSeverities.indexOf(other);
}
