import type {
  LadderCount,
  OwnershipDefinition,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import type { Visibility } from '../catalog/Visibility';
import type { AssessedState } from './AssessmentStore';
import { FakeAssessmentStore } from './FakeAssessmentStore';
import { countGaps, countLadder, listLadderChanges } from './FakeLadderCounts';
import { pageOfOwnership, toOwnershipRow } from './FakeOwnershipList';
import { kindsOwnedByNobody } from './kindsOwnedByNobody';
import type {
  GapDateRecord,
  LadderChange,
  OwnershipFinding,
  OwnershipListRequest,
  OwnershipStateRow,
  OwnershipStore,
} from './OwnershipStore';

/** Ownership in memory, as it was assessed. */
export class FakeOwnershipStore
  extends FakeAssessmentStore
  implements OwnershipStore
{
  async getState(
    entityRef: string,
    visibility: Visibility,
  ): Promise<AssessedState | undefined> {
    const span = this.openSpans().find(one => one.entityRef === entityRef);
    const seen = await this.catalog.existingRefs([entityRef], visibility);
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
    const rows = this.#select(selection).map(({ span, kept }) =>
      toOwnershipRow(span, kept.entity, this.dates),
    );
    return pageOfOwnership(rows, request);
  }

  async countLadder(selection: ComponentSelection): Promise<LadderCount[]> {
    return countLadder(this.#select(selection).map(({ span }) => span));
  }

  async countGaps(
    selection: ComponentSelection,
    day: string,
  ): Promise<ReadonlyMap<OwnershipGap, number>> {
    return countGaps(this.catalog.select(selection), this.spans, day);
  }

  async listChanges(
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<LadderChange[]> {
    return listLadderChanges(this.catalog.select(selection), this.spans, span);
  }

  async countLeftOut(
    selection: ComponentSelection,
    definition: Pick<OwnershipDefinition, 'kinds' | 'excludedLifecycles'>,
  ): Promise<{ kindNotOwned: number; lifecycleLeftOut: number }> {
    const entities = this.catalog
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
    return [...this.definitions.keys()].slice(1);
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
          overdue: this.dates
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
    this.dates.push(date);
  }

  async removeGapDate({
    entityRef,
    gap,
  }: Pick<GapDateRecord, 'entityRef' | 'gap'>): Promise<boolean> {
    const before = this.dates.length;
    this.dates = this.dates.filter(
      date => date.entityRef !== entityRef || date.gap !== gap,
    );
    return this.dates.length < before;
  }

  async listGapDates(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<GapDateRecord[]> {
    const seen = await this.catalog.existingRefs(entityRefs, visibility);
    return this.dates
      .filter(({ entityRef }) => seen.has(entityRef))
      .sort(
        (a, b) =>
          byValue(a.dueDay, b.dueDay) ||
          byValue(a.entityRef, b.entityRef) ||
          byValue(a.gap, b.gap),
      );
  }

  #select(selection: ComponentSelection) {
    const open = new Map(this.openSpans().map(span => [span.entityRef, span]));
    return this.catalog
      .select({ ...selection, ownership: 'now' })
      .flatMap(({ kept }) => {
        const span = open.get(kept.entity.ref);
        return span ? [{ span, kept }] : [];
      });
  }
}

function byValue(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
