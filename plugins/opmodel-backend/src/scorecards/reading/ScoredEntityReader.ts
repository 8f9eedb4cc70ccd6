import { InputError } from '@backstage/errors';
import {
  type CheckResultView,
  type CheckVerdict,
  type ScorecardMatrix,
  type ScoredEntity,
  type ScoredEntityPage,
  stateLetters,
  stateOfLetter,
  tallyVerdicts,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ResultStore } from '../evaluation/ResultStore';
import type { CheckExpressions } from './CheckExpressions';
import {
  describeColumn,
  describeScorecard,
  levelAt,
  toListed,
} from './describeScorecard';
import { printCheckValue } from './printCheckValue';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type {
  ScoredEntityOrder,
  ScoredPosition,
  ScoredRow,
  ScorecardReadStore,
  ScorecardSelection,
  StatesRow,
} from './ScorecardReadStore';
import { summarizeTally } from './summarizeTally';

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

const matrixPosition = { name: ['string' as const], ref: ['string' as const] };

/** What {@link ScoredEntityReader} works with. */
interface ScoredEntityReaderOptions {
  reads: Pick<ScorecardReadStore, 'list' | 'listMatrix'>;
  directory: ScorecardDirectory;
  expressions: CheckExpressions;
  results: Pick<ResultStore, 'read'>;
}

/** Lists entities with where they stand, and all their verdicts on one scorecard. */
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
    const { reads, directory } = this.#options;
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
    const { items, total } = await reads.list(selection, {
      scorecards: scorecards.map(toListed),
      rank,
      check,
      order,
      descending,
      limit: limit + 1,
      after: decodeCursor<ScoredPosition>(
        cursor,
        {
          value: [textOrders.includes(order) ? 'string' : 'double', 'null'],
          ref: ['string'],
        },
        list,
      ),
    });
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

  /**
   * @throws InputError when the cursor is not one that this list gave
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async readMatrix(
    { scorecardRef, limit, cursor }: PageOf & { scorecardRef: string },
    selection: ScorecardSelection,
  ): Promise<ScorecardMatrix> {
    const { reads, directory } = this.#options;
    const { visibility, ...selected } = selection;
    const list = { matrix: selected, scorecardRef };
    const after = decodeCursor<StatesRow['position']>(
      cursor,
      matrixPosition,
      list,
    );
    const [scorecard, { items, total }] = await Promise.all([
      directory.find(scorecardRef, visibility),
      reads.listMatrix(selection, { scorecardRef, limit: limit + 1, after }),
    ]);
    const shown = items.slice(0, limit);
    const nameOwner = await directory.nameOwners(
      [scorecard.definition.owner, ...shown.map(({ ownerRef }) => ownerRef)],
      visibility,
    );
    const slots = scorecard.definition.checks.map(({ id }) =>
      scorecard.slots.indexOf(id),
    );
    return {
      scorecard: describeScorecard(scorecard, nameOwner),
      checks: scorecard.definition.checks.map(describeColumn),
      rows: shown.map(({ entityRef, title, ownerRef, rank, states }) => ({
        entityRef,
        title,
        ownerRef: nameOwner(ownerRef).ownerRef,
        rank,
        states: slots.map(slot => letterAt(states, slot)).join(''),
      })),
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
    const { directory, results, expressions } = this.#options;
    const { scorecards, checkId, selection } = context;
    const byRef = new Map(scorecards.map(one => [one.definition.ref, one]));
    const [nameOwner, known] = await Promise.all([
      directory.nameOwners(
        rows.map(({ ownerRef }) => ownerRef),
        selection.visibility,
      ),
      checkId === undefined
        ? []
        : results.read(
            rows.map(({ entityRef }) => entityRef),
            [scorecards[0].definition.ref],
          ),
    ]);
    const verdicts = new Map(
      known.map(result => [
        result.entityRef,
        result.verdicts.get(checkId ?? ''),
      ]),
    );
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
              state: stateAt(row.states, scorecard.slots.indexOf(id)),
            })),
          ),
          1,
        ),
        check:
          checkId === undefined
            ? null
            : describeResult(
                verdicts.get(row.entityRef),
                printCheckValue(expressions.of(scorecard).checks.get(checkId)),
              ),
      };
    });
  }
}

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

/** What was not evaluated yet is not reported. */
function stateAt(states: string, slot: number): VerdictState {
  return stateOfLetter(states[slot]) ?? 'not_reported';
}

function letterAt(states: string, slot: number): string {
  return stateLetters[stateAt(states, slot)];
}

/** @param verdict - undefined: it is not evaluated yet */
function describeResult(
  verdict: CheckVerdict | undefined,
  print: (value: CheckVerdict['value']) => CheckVerdict['value'],
): CheckResultView {
  return verdict
    ? {
        state: verdict.state,
        since: toInstant(verdict.since),
        value: print(verdict.value),
        detail: verdict.detail,
      }
    : { state: 'not_reported', since: null, value: null, detail: null };
}
