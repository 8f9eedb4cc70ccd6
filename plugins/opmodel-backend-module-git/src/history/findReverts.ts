import type { CommitGraph } from './CommitGraph';
import type { Change } from './findChanges';

/** Finds commits by the titles and request numbers that messages of reverts quote. */
class QuotedCommits {
  readonly #byTitle = new Map<string, number[]>();
  readonly #byRequest = new Map<string, number[]>();

  constructor(private readonly graph: CommitGraph) {
    const titles = new Set<string>();
    const requests = new Set<string>();
    for (const { message } of graph.commits) {
      if (message.revertedTitle !== null) {
        titles.add(message.revertedTitle);
      }
      if (message.revertedRequest !== null) {
        requests.add(message.revertedRequest);
      }
    }
    if (titles.size + requests.size === 0) {
      return;
    }
    graph.commits.forEach(({ message }, index) => {
      for (const title of new Set([message.title, message.subject])) {
        if (titles.has(title)) {
          append(this.#byTitle, title, index);
        }
      }
      if (message.request !== null && requests.has(message.request)) {
        append(this.#byRequest, message.request, index);
      }
    });
  }

  /** The latest commit of that request or title before the one that quotes it. */
  find(quotedBy: number): number | undefined {
    const { message } = this.graph.commits[quotedBy];
    const candidates =
      (message.revertedRequest !== null &&
        this.#byRequest.get(message.revertedRequest)) ||
      (message.revertedTitle !== null &&
        this.#byTitle.get(message.revertedTitle)) ||
      [];
    let latest: number | undefined;
    for (const candidate of candidates) {
      if (
        this.#isBefore(candidate, quotedBy) &&
        (latest === undefined || this.#isBefore(latest, candidate))
      ) {
        latest = candidate;
      }
    }
    return latest;
  }

  #isBefore(a: number, b: number): boolean {
    const left = this.graph.commits[a];
    const right = this.graph.commits[b];
    const leftAt = left.committedAt ?? 0;
    const rightAt = right.committedAt ?? 0;
    return leftAt === rightAt
      ? this.graph.rank(a) < this.graph.rank(b)
      : leftAt < rightAt;
  }
}

function append(map: Map<string, number[]>, key: string, index: number) {
  const known = map.get(key);
  if (known) {
    known.push(index);
  } else {
    map.set(key, [index]);
  }
}

/**
 * Finds which change reverts which: by the object name that git writes into the message of a revert, else by the title or the
 * number of the request that the code host quotes. A merge is a revert when its own message says so, or when every commit that
 * it brings is one.
 *
 * @returns object name of the reverted change, by the commit of the reverting one. It is the change that had brought the
 * reverted commit; of a commit outside of this history it is the name that the message gives.
 */
export function findReverts(
  graph: CommitGraph,
  changes: ReadonlyMap<number, Change>,
): Map<number, string> {
  const broughtBy = new Map<number, number>();
  for (const { commit, brings } of changes.values()) {
    for (const part of [commit, ...brings]) {
      if (!broughtBy.has(part)) {
        broughtBy.set(part, commit);
      }
    }
  }
  const quoted = new QuotedCommits(graph);

  const readRevert = (commit: number): string | undefined => {
    const [name] = graph.commits[commit].message.revertedCommits;
    const reverted =
      name === undefined ? quoted.find(commit) : graph.resolve(name);
    if (reverted === undefined) {
      return name?.length === 40 ? name : undefined;
    }
    return graph.commits[broughtBy.get(reverted) ?? reverted].sha;
  };

  const reverts = new Map<number, string>();
  for (const { commit, brings } of changes.values()) {
    let reverted = readRevert(commit);
    if (reverted === undefined && brings.length > 0) {
      const parts = brings
        .filter(part => graph.commits[part].parents.length < 2)
        .sort((a, b) => graph.rank(a) - graph.rank(b) || a - b)
        .map(readRevert);
      reverted = parts.every(part => part !== undefined) ? parts[0] : undefined;
    }
    if (reverted !== undefined && reverted !== graph.commits[commit].sha) {
      reverts.set(commit, reverted);
    }
  }
  return reverts;
}
