import type { ChangeFact, CommitFact } from './facts';

/** One change, whoever reported it. */
export interface MergedChange {
  /** The earliest trace of it: by any time of a commit, or as its source says. Epoch milliseconds. */
  firstKnownAt: number | null;
  /** When its first commit was committed, and when it was written; where no commit is known, as its source says. */
  firstCommittedAt: number | null;
  firstAuthoredAt: number | null;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number | null;
  commits: readonly CommitFact[];
  /** Commits that it reverts. */
  reverts: readonly string[];
  hotfix: boolean;
}

/**
 * Finds a change by what a deployment lists: the commit by which it reached the main line, its id, or one of its commits.
 *
 * Two sources may report the same change (the git history knows the commits, the code host the review). They are one
 * change; of each instant the earliest known is taken.
 */
export class ChangeIndex {
  readonly #changes = new Map<string, MergedChange>();
  /** From the id of a change to the commit by which it is kept. */
  readonly #commitsOfIds = new Map<string, string>();
  #changesOfCommits: Map<string, OwnedCommit> | undefined;

  constructor(changes: readonly ChangeFact[]) {
    for (const change of changes) {
      if (change.withdrawn) {
        continue;
      }
      const { commitSha, subject } = change;
      this.#add(commitSha ?? subject, change);
      if (commitSha !== null && commitSha !== subject) {
        const known = this.#commitsOfIds.get(subject);
        if (known === undefined || commitSha < known) {
          this.#commitsOfIds.set(subject, commitSha);
        }
      }
    }
  }

  /** The change itself, by its commit on the main line or its id. */
  find(key: string): MergedChange | undefined {
    return (
      this.#changes.get(key) ??
      this.#changes.get(this.#commitsOfIds.get(key) ?? '')
    );
  }

  /**
   * The change that one commit is part of, with the commit. Of several the one that was merged first, since later ones only
   * stand on it.
   */
  findByCommit(sha: string): OwnedCommit | undefined {
    this.#changesOfCommits ??= this.#indexCommits();
    return this.#changesOfCommits.get(sha);
  }

  #add(key: string, change: ChangeFact): void {
    const known = this.#changes.get(key);
    let committedAt: number | null = null;
    let authoredAt: number | null = null;
    for (const commit of change.commits) {
      committedAt = earliest(committedAt, commit.committedAt);
      authoredAt = earliest(authoredAt, commit.authoredAt);
    }
    this.#changes.set(key, {
      firstKnownAt: earliest(
        known?.firstKnownAt,
        earliest(earliest(committedAt, authoredAt), change.firstCommitAt),
      ),
      firstCommittedAt: earliest(
        known?.firstCommittedAt,
        committedAt ?? change.firstCommitAt,
      ),
      firstAuthoredAt: earliest(
        known?.firstAuthoredAt,
        authoredAt ?? change.firstCommitAt,
      ),
      openedAt: earliest(known?.openedAt, change.openedAt),
      firstReviewAt: earliest(known?.firstReviewAt, change.firstReviewAt),
      mergedAt: earliest(known?.mergedAt, change.mergedAt),
      commits: mergeCommits(known?.commits ?? [], change.commits),
      reverts:
        change.revertsCommitSha === null
          ? known?.reverts ?? []
          : [...(known?.reverts ?? []), change.revertsCommitSha],
      hotfix: known?.hotfix === true || change.hotfix === true,
    });
  }

  #indexCommits(): Map<string, OwnedCommit> {
    const owners = new Map<string, OwnedCommit & { key: string }>();
    for (const [key, change] of this.#changes) {
      for (const commit of change.commits) {
        const known = owners.get(commit.sha);
        const order = known
          ? (change.mergedAt ?? Infinity) - (known.change.mergedAt ?? Infinity)
          : -1;
        // Two that are not merged differ by no number.
        if (order < 0 || (!(order > 0) && key < known!.key)) {
          owners.set(commit.sha, { key, change, commit });
        }
      }
    }
    return owners;
  }
}

/** A commit with the change that it is part of. */
export interface OwnedCommit {
  change: MergedChange;
  commit: CommitFact;
}

function mergeCommits(
  known: readonly CommitFact[],
  reported: readonly CommitFact[],
): readonly CommitFact[] {
  if (known.length === 0 || reported.length === 0) {
    return known.length === 0 ? reported : known;
  }
  const bySha = new Map(known.map(commit => [commit.sha, commit]));
  for (const commit of reported) {
    const same = bySha.get(commit.sha);
    bySha.set(commit.sha, {
      sha: commit.sha,
      authoredAt: earliest(same?.authoredAt, commit.authoredAt),
      committedAt: earliest(same?.committedAt, commit.committedAt),
    });
  }
  return [...bySha.values()];
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
