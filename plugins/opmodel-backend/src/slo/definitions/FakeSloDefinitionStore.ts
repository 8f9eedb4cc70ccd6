import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { FakeSloEvaluationStore } from '../evaluation/FakeSloEvaluationStore';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import type { FakeSloMeasurementStore } from '../measurement/FakeSloMeasurementStore';
import type { FakeSliBucketStore } from '../measurement/FakeSliBucketStore';
import type { FakeSloBackfillStore } from '../measurement/FakeSloBackfillStore';
import { problemHashOf } from './problemHash';
import type {
  DefinedSlo,
  KnownSlo,
  SloChanges,
  SloDefinitionStore,
  SloProblemRow,
  StoredSlo,
} from './SloDefinitionStore';

interface Kept {
  known: KnownSlo;
  stored: StoredSlo;
  problems: readonly SloProblemRow[];
}

/** Keeps definitions in memory. */
export class FakeSloDefinitionStore implements SloDefinitionStore {
  readonly #kept = new Map<string, Kept>();
  readonly #catalog: CatalogStore;
  readonly #measurements: FakeSloMeasurementStore;
  readonly #evaluations: FakeSloEvaluationStore;
  readonly #buckets: FakeSliBucketStore;
  readonly #backfills: FakeSloBackfillStore;

  constructor(options: {
    catalog: CatalogStore;
    buckets: FakeSliBucketStore;
    backfills: FakeSloBackfillStore;
    measurements: FakeSloMeasurementStore;
    evaluations: FakeSloEvaluationStore;
  }) {
    this.#catalog = options.catalog;
    this.#buckets = options.buckets;
    this.#backfills = options.backfills;
    this.#measurements = options.measurements;
    this.#evaluations = options.evaluations;
  }

  async listKnown(): Promise<ReadonlyMap<string, KnownSlo>> {
    return new Map([...this.#kept].map(([ref, { known }]) => [ref, known]));
  }

  async apply(
    { defined, mended, removed }: SloChanges,
    { now }: { now: number },
  ): Promise<void> {
    for (const slo of defined) {
      await this.#define(slo, now);
    }
    for (const { definition, problems } of mended) {
      const kept = this.#kept.get(definition.ref)!;
      kept.problems = problems;
      kept.known = { ...kept.known, problemHash: problemHashOf(problems) };
    }
    for (const ref of removed) {
      const kept = this.#kept.get(ref);
      if (kept) {
        kept.known = { ...kept.known, removed: true };
        kept.stored = {
          ...kept.stored,
          removedAt: kept.stored.removedAt ?? now,
        };
        kept.problems = [];
      }
      this.#measurements.drop(ref);
      this.#evaluations.drop(ref);
    }
  }

  async list(refs?: readonly string[]): Promise<StoredSlo[]> {
    return [...this.#kept]
      .filter(([ref, { known }]) =>
        refs ? refs.includes(ref) : !known.removed,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { stored }]) => stored);
  }

  async listMeasuring(entityRefs: readonly string[]): Promise<StoredSlo[]> {
    return (await this.list()).filter(({ definition: { entityRef } }) =>
      entityRefs.includes(entityRef ?? ''),
    );
  }

  async listProblems(ref: string): Promise<SloProblemRow[]> {
    return [...(this.#kept.get(ref)?.problems ?? [])];
  }

  async countMeasured(kind: string, visibility: Visibility): Promise<number> {
    const measured: StoredSlo[] = [];
    for (const { stored, known } of this.#kept.values()) {
      const { ref } = stored.definition;
      const [row] = (await this.#measurements.getMany([ref])).values();
      if (!known.removed && row?.measuredAt) {
        measured.push(stored);
      }
    }
    const visible = await this.#catalog.existingRefs(
      measured.map(({ definition }) => definition.ref),
      visibility,
    );
    const entities = await this.#catalog.getEntities(
      measured
        .filter(({ definition }) => visible.has(definition.ref))
        .flatMap(({ definition }) => definition.entityRef ?? []),
      visibility,
    );
    return entities.filter(entity => entity.kind === kind).length;
  }

  /** Is told how the worst objective of an SLO stands. */
  stand(
    ref: string,
    worst: Pick<SloObjectiveState, 'state' | 'remaining'>,
  ): void {
    const kept = this.#kept.get(ref);
    if (kept) {
      kept.stored = { ...kept.stored, state: worst.state };
    }
  }

  async #define(
    slo: SloChanges['defined'][number],
    now: number,
  ): Promise<void> {
    const { definition, problems, sourceType, countsFrom, backfill } = slo;
    const { ref } = definition;
    this.#kept.set(ref, {
      known: knownOf(slo, countsFrom),
      stored: {
        definition,
        sourceType,
        countsFrom,
        state: this.#kept.get(ref)?.stored.state ?? null,
        definedAt: now,
        removedAt: null,
      },
      problems,
    });
    if (backfill) {
      await this.#buckets.drop(ref, backfill);
      this.#backfills.define(ref, backfill);
    }
    if (sourceType === null) {
      this.#measurements.drop(ref);
    } else {
      const days = await this.#buckets.list({
        sloRef: ref,
        objective: definition.objectives[0].index,
        resolution: 86_400,
        from: 0,
        to: Infinity,
      });
      const knownUntil = days.at(-1)?.start ?? null;
      this.#measurements.define(ref, { ...slo, sourceType, knownUntil, now });
    }
    this.#evaluations.define(ref, { now });
  }
}

function knownOf(slo: DefinedSlo, countsFrom: number | null): KnownSlo {
  return {
    ref: slo.definition.ref,
    definitionHash: slo.definitionHash,
    indicatorHash: slo.indicatorHash,
    sliceHash: slo.sliceHash,
    problemHash: problemHashOf(slo.problems),
    countsFrom,
    removed: false,
  };
}
