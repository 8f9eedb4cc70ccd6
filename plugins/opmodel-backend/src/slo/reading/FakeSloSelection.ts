import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { isCalled } from '../../catalog/FakeComponentCatalog';
import type { KeptEntity } from '../../catalog/FakeSnapshotStore';
import type { Visibility } from '../../catalog/Visibility';
import type {
  SloProblemRow,
  StoredSlo,
} from '../definitions/SloDefinitionStore';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import { worstState } from '../evaluation/worstState';
import type { SloMeasurement } from '../measurement/SloMeasurementStore';
import type { SloStore } from '../SloStore';
import type { SloSelection } from './SloReadStore';

/** An SLO in memory, with all that is known of it. */
export interface SelectedSlo {
  slo: StoredSlo;
  ref: string;
  entityRef: string | null;
  /** Its document in the snapshot. */
  document: KeptEntity;
  /** What it measures, where that is known. */
  member: KeptEntity | undefined;
  ownerRef: string | null;
  states: SloObjectiveState[];
  /** By which it is listed. */
  worst: SloObjectiveState | undefined;
  isBurning: boolean;
  measurement: SloMeasurement | undefined;
  problems: SloProblemRow[];
}

/** Selects SLOs in memory. */
export class FakeSloSelection {
  readonly #store: SloStore;
  readonly catalog: FakeComponentCatalog;

  constructor(options: { store: SloStore; catalog: FakeComponentCatalog }) {
    this.#store = options.store;
    this.catalog = options.catalog;
  }

  /** SLOs of a selection, by ref. */
  async select({
    scopeRef,
    filter = {},
    visibility,
  }: SloSelection): Promise<SelectedSlo[]> {
    const { ownerRefs, descendants, text, ...rest } = filter;
    const selected: SelectedSlo[] = [];
    for (const slo of await this.#store.definitions.list()) {
      const found = await this.#describe(slo);
      if (
        found &&
        this.sees(slo, visibility) &&
        (scopeRef === undefined || this.#isIn(found, scopeRef)) &&
        this.catalog.meetsFilter(found.member, { filter: rest, visibility }) &&
        (ownerRefs === undefined ||
          ownerRefs.includes(found.ownerRef ?? '') ||
          (descendants === true &&
            this.#isOwnedBelow(slo, ownerRefs, visibility))) &&
        (!text ||
          isCalled(found.document, text) ||
          isCalled(found.member, text))
      ) {
        selected.push(found);
      }
    }
    return selected;
  }

  /** Whether both the document and what it measures may be seen. */
  sees(
    { definition: { ref, entityRef } }: StoredSlo,
    visibility: Visibility,
  ): boolean {
    return (
      this.catalog.sees(visibility, ref) &&
      (entityRef === null || this.catalog.sees(visibility, entityRef))
    );
  }

  async #describe(slo: StoredSlo): Promise<SelectedSlo | undefined> {
    const { ref, entityRef, ownerRef } = slo.definition;
    const document = this.catalog.find(ref);
    const member = this.catalog.find(entityRef);
    const states = await this.#store.evaluations.listStates([ref]);
    return (
      document && {
        slo,
        ref,
        entityRef,
        document,
        member,
        ownerRef: ownerRef ?? member?.entity.ownerRef ?? null,
        states,
        worst: worstState(states),
        isBurning: states.some(({ alertState }) =>
          ['firing', 'resolving'].includes(alertState ?? ''),
        ),
        measurement: (await this.#store.measurements.getMany([ref])).get(ref),
        problems: await this.#store.definitions.listProblems(ref),
      }
    );
  }

  #isIn({ ref, entityRef }: SelectedSlo, scopeRef: string): boolean {
    return [ref, entityRef ?? ''].some(of =>
      this.catalog.listOpenScopes(of).includes(scopeRef),
    );
  }

  /** Below whom the SLO itself is owned, where it has an owner of its own; else what it measures. */
  #isOwnedBelow(
    { definition: { ref, entityRef, ownerRef } }: StoredSlo,
    ownerRefs: readonly string[],
    visibility: Visibility,
  ): boolean {
    return this.catalog.countsIn(
      ownerRef === null ? entityRef ?? '' : ref,
      ownerRefs,
      visibility,
    );
  }
}
