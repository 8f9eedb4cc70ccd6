import { NotFoundError } from '@backstage/errors';
import {
  type CheckExemption,
  type EntityScorecard,
  type EntityScorecards,
  levelWithCheck,
  type OverallLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import { sortBy } from 'lodash';
import type {
  Acceptances,
  AcceptanceRecord,
} from '../../acceptances/Acceptances';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import {
  documentsOf,
  isBesideOverall,
  visibleAmong,
} from '../definitions/VisibleScorecards';
import type { FactProviders } from '../facts/FactProviders';
import type { ReadableFacts } from '../facts/ReadableFacts';
import { noSuchEntity } from '../ScorecardCaller';
import { unscoredKinds } from '../scoredKinds';
import type { CheckExpressions } from './CheckExpressions';
import { describeEntityScorecard } from './describeEntityScorecard';
import type { NameOwner } from './describeScorecard';
import { nameOwnersAmong } from './ScorecardDirectory';
import { type ReachedWith, scorecardNextSteps } from './scorecardNextSteps';
import type { ScorecardTotalsReader } from './ScorecardTotalsReader';
import type { StandingStore } from './StandingStore';
import { ToldFacts } from './ToldFacts';

/** Where an entity stands, without what the caller may do about it. */
export type EntityStanding = Omit<
  EntityScorecards,
  'mayEvaluate' | 'mayRequestExemption' | 'mayAttest'
>;

/** What is excused or asked to be, by the id of its check. */
type ExemptionsByCheck = ReadonlyMap<string, CheckExemption>;

/** Exemptions of something that has none, of whatever scorecard. */
const none = (): ExemptionsByCheck => new Map();

/** What {@link EntityScorecardReader} works with. */
export interface EntityScorecardReaderOptions {
  acceptances: Pick<Acceptances, 'listOpen'>;
  catalog: Pick<CatalogStore, 'getEntities'>;
  expressions: CheckExpressions;
  facts: ReadableFacts;
  providers: Pick<FactProviders, 'list'>;
  standings: StandingStore;
  totals: ScorecardTotalsReader;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Reads where one entity stands on every scorecard, and what mends it. */
export class EntityScorecardReader {
  readonly #options: EntityScorecardReaderOptions;

  constructor(options: EntityScorecardReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async read(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityStanding> {
    const { totals } = this.#options;
    const { entity, ...described } = await this.#describe(
      entityRef,
      visibility,
    );
    const { scope, scorecards, all, results, waiting } = described;
    const reachedWith: ReachedWith = (ref, checkId) =>
      levelWithCheck(
        all.find(({ definition }) => definition.ref === ref)!.definition,
        results.find(({ scorecardRef }) => scorecardRef === ref)!.verdicts,
        checkId,
      );
    const filter = membersOf(entity);
    const members = filter ? await totals.read({ filter, visibility }) : null;
    const changedAt = results.map(result => result.changedAt);
    return {
      scope,
      overall: findOverall(scorecards),
      scorecards,
      nextSteps: scorecardNextSteps(scorecards, reachedWith),
      members,
      waiting,
      evaluatedAt:
        changedAt.length === 0 ? null : toInstant(Math.max(...changedAt)),
    };
  }

  /**
   * The same of one scorecard alone.
   *
   * @throws NotFoundError when the entity or the scorecard does not exist or may not be seen
   */
  async readOne(
    entityRef: string,
    scorecardRef: string,
    visibility: Visibility,
  ): Promise<EntityScorecard> {
    const { scorecards, all } = await this.#describe(entityRef, visibility);
    if (!all.some(({ definition }) => definition.ref === scorecardRef)) {
      throw new NotFoundError(`No scorecard '${scorecardRef}'`);
    }
    const found = scorecards.find(
      ({ scorecard }) => scorecard.ref === scorecardRef,
    );
    if (!found) {
      throw new NotFoundError(`Nothing is asked of '${entityRef}'`);
    }
    return found;
  }

  /**
   * What is stored of the entity is read first, and used once it is known that the entity may be seen.
   *
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async #describe(entityRef: string, visibility: Visibility) {
    const { expressions, facts, providers, standings, clock } = this.#options;
    const standing = await standings.read(entityRef);
    const held = sortBy(standing.scorecards, ({ scorecard }) =>
      isBesideOverall(scorecard),
    );
    const { entity, nameOwner, seen } = await this.#find(
      entityRef,
      held.map(({ scorecard }) => scorecard),
      visibility,
    );
    const [told, exemptions] = await Promise.all([
      facts.show(standing.facts, visibility, new Set([entityRef])),
      // Nobody asks for the excuses of something that has none.
      standing.isExcused ? this.#readExemptions(entityRef, visibility) : none,
    ]);
    const all = unscoredKinds.includes(entity.kind) ? [] : seen;
    const results = held.flatMap(({ scorecard, result }) =>
      result && all.includes(scorecard) ? [result] : [],
    );
    const title = entity.title ?? entity.name;
    const now = clock();
    const shared = {
      entity: { ref: entity.ref, kind: entity.kind, name: entity.name, title },
      facts: new ToldFacts(told, providers, now),
      nameOwner,
      now,
      scorecards: new Map(all.map(one => [one.definition.ref, one])),
      results: new Map(results.map(result => [result.scorecardRef, result])),
    };
    return {
      entity,
      all,
      results,
      waiting: standing.waiting,
      scope: {
        ref: entity.ref,
        kind: entity.kind,
        title,
        ...nameOwner(entity.ownerRef),
        tier: entity.tier ?? null,
      },
      scorecards: all.map(scorecard =>
        describeEntityScorecard(scorecard, expressions.of(scorecard), {
          ...shared,
          exemptions: exemptions(scorecard.definition.ref),
        }),
      ),
    };
  }

  /** The entity with everybody who is named beside it, and which of the scorecards may be seen, with one question. */
  async #find(
    entityRef: string,
    held: readonly StoredScorecard[],
    visibility: Visibility,
  ): Promise<{
    entity: CatalogEntity;
    nameOwner: NameOwner;
    seen: readonly StoredScorecard[];
  }> {
    const named = held.flatMap(({ definition }) => [
      definition.owner,
      ...definition.checks.map(({ owner }) => owner),
    ]);
    const seesAllOfThem = visibility.type === 'all';
    const found = await this.#options.catalog.getEntities(
      new Set([
        entityRef,
        ...named.flatMap(ref => ref ?? []),
        ...(seesAllOfThem ? [] : documentsOf(held)),
      ]),
      visibility,
      { withOwners: true },
    );
    const entity = found.find(({ ref }) => ref === entityRef);
    if (!entity) {
      throw noSuchEntity(entityRef);
    }
    return {
      entity,
      nameOwner: nameOwnersAmong(found),
      seen: seesAllOfThem
        ? held
        : visibleAmong(held, new Set(found.map(({ ref }) => ref))),
    };
  }

  /** What is accepted or asked to be of an entity that was found visible, by scorecard and check. */
  async #readExemptions(entityRef: string, visibility: Visibility) {
    const open = await this.#options.acceptances.listOpen(
      { subject: 'check', entityRefs: [entityRef] },
      visibility,
    );
    // What holds comes before what is asked for.
    const byCheck = new Map(
      sortBy(open, ({ isInForce }) => isInForce).map(
        ({ isInForce, ...record }) => {
          const { subjectRef, ...exemption } = toExemption(
            record,
            isInForce ? 'approved' : 'requested',
          );
          return [subjectRef, exemption];
        },
      ),
    );
    return (scorecardRef: string): ExemptionsByCheck =>
      new Map(
        [...byCheck].flatMap(([subjectRef, exemption]) =>
          subjectRef.startsWith(`${scorecardRef}#`)
            ? [[subjectRef.slice(scorecardRef.length + 1), exemption]]
            : [],
        ),
      );
  }
}

