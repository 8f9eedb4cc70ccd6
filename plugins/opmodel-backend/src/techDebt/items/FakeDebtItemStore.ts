import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  addAmount,
  amountOfItem,
  type AmountSum,
  type DebtItem,
  type DebtSnapshot,
  debtSeverities,
  debtStatuses,
  emptyAmountSum,
  isEndedDebt,
  isOpenDebt,
  type PayingOrder,
  payingTopTen,
  principalOf,
  tellAmount,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { revisionOfSnapshot } from '../../catalog/revisionOfSnapshot';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtFlowCount } from './debtFlowCounts';
import { debtOrderValues, refuseForeignPosition } from './debtItemOrder';
import type {
  DebtComment,
  DebtDeadlines,
  DebtDueCounts,
  DebtFiled,
  DebtFlowAsk,
  DebtItemStore,
  DebtListPage,
  DebtMatrixCell,
  DebtOrder,
  DebtOwnerCount,
  DebtPlaceCount,
  DebtPlaceKind,
  DebtPosition,
  DebtReopenedAsk,
  DebtSelection,
  DebtStatusCount,
  DebtTop,
  DebtVersion,
  OwedDebt,
  ReopenedDebtItem,
} from './DebtItemStore';
import { FakeDebtItemSelection } from './FakeDebtItemSelection';
import { replayDebtFlow } from './replayDebtFlow';
import { wasAcceptedUntil } from './wasAcceptedUntil';

/** An item with what it was. */
interface KeptItem {
  item: DebtItem;
  versions: DebtVersion[];
  snapshots: DebtSnapshot[];
  comments: DebtComment[];
}

/** Keeps the register in memory. */
export class FakeDebtItemStore implements DebtItemStore {
  readonly #selection: FakeDebtItemSelection;
  readonly #kept = new Map<string, KeptItem>();
  readonly #catalog: FakeComponentCatalog;
  #revision = 0;

  constructor(catalog: FakeComponentCatalog) {
    this.#catalog = catalog;
    this.#selection = new FakeDebtItemSelection(catalog);
  }

  async create(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version' | 'changes'>,
  ): Promise<void> {
    if (this.#kept.has(item.id)) {
      throw new ConflictError(`There is a debt item '${item.id}' already`);
    }
    const { origin } = item;
    if ('ref' in origin && this.#ofOrigins([origin]).length > 0) {
      throw new ConflictError(
        `There is a debt item of the ${origin.type} '${origin.ref}' already`,
      );
    }
    const kept = { item, versions: [], snapshots: [], comments: [] };
    this.#kept.set(item.id, kept);
    this.#revision += 1;
    keepVersion(kept, item, { ...version, changes: [] });
  }

  async get(id: string, visibility: Visibility): Promise<DebtItem | undefined> {
    const item = this.#kept.get(id)?.item;
    return item && this.#selection.isVisible(item, visibility)
      ? structuredClone(item)
      : undefined;
  }

  async listByIds(
    ids: readonly string[],
    visibility: Visibility,
  ): Promise<DebtItem[]> {
    const found = this.#select({ visibility }).map(({ item }) => item);
    return structuredClone(found.filter(({ id }) => ids.includes(id)));
  }

  async replace(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version'>,
  ): Promise<boolean> {
    const kept = this.#kept.get(item.id);
    if (!kept || kept.item.version !== item.version - 1) {
      return false;
    }
    const { reportedBy, createdAt } = kept.item;
    const origin = originOf(kept.item, item);
    keepVersion(kept, { ...item, origin, reportedBy, createdAt }, version);
    this.#revision += 1;
    return true;
  }

  async remove(id: string, version: number): Promise<boolean> {
    if (this.#kept.get(id)?.item.version !== version) {
      return false;
    }
    this.#kept.delete(id);
    this.#revision += 1;
    return true;
  }

  async readRevision(): Promise<string> {
    const snapshot = await this.#catalog.snapshotState();
    return `${this.#revision}/${revisionOfSnapshot(snapshot)}`;
  }

  async list(
    selection: DebtSelection,
    page: DebtListPage,
  ): Promise<{
    items: { item: DebtItem; position: DebtPosition }[];
    total: number;
  }> {
    const { order, descending, limit, after } = page;
    refuseForeignPosition(order, after?.value);
    const compare = (a: DebtPosition, b: DebtPosition) =>
      comparePositions(a, b, descending);
    const found = this.#select(selection)
      .map(({ item }) => ({
        item: structuredClone(item),
        position: {
          value: this.#valueOf(item, order, selection.visibility),
          id: item.id,
        },
      }))
      .sort((a, b) => compare(a.position, b.position));
    return {
      items: found
        .filter(({ position }) => !after || compare(position, after) > 0)
        .slice(0, limit),
      total: found.length,
    };
  }

