import type {
  RepositoryOwnership,
  RepositoryOwnershipPort,
} from '@opmodel/backstage-plugin-opmodel-node';
import { countActivity } from './activity/countActivity';
import {
  type AuthoredCommit,
  readAuthoredCommits,
} from './activity/readAuthoredCommits';
import { findRules } from './codeowners/findRules';
import { readCodeowners } from './codeowners/readCodeowners';
import type { GitProgram } from './git/GitProgram';
import type { RepositoryClone } from './git/RepositoryClone';
import { findReference } from './repositories/findReference';
import type { Repository } from './repositories/Repository';
import type { ListedComponent } from './RepositoryReader';

/** The window in which commits are counted. Milliseconds. */
const activityWindow = 90 * 24 * 60 * 60 * 1000;

/** Reads what a repository says of who owns its components: its CODEOWNERS, and the teams that work on it. */
export class OwnershipReader {
  constructor(
    private readonly options: {
      git: GitProgram;
      clone: RepositoryClone;
      repository: Repository;
      authorization: string | undefined;
      signal: AbortSignal;
      port: Pick<RepositoryOwnershipPort, 'teamsOf'>;
    },
  ) {}

  /**
   * @param now - epoch milliseconds
   * @returns nothing for components whose branch is not there
   * @throws GitCommandError or InputError when it cannot be read
   */
  async read(
    components: readonly ListedComponent[],
    now: number,
  ): Promise<RepositoryOwnership[]> {
    const byTip = await this.#locate(components);
    const ownerships: RepositoryOwnership[] = [];
    for (const [tip, located] of byTip) {
      ownerships.push(...(await this.#readTip(tip, located, now)));
    }
    return ownerships;
  }

  async #readTip(
    tip: string,
    components: readonly ListedComponent[],
    now: number,
  ): Promise<RepositoryOwnership[]> {
    const { git, clone, repository, signal, port } = this.options;
    const command = { gitDirectory: clone.directory, signal };
    const codeowners = await readCodeowners(git, tip, repository.host, command);
    const from = now - activityWindow;
    const commits = await readAuthoredCommits(
      git,
      tip,
      { since: from, folders: components.map(({ path }) => path) },
      command,
    );
    const addresses = new Set(commits.flatMap(({ authors }) => authors));
    const teamsOf =
      addresses.size > 0 ? await port.teamsOf([...addresses]) : new Map();
    return components.map(({ entityRef, path }) => ({
      entityRef,
      folder: path ?? null,
      codeowners: codeowners
        ? { path: codeowners.path, rules: findRules(codeowners.file, path) }
        : null,
      from,
      to: now,
      ...countActivity(within(commits, path), teamsOf),
    }));
  }

  /** The components by the commit at the tip of their branch, which is fetched where the clone does not have it. */
  async #locate(
    components: readonly ListedComponent[],
  ): Promise<Map<string, ListedComponent[]>> {
    const { clone, signal, authorization } = this.options;
    const remote = await clone.listRemote({ signal, authorization });
    const located = components.flatMap(component => {
      const reference = findReference(component.branch, remote);
      return reference === undefined ? [] : [{ component, reference }];
    });
    const byTip = new Map<string, ListedComponent[]>();
    if (located.length === 0) {
      return byTip;
    }
    const references = [...new Set(located.map(({ reference }) => reference))];
    await clone.fetch(references, { signal, authorization });
    const tips = await clone.readTips(references, signal);
    for (const { component, reference } of located) {
      const tip = tips.get(reference);
      if (tip !== undefined) {
        byTip.set(tip, [...(byTip.get(tip) ?? []), component]);
      }
    }
    return byTip;
  }
}

function within(
  commits: readonly AuthoredCommit[],
  folder: string | undefined,
): AuthoredCommit[] {
  return commits.filter(({ folders }) => folders.has(folder));
}
