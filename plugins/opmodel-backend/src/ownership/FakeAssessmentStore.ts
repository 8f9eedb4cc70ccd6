import type { FakeComponentCatalog } from '../catalog/FakeComponentCatalog';
import { seesAll } from '../catalog/Visibility';
import type {
  AssessedState,
  Assessment,
  AssessmentProgress,
  AssessmentStore,
} from './AssessmentStore';
import { declaredReview, reviewedAnnotation } from './declaredReview';
import type { GapDateRecord } from './OwnershipStore';
import { type OpenSpan, planSpans } from './planSpans';

/** How an entity is, or was, owned. */
export type KeptSpan = OpenSpan & { toDay?: string };

/** Keeps assessments in memory. */
export class FakeAssessmentStore implements AssessmentStore {
  protected readonly catalog: FakeComponentCatalog;
  /** Days on which the definition changed, with its hash. */
  protected readonly definitions = new Map<string, string>();
  protected spans: KeptSpan[] = [];
  protected dates: GapDateRecord[] = [];
  readonly #reviews: { entityRef: string; ownerRef: string; at: number }[] = [];
  #progress: AssessmentProgress = {
    revision: 0,
    assessedAt: null,
    day: null,
    hash: null,
  };

  constructor(catalog: FakeComponentCatalog) {
    this.catalog = catalog;
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
    const declaring = await this.catalog.listByAnnotation(
      [reviewedAnnotation],
      seesAll,
      { limit: 1_000 },
    );
    for (const { ref, annotations, seenAt } of declaring.items) {
      const spans = await this.catalog.listOwnership(ref, seesAll);
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
    return this.openSpans()
      .filter(
        ({ entityRef, verifiedAt }) =>
          (confirmed.get(entityRef) ?? 0) > (verifiedAt ?? 0),
      )
      .map(({ entityRef }) => entityRef)
      .sort();
  }

  async listStates(refs: readonly string[]): Promise<AssessedState[]> {
    return this.openSpans()
      .filter(({ entityRef }) => refs.includes(entityRef))
      .map(({ fromDay: _fromDay, toDay: _toDay, ...state }) => state);
  }

  async keep(assessment: Assessment): Promise<number | undefined> {
    const { states, refs, basis, day, now, hash } = assessment;
    if (basis !== this.#progress.revision) {
      return undefined;
    }
    const isAssessed = (ref: string) => !refs || refs.includes(ref);
    const open = this.openSpans().filter(span => isAssessed(span.entityRef));
    const plan = planSpans(open, states, day);
    this.spans = this.spans.filter(
      span =>
        span.toDay !== undefined || !plan.dropped.includes(span.entityRef),
    );
    for (const span of this.openSpans()) {
      if (plan.closed.includes(span.entityRef)) {
        span.toDay = day;
      }
    }
    this.spans.push(...plan.written.map(span => ({ ...span })));
    this.dates = this.dates.filter(
      ({ entityRef, gap }) =>
        !isAssessed(entityRef) ||
        states.some(
          state => state.entityRef === entityRef && state.gaps.includes(gap),
        ),
    );
    if ([...this.definitions.values()].at(-1) !== hash) {
      this.definitions.delete(day);
      this.definitions.set(day, hash);
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
    const ended = this.spans
      .filter(({ toDay }) => toDay !== undefined && toDay < day)
      .slice(0, limit);
    this.spans = this.spans.filter(span => !ended.includes(span));
    return ended.length;
  }

  /** How entities are owned now. */
  protected openSpans(): KeptSpan[] {
    return this.spans.filter(({ toDay }) => toDay === undefined);
  }

  /** Confirmations that were given in the portal. */
  async #listConfirmed(refs?: readonly string[]): Promise<Map<string, number>> {
    const confirmed = new Map<string, number>();
    for (const { entityRef, ownerRef, at } of this.#reviews) {
      const spans = await this.catalog.listOwnership(entityRef, seesAll);
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
}
