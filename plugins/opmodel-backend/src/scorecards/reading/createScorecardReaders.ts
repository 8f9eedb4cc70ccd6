import { VisibleScorecards } from '../definitions/VisibleScorecards';
import { ReadableFacts } from '../facts/ReadableFacts';
import type { ScorecardGround } from '../ScorecardPart';
import { CheckExpressions } from './CheckExpressions';
import { EntityScorecardReader } from './EntityScorecardReader';
import { HeatMapReader } from './HeatMapReader';
import { PastScorecards } from './PastScorecards';
import { ScorecardAttention } from './ScorecardAttention';
import { ScorecardDirectory } from './ScorecardDirectory';
import { ScorecardExplanationReader } from './ScorecardExplanationReader';
import { ScorecardHistoryReader } from './ScorecardHistoryReader';
import { ScorecardMemory } from './ScorecardMemory';
import { ScorecardMatrixReader } from './ScorecardMatrixReader';
import type { ScorecardReadStore } from './ScorecardReadStore';
import { ScorecardSeriesReader } from './ScorecardSeriesReader';
import { ScorecardService } from './ScorecardService';
import { ScorecardTotalsReader } from './ScorecardTotalsReader';
import { ScoreChangeReader } from './ScoreChangeReader';
import { ScoredEntityReader } from './ScoredEntityReader';
import type { StandingStore } from './StandingStore';

/** What reads scorecards stands on. */
export interface ScorecardReadersOptions
  extends Pick<
    ScorecardGround,
    | 'acceptances'
    | 'catalog'
    | 'clock'
    | 'facts'
    | 'providers'
    | 'results'
    | 'scorecards'
  > {
  reads: ScorecardReadStore;
  standings: StandingStore;
  /** Evaluates one entity whole. */
  evaluator: { evaluateNow(entityRef: string): Promise<void> };
  /** IANA zone of the days. */
  zone: string;
}

/** Puts together what reads scorecards, for whoever knows what the caller may see. */
export function createScorecardReaders(options: ScorecardReadersOptions): {
  service: ScorecardService;
  attention: ScorecardAttention;
} {
  const directory = new ScorecardDirectory({
    ...options,
    scorecards: new VisibleScorecards(options),
  });
  const shared = {
    ...options,
    directory,
    expressions: new CheckExpressions(options.providers),
    memory: new ScorecardMemory(options),
    past: new PastScorecards(options),
    facts: new ReadableFacts(options),
  };
  const totals = new ScorecardTotalsReader(shared);
  const entities = new EntityScorecardReader({ ...shared, totals });
  return {
    service: new ScorecardService({
      ...shared,
      entities,
      totals,
      explanations: new ScorecardExplanationReader({
        ...shared,
        entities,
        facts: options.facts,
      }),
      heatMaps: new HeatMapReader(shared),
      history: new ScorecardHistoryReader(shared),
      lists: new ScoredEntityReader(shared),
      matrices: new ScorecardMatrixReader(shared),
      scoreChanges: new ScoreChangeReader(shared),
      series: new ScorecardSeriesReader(shared),
    }),
    attention: new ScorecardAttention({ ...shared, totals }),
  };
}
