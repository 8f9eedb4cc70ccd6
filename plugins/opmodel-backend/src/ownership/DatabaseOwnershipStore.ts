import type {
  LadderCount,
  OwnershipDefinition,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { orderByText, whereAnyOf } from '../catalog/DatabaseLists';
import { whereEntityVisible } from '../catalog/DatabaseVisibility';
import { kindsOwnedByNobody } from './kindsOwnedByNobody';
import type { Visibility } from '../catalog/Visibility';
import type { AssessedState } from './AssessmentStore';
import {
  countGaps,
  countLadder,
  listLadderChanges,
} from './DatabaseLadderCounts';
import { listOwnershipFindings } from './DatabaseOwnershipFindings';
import { listOwnershipRows } from './DatabaseOwnershipList';
import type {
  GapDateRecord,
  LadderChange,
  OwnershipFinding,
  OwnershipListRequest,
  OwnershipStateRow,
  OwnershipStore,
} from './OwnershipStore';

/** Reads ownership in SQLite or PostgreSQL. */
export class DatabaseOwnershipStore implements OwnershipStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getState(
    entityRef: string,
    visibility: Visibility,
  ): Promise<AssessedState | undefined> {
    const query = this.#knex('ownership_states')
      .where('ownership_states.entity_ref', entityRef)
      .whereNull('to_day');
    whereEntityVisible(query, visibility, 'ownership_states.entity_ref');
    const row = await query.first('ownership_states.*');
    return (
      row && {
        entityRef: row.entity_ref,
        ownerRef: row.owner_ref,
        tier: row.tier,
        reached: row.reached,
        gaps: JSON.parse(row.gaps),
        rungs: JSON.parse(row.rungs ?? '[]'),
        verifiedAt: row.verified_at === null ? null : Number(row.verified_at),
        expiresAt: row.expires_at === null ? null : Number(row.expires_at),
      }
    );
  }

  listRows(
    selection: ComponentSelection,
    request: OwnershipListRequest,
  ): Promise<{ items: OwnershipStateRow[]; total: number }> {
    return listOwnershipRows(this.#knex, selection, request);
  }

  countLadder(selection: ComponentSelection): Promise<LadderCount[]> {
    return countLadder(this.#knex, selection);
  }

  countGaps(
    selection: ComponentSelection,
    day: string,
  ): Promise<ReadonlyMap<OwnershipGap, number>> {
    return countGaps(this.#knex, selection, day);
  }

  listChanges(
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<LadderChange[]> {
    return listLadderChanges(this.#knex, selection, span);
  }

  async countLeftOut(
    selection: ComponentSelection,
    {
      kinds,
      excludedLifecycles,
    }: Pick<OwnershipDefinition, 'kinds' | 'excludedLifecycles'>,
  ): Promise<{ kindNotOwned: number; lifecycleLeftOut: number }> {
    const query =
      this.#knex('entities as entity').whereNull('entity.removed_at');
    joinSelectedDays(
      query,
      { ...selection, ownership: 'now' },
      { entityRef: 'entity.ref' },
    );
    query.whereNot(ownerless =>
      whereAnyOf(ownerless, 'entity.kind', kindsOwnedByNobody),
    );
    const rows: { kind: string; lifecycle: string | null; n: number }[] =
      await query
        .groupBy('entity.kind', 'entity.lifecycle')
        .select('entity.kind', 'entity.lifecycle')
        .count({ n: '*' });
    const sum = (isCounted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(isCounted).reduce((total, { n }) => total + Number(n), 0);
    return {
      kindNotOwned: sum(({ kind }) => !kinds.includes(kind)),
      lifecycleLeftOut: sum(
        ({ kind, lifecycle }) =>
          kinds.includes(kind) &&
          excludedLifecycles.includes(
            lifecycle?.toLocaleLowerCase('en-US') ?? '',
          ),
      ),
    };
  }

  async listDefinitionChanges(): Promise<string[]> {
    const days: string[] = await this.#knex('ownership_definitions')
      .orderBy('first_day')
      .pluck('first_day');
    return days.slice(1);
  }

  listFindings(
    selection: ComponentSelection,
    asked: { tiers: readonly string[]; today: string },
  ): Promise<OwnershipFinding[]> {
    return listOwnershipFindings(this.#knex, selection, asked);
  }

  async setGapDate(date: GapDateRecord): Promise<void> {
    await this.#knex('ownership_gap_dates')
      .insert({
        entity_ref: date.entityRef,
        gap: date.gap,
        due_day: date.dueDay,
        note: date.note,
        set_by: date.setBy,
        set_at: date.setAt,
      })
      .onConflict(['entity_ref', 'gap'])
      .merge();
  }

  async removeGapDate({
    entityRef,
    gap,
  }: Pick<GapDateRecord, 'entityRef' | 'gap'>): Promise<boolean> {
    const removed = await this.#knex('ownership_gap_dates')
      .where({ entity_ref: entityRef, gap })
      .delete();
    return removed > 0;
  }

  async listGapDates(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<GapDateRecord[]> {
    const query = this.#knex('ownership_gap_dates')
      .select('ownership_gap_dates.*')
      .orderBy('due_day');
    whereAnyOf(query, 'ownership_gap_dates.entity_ref', entityRefs);
    whereEntityVisible(query, visibility, 'ownership_gap_dates.entity_ref');
    orderByText(query, 'ownership_gap_dates.entity_ref');
    orderByText(query, 'gap');
    return (await query).map(row => ({
      entityRef: row.entity_ref,
      gap: row.gap,
      dueDay: row.due_day,
      note: row.note,
      setBy: row.set_by,
      setAt: Number(row.set_at),
    }));
  }
}
