import { NotAllowedError } from '@backstage/errors';
import type { ExternalIdentities } from './externalIdentities';
import type { GrantStores } from './grantLookup';
import { ProducerGrant } from './ProducerGrant';
import { identifyProducer, type ProducerRule } from './ProducerRule';

/** Tells what each caller may send. */
export class ProducerGrants {
  readonly #rules: readonly ProducerRule[];
  readonly #identities: ExternalIdentities;
  readonly #stores: GrantStores;

  /**
   * @param options - `rules`: the first that allows a caller decides what it may send; `identities`: tells who cannot do without
   */
  constructor(options: {
    rules: readonly ProducerRule[];
    identities: ExternalIdentities;
    stores: GrantStores;
  }) {
    this.#rules = options.rules;
    this.#identities = options.identities;
    this.#stores = options.stores;
  }

  /**
   * What a caller may send that is no person. One that no rule speaks of may send everything, unless somebody else gave it its
   * name.
   *
   * @param subject - the caller as the portal names it
   * @throws NotAllowedError
   */
  grantOf(subject: string): ProducerGrant {
    for (const rule of this.#rules) {
      const identity = identifyProducer(rule, subject);
      if (identity) {
        const free =
          rule.type === 'subject' &&
          rule.entities.kind === 'all' &&
          rule.sources.length === 0;
        return new ProducerGrant({
          identity,
          entities: rule.entities,
          sources: free ? undefined : rule.sources,
          stores: this.#stores,
        });
      }
    }
    if (this.#identities.isIssuedElsewhere(subject)) {
      throw new NotAllowedError(
        `No rule of opmodel.intake.producers allows ${subject}`,
      );
    }
    return this.freeGrant(subject);
  }

  /** Leave to send everything; for those whom the permission alone lets in. */
  freeGrant(source: string): ProducerGrant {
    return new ProducerGrant({
      identity: { source },
      entities: { kind: 'all' },
      sources: undefined,
      stores: this.#stores,
    });
  }
}
