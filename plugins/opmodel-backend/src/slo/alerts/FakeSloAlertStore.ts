import type { SloAlertKey, SloAlertRow, SloAlertStore } from './SloAlertStore';

/** Keeps alerts in memory. */
export class FakeSloAlertStore implements SloAlertStore {
  readonly #rows = new Map<string, SloAlertRow>();

  async list(sloRefs: readonly string[]): Promise<SloAlertRow[]> {
    return [...this.#rows.values()]
      .filter(({ sloRef }) => sloRefs.includes(sloRef))
      .sort(
        (a, b) =>
          compare(a.sloRef, b.sloRef) ||
          a.objective - b.objective ||
          compare(a.rule, b.rule),
      );
  }

  async step(
    steps: readonly { row: SloAlertRow; before: number | null }[],
  ): Promise<void> {
    for (const { row, before } of steps) {
      const known = this.#rows.get(keyOf(row));
      if ((known?.evaluatedAt ?? null) === before) {
        this.#rows.set(keyOf(row), row);
      }
    }
  }

  async drop(keys: readonly SloAlertKey[]): Promise<void> {
    keys.forEach(key => this.#rows.delete(keyOf(key)));
  }
}

function keyOf({ sloRef, objective, rule }: SloAlertKey): string {
  return JSON.stringify([sloRef, objective, rule]);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
