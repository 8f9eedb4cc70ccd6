import type { ScmIntegrations } from '@backstage/integration';
import {
  suggestFromHotspots,
  type SuggestionBatch,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtSightings,
  DebtSuggestionContext,
  DebtSuggestionSource,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CloneLocks } from '../git/CloneLocks';
import { prepareCache } from '../git/prepareCache';
import type { GitSettings } from '../gitSettings';
import { readComponentSettings } from '../repositories/readComponentSettings';
import type { Repository } from '../repositories/Repository';
import { RepositoryFinder } from '../repositories/RepositoryFinder';
import { describeProblem, type ListedComponent } from '../RepositoryReader';
import { BranchActivityReader } from './BranchActivityReader';
import { fileAddress } from './fileAddress';
import type { HotspotSettings } from './hotspotSettings';

const DAY = 86_400_000;

/** Of a longer problem, the beginning is told. */
const maximumProblem = 300;

/** What the source depends on. */
export interface HotspotSourceOptions {
  git: GitSettings;
  settings: HotspotSettings;
  integrations: ScmIntegrations;
  /** Those of the collector, which works on the same clones. */
  locks: CloneLocks;
}

interface Looked extends SuggestionBatch {
  problem: string | null;
}

const nothing: Looked = { suggestions: [], leftOut: [], problem: null };

/** Finds the files that most of the work of a component goes into, by the history of its repository. */
export class HotspotSource implements DebtSuggestionSource {
  readonly id = 'hotspot';
  readonly title = 'Hotspots';
  // An API or a system is often described beside the component that has its files.
  readonly kinds = ['component'];
  readonly cadence = { hours: 24 };
  readonly batchSize = 20;
  readonly #options: HotspotSourceOptions;
  readonly #finder: RepositoryFinder;
  /** By the run, which is one object for all of its questions. */
  readonly #readers = new WeakMap<
    DebtSuggestionContext,
    Promise<BranchActivityReader>
  >();

  constructor(options: HotspotSourceOptions) {
    const { git, integrations } = options;
    this.#options = options;
    this.#finder = new RepositoryFinder(integrations, git.mirrors, git.ignore);
  }

  async suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    const reader = await this.#readerOf(context);
    const looked: (Looked & { entityRef: string })[] = [];
    const waiting = [...entities];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        context.signal.throwIfAborted();
        looked.push({
          entityRef: next.entityRef,
          ...(await this.#lookAt(next, reader, context)),
        });
      }
    };
    await Promise.all(
      Array.from({ length: this.#options.git.concurrency }, work),
    );
    looked.sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
    return {
      lookedAt: looked.flatMap(({ entityRef, problem }) =>
        problem === null ? [entityRef] : [],
      ),
      suggestions: looked.flatMap(({ suggestions }) => suggestions),
      leftOut: looked.flatMap(({ leftOut }) => leftOut),
      problems: looked.flatMap(({ entityRef, problem }) =>
        problem === null ? [] : [{ entityRef, problem }],
      ),
    };
  }

  async #lookAt(
    entity: FactEntity,
    reader: BranchActivityReader,
    { signal }: DebtSuggestionContext,
  ): Promise<Looked> {
    const given = { ...entity, annotations: { ...entity.annotations } };
    try {
      const repository = this.#finder.find(given);
      if (!repository) {
        return nothing;
      }
      const component = {
        entityRef: entity.entityRef,
        ...readComponentSettings(given, this.#options.git.defaults),
      };
      return await this.#suggestFor(component, repository, reader);
    } catch (error) {
      signal.throwIfAborted();
      return {
        ...nothing,
        problem: describeProblem(error).slice(0, maximumProblem),
      };
    }
  }

  async #suggestFor(
    { entityRef, path, branch }: ListedComponent,
    repository: Repository,
    reader: BranchActivityReader,
  ): Promise<Looked> {
    const { settings, git } = this.#options;
    const activity = await reader.read(repository, branch);
    if (!activity) {
      return { ...nothing, problem: 'The branch is not there' };
    }
    if (activity.hasTooMany) {
      return {
        ...nothing,
        problem: `There are more than ${git.limits.commits} commits in ${settings.days} days`,
      };
    }
    const files = activity.files
      .filter(file => path === undefined || file.path.startsWith(`${path}/`))
      .map(file => ({ ...file, url: fileAddress(repository, file.path) }));
    return {
      ...suggestFromHotspots(
        { entityRef, files },
        settings.days,
        settings.rule,
      ),
      problem: null,
    };
  }

  #readerOf(context: DebtSuggestionContext): Promise<BranchActivityReader> {
    const known = this.#readers.get(context);
    if (known) {
      return known;
    }
    const { git, integrations, locks, settings } = this.#options;
    const created = prepareCache(
      git.cacheDirectory,
      git.mirrors.map(mirror => mirror.path),
      context.signal,
    ).then(
      cache =>
        new BranchActivityReader({
          cache,
          limits: git.limits,
          integrations,
          locks,
          since: context.now - settings.days * DAY,
          signal: context.signal,
        }),
    );
    this.#readers.set(context, created);
    return created;
  }
}
