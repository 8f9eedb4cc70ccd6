import type { EnvironmentTier } from '@opmodel/backstage-plugin-opmodel-common';
import { resolveTier } from './applySubjects';
import { environmentLock } from './eventLocks';
import type { SubjectKey } from './EventStore';
import type { IntakeStore } from './IntakeStore';
import type { DeclaredEnvironment } from './RecordStore';
import type { SubjectApplier } from './SubjectApplier';

/** Deployments that are applied again in one transaction. */
const DEPLOYMENTS_PER_PAGE = 1000;

/** Gives deployments the tier that their environment has now, after what was declared of it, or configured, has changed. */
export class EnvironmentReclassifier {
  readonly #store: IntakeStore;
  readonly #applier: SubjectApplier;

  constructor(options: { store: IntakeStore; applier: SubjectApplier }) {
    this.#store = options.store;
    this.#applier = options.applier;
  }

  /** Looks at every environment to which anything was deployed. */
  async reclassifyAll(options: {
    now: number;
    signal?: AbortSignal;
  }): Promise<void> {
    const deployed = await this.#store.records.listDeployedEnvironments();
    const declared = await this.#listDeclared(
      deployed.map(({ environment }) => environment),
    );
    const differing = deployed.filter(
      ({ environment, tier }) =>
        tier !== this.#agreedTier(environment, declared.get(environment)),
    );
    for (const environment of new Set(differing.map(d => d.environment))) {
      options.signal?.throwIfAborted();
      await this.#reclassify(
        environment,
        declared.get(environment),
        options.now,
      );
    }
  }

  /** Looks at some environments, by their ids. */
  async reclassify(
    environments: string[],
    options: { now: number },
  ): Promise<void> {
    const declared = await this.#listDeclared(environments);
    for (const environment of new Set(environments)) {
      await this.#reclassify(
        environment,
        declared.get(environment),
        options.now,
      );
    }
  }

  /** What is declared of environments, by their ids. */
  async #listDeclared(
    environments: string[],
  ): Promise<Map<string, DeclaredEnvironment[]>> {
    const declared = new Map<string, DeclaredEnvironment[]>();
    if (environments.length > 0) {
      for (const one of await this.#store.records.listDeclaredEnvironments(
        new Set(environments),
      )) {
        const own = declared.get(one.environment);
        if (own) {
          own.push(one);
        } else {
          declared.set(one.environment, [one]);
        }
      }
    }
    return declared;
  }

  /** The tier that all deployments of an environment get which state none; undefined where it depends on their source. */
  #agreedTier(
    environment: string,
    declared: DeclaredEnvironment[] = [],
  ): EnvironmentTier | undefined {
    return new Set(declared.map(({ tier }) => tier)).size > 1
      ? undefined
      : resolveTier(environment, undefined, declared, this.#applier.classify);
  }

  /** Applies the deployments of an environment again whose tier is not what the environment now has. */
  async #reclassify(
    environment: string,
    declared: DeclaredEnvironment[] | undefined,
    now: number,
  ): Promise<void> {
    const otherThan = this.#agreedTier(environment, declared);
    let after: SubjectKey | undefined;
    do {
      const page = await this.#store.records.listDeploymentsOf({
        environment,
        otherThan,
        after,
        limit: DEPLOYMENTS_PER_PAGE,
      });
      if (page.length > 0) {
        await this.#applier.apply(page, {
          now,
          further: [environmentLock(environment, { shared: true })],
        });
      }
      after = page.at(-1);
    } while (after);
  }
}
