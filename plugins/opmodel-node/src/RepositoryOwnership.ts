/** A rule of a CODEOWNERS file. */
export interface CodeownersRuleRead {
  /** As the file has it. */
  pattern: string;
  /** From 1. */
  line: number;
  /** All of them, with people left out as `concealCodeowner` does it. None: the rule takes owners away. */
  owners: string[];
}

/** What a CODEOWNERS file says of the folder of an entity. */
export interface CodeownersRead {
  /** Path of the file in its repository. */
  path: string;
  /** The rules that decide for the folder; none where the file says nothing of it. */
  rules: CodeownersRuleRead[];
}

/** What people of a team did, together. */
export interface TeamActivity {
  teamRef: string;
  /** Commits that somebody of the team wrote, alone or with others. */
  commits: number;
  /** Distinct people of the team who wrote them. */
  contributors: number;
}

/** What a repository says of who owns an entity. It counts people and knows none. Instants are epoch milliseconds. */
export interface RepositoryOwnership {
  entityRef: string;
  /** Folder of the entity in its repository; null: all of it. */
  folder: string | null;
  /** Null: the repository has no such file. */
  codeowners: CodeownersRead | null;
  /** The window of the commits. */
  from: number;
  to: number;
  /** Commits of people, without merges. */
  commits: number;
  /** Distinct people who wrote them. */
  contributors: number;
  /** Commits of people whose team is not known. */
  unassignedCommits: number;
  /** By the ref of the team. Someone may be in several teams, so the commits of teams need not add up to the total. */
  teams: TeamActivity[];
}

/** How a collector tells who owns what by what repositories say, without ever naming an author. */
export interface RepositoryOwnershipPort {
  /**
   * The teams of people, from the live catalog. Addresses are asked for and forgotten: neither side may store or log them.
   *
   * @param addresses - e-mail addresses of authors, in whatever case
   * @returns refs of groups by address in lower case; who is not known, or is in no group, is not there
   */
  teamsOf(
    addresses: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;

  /** Takes what was read of entities, in place of what was told of them before. */
  report(ownerships: readonly RepositoryOwnership[]): Promise<void>;
}
