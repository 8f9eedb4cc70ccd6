import type { Progress, ProgressStore } from './ProgressStore';

/** Keeps the progress in memory. */
export class FakeProgressStore implements ProgressStore {
  #progress: Progress | undefined;

  async begin(start: Omit<Progress, 'sentUntil'>): Promise<Progress> {
    this.#progress ??= { ...start, sentUntil: null };
    return { ...this.#progress };
  }

  async advance(sentUntil: number): Promise<void> {
    if (this.#progress) {
      this.#progress.sentUntil = Math.max(
        this.#progress.sentUntil ?? -Infinity,
        sentUntil,
      );
    }
  }
}
