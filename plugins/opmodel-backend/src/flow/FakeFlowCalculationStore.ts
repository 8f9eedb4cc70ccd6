import type { FakeComponent } from './FakeComponents';
import type { FlowCalculationStore, FlowFacts } from './FlowCalculationStore';
import type { FlowResult } from './FlowResult';
import { keepFlow, type KeptFlow } from './keepFlow';

/** What was calculated of one component. */
export type KeptResult = KeptFlow & {
  component: FakeComponent;
  facts: FlowFacts;
};

const noFacts: FlowFacts = { items: [], runs: [], latestRecordedAt: null };

/** Results of calculations in memory. */
export class FakeFlowCalculationStore implements FlowCalculationStore {
  readonly #components = new Map<string, FakeComponent>();
  readonly #facts = new Map<string, FlowFacts>();
  readonly #results = new Map<string, Map<string, KeptResult>>();
  readonly #computedAt = new Map<string, Map<string, number>>();

  /** Adds a component, or gives it other facts. */
  addComponent(component: FakeComponent, facts?: FlowFacts): void {
    this.#components.set(component.ref, component);
    if (facts) {
      this.#facts.set(component.ref, facts);
    }
  }

  /** All components, ordered by ref. */
  components(): FakeComponent[] {
    return [...this.#components.values()].sort((a, b) =>
      a.ref < b.ref ? -1 : 1,
    );
  }

  /** What is calculated of a component. */
  resultOf(calculation: string, ref: string): KeptResult | undefined {
    return this.#results.get(calculation)?.get(ref);
  }

  async writeFlow(
    calculation: string,
    entityRef: string,
    compute: (facts: FlowFacts) => FlowResult,
    { now }: { now: number },
  ): Promise<void> {
    const facts = this.#facts.get(entityRef) ?? noFacts;
    const component = this.#components.get(entityRef)!;
    const results = this.#results.get(calculation) ?? new Map();
    this.#results.set(calculation, results);
    results.set(entityRef, { ...keepFlow(compute(facts)), component, facts });
    const times = this.#computedAt.get(calculation) ?? new Map();
    this.#computedAt.set(calculation, times);
    times.set(entityRef, now);
  }

  async listWithDaysBefore(
    calculation: string,
    { day, after, limit }: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]> {
    return [...(this.#results.get(calculation) ?? [])]
      .map(([entityRef, { days }]) => ({
        entityRef,
        rows: days.filter(row => row.day < day).length,
      }))
      .filter(({ entityRef, rows }) => rows > 0 && entityRef > after)
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1))
      .slice(0, limit);
  }

  async listUncalculated(calculation: string): Promise<string[]> {
    return [...this.#facts]
      .filter(([ref, { items, runs }]) => {
        const mine = this.#computedAt.get(calculation)?.get(ref);
        const newest = Math.max(
          ...[...this.#computedAt.values()].map(times => times.get(ref) ?? 0),
        );
        return mine === undefined
          ? items.length + runs.length > 0
          : mine < newest;
      })
      .map(([ref]) => ref)
      .sort();
  }

  async dropOtherCalculations(
    calculation: string,
    unusedSince: number,
  ): Promise<void> {
    for (const [name, times] of this.#computedAt) {
      if (name !== calculation && Math.max(...times.values()) < unusedSince) {
        this.#computedAt.delete(name);
        this.#results.delete(name);
      }
    }
  }
}