  /** Who may not see an owner is not told by an order that there is one. */
  #valueOf(item: DebtItem, order: DebtOrder, visibility: Visibility) {
    return order === 'owner' && this.#selection.hides(item.ownerRef, visibility)
      ? null
      : debtOrderValues(item)[order];
  }

  async listTop(
    selection: DebtSelection,
    { order, limit }: { order: PayingOrder; limit: number },
  ): Promise<DebtTop> {
    const items = this.#select(selection).map(({ item }) => item);
    const top = payingTopTen(items, { order, count: limit });
    return {
      items: top.items.map(({ id }) =>
        structuredClone(items.find(item => item.id === id)!),
      ),
      notScored: top.notScored,
    };
  }

  async countMatrix(selection: DebtSelection): Promise<DebtMatrixCell[]> {
    const cells = new Map<string, DebtMatrixCell>();
    for (const { item } of this.#select(selection)) {
      const { impact, likelihood } = item.estimate;
      const key = `${impact} ${likelihood}`;
      const items = (cells.get(key)?.items ?? 0) + 1;
      cells.set(key, { impact, likelihood, items });
    }
    return [...cells.values()].sort(
      (a, b) =>
        compareValues(a.impact, b.impact) ||
        compareValues(a.likelihood, b.likelihood),
    );
  }

  async listReopened(
    selection: Pick<DebtSelection, 'visibility' | 'ownerRefs'>,
    { since, perOwner }: DebtReopenedAsk,
  ): Promise<ReopenedDebtItem[]> {
    const found = this.#select({ ...selection, statuses: ['open'] })
      .flatMap(({ item, versions, snapshots }) => {
        const opening =
          snapshots.findLastIndex(({ status }) => status !== 'open') + 1;
        return item.statusSince >= since &&
          snapshots[opening - 1]?.status === 'accepted'
          ? [
              {
                item,
                acceptedUntil: wasAcceptedUntil(versions[opening].changes),
              },
            ]
          : [];
      })
      .sort((a, b) => b.item.statusSince - a.item.statusSince);
    const ofOwner = groupBy(found, ({ item }) => item.ownerRef);
    return structuredClone(
      found.filter(one =>
        ofOwner[one.item.ownerRef].slice(0, perOwner).includes(one),
      ),
    );
  }

  async listOwed(entityRefs: readonly string[]): Promise<OwedDebt[]> {
    const owed = [...this.#kept.values()]
      .map(({ item }) => item)
      .filter(({ status }) => !isEndedDebt(status))
      .sort((a, b) => compareValues(a.id, b.id));
    return [...new Set(entityRefs)].sort(compareValues).flatMap(entityRef =>
      owed
        .filter(item => item.entityRefs.includes(entityRef))
        .map(item => ({
          entityRef,
          itemId: item.id,
          severity: item.severity,
          status: item.status,
          targetDate: item.targetDate,
          reviewDate: item.reviewDate,
          createdAt: item.createdAt,
          principalDays: item.estimate.principalDays,
        })),
    );
  }

  async countOwners(
    selection: DebtSelection,
    { isUndated = false }: { isUndated?: boolean } = {},
  ): Promise<DebtOwnerCount[]> {
    const counts = new Map<string, number>();
    for (const { item } of this.#select(selection)) {
      if (!isUndated || item.targetDate === null) {
        counts.set(item.ownerRef, (counts.get(item.ownerRef) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([ownerRef, items]) => ({ ownerRef, items }))
      .sort((a, b) => compareValues(a.ownerRef, b.ownerRef));
  }

  async countPlaces(
    selection: DebtSelection,
    { by, limit }: { by: DebtPlaceKind; limit: number },
  ): Promise<{ places: DebtPlaceCount[]; total: number }> {
    const sums = new Map<string | null, AmountSum>();
    for (const { item } of this.#select(selection)) {
      for (const ref of this.#selection.placesOf(item, by, selection)) {
        const sum = sums.get(ref) ?? emptyAmountSum();
        addAmount(sum, amountOfItem(principalOf(item.estimate)));
        sums.set(ref, sum);
      }
    }
    const places = [...sums]
      .map(([ref, sum]) => ({ ref, ...tellAmount(sum) }))
      .sort((a, b) => b.items - a.items || compareValues(a.ref, b.ref));
    return { places: places.slice(0, limit), total: places.length };
  }

  async countStatuses(selection: DebtSelection): Promise<DebtStatusCount[]> {
    const sums = new Map<DebtItem['status'], AmountSum>();
    for (const { item } of this.#select(selection)) {
      const sum = sums.get(item.status) ?? emptyAmountSum();
      addAmount(sum, amountOfItem(principalOf(item.estimate)));
      sums.set(item.status, sum);
    }
    return debtStatuses.flatMap(status => {
      const sum = sums.get(status);
      return sum ? [{ status, ...tellAmount(sum) }] : [];
    });
  }

  async readFiled(selection: DebtSelection): Promise<DebtFiled | undefined> {
    const filed = this.#select(selection)
      .map(({ item }) => item.createdAt)
      .sort((a, c) => a - c);
    const last = filed.length - 1;
    return filed.length === 0
      ? undefined
      : {
          oldest: filed[0],
          middle: filed.slice(Math.floor(last / 2), Math.ceil(last / 2) + 1),
        };
  }

  async countDue(
    selection: DebtSelection,
    { today, filedBefore }: DebtDeadlines,
  ): Promise<DebtDueCounts> {
    const items = this.#select(selection).map(({ item }) => item);
    const open = items.filter(({ status }) => isOpenDebt(status));
    const isOver = (day: string | null) => day !== null && day < today;
    return {
      overdue: open.filter(({ targetDate }) => isOver(targetDate)).length,
      reviewDue: items.filter(
        ({ status, reviewDate }) => !isEndedDebt(status) && isOver(reviewDate),
      ).length,
      breaches: Object.fromEntries(
        debtSeverities.map(severity => [
          severity,
          open.filter(
            item =>
              item.severity === severity &&
              item.createdAt < filedBefore[severity],
          ).length,
        ]),
      ) as DebtDueCounts['breaches'],
    };
  }

  async listSnapshots(selection: DebtSelection): Promise<DebtSnapshot[]> {
    return this.#select(selection).flatMap(({ snapshots }) =>
      structuredClone(snapshots),
    );
  }

  async countFlow(
    selection: DebtSelection,
    asked: DebtFlowAsk,
  ): Promise<DebtFlowCount[]> {
    return replayDebtFlow(await this.listSnapshots(selection), asked);
  }

  async catchUpFlow(): Promise<number> {
    return 0;
  }

  async listVersions(
    itemId: string,
    { limit, before = Infinity }: { limit: number; before?: number },
  ): Promise<DebtVersion[]> {
    const versions = this.#kept.get(itemId)?.versions ?? [];
    return structuredClone(
      versions
        .filter(({ version }) => version < before)
        .reverse()
        .slice(0, limit),
    );
  }

  async addComment(comment: DebtComment): Promise<void> {
    const kept = this.#kept.get(comment.itemId);
    if (!kept) {
      throw new NotFoundError(`There is no debt item '${comment.itemId}'`);
    }
    kept.comments.push({ ...comment });
  }

  async listComments(
    itemId: string,
    { limit, after }: { limit: number; after?: Pick<DebtComment, 'at' | 'id'> },
  ): Promise<DebtComment[]> {
    type Place = Pick<DebtComment, 'at' | 'id'>;
    const compare = (a: Place, b: Place) =>
      a.at - b.at || compareValues(a.id, b.id);
    return [...(this.#kept.get(itemId)?.comments ?? [])]
      .sort(compare)
      .filter(comment => !after || compare(comment, after) > 0)
      .slice(0, limit);
  }

  async findByOrigin(
    origins: readonly { type: 'document' | 'suggestion'; ref: string }[],
  ): Promise<DebtItem[]> {
    return structuredClone(this.#ofOrigins(origins));
  }

  #ofOrigins(origins: readonly { type: string; ref: string }[]): DebtItem[] {
    return this.#ordered()
      .map(({ item }) => item)
      .filter(({ origin }) =>
        origins.some(
          ({ type, ref }) =>
            'ref' in origin && origin.type === type && origin.ref === ref,
        ),
      );
  }

  #ordered(): KeptItem[] {
    return [...this.#kept.values()].sort((a, b) =>
      compareValues(a.item.id, b.item.id),
    );
  }

  #select(selection: DebtSelection): KeptItem[] {
    return this.#ordered().filter(({ item }) =>
      this.#selection.isSelected(item, selection),
    );
  }
}

/** Where an item came from stays; whether its document names it, and says where it stands, may change. */
function originOf(before: DebtItem, after: DebtItem): DebtItem['origin'] {
  return before.origin.type === 'document' && after.origin.type === 'document'
    ? { ...after.origin, ref: before.origin.ref }
    : before.origin;
}

function keepVersion(
  kept: KeptItem,
  written: DebtItem,
  { at, by, note, changes }: Omit<DebtVersion, 'itemId' | 'version'>,
): void {
  const item = structuredClone(written);
  const { id: itemId, version, status, ownerRef, entityRefs } = item;
  kept.item = item;
  kept.versions.push(
    structuredClone({ itemId, version, at, by, note, changes }),
  );
  kept.snapshots.push({
    itemId,
    version,
    at,
    status,
    ownerRef,
    entityRefs,
    principalDays: principalOf(item.estimate),
  });
}

function comparePositions(
  a: DebtPosition,
  b: DebtPosition,
  descending: boolean,
): number {
  const sign = descending ? -1 : 1;
  if (a.value === null || b.value === null) {
    const bothMissing = a.value === b.value;
    return bothMissing
      ? sign * compareValues(a.id, b.id)
      : compareValues(a.value, b.value);
  }
  return sign * (compareValues(a.value, b.value) || compareValues(a.id, b.id));
}

/** Null comes last. Texts are in the order of their characters, as databases have them: a surrogate pair is one character. */
function compareValues(
  a: string | number | null,
  b: string | number | null,
): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
