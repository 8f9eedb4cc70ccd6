import type { AttestationKind } from '@opmodel/backstage-plugin-opmodel-common';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { AttestationStore } from './AttestationStore';

/** Name in expressions: `attested.accessReview`. */
export const attestedProviderId = 'attested';

/**
 * What people vouch for, as facts. A word that has come to its end is false; of what nobody ever vouched for nothing is told, so that a
 * check says "not reported" and not "failed".
 */
export class AttestedFacts {
  readonly #kinds: readonly AttestationKind[];
  readonly #store: Pick<AttestationStore, 'listLast'>;
  readonly #clock: () => number;

  constructor(options: {
    /** What may be vouched for. */
    kinds: readonly AttestationKind[];
    store: Pick<AttestationStore, 'listLast'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#kinds = options.kinds;
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /**
   * Who tells them: nobody where nothing may be vouched for. It is asked rarely, because whoever vouches is told of at once, and so is the
   * end of a word.
   */
  get providers(): FactProvider[] {
    const schema = this.#kinds.map(({ name, title, description }) => [
      name,
      {
        type: 'boolean',
        description: `Whether somebody vouches for it: ${description ?? title}`,
      },
    ]);
    return schema.length === 0
      ? []
      : [
          {
            id: attestedProviderId,
            title: 'Attestations',
            schema: Object.fromEntries(schema),
            cadence: { hours: 1 },
            freshness: { days: 1 },
            provide: entities =>
              this.of(entities.map(({ entityRef }) => entityRef)),
          },
        ];
  }

  /** The facts of entities of which anybody ever vouched for something. */
  async of(
    entityRefs: readonly string[],
  ): Promise<{ entityRef: string; facts: Record<string, boolean> }[]> {
    const now = this.#clock();
    const names = new Set(this.#kinds.map(({ name }) => name));
    const facts = new Map<string, Record<string, boolean>>();
    const words = await this.#store.listLast(entityRefs);
    for (const { entityRef, name, holds, expiresAt } of words) {
      if (names.has(name)) {
        const told = facts.get(entityRef) ?? {};
        facts.set(entityRef, told);
        told[name] = holds && expiresAt > now;
      }
    }
    return [...facts].map(([entityRef, told]) => ({ entityRef, facts: told }));
  }
}
