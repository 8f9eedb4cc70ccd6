import {
  attributeScoreChange,
  type LevelMoveView,
  type ScoredPair,
  type ScoreChange,
  type ScoreChangeReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { DaySpan } from '../../catalog/ComponentSelection';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type {
  ScorecardStore,
  StoredScorecard,
} from '../definitions/ScorecardStore';
import { describeScorecard, levelAt } from './describeScorecard';
import { describeStateChange } from './describeStateChange';
import { findMoves, type EntityMove } from './findMoves';
import { listNewLevelRules } from './levelRules';
import type { PastScorecards } from './PastScorecards';
import type { PageOf } from './ScoredEntityReader';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type { ScorecardSelection } from './ScorecardReadStore';

interface MovePosition {
  at: number;
  ref: string;
}

/** What happened to a selection within a window. */
interface FoundChange extends ScoreChange {
  /** Those whose level changed, the latest first. */
  moves: EntityMove[];
}

/** What {@link ScoreChangeReader} works with. */
interface ScoreChangeReaderOptions {
  catalog: Pick<CatalogStore, 'getEntities'>;
  directory: ScorecardDirectory;
  memory: ScorecardMemory;
  past: PastScorecards;
  scorecards: Pick<ScorecardStore, 'listVersions'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Tells why a score moved: what each cause brought about, and which entities changed their level. */
export class ScoreChangeReader {
  readonly #options: ScoreChangeReaderOptions;

  constructor(options: ScoreChangeReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async read(
    {
      scorecardRef,
      window: { from, to },
      limit,
      cursor,
    }: PageOf & { scorecardRef: string; window: DaySpan },
    selection: ScorecardSelection,
  ): Promise<ScoreChangeReport> {
    const { directory, memory } = this.#options;
    const { visibility, ...selected } = selection;
    const list = { scoreChanges: selected, scorecardRef, from, to };
    const after = decodeCursor<MovePosition>(
      cursor,
      { at: ['number'], ref: ['string'] },
      list,
    );
    const scorecard = await directory.find(scorecardRef, visibility);
    const { moves, ...change } = await memory.recall(
      { scoreChanges: [from, to] },
      selection,
      [scorecard],
      () => this.#find(scorecard, { from, to }, selection),
    );
    const rest = after
      ? moves.filter(
          ({ at, entityRef }) =>
            at < after.at || (at === after.at && entityRef > after.ref),
        )
      : moves;
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    const { items, nameOwner } = await this.#describe(
      shown,
      scorecard,
      selection,
    );
    return {
      scorecard: describeScorecard(scorecard, nameOwner),
      from,
      to,
      ...change,
      parts: change.parts && { ...change.parts },
      items,
      totalItems: moves.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor({ at: last.at, ref: last.entityRef }, list)
          : null,
    };
  }

  async #find(
    scorecard: StoredScorecard,
    { from, to }: DaySpan,
    selection: ScorecardSelection,
  ): Promise<FoundChange> {
    const { past, scorecards, zone, clock } = this.#options;
    const start =
      DateTime.fromISO(from, { zone }).startOf('day').toMillis() - 1;
    const end = Math.min(
      clock(),
      DateTime.fromISO(to, { zone }).endOf('day').toMillis(),
    );
    const [opened, newLevelRules] = await Promise.all([
      past.open(selection, scorecard, { since: start, withGone: true }),
      listNewLevelRules(scorecards, scorecard.definition.ref, {
        from: start,
        to: end,
      }),
    ]);
    const { pairs, moves } = findMoves(opened, scorecard.slots, {
      from: start,
      to: end,
      newLevelRules,
    });
    const { passed, warning, failed } = opened.untouched.tally;
    const same = pairs.filter(({ before, after }) => before === after);
    return {
      ...attributeScoreChange(
        pairs.filter(({ before, after }) => before !== after),
        {
          passing: passed + warning + same.filter(isPassing).length,
          judged: passed + warning + failed + same.filter(isJudged).length,
        },
      ),
      moves: moves.sort(
        (a, b) =>
          b.at - a.at ||
          (a.entityRef < b.entityRef ? -1 : Number(a.entityRef > b.entityRef)),
      ),
    };
  }

  async #describe(
    moves: readonly EntityMove[],
    scorecard: StoredScorecard,
    { visibility }: ScorecardSelection,
  ) {
    const { catalog, directory } = this.#options;
    const { definition } = scorecard;
    const entities = await catalog.getEntities(
      moves.map(({ entityRef }) => entityRef),
      visibility,
      { includeRemoved: true },
    );
    const byRef = new Map(entities.map(entity => [entity.ref, entity]));
    const nameOwner = await directory.nameOwners(
      [definition.owner, ...entities.map(({ ownerRef }) => ownerRef)],
      visibility,
    );
    const levelOf = (rank: number | null) =>
      rank === null ? null : levelAt(definition, rank);
    const items = moves.map((move): LevelMoveView => {
      const entity = byRef.get(move.entityRef);
      return {
        entityRef: move.entityRef,
        title: entity?.title ?? entity?.name ?? move.entityRef,
        ...nameOwner(entity?.ownerRef),
        levelBefore: levelOf(move.rankBefore),
        levelAfter: levelOf(move.rankAfter),
        changedAt: toInstant(move.at),
        cause: move.cause,
        checks: move.checks.map(change =>
          describeStateChange(change, definition.checks),
        ),
      };
    });
    return { items, nameOwner };
  }
}

function isPassing({ after }: ScoredPair): boolean {
  return after === 'passed' || after === 'warning';
}

function isJudged(pair: ScoredPair): boolean {
  return isPassing(pair) || pair.after === 'failed';
}
