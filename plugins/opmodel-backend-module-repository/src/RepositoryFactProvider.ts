import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { FactSchema } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { describeReadingProblem } from './describeReadingProblem';
import { locateFiles } from './locateFiles';
import { repositorySchema, toRepositoryFacts } from './repositoryFacts';
import type { RepositoryReader } from './RepositoryReader';
import type { RepositorySettings } from './repositorySettings';

/**
 * Tells what the repositories of entities hold. Of an entity without a repository nothing is told; a repository that cannot be read is a
 * problem of the entities in it alone.
 */
export class RepositoryFactProvider implements FactProvider {
  readonly id = 'repository';
  readonly title = 'Repository files';
  // Groups, systems and domains are often described in a repository that is not theirs.
  readonly kinds = ['component', 'api', 'resource'];
  readonly schema: FactSchema;
  readonly cadence: { milliseconds: number };
  readonly freshness: { milliseconds: number };
  readonly #settings: RepositorySettings;
  readonly #integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  readonly #repositories: RepositoryReader;

  constructor(options: {
    repositories: RepositoryReader;
    integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
    settings: RepositorySettings;
  }) {
    const { settings } = options;
    this.#settings = settings;
    this.#integrations = options.integrations;
    this.#repositories = options.repositories;
    this.schema = {
      ...repositorySchema,
      ...Object.fromEntries(
        settings.files.map(({ name, description }) => [
          name,
          { type: 'boolean', description },
        ]),
      ),
    };
    this.cadence = { milliseconds: settings.cadenceMs };
    this.freshness = { milliseconds: settings.freshnessMs };
  }

  async provide(
    entities: readonly FactEntity[],
    { signal }: FactContext,
  ): Promise<ToldFacts[]> {
    const told = await Promise.all(
      entities.map(entity => this.#tell(entity, signal)),
    );
    signal.throwIfAborted();
    return told.filter(statement => statement !== undefined);
  }

  /** @returns undefined where it has no repository */
  async #tell(
    entity: FactEntity,
    signal: AbortSignal,
  ): Promise<ToldFacts | undefined> {
    const { entityRef } = entity;
    try {
      const place = locateFiles(entity, this.#integrations);
      if (!place) {
        return undefined;
      }
      const { repositoryUrl, folder } = place;
      const contents = await this.#repositories.read(repositoryUrl, signal);
      return {
        entityRef,
        facts: toRepositoryFacts(contents.facts, folder, this.#settings.files),
      };
    } catch (error) {
      return { entityRef, problem: describeReadingProblem(error) };
    }
  }
}
