import type { SloBackfill, SloBackfillStore } from './SloBackfillStore';

/** Keeps which objectives are measured backwards in memory. */
export class FakeSloBackfillStore implements SloBackfillStore {
  #kept: SloBackfill[] = [];

  /** Is told of the objectives of an SLO that are to be measured backwards; of those that are not there any more nothing is known. */
  define(
    sloRef: string,
    { objectives, from }: { objectives: readonly number[]; from: number },
  ): void {
    this.#kept = this.#kept.filter(
      kept => kept.sloRef !== sloRef || !objectives.includes(kept.objective),
    );
    this.#kept.push(
      ...objectives.map(objective => ({ sloRef, objective, from })),
    );
  }

  async list(sloRefs: readonly string[]): Promise<SloBackfill[]> {
    return this.#kept
      .filter(({ sloRef }) => sloRefs.includes(sloRef))
      .sort(
        (a, b) =>
          (a.sloRef < b.sloRef ? -1 : Number(a.sloRef > b.sloRef)) ||
          a.objective - b.objective,
      );
  }

  async settle(
    steps: readonly (SloBackfill & { next: number | null })[],
  ): Promise<void> {
    this.#kept = this.#kept.flatMap(kept => {
      const step = steps.find(
        ({ sloRef, objective, from }) =>
          sloRef === kept.sloRef &&
          objective === kept.objective &&
          from === kept.from,
      );
      if (step === undefined) {
        return [kept];
      }
      return step.next === null ? [] : [{ ...kept, from: step.next }];
    });
  }
}
