import type { ChangeFact } from './facts';

/** The instants of one change, whoever reported them. */
export type MergedChange = Pick<
  ChangeFact,
  'firstCommitAt' | 'openedAt' | 'firstReviewAt' | 'mergedAt'
>;

/**
 * Finds a change by what a deployment lists: the commit by which it reached the main line, or its id.
 *
 * Two sources may report the same change (the git history knows the commits, the code host the review). They are one
 * change; of each instant the earliest known is taken.
 */
export class ChangeIndex {
  readonly #changes = new Map<string, MergedChange>();

  constructor(changes: readonly ChangeFact[]) {
    for (const change of changes) {
      if (!change.withdrawn) {
        this.#add(change.commitSha ?? change.subject, change);
      }
    }
    for (const change of changes) {
      const key = change.commitSha;
      if (!change.withdrawn && key !== null && key !== change.subject) {
        const bySubject = this.#changes.get(change.subject);
        if (bySubject === undefined) {
          this.#changes.set(change.subject, this.#changes.get(key)!);
        }
      }
    }
  }

  find(key: string): MergedChange | undefined {
    return this.#changes.get(key);
  }

  #add(key: string, change: ChangeFact): void {
    const known = this.#changes.get(key);
    this.#changes.set(key, {
      firstCommitAt: earliest(known?.firstCommitAt, change.firstCommitAt),
      openedAt: earliest(known?.openedAt, change.openedAt),
      firstReviewAt: earliest(known?.firstReviewAt, change.firstReviewAt),
      mergedAt: earliest(known?.mergedAt, change.mergedAt),
    });
  }
}

function earliest(
  known: number | null | undefined,
  reported: number | null,
): number | null {
  if (known === null || known === undefined) {
    return reported;
  }
  return reported === null ? known : Math.min(known, reported);
}
