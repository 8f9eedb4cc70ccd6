import { VisibleScorecards } from '../definitions/VisibleScorecards';
import type { CreateScorecardPart } from '../ScorecardPart';
import { AuthorizedScorecardService } from './AuthorizedScorecardService';
import { CheckExpressions } from './CheckExpressions';
import { EntityScorecardReader } from './EntityScorecardReader';
import { HeatMapReader } from './HeatMapReader';
import { PastScorecards } from './PastScorecards';
import { registerScorecardActions } from './scorecardActions';
import { ScorecardAttention } from './ScorecardAttention';
import { ScorecardDirectory } from './ScorecardDirectory';
import { ScorecardExplanationReader } from './ScorecardExplanationReader';
import { ScorecardHistoryReader } from './ScorecardHistoryReader';
import { ScorecardMemory } from './ScorecardMemory';
import type { ScorecardReadStore } from './ScorecardReadStore';
import { addScorecardRoutes } from './scorecardRouter';
import { ScorecardSeriesReader } from './ScorecardSeriesReader';
import { ScorecardService } from './ScorecardService';
import { ScorecardTotalsReader } from './ScorecardTotalsReader';
import { ScoreChangeReader } from './ScoreChangeReader';
import { ScoredEntityReader } from './ScoredEntityReader';

/** Puts together what people and agents read about scorecards. */
export function createReadingPart({
  reads,
  evaluator,
}: {
  reads: ScorecardReadStore;
  /** Evaluates one entity whole. */
  evaluator: { evaluateNow(entityRef: string): Promise<void> };
}): CreateScorecardPart {
  return ground => {
    const directory = new ScorecardDirectory({
      ...ground,
      scorecards: new VisibleScorecards(ground),
    });
    const shared = {
      ...ground,
      reads,
      directory,
      expressions: new CheckExpressions(ground.providers),
      memory: new ScorecardMemory({ ...ground, reads }),
      past: new PastScorecards({ reads }),
      zone: ground.calendar.zone,
    };
    const totals = new ScorecardTotalsReader(shared);
    const entities = new EntityScorecardReader({ ...shared, totals });
    const scorecards = new AuthorizedScorecardService({
      ...ground,
      service: new ScorecardService({
        entities,
        evaluator,
        explanations: new ScorecardExplanationReader({ ...shared, entities }),
        heatMaps: new HeatMapReader(shared),
        history: new ScorecardHistoryReader(shared),
        lists: new ScoredEntityReader(shared),
        scoreChanges: new ScoreChangeReader(shared),
        series: new ScorecardSeriesReader(shared),
        totals,
      }),
    });
    const attention = new ScorecardAttention({ ...shared, totals });
    return {
      addRoutes: router =>
        addScorecardRoutes(router, { ...ground, scorecards }),
      listAttention: (visibility, owners) => attention.list(visibility, owners),
      registerActions: () =>
        registerScorecardActions({ ...ground, scorecards }),
    };
  };
}
