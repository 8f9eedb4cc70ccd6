import { InputError } from '@backstage/errors';
import {
  type CheckResultView,
  type ScoredEntity,
  type ScoredEntityPage,
  tallyVerdicts,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ResultStore } from '../evaluation/ResultStore';
import type { FactProviders } from '../facts/FactProviders';
import type { ReadableFacts } from '../facts/ReadableFacts';
import type { CheckExpressions } from './CheckExpressions';
import { levelAt, toListed } from './describeScorecard';
import { evaluatedState } from './evaluatedState';
import { printCheckValue } from './printCheckValue';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type {
  ScoredEntityOrder,
  ScoredPosition,
  ScoredRow,
  ScorecardReadStore,
  ScorecardSelection,
} from './ScorecardReadStore';
import { summarizeTally } from './summarizeTally';
import { ToldFacts } from './ToldFacts';

/** A page that is asked for. */
export interface PageOf {
  limit: number;
  cursor?: string;
}

/** Which entities are asked for. */
export interface ScoredEntitiesRequest extends PageOf {
  scorecardRef?: string;
  rank?: number;
  checkId?: string;
  state?: VerdictState;
  order: ScoredEntityOrder;
  descending: boolean;
}

/** Orders whose values are text. */
const textOrders: readonly ScoredEntityOrder[] = ['name', 'tier'];

/** Of a check that was not evaluated for an entity yet. */
const notEvaluated: CheckResultView = {
  state: 'not_reported',
  since: null,
  value: null,
  detail: null,
};

function requireScorecard({
  scorecardRef,
  rank,
  checkId,
  state,
}: Pick<
  ScoredEntitiesRequest,
  'scorecardRef' | 'rank' | 'checkId' | 'state'
>): void {
  if (scorecardRef === undefined && rank !== undefined) {
    throw new InputError(`'level' takes a 'scorecard' whose level it is`);
  }
  if (scorecardRef === undefined && checkId !== undefined) {
    throw new InputError(`'check' takes a 'scorecard' whose check it is`);
  }
  if (checkId === undefined && state !== undefined) {
    throw new InputError(`'state' takes a 'check' whose state it is`);
  }
}

function slotOf(
  { definition, slots }: StoredScorecard,
  checkId: string,
): number {
  if (!definition.checks.some(({ id }) => id === checkId)) {
    throw new InputError(
      `'check' must be one of scorecard '${definition.ref}', got '${checkId}'`,
    );
  }
  return slots.indexOf(checkId);
}

/** What {@link ScoredEntityReader} works with. */
interface ScoredEntityReaderOptions {
  reads: Pick<ScorecardReadStore, 'list'>;
  directory: ScorecardDirectory;
  expressions: CheckExpressions;
  facts: ReadableFacts;
  memory: ScorecardMemory;
  providers: Pick<FactProviders, 'list'>;
  results: Pick<ResultStore, 'read'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Lists entities with where they stand. */
export class ScoredEntityReader {
  readonly #options: ScoredEntityReaderOptions;

  constructor(options: ScoredEntityReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError naming the field, also when the cursor is not one that this list gave
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async list(
    { limit, cursor, ...request }: ScoredEntitiesRequest,
    selection: ScorecardSelection,
  ): Promise<ScoredEntityPage> {
    const { reads, directory, memory } = this.#options;
    const { scorecardRef, rank, checkId, state, order, descending } = request;
    requireScorecard(request);
    const scorecards = await directory.select(
      scorecardRef,
      selection.visibility,
    );
    const check =
      checkId === undefined
        ? undefined
        : { slot: slotOf(scorecards[0], checkId), state };
    const { visibility: _, ...selected } = selection;
    const list = { entities: selected, request };
    const after = decodeCursor<ScoredPosition>(
      cursor,
      {
        value: [textOrders.includes(order) ? 'string' : 'double', 'null'],
        ref: ['string'],
      },
      list,
    );
    // The whole is sorted for each page of it, and people mostly look at the same first ones.
    const { items, total } = await memory.recall(
      { list: request, after, limit },
      selection,
      scorecards,
      () =>
        reads.list(selection, {
          scorecards: scorecards.map(toListed),
          rank,
          check,
          order,
          descending,
          limit: limit + 1,
          after,
        }),
    );
    const shown = items.slice(0, limit);
    return {
      items: await this.#describe(shown, { scorecards, checkId, selection }),
      totalItems: total,
      nextCursor:
        items.length > limit
          ? encodeCursor(shown[limit - 1].position, list)
          : null,
    };
  }

  async #describe(
    rows: readonly ScoredRow[],
    context: {
      scorecards: readonly StoredScorecard[];
      checkId: string | undefined;
      selection: ScorecardSelection;
    },
  ): Promise<ScoredEntity[]> {
    const { directory } = this.#options;
    const { scorecards, checkId, selection } = context;
    const byRef = new Map(scorecards.map(one => [one.definition.ref, one]));
    const [nameOwner, resultOf] = await Promise.all([
      directory.nameOwners(
        rows.map(({ ownerRef }) => ownerRef),
        selection.visibility,
      ),
      checkId === undefined
        ? () => null
        : this.#readResults(rows, scorecards[0], checkId, selection),
    ]);
    return rows.map(row => {
      const scorecard = byRef.get(row.scorecardRef)!;
      return {
        entityRef: row.entityRef,
        title: row.title,
        kind: row.kind,
        ...nameOwner(row.ownerRef),
        tier: row.tier,
        scorecardRef: row.scorecardRef,
        level: levelAt(scorecard.definition, row.rank),
        levelSince: toInstant(row.levelSince),
        summary: summarizeTally(
          tallyVerdicts(
            scorecard.definition.checks.map(({ id }) => ({
              state: evaluatedState(row.states, scorecard.slots.indexOf(id)),
            })),
          ),
          1,
        ),
        check: resultOf(row.entityRef),
      };
    });
  }

  /** What a check came to for each of the entities. */
  async #readResults(
    rows: readonly ScoredRow[],
    scorecard: StoredScorecard,
    checkId: string,
    { visibility }: ScorecardSelection,
  ): Promise<(entityRef: string) => CheckResultView> {
    const { expressions, facts, providers, results, clock } = this.#options;
    const refs = rows.map(({ entityRef }) => entityRef);
    const check = expressions.of(scorecard).checks.get(checkId);
    const [known, told] = await Promise.all([
      results.read(refs, [scorecard.definition.ref]),
      facts.read(
        refs,
        visibility,
        check?.valueFacts.map(({ provider }) => provider),
      ),
    ]);
    const verdicts = new Map(
      known.map(one => [one.entityRef, one.verdicts.get(checkId)]),
    );
    const now = clock();
    return entityRef => {
      const verdict = verdicts.get(entityRef);
      const own = told.filter(one => one.entityRef === entityRef);
      return verdict
        ? {
            state: verdict.state,
            since: toInstant(verdict.since),
            value: printCheckValue(
              check,
              verdict.value,
              new ToldFacts(own, providers, now),
            ),
            detail: verdict.detail,
          }
        : notEvaluated;
    };
  }
}
