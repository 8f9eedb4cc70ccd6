import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  DebtSightings,
  DebtSuggestionContext,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { SuggestionBatch } from '@opmodel/backstage-plugin-opmodel-common';
import { describeReadingProblem } from '../describeReadingProblem';
import { type FileLocation, locateFiles } from '../locateFiles';
import type { RepositoryReader } from '../RepositoryReader';
import type { DebtDigest } from './DebtDigest';

/** What a repository tells of one entity in it. */
export interface EntityFinding extends SuggestionBatch {
  /** What was not looked into, a sentence; null: all was. */
  problem: string | null;
}

/** One entity, and where its files are. */
export interface LocatedEntity extends FileLocation {
  entityRef: string;
}

/** Looks into the repositories of entities, each read once in a run. */
export class RepositoryDebtReader {
  readonly #integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  readonly #repositories: RepositoryReader;

  constructor(options: {
    integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
    repositories: RepositoryReader;
  }) {
    this.#integrations = options.integrations;
    this.#repositories = options.repositories;
  }

  /**
   * @param find - looks for what is debt of one entity
   * @returns of an entity without a repository: that it has none. One whose repository cannot be read is a problem
   */
  async look(
    entities: readonly FactEntity[],
    { signal }: DebtSuggestionContext,
    find: (digest: DebtDigest, entity: LocatedEntity) => EntityFinding,
  ): Promise<DebtSightings> {
    const found = await Promise.all(
      entities.map(async entity => ({
        entityRef: entity.entityRef,
        ...(await this.#lookAt(entity, signal, find)),
      })),
    );
    signal.throwIfAborted();
    return {
      lookedAt: found.flatMap(({ entityRef, problem }) =>
        problem === null ? [entityRef] : [],
      ),
      suggestions: found.flatMap(({ suggestions }) => suggestions),
      leftOut: found.flatMap(({ leftOut }) => leftOut),
      problems: found.flatMap(({ entityRef, problem }) =>
        problem === null ? [] : [{ entityRef, problem }],
      ),
    };
  }

  async #lookAt(
    entity: FactEntity,
    signal: AbortSignal,
    find: (digest: DebtDigest, entity: LocatedEntity) => EntityFinding,
  ): Promise<EntityFinding> {
    try {
      const place = locateFiles(entity, this.#integrations);
      if (!place) {
        return { suggestions: [], leftOut: [], problem: null };
      }
      const { debt } = await this.#repositories.read(
        place.repositoryUrl,
        signal,
      );
      return find(debt, { entityRef: entity.entityRef, ...place });
    } catch (error) {
      return {
        suggestions: [],
        leftOut: [],
        problem: describeReadingProblem(error),
      };
    }
  }
}

/** @returns null for none */
export function tellUnread(files: number, why: string): string | null {
  if (files === 0) {
    return null;
  }
  return files === 1
    ? `One file was not looked into: ${why}`
    : `${files} files were not looked into: ${why}`;
}
