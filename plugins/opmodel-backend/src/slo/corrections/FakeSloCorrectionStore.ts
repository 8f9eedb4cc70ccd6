import type { KeptCorrection, SloCorrectionStore } from './SloCorrectionStore';

/** Keeps corrections in memory. */
export class FakeSloCorrectionStore implements SloCorrectionStore {
  readonly #kept = new Map<string, KeptCorrection>();

  async keep(correction: KeptCorrection): Promise<void> {
    // An acceptance does not change: what was kept first stays.
    if (!this.#kept.has(correction.acceptanceId)) {
      this.#kept.set(correction.acceptanceId, correction);
    }
  }

  async drop(acceptanceId: string): Promise<boolean> {
    return this.#kept.delete(acceptanceId);
  }

  async list(sloRefs: readonly string[]): Promise<KeptCorrection[]> {
    return [...this.#kept.values()]
      .filter(({ sloRef }) => sloRefs.includes(sloRef))
      .sort((a, b) =>
        a.sloRef === b.sloRef
          ? a.from - b.from || (a.acceptanceId < b.acceptanceId ? -1 : 1)
          : (a.sloRef < b.sloRef && -1) || 1,
      );
  }
}