function toExemption(
  { id, subjectRef, reason, expiresOn }: AcceptanceRecord,
  state: CheckExemption['state'],
) {
  return {
    subjectRef: subjectRef ?? '',
    acceptanceId: id,
    state,
    reason,
    expiresOn,
  };
}

/** What is in a system, domain or group, as the list of entities selects it; null for everything else. */
function membersOf({ kind, ref }: CatalogEntity): ComponentFilter | null {
  switch (kind) {
    case 'group':
      return { ownerRefs: [ref], descendants: true };
    case 'system':
      return { systemRef: ref };
    case 'domain':
      return { domainRef: ref };
    default:
      return null;
  }
}

/** The weakest of the scorecards that count: the one at the lowest share of its levels. */
function findOverall(
  scorecards: readonly EntityScorecard[],
): OverallLevel | null {
  const counting = scorecards.filter(
    ({ scorecard, isAsked }) =>
      isAsked && scorecard.countsToOverall && scorecard.levels.length > 1,
  );
  const shareOf = ({ scorecard, level }: EntityScorecard) =>
    (level?.rank ?? 0) / Math.max(...scorecard.levels.map(({ rank }) => rank));
  const [weakest] = [...counting].sort((a, b) => shareOf(a) - shareOf(b));
  return weakest
    ? {
        scorecardRef: weakest.scorecard.ref,
        scorecardTitle: weakest.scorecard.title,
        level: weakest.level!,
        next: weakest.next,
        scorecards: counting.length,
      }
    : null;
}
