import type { CatalogEntity } from '../catalog/CatalogStore';
import type { KeptSpan } from './FakeAssessmentStore';
import type {
  GapDateRecord,
  OwnershipListRequest,
  OwnershipOrder,
  OwnershipStateRow,
} from './OwnershipStore';

const orderOf: Record<
  OwnershipOrder,
  (row: OwnershipStateRow) => string | number | null
> = {
  name: row => row.sortName,
  rung: row => row.reached,
  tier: row => row.tier,
  due: row => row.dueDay,
  reviewed: row => row.verifiedAt,
};

/** One page of how entities are owned, and how many there are. */
export function pageOfOwnership(
  rows: readonly OwnershipStateRow[],
  request: OwnershipListRequest,
): { items: OwnershipStateRow[]; total: number } {
  const { order, descending, gap, overdue, limit, after } = request;
  const value = orderOf[order];
  const sign = descending ? -1 : 1;
  const compare = (
    a: { value: string | number | null; ref: string },
    b: { value: string | number | null; ref: string },
  ) =>
    Number(a.value === null) - Number(b.value === null) ||
    sign * byValue(a.value ?? 0, b.value ?? 0) ||
    byValue(a.ref, b.ref);
  const asked = rows
    .filter(row => !gap || row.gaps.includes(gap))
    .filter(
      row =>
        !overdue ||
        (row.dueDay !== null && row.dueDay < overdue.before) === overdue.is,
    )
    .sort((a, b) =>
      compare(
        { value: value(a), ref: a.entityRef },
        { value: value(b), ref: b.entityRef },
      ),
    );
  const beyond = asked.filter(
    row =>
      !after ||
      compare(
        { value: value(row), ref: row.entityRef },
        { value: after.value, ref: after.entityRef },
      ) > 0,
  );
  return { items: beyond.slice(0, limit), total: asked.length };
}

/** An entity with how it is owned, and the first day by which a gap of it is to be closed. */
export function toOwnershipRow(
  span: KeptSpan,
  entity: CatalogEntity,
  dates: readonly GapDateRecord[],
): OwnershipStateRow {
  const { fromDay: _fromDay, toDay: _toDay, rungs: _rungs, ...state } = span;
  const days = dates
    .filter(({ entityRef }) => entityRef === span.entityRef)
    .map(({ dueDay }) => dueDay)
    .sort();
  return {
    ...state,
    gaps: [...state.gaps],
    name: entity.name,
    title: entity.title ?? null,
    sortName: (entity.title ?? entity.name).toLowerCase(),
    kind: entity.kind,
    type: entity.type ?? null,
    lifecycle: entity.lifecycle ?? null,
    systemRef: entity.systemRef ?? null,
    dueDay: days[0] ?? null,
  };
}

function byValue(a: string | number, b: string | number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
