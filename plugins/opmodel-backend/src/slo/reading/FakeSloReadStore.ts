import type { SloState } from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { Visibility } from '../../catalog/Visibility';
import type { SloStore } from '../SloStore';
import { countCoverage, listUncovered } from './FakeSloCoverage';
import { pageOfSlos } from './FakeSloList';
import { FakeSloSelection } from './FakeSloSelection';
import type {
  ListedProblem,
  ProblemPosition,
  SloCounts,
  SloListRequest,
  SloReadStore,
  SloSelection,
} from './SloReadStore';

/** Reads SLOs for people from the fake stores of the subject and a snapshot in memory. */
export class FakeSloReadStore implements SloReadStore {
  readonly #store: SloStore;
  readonly #slos: FakeSloSelection;

  constructor(options: { store: SloStore; catalog: FakeComponentCatalog }) {
    this.#store = options.store;
    this.#slos = new FakeSloSelection(options);
  }

  async list(selection: SloSelection, request: SloListRequest) {
    return pageOfSlos(await this.#slos.select(selection), request);
  }

  async find(ref: string, visibility: Visibility): Promise<string | undefined> {
    const [found] = await this.findAll([ref], visibility);
    return found;
  }

  async findAll(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const slos = await this.#store.definitions.list();
    return new Set(
      slos.flatMap(slo =>
        refs.includes(slo.definition.ref) && this.#slos.sees(slo, visibility)
          ? slo.definition.ref
          : [],
      ),
    );
  }

  async count(
    selection: SloSelection,
    { today }: { today: string },
  ): Promise<SloCounts> {
    const selected = await this.#slos.select(selection);
    const states = new Map<SloState, number>();
    for (const { slo } of selected) {
      const state = slo.state ?? 'no_data';
      states.set(state, (states.get(state) ?? 0) + 1);
    }
    const measured = selected.flatMap(
      ({ measurement }) => measurement?.measuredUntil ?? [],
    );
    return {
      states,
      burning: selected.filter(({ isBurning }) => isBurning).length,
      problems: selected.reduce(
        (sum, { problems }) => sum + problems.length,
        0,
      ),
      reviewsOverdue: selected.filter(
        ({ slo: { definition } }) => (definition.reviewOn ?? today) < today,
      ).length,
      measuredUntil: measured.length === 0 ? null : Math.max(...measured),
    };
  }

  countCoverage(selection: SloSelection) {
    return countCoverage(this.#slos, selection);
  }

  listUncovered(
    ...[selection, page]: Parameters<SloReadStore['listUncovered']>
  ) {
    return listUncovered(this.#slos, selection, page);
  }

  async listProblems(
    selection: SloSelection,
    page: Parameters<SloReadStore['listProblems']>[1],
  ): Promise<{ items: ListedProblem[]; total: number }> {
    const { severity, rule, limit, after } = page;
    const problems = (await this.#slos.select(selection))
      .flatMap(({ ref, slo, entityRef, ownerRef, problems: own }) =>
        own.map((problem, seq) => ({
          ...problem,
          rank: problem.severity === 'error' ? 0 : 1,
          ref,
          seq,
          title: slo.definition.title,
          entityRef,
          ownerRef,
        })),
      )
      .filter(
        problem =>
          (severity === undefined || problem.severity === severity) &&
          (rule === undefined || problem.rule === rule),
      )
      .sort(compareProblems);
    return {
      items: problems
        .filter(problem => !after || compareProblems(problem, after) > 0)
        .slice(0, limit),
      total: problems.length,
    };
  }

  async countProblems(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const ref of refs) {
      const { length } = await this.#store.definitions.listProblems(ref);
      if (length > 0) {
        counts.set(ref, length);
      }
    }
    return counts;
  }

  async listMeasuring(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<{ ref: string; entityRef: string }[]> {
    return (await this.#store.definitions.listMeasuring(entityRefs))
      .filter(slo => this.#slos.sees(slo, visibility))
      .map(({ definition: { ref, entityRef } }) => ({
        ref,
        entityRef: entityRef!,
      }));
  }

  async listBuckets({
    before = Infinity,
    limit,
    ...range
  }: Parameters<SloReadStore['listBuckets']>[0]) {
    const buckets = await this.#store.buckets.list(range);
    return {
      items: buckets
        .filter(({ start }) => start < before)
        .reverse()
        .slice(0, limit),
      total: buckets.length,
    };
  }

  async countWindows(sloRef: string, objective: number): Promise<number> {
    const windows = await this.#store.evaluations.listWindows(
      sloRef,
      objective,
      { limit: Infinity },
    );
    return windows.length;
  }
}

function compareProblems(a: ProblemPosition, b: ProblemPosition): number {
  const byRef = a.ref < b.ref ? -1 : Number(a.ref > b.ref);
  return a.rank - b.rank || byRef || a.seq - b.seq;
}
