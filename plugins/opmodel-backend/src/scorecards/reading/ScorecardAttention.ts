import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { readOwnersBelow } from '../ownersBelow';
import { levelAt } from './describeScorecard';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardReadStore } from './ScorecardReadStore';
import type { ScorecardTotalsReader } from './ScorecardTotalsReader';

/** For so long after a level fell its owner is told. Milliseconds. */
const TOLD_FOR = 14 * 24 * 3_600_000;

/** What {@link ScorecardAttention} works with. */
interface ScorecardAttentionOptions {
  catalog: Pick<CatalogStore, 'existingRefs' | 'getEntities' | 'listRelations'>;
  directory: ScorecardDirectory;
  reads: Pick<ScorecardReadStore, 'listLostLevels'>;
  totals: ScorecardTotalsReader;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Something of a scorecard that its owner is told. */
interface OwnedFinding {
  scorecard: StoredScorecard;
  ownerRef: string | undefined;
  kind: 'scorecard-wrong' | 'standard-in-question';
  /** Tells it from others of the scorecard. */
  id: string;
  values: AttentionItem['values'];
}

/** What scorecards ask people to look at: levels that were lost, and standards that are themselves in question. */
export class ScorecardAttention {
  readonly #options: ScorecardAttentionOptions;

  constructor(options: ScorecardAttentionOptions) {
    this.#options = options;
  }

  /** @param owners - only what these and the groups below them own; absent: all */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const scorecards = await this.#options.directory.list(visibility);
    if (scorecards.length === 0) {
      return [];
    }
    const [lost, standards] = await Promise.all([
      this.#listLost(scorecards, visibility, owners),
      this.#listStandards(scorecards, visibility, owners),
    ]);
    return [...lost, ...standards];
  }

  /** Of what counts to the overall level. */
  async #listLost(
    scorecards: readonly StoredScorecard[],
    visibility: Visibility,
    owners: string[] | undefined,
  ): Promise<AttentionItem[]> {
    const { reads, directory, clock } = this.#options;
    const counting = new Map(
      scorecards.flatMap(({ definition }) =>
        definition.countsToOverall ? [[definition.ref, definition]] : [],
      ),
    );
    const found = await reads.listLostLevels(
      {
        visibility,
        filter: owners && { ownerRefs: owners, descendants: true },
      },
      [...counting.keys()],
      { since: clock() - TOLD_FOR },
    );
    const nameOwner = await directory.nameOwners(
      found.map(({ ownerRef }) => ownerRef),
      visibility,
    );
    return found.map((lost): AttentionItem => {
      const definition = counting.get(lost.scorecardRef)!;
      return {
        id: `scorecards:level-lost:${lost.entityRef}:${lost.scorecardRef}`,
        subject: 'scorecards',
        kind: 'level-lost',
        entityRef: lost.entityRef,
        entityTitle: lost.title,
        ownerRef: nameOwner(lost.ownerRef).ownerRef,
        since: toInstant(lost.lostAt),
        urgency: 'soon',
        values: {
          scorecardRef: lost.scorecardRef,
          scorecardTitle: definition.title,
          levelBefore: levelAt(definition, lost.rankBefore).name,
          level: levelAt(definition, lost.rank).name,
        },
      };
    });
  }

  async #listStandards(
    scorecards: readonly StoredScorecard[],
    visibility: Visibility,
    owners: string[] | undefined,
  ): Promise<AttentionItem[]> {
    const wanted = await readOwnersBelow(
      this.#options.catalog,
      owners,
      visibility,
    );
    const findings = [
      ...findWrong(scorecards),
      ...(await this.#findBad(scorecards, visibility)),
    ].filter(({ ownerRef }) => !wanted || (ownerRef && wanted.has(ownerRef)));
    const entities = await this.#options.catalog.getEntities(
      findings.flatMap(({ scorecard, ownerRef }) => [
        scorecard.definition.ref,
        ...(ownerRef ? [ownerRef] : []),
      ]),
      visibility,
    );
    const byRef = new Map(entities.map(entity => [entity.ref, entity]));
    return findings.flatMap(finding => toItem(finding, byRef));
  }

  /** Checks from which so much is exempt that they are in question. */
  async #findBad(
    scorecards: readonly StoredScorecard[],
    visibility: Visibility,
  ): Promise<OwnedFinding[]> {
    const byRef = new Map(scorecards.map(one => [one.definition.ref, one]));
    const summary = await this.#options.totals.read({ visibility });
    return summary.scorecards.flatMap(({ scorecard: { ref }, checks }) =>
      checks
        .filter(({ isBadStandard }) => isBadStandard)
        .map(({ checkId, name, ownerRef, summary: { exempt } }) => ({
          scorecard: byRef.get(ref)!,
          ownerRef: ownerRef ?? byRef.get(ref)!.definition.owner,
          kind: 'standard-in-question' as const,
          id: checkId,
          values: { check: checkId, checkName: name, exempt },
        })),
    );
  }
}

function findWrong(scorecards: readonly StoredScorecard[]): OwnedFinding[] {
  return scorecards
    .filter(({ problems }) => problems.length > 0)
    .map(scorecard => ({
      scorecard,
      ownerRef: scorecard.definition.owner,
      kind: 'scorecard-wrong',
      id: '',
      values: { problems: scorecard.problems.length },
    }));
}

/** One that is written in the portal is no entity, so its item is about whoever owns it. */
function toItem(
  { scorecard, ownerRef, kind, id, values }: OwnedFinding,
  entities: ReadonlyMap<string, CatalogEntity>,
): AttentionItem[] {
  const { ref, title } = scorecard.definition;
  const owner = ownerRef === undefined ? undefined : entities.get(ownerRef);
  const entity = entities.get(ref) ?? owner;
  return entity
    ? [
        {
          id: `scorecards:${kind}:${ref}:${id}`,
          subject: 'scorecards',
          kind,
          entityRef: entity.ref,
          entityTitle: entity.title ?? entity.name,
          ownerRef: owner?.ref ?? null,
          since: null,
          urgency: 'later',
          values: { scorecardRef: ref, scorecardTitle: title, ...values },
        },
      ]
    : [];
}
