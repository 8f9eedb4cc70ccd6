import type { ScmIntegrations } from '@backstage/integration';
import type { CollectorContext } from '@opmodel/backstage-plugin-opmodel-node';
import type { GitSettings } from './gitSettings';
import { readComponentSettings } from './repositories/readComponentSettings';
import type { Repository } from './repositories/Repository';
import { RepositoryFinder } from './repositories/RepositoryFinder';
import { describeProblem, type ListedComponent } from './RepositoryReader';

/** A repository with the components that come from it. */
export interface ListedRepository {
  repository: Repository;
  /** By their refs. */
  components: ListedComponent[];
}

/**
 * Finds the repositories that the entities of the catalog name, and reports what is wrong with how they are named.
 *
 * @returns by the id of the repository
 */
export async function listRepositories(
  options: {
    settings: GitSettings;
    integrations: ScmIntegrations;
  } & Pick<CollectorContext, 'entities' | 'reportProblem'>,
): Promise<Map<string, ListedRepository>> {
  const { settings, integrations } = options;
  const finder = new RepositoryFinder(
    integrations,
    settings.mirrors,
    settings.ignore,
  );
  const listed = new Map<string, ListedRepository>();
  const problems = new Map<string, string[]>();
  for await (const entities of options.entities()) {
    for (const entity of entities) {
      try {
        const repository = finder.find(entity);
        if (repository) {
          const known = listed.get(repository.id) ?? {
            repository,
            components: [],
          };
          known.components.push({
            entityRef: entity.entityRef,
            ...readComponentSettings(entity, settings.defaults),
          });
          listed.set(repository.id, known);
        }
      } catch (error) {
        const message = describeProblem(error);
        const concerned = problems.get(message) ?? [];
        problems.set(message, [...concerned, entity.entityRef]);
      }
    }
  }
  // What is wrong with a host is wrong with all of its repositories, and is said once.
  for (const [message, [first, ...others]] of problems) {
    options.reportProblem({
      subject:
        others.length === 0 ? first : `${first} and ${others.length} more`,
      message,
    });
  }
  for (const { components } of listed.values()) {
    components.sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  }
  return listed;
}
