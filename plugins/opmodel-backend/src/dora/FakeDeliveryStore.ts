import type {
  DeliveryCalculation,
  DeliveryFacts,
  DeliveryStore,
} from './DeliveryStore';
import type { FakeComponent } from './fakeSelection';
import { keepDelivery, type KeptDelivery } from './keepDelivery';

const noFacts: DeliveryFacts = {
  deployments: [],
  changes: [],
  incidents: [],
  corrections: [],
  latestRecordedAt: null,
};

/** What is kept of one component. */
export type KeptResult = KeptDelivery & {
  calculation: string;
  entityRef: string;
  latestRecordedAt: number | null;
  computedAt: number;
};

/** Facts and what is calculated of them, in memory. */
export class FakeDeliveryStore implements DeliveryStore {
  readonly #components = new Map<string, FakeComponent>();
  readonly #facts = new Map<string, DeliveryFacts>();
  readonly #results = new Map<string, KeptResult>();

  /** From now on these are the facts of the component. */
  addComponent(
    component: FakeComponent,
    facts?: Partial<DeliveryFacts> & Pick<DeliveryFacts, 'latestRecordedAt'>,
  ): void {
    this.#components.set(component.ref, component);
    if (facts) {
      this.#facts.set(component.ref, { ...noFacts, ...facts });
    }
  }

  async writeDelivery(
    entityRef: string,
    calculations: readonly DeliveryCalculation[],
    { now }: { now: number },
  ): Promise<void> {
    const facts = this.factsOf(entityRef);
    for (const { calculation, compute } of calculations) {
      this.#results.set(`${calculation} ${entityRef}`, {
        ...keepDelivery(compute(facts)),
        calculation,
        entityRef,
        latestRecordedAt: facts.latestRecordedAt,
        computedAt: now,
      });
    }
  }

  async listWithDaysBefore(
    calculations: readonly string[],
    { day, after, limit }: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]> {
    const rows = new Map<string, number>();
    for (const { calculation, entityRef, days } of this.#results.values()) {
      if (calculations.includes(calculation) && entityRef > after) {
        const own = days.filter(row => row.day < day).length;
        rows.set(entityRef, (rows.get(entityRef) ?? 0) + own);
      }
    }
    return [...rows]
      .map(([entityRef, count]) => ({ entityRef, rows: count }))
      .filter(entity => entity.rows > 0)
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1))
      .slice(0, limit);
  }

  async listUncalculated(calculations: readonly string[]): Promise<string[]> {
    const results = [...this.#results.values()];
    return [...this.#facts]
      .filter(([ref, facts]) => {
        const own = results.filter(result => result.entityRef === ref);
        const newest = Math.max(...own.map(({ computedAt }) => computedAt));
        return calculations.some(name => {
          const mine = own.find(({ calculation }) => calculation === name);
          return mine === undefined
            ? facts.deployments.length + facts.incidents.length > 0
            : mine.computedAt < newest;
        });
      })
      .map(([ref]) => ref)
      .sort();
  }

  async dropOtherCalculations(
    calculations: readonly string[],
    unusedSince: number,
  ): Promise<void> {
    const newest = new Map<string, number>();
    for (const { calculation, computedAt } of this.#results.values()) {
      newest.set(
        calculation,
        Math.max(newest.get(calculation) ?? 0, computedAt),
      );
    }
    for (const [key, { calculation }] of this.#results) {
      if (
        !calculations.includes(calculation) &&
        newest.get(calculation)! < unusedSince
      ) {
        this.#results.delete(key);
      }
    }
  }

  protected get components(): FakeComponent[] {
    return [...this.#components.values()].sort((a, b) =>
      a.ref < b.ref ? -1 : 1,
    );
  }

  protected componentOf(ref: string): FakeComponent | undefined {
    return this.#components.get(ref);
  }

  protected factsOf(ref: string): DeliveryFacts {
    return this.#facts.get(ref) ?? noFacts;
  }

  protected resultsOf(calculation: string): KeptResult[] {
    return [...this.#results.values()].filter(
      result => result.calculation === calculation,
    );
  }

  protected resultOf(calculation: string, ref: string): KeptResult | undefined {
    return this.#results.get(`${calculation} ${ref}`);
  }
}
