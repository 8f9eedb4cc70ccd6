import { setImmediate } from 'node:timers/promises';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { ResultStore, ScorecardResult } from '../evaluation/ResultStore';
import type { KnownFacts } from '../facts/FactStore';
import type { ReadableFacts } from '../facts/ReadableFacts';
import { unscoredKinds } from '../scoredKinds';
import type { PreviewedResult, PreviewedScorecard } from './PreviewedScorecard';

/** One entity under a definition that is looked at. */
export interface PreviewedEntity extends PreviewedResult {
  entity: Pick<CatalogEntity, 'kind' | 'name' | 'ownerRef' | 'ref' | 'title'>;
  /** Results of the other scorecards on which it depends. */
  others: readonly ScorecardResult[];
}

/** Entities that are read at a time. */
const pageSize = 500;

/** How long entities are evaluated until others of the process have their turn. Milliseconds. */
const longestTurn = 25;

/**
 * Evaluates a definition over the facts that somebody may read of everything that he may see, and writes nothing. Whoever writes a definition
 * asks facts whatever he likes, so it is asked of no others.
 */
export class ImpactReader {
  readonly #catalog: Pick<CatalogStore, 'getEntities' | 'listScope'>;
  readonly #facts: ReadableFacts;
  readonly #results: Pick<ResultStore, 'read'>;

  constructor(options: {
    catalog: Pick<CatalogStore, 'getEntities' | 'listScope'>;
    facts: ReadableFacts;
    results: Pick<ResultStore, 'read'>;
  }) {
    this.#catalog = options.catalog;
    this.#facts = options.facts;
    this.#results = options.results;
  }

  /** Everything that can be scored. */
  async *readAll(
    scorecard: PreviewedScorecard,
    visibility: Visibility,
  ): AsyncGenerator<PreviewedEntity> {
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.listScope(
        { scopeRef: organisationScope },
        visibility,
        { limit: pageSize, cursor },
      );
      yield* await this.#evaluate(scorecard, page.items, visibility);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  /** Some entities, those that may be seen. */
  async readSome(
    scorecard: PreviewedScorecard,
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<PreviewedEntity[]> {
    const entities = await this.#catalog.getEntities(entityRefs, visibility);
    return this.#evaluate(scorecard, entities, visibility);
  }

  async #evaluate(
    scorecard: PreviewedScorecard,
    entities: readonly CatalogEntity[],
    visibility: Visibility,
  ): Promise<PreviewedEntity[]> {
    const asked = entities.filter(({ kind }) => !unscoredKinds.includes(kind));
    const refs = asked.map(({ ref }) => ref);
    const [told, kept] = await Promise.all([
      this.#facts.read(refs, visibility, scorecard.providers),
      this.#results.read(refs, scorecard.linkedRefs),
    ]);
    const facts = byEntity<KnownFacts>(told);
    const results = byEntity<ScorecardResult>(kept);
    const { ref: own } = scorecard.stored.definition;
    const evaluated: PreviewedEntity[] = [];
    let turnBegan = performance.now();
    for (const entity of asked) {
      const known = results.get(entity.ref) ?? [];
      evaluated.push({
        entity,
        others: known.filter(({ scorecardRef }) => scorecardRef !== own),
        ...scorecard.evaluate(entity.ref, facts.get(entity.ref) ?? [], known),
      });
      if (performance.now() - turnBegan > longestTurn) {
        await setImmediate();
        turnBegan = performance.now();
      }
    }
    return evaluated;
  }
}

function byEntity<T extends { entityRef: string }>(
  items: readonly T[],
): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const item of items) {
    const known = grouped.get(item.entityRef);
    if (known) {
      known.push(item);
    } else {
      grouped.set(item.entityRef, [item]);
    }
  }
  return grouped;
}
