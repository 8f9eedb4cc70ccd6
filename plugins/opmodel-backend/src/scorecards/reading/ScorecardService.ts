import type {
  ScorecardChangePage,
  ScorecardExplanation,
  ScorecardHeatMap,
  ScorecardMatrix,
  ScorecardSeries,
  ScorecardSummary,
  ScoreChangeReport,
  ScoredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type {
  EntityScorecardReader,
  EntityStanding,
} from './EntityScorecardReader';
import type { HeatMapReader } from './HeatMapReader';
import type { ScorecardExplanationReader } from './ScorecardExplanationReader';
import type { ScorecardHistoryReader } from './ScorecardHistoryReader';
import type { ScorecardMatrixReader } from './ScorecardMatrixReader';
import type { ScorecardSelection } from './ScorecardReadStore';
import type { ScorecardSeriesReader } from './ScorecardSeriesReader';
import type { ScorecardTotalsReader } from './ScorecardTotalsReader';
import type { ScoreChangeReader } from './ScoreChangeReader';
import type { ScoredEntityReader } from './ScoredEntityReader';

/** What {@link ScorecardService} works with. */
interface ScorecardServiceOptions {
  entities: EntityScorecardReader;
  explanations: ScorecardExplanationReader;
  heatMaps: HeatMapReader;
  history: ScorecardHistoryReader;
  lists: ScoredEntityReader;
  matrices: ScorecardMatrixReader;
  scoreChanges: ScoreChangeReader;
  series: ScorecardSeriesReader;
  totals: ScorecardTotalsReader;
  /** Evaluates one entity whole. */
  evaluator: { evaluateNow(entityRef: string): Promise<void> };
}

/**
 * What people read about scorecards. Everything takes what the caller may see; what is hidden does not exist: a NotFoundError for the entity
 * or the scorecard that is asked for, and part of no list and no number.
 */
export class ScorecardService {
  readonly #options: ScorecardServiceOptions;

  constructor(options: ScorecardServiceOptions) {
    this.#options = options;
  }

  getEntity(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityStanding> {
    return this.#options.entities.read(entityRef, visibility);
  }

  /** Evaluates an entity that was found visible. */
  evaluate(entityRef: string): Promise<void> {
    return this.#options.evaluator.evaluateNow(entityRef);
  }

  listChanges(
    request: Parameters<ScorecardHistoryReader['list']>[0],
    visibility: Visibility,
  ): Promise<ScorecardChangePage> {
    return this.#options.history.list(request, visibility);
  }

  explain(
    request: Parameters<ScorecardExplanationReader['explain']>[0],
    visibility: Visibility,
  ): Promise<ScorecardExplanation> {
    return this.#options.explanations.explain(request, visibility);
  }

  /** @param scorecardRef - absent: all that may be seen */
  getSummary(
    selection: ScorecardSelection,
    scorecardRef?: string,
  ): Promise<ScorecardSummary> {
    return this.#options.totals.read(selection, scorecardRef);
  }

  /** @throws InputError naming the field */
  listEntities(
    request: Parameters<ScoredEntityReader['list']>[0],
    selection: ScorecardSelection,
  ): Promise<ScoredEntityPage> {
    return this.#options.lists.list(request, selection);
  }

  getMatrix(
    request: Parameters<ScorecardMatrixReader['read']>[0],
    selection: ScorecardSelection,
  ): Promise<ScorecardMatrix> {
    return this.#options.matrices.read(request, selection);
  }

  getHeatMap(
    request: Parameters<HeatMapReader['read']>[0],
    selection: ScorecardSelection,
  ): Promise<ScorecardHeatMap> {
    return this.#options.heatMaps.read(request, selection);
  }

  getSeries(
    request: Parameters<ScorecardSeriesReader['read']>[0],
    selection: ScorecardSelection,
  ): Promise<ScorecardSeries> {
    return this.#options.series.read(request, selection);
  }

  getScoreChanges(
    request: Parameters<ScoreChangeReader['read']>[0],
    selection: ScorecardSelection,
  ): Promise<ScoreChangeReport> {
    return this.#options.scoreChanges.read(request, selection);
  }
}
