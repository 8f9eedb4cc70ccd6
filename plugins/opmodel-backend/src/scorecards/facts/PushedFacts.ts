import {
  type ContractError,
  type FactDefinition,
  type FactValue,
  findValueProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import { groupBy } from 'lodash';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { kindOfRef } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import type {
  EntityFactPort,
  EntityFactResult,
  StatedEntityFacts,
} from '../../intake/EntityFactPort';
import { unscoredKinds } from '../scoredKinds';
import type { PushedProvider } from './FactProviders';
import type { FactStore, PushedStatement } from './FactStore';

/** How far clocks of producers may be ahead. Milliseconds. */
const CLOCK_AHEAD = 300_000;

/** A statement that was checked. */
type Checked =
  | { errors: ContractError[] }
  | { errors: null; provider: string; statement: PushedStatement };

/**
 * Keeps facts that producers send, under the names that are configured for them. They are kept also of an entity that the catalog does not
 * have yet.
 */
export class PushedFacts implements EntityFactPort {
  readonly #store: Pick<FactStore, 'push'>;
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;
  readonly #providers: ReadonlyMap<string, PushedProvider>;

  constructor(options: {
    store: Pick<FactStore, 'push'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    providers: readonly PushedProvider[];
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#providers = new Map(
      options.providers.map(provider => [provider.id, provider]),
    );
  }

  async keep(
    stated: readonly StatedEntityFacts[],
    { now }: { now: number },
  ): Promise<EntityFactResult[]> {
    const checked = stated.map(item => this.#check(item, now));
    const kept = checked.flatMap((item, place) =>
      item.errors === null ? { ...item, place } : [],
    );
    const isNew = new Map<number, boolean>();
    for (const [provider, items] of Object.entries(groupBy(kept, 'provider'))) {
      const answers = await this.#store.push(
        provider,
        items.map(({ statement }) => statement),
        { now },
      );
      items.forEach(({ place }, index) => isNew.set(place, answers[index]));
    }
    const existing = await this.#catalog.existingRefs(
      kept.map(({ statement }) => statement.entityRef),
      seesAll,
    );
    return checked.map((item, place): EntityFactResult => {
      if (item.errors !== null) {
        return { status: 'rejected', errors: item.errors };
      }
      const { entityRef } = item.statement;
      if (!existing.has(entityRef)) {
        return {
          status: 'unmapped',
          reason: `the catalog has no entity ${entityRef}`,
        };
      }
      return { status: isNew.get(place) ? 'accepted' : 'duplicate' };
    });
  }

  #check(
    { provider, entityRef, facts, toldAt }: StatedEntityFacts,
    now: number,
  ): Checked {
    const known = this.#providers.get(provider);
    if (!known) {
      const names = [...this.#providers.keys()].sort();
      const message =
        names.length === 0
          ? 'expected one of opmodel.scorecards.pushedFacts, of which none is configured'
          : `expected one of ${names.join(', ')}`;
      return { errors: [{ path: 'provider', message }] };
    }
    const errors: ContractError[] = [];
    if (toldAt > now + CLOCK_AHEAD) {
      errors.push({ path: 'toldAt', message: 'expected a time that has come' });
    }
    if (unscoredKinds.includes(kindOfRef(entityRef))) {
      errors.push({
        path: 'entityRef',
        message: `expected something that scorecards judge, which no ${kindOfRef(
          entityRef,
        )} is`,
      });
    }
    const values: Record<string, FactValue> = {};
    for (const [name, sent] of Object.entries(facts)) {
      const path = `facts.${name}`;
      if (Object.hasOwn(known.schema, name)) {
        const definition = known.schema[name];
        const value = readValue(definition, sent);
        const message =
          value === undefined
            ? 'must be an instant in ISO 8601, such as 2026-03-01T10:00:00Z'
            : findValueProblem(definition, value);
        if (message || value === undefined) {
          errors.push({ path, message: message! });
        } else {
          values[name] = value;
        }
      } else {
        const names = Object.keys(known.schema).join(', ');
        errors.push({ path, message: `expected one of ${names}` });
      }
    }
    return errors.length > 0
      ? { errors }
      : {
          errors: null,
          provider,
          statement: {
            entityRef,
            facts: values,
            toldAt: Math.min(toldAt, now),
          },
        };
  }
}

/**
 * A value as it is kept. Instants are sent as ISO 8601: a bare number could be of any unit.
 *
 * @returns undefined for what is no instant
 */
function readValue(
  { type }: FactDefinition,
  sent: FactValue,
): FactValue | undefined {
  if (type !== 'datetime' || sent === null) {
    return sent;
  }
  const instant =
    typeof sent === 'string' ? DateTime.fromISO(sent, { zone: 'utc' }) : null;
  return instant?.isValid ? instant.toMillis() : undefined;
}
