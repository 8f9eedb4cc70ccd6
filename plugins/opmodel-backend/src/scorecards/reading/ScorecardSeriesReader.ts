import {
  dayOf,
  type DefinitionMark,
  type ScorecardPoint,
  type ScorecardSeries,
  shareOfTally,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { DaySpan } from '../../catalog/ComponentSelection';
import type {
  ScorecardStore,
  StoredScorecard,
} from '../definitions/ScorecardStore';
import { describeScorecard } from './describeScorecard';
import type { PastScorecard } from './PastScorecard';
import type { PastScorecards } from './PastScorecards';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type { ScorecardSelection } from './ScorecardReadStore';
import { type SeriesInterval, stepDays } from './stepDays';

/** Versions of a scorecard that are looked through at a time. */
const VERSIONS = 100;

/** What {@link ScorecardSeriesReader} works with. */
interface ScorecardSeriesReaderOptions {
  directory: ScorecardDirectory;
  memory: ScorecardMemory;
  past: PastScorecards;
  scorecards: Pick<ScorecardStore, 'listVersions'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Reads levels and shares over time, of what is selected today. */
export class ScorecardSeriesReader {
  readonly #options: ScorecardSeriesReaderOptions;

  constructor(options: ScorecardSeriesReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async read(
    request: {
      scorecardRef: string;
      window: DaySpan;
      interval: SeriesInterval;
    },
    selection: ScorecardSelection,
  ): Promise<ScorecardSeries> {
    const { directory, memory } = this.#options;
    const { scorecardRef, window, interval } = request;
    const { from, to } = window;
    const scorecard = await directory.find(scorecardRef, selection.visibility);
    return memory.recall(
      { series: interval, from, to },
      selection,
      [scorecard],
      () => this.#read(scorecard, request, selection),
    );
  }

  async #read(
    scorecard: StoredScorecard,
    { window, interval }: { window: DaySpan; interval: SeriesInterval },
    selection: ScorecardSelection,
  ): Promise<ScorecardSeries> {
    const { directory, past, clock, zone } = this.#options;
    const now = clock();
    const today = dayOf(now, zone);
    const span = {
      from: window.from,
      to: window.to < today ? window.to : today,
    };
    const days = stepDays(span, interval);
    const [opened, nameOwner, definitionChanges] = await Promise.all([
      past.open(selection, scorecard, {
        since: days.length === 0 ? now : endOf(days[0], zone),
      }),
      directory.nameOwners([scorecard.definition.owner], selection.visibility),
      this.#listMarks(scorecard, window),
    ]);
    return {
      scorecard: describeScorecard(scorecard, nameOwner),
      points: [...days]
        .reverse()
        .map(day => this.#pointOf(day, opened))
        .reverse(),
      definitionChanges,
    };
  }

  /** How it stood when a day was over. */
  #pointOf(day: string, past: PastScorecard): ScorecardPoint {
    past.backTo(endOf(day, this.#options.zone));
    const { entities, ranks, tally } = past.counts();
    const { passing, coverage } = shareOfTally(tally);
    return {
      day,
      entities,
      levels: [...ranks]
        .filter(([, count]) => count > 0)
        .sort(([a], [b]) => a - b)
        .map(([rank, count]) => ({ rank, entities: count })),
      passing,
      coverage,
    };
  }

  async #listMarks(
    { definition: { ref } }: StoredScorecard,
    { from, to }: DaySpan,
  ): Promise<DefinitionMark[]> {
    const { scorecards, zone } = this.#options;
    const marks: DefinitionMark[] = [];
    let before: number | undefined;
    for (;;) {
      const versions = await scorecards.listVersions(ref, {
        limit: VERSIONS,
        before,
      });
      for (const { version, publishedAt, note } of versions) {
        const day = dayOf(publishedAt, zone);
        if (day >= from && day <= to) {
          marks.unshift({ day, version, note });
        }
        if (day < from) {
          return marks;
        }
      }
      before = versions.at(-1)?.version;
      if (before === undefined || versions.length < VERSIONS) {
        return marks;
      }
    }
  }
}

/** The last instant of a day, epoch milliseconds. */
function endOf(day: string, zone: string): number {
  return DateTime.fromISO(day, { zone }).endOf('day').toMillis();
}
