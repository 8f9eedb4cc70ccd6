import {
  type LadderCount,
  type OwnershipDefinition,
  type OwnershipGap,
  ownershipGaps,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { seesAll, type Visibility } from '../catalog/Visibility';
import type {
  AssessedState,
  Assessment,
  AssessmentProgress,
  AssessmentStore,
} from './AssessmentStore';
import { declaredReview, reviewedAnnotation } from './declaredReview';
import type { FakeComponentCatalog } from '../catalog/FakeComponentCatalog';
import { kindsOwnedByNobody } from './kindsOwnedByNobody';
import type {
  GapDateRecord,
  LadderChange,
  OwnershipFinding,
  OwnershipListRequest,
  OwnershipOrder,
  OwnershipStateRow,
  OwnershipStore,
} from './OwnershipStore';
import { type OpenSpan, planSpans } from './planSpans';

type KeptSpan = OpenSpan & { toDay?: string };

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

/** Ownership in memory. */
export class FakeOwnershipStore implements AssessmentStore, OwnershipStore {
  readonly #catalog: FakeComponentCatalog;
  readonly #reviews: { entityRef: string; ownerRef: string; at: number }[] = [];
  readonly #definitions = new Map<string, string>();
  #spans: KeptSpan[] = [];
  #dates: GapDateRecord[] = [];
  #progress: AssessmentProgress = {
    revision: 0,
    assessedAt: null,
    day: null,
    hash: null,
  };

  constructor(catalog: FakeComponentCatalog) {
    this.#catalog = catalog;
  }

  /** An owner confirms an entity. */
  addConfirmation(entityRef: string, ownerRef: string, at: number): void {
    this.#reviews.push({ entityRef, ownerRef, at });
  }

  async progress(): Promise<AssessmentProgress> {
    return this.#progress;
  }

  async listConfirmations(
    refs?: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const confirmed = await this.#listConfirmed(refs);
    const declaring = await this.#catalog.listByAnnotation(
      [reviewedAnnotation],
      seesAll,
      { limit: 1_000 },
    );
    for (const { ref, annotations, seenAt } of declaring.items) {
      const spans = await this.#catalog.listOwnership(ref, seesAll);
      const present = spans.find(({ toAt }) => toAt === undefined);
      const at =
        present?.ownerRef === undefined || (refs && !refs.includes(ref))
          ? undefined
          : declaredReview(annotations[reviewedAnnotation], {
              ownedSince: present.fromAt,
              readAt: seenAt,
            });
      if (at !== undefined) {
        confirmed.set(ref, Math.max(at, confirmed.get(ref) ?? 0));
      }
    }
    return confirmed;
  }

  async listUnassessed(): Promise<string[]> {
    const confirmed = await this.#listConfirmed();
    return this.#open()
      .filter(
        ({ entityRef, verifiedAt }) =>
          (confirmed.get(entityRef) ?? 0) > (verifiedAt ?? 0),
      )
      .map(({ entityRef }) => entityRef)
      .sort(byValue);
  }

  async keep(assessment: Assessment): Promise<number | undefined> {
    const { states, refs, basis, day, now, hash } = assessment;
    if (basis !== this.#progress.revision) {
      return undefined;
    }
    const isAssessed = (ref: string) => !refs || refs.includes(ref);
    const open = this.#open().filter(span => isAssessed(span.entityRef));
    const plan = planSpans(open, states, day);
    this.#spans = this.#spans.filter(
      span =>
        span.toDay !== undefined || !plan.dropped.includes(span.entityRef),
    );
    for (const span of this.#open()) {
      if (plan.closed.includes(span.entityRef)) {
        span.toDay = day;
      }
    }
    this.#spans.push(...plan.written.map(span => ({ ...span })));
    this.#dates = this.#dates.filter(
      ({ entityRef, gap }) =>
        !isAssessed(entityRef) ||
        states.some(
          state => state.entityRef === entityRef && state.gaps.includes(gap),
        ),
    );
    if ([...this.#definitions.values()].at(-1) !== hash) {
      this.#definitions.delete(day);
      this.#definitions.set(day, hash);
    }
    this.#progress = {
      ...this.#progress,
      revision: basis + 1,
      ...(refs ? {} : { assessedAt: now, day, hash }),
    };
    return new Set([
      ...plan.closed,
      ...plan.dropped,
      ...plan.written.map(({ entityRef }) => entityRef),
    ]).size;
  }

  async deleteEndedBefore(day: string, limit: number): Promise<number> {
    const ended = this.#spans
      .filter(({ toDay }) => toDay !== undefined && toDay < day)
      .slice(0, limit);
    this.#spans = this.#spans.filter(span => !ended.includes(span));
    return ended.length;
  }

  async getState(
    entityRef: string,
    visibility: Visibility,
  ): Promise<AssessedState | undefined> {
    const span = this.#open().find(one => one.entityRef === entityRef);
    const seen = await this.#catalog.existingRefs([entityRef], visibility);
    if (!span || !seen.has(entityRef)) {
      return undefined;
    }
    const { fromDay: _fromDay, toDay: _toDay, ...state } = span;
    return state;
  }

  async listRows(
    selection: ComponentSelection,
    request: OwnershipListRequest,
  ): Promise<{ items: OwnershipStateRow[]; total: number }> {
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
    const rows = this.#select(selection)
      .map(({ span, kept }) => this.#toRow(span, kept.entity))
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
    const beyond = rows.filter(
      row =>
        !after ||
        compare(
          { value: value(row), ref: row.entityRef },
          { value: after.value, ref: after.entityRef },
        ) > 0,
    );
    return { items: beyond.slice(0, limit), total: rows.length };
  }

  async countLadder(selection: ComponentSelection): Promise<LadderCount[]> {
    const counts = new Map<string, LadderCount>();
    for (const { span } of this.#select(selection)) {
      const { tier, reached } = span;
      const key = JSON.stringify([tier, reached]);
      const entities = (counts.get(key)?.entities ?? 0) + 1;
      counts.set(key, { tier, reached, entities });
    }
    return [...counts.values()];
  }

  async countGaps(
    selection: ComponentSelection,
    day: string,
  ): Promise<ReadonlyMap<OwnershipGap, number>> {
    const holds = (from: string, to = '9999-12-31') => from <= day && day < to;
    const selected = this.#catalog
      .select(selection)
      .filter(({ spans }) => spans.some(span => holds(...span)))
      .flatMap(({ kept }) =>
        this.#spans.filter(
          ({ entityRef, fromDay, toDay }) =>
            entityRef === kept.entity.ref && holds(fromDay, toDay),
        ),
      );
    return new Map(
      ownershipGaps
        .map((gap): [OwnershipGap, number] => [
          gap,
          selected.filter(({ gaps }) => gaps.includes(gap)).length,
        ])
        .filter(([, entities]) => entities > 0),
    );
  }

  async listChanges(
    selection: ComponentSelection,
    { from, to }: DaySpan,
  ): Promise<LadderChange[]> {
    const changes: LadderChange[] = [];
    const add = (day: string, span: KeptSpan, entities: number) => {
      if (day <= to) {
        const { tier, reached } = span;
        changes.push({ day: day < from ? from : day, tier, reached, entities });
      }
    };
    for (const { kept, spans } of this.#catalog.select(selection)) {
      for (const span of this.#spans) {
        if (span.entityRef === kept.entity.ref) {
          for (const [inFrom, inTo] of spans) {
            const begin = span.fromDay > inFrom ? span.fromDay : inFrom;
            const last = span.toDay ?? '9999-12-31';
            const end = last < inTo ? last : inTo;
            if (begin < end) {
              add(begin, span, 1);
              add(end, span, -1);
            }
          }
        }
      }
    }
    return changes;
  }

  async countLeftOut(
    selection: ComponentSelection,
    definition: Pick<OwnershipDefinition, 'kinds' | 'excludedLifecycles'>,
  ): Promise<{ kindNotOwned: number; lifecycleLeftOut: number }> {
    const entities = this.#catalog
      .select({ ...selection, ownership: 'now' })
      .map(({ kept }) => kept.entity)
      .filter(({ kind }) => !kindsOwnedByNobody.includes(kind));
    const isOwned = ({ kind }: { kind: string }) =>
      definition.kinds.includes(kind);
    return {
      kindNotOwned: entities.filter(entity => !isOwned(entity)).length,
      lifecycleLeftOut: entities.filter(
        entity =>
          isOwned(entity) &&
          definition.excludedLifecycles.includes(
            entity.lifecycle?.toLowerCase() ?? '',
          ),
      ).length,
    };
  }

  async listDefinitionChanges(): Promise<string[]> {
    return [...this.#definitions.keys()].slice(1);
  }

  async listFindings(
    selection: ComponentSelection,
    { tiers, today }: { tiers: readonly string[]; today: string },
  ): Promise<OwnershipFinding[]> {
    return this.#select(selection)
      .map(({ span, kept }): OwnershipFinding => {
        const { entityRef, ownerRef, tier, gaps, expiresAt } = span;
        return {
          entityRef,
          title: kept.entity.title ?? kept.entity.name,
          ownerRef,
          tier,
          gaps,
          sinceDay: span.fromDay,
          expiresAt,
          overdue: this.#dates
            .filter(date => date.entityRef === entityRef && date.dueDay < today)
            .map(({ gap, dueDay }) => ({ gap, dueDay })),
        };
      })
      .filter(
        ({ gaps, tier, expiresAt, overdue }) =>
          (gaps.includes('unowned') && tiers.includes(tier ?? '')) ||
          gaps.includes('dangling_owner') ||
          (gaps.includes('review_overdue') && expiresAt !== null) ||
          overdue.length > 0,
      )
      .sort((a, b) => byValue(a.entityRef, b.entityRef));
  }

  async setGapDate(date: GapDateRecord): Promise<void> {
    await this.removeGapDate(date);
    this.#dates.push(date);
  }

  async removeGapDate({
    entityRef,
    gap,
  }: Pick<GapDateRecord, 'entityRef' | 'gap'>): Promise<boolean> {
    const before = this.#dates.length;
    this.#dates = this.#dates.filter(
      date => date.entityRef !== entityRef || date.gap !== gap,
    );
    return this.#dates.length < before;
  }

  async listGapDates(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<GapDateRecord[]> {
    const seen = await this.#catalog.existingRefs(entityRefs, visibility);
    return this.#dates
      .filter(({ entityRef }) => seen.has(entityRef))
      .sort(
        (a, b) =>
          byValue(a.dueDay, b.dueDay) ||
          byValue(a.entityRef, b.entityRef) ||
          byValue(a.gap, b.gap),
      );
  }

  /** Confirmations that were given in the portal. */
  async #listConfirmed(refs?: readonly string[]): Promise<Map<string, number>> {
    const confirmed = new Map<string, number>();
    for (const { entityRef, ownerRef, at } of this.#reviews) {
      const spans = await this.#catalog.listOwnership(entityRef, seesAll);
      const present = spans.find(({ toAt }) => toAt === undefined);
      if (
        (!refs || refs.includes(entityRef)) &&
        present?.ownerRef === ownerRef &&
        at >= present.fromAt
      ) {
        confirmed.set(entityRef, Math.max(at, confirmed.get(entityRef) ?? 0));
      }
    }
    return confirmed;
  }

  #open(): KeptSpan[] {
    return this.#spans.filter(({ toDay }) => toDay === undefined);
  }

  #select(selection: ComponentSelection) {
    const open = new Map(this.#open().map(span => [span.entityRef, span]));
    return this.#catalog
      .select({ ...selection, ownership: 'now' })
      .flatMap(({ kept }) => {
        const span = open.get(kept.entity.ref);
        return span ? [{ span, kept }] : [];
      });
  }

  #toRow(
    span: KeptSpan,
    entity: {
      name: string;
      title?: string;
      kind: string;
      type?: string;
      lifecycle?: string;
      systemRef?: string;
    },
  ): OwnershipStateRow {
    const { fromDay: _fromDay, toDay: _toDay, rungs: _rungs, ...state } = span;
    const days = this.#dates
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
}

function byValue(a: string | number, b: string | number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
