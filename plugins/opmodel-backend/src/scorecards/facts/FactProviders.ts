import { ConflictError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  FactExpressions,
  type FactSchema,
  findNameProblem,
  findProviderProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';

import type { RegisteredProvider } from './FactStore';

/** A provider whose facts somebody outside tells; nobody asks it. */
export interface PushedProvider {
  id: string;
  title: string;
  schema: FactSchema;
  freshnessMs: number;
}

/** Everyone who tells facts, and the expressions over them. It does not change while the engine runs. */
export class FactProviders {
  readonly asked: readonly FactProvider[];
  readonly pushed: readonly PushedProvider[];
  readonly expressions: FactExpressions;
  readonly #registered: ReadonlyMap<string, RegisteredProvider>;

  /**
   * @throws ConflictError for two of one id
   * @throws TypeError for a name that no expression could speak of
   */
  constructor(options: {
    asked: readonly FactProvider[];
    pushed: readonly PushedProvider[];
  }) {
    this.asked = options.asked;
    this.pushed = options.pushed;
    const registered = new Map<string, RegisteredProvider>();
    const add = (provider: RegisteredProvider) => {
      if (registered.has(provider.id)) {
        throw new ConflictError(
          `There is a provider of facts ${provider.id} already`,
        );
      }
      const problem = [
        findProviderProblem(provider.id),
        ...Object.keys(provider.schema).map(findNameProblem),
      ].find(found => found !== null);
      if (problem) {
        throw new TypeError(`A name of ${provider.id} ${problem}`);
      }
      registered.set(provider.id, provider);
    };
    for (const { id, title, schema, cadence, freshness } of options.asked) {
      add({
        id,
        title,
        schema,
        cadenceMs: durationToMilliseconds(cadence),
        freshnessMs: durationToMilliseconds(freshness),
      });
    }
    for (const provider of options.pushed) {
      add({ ...provider, cadenceMs: null });
    }
    this.#registered = registered;
    this.expressions = new FactExpressions(
      Object.fromEntries(
        [...registered.values()].map(({ id, schema }) => [id, schema]),
      ),
    );
  }

  /** Everyone, ordered by id. */
  list(): RegisteredProvider[] {
    return [...this.#registered.values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  }

  /** For how long the facts of a provider are believed, milliseconds; of one that is unknown, not at all. */
  freshnessOf = (provider: string): number =>
    this.#registered.get(provider)?.freshnessMs ?? 0;
}
