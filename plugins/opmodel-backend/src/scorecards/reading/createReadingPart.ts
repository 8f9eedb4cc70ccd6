import type { CreateScorecardPart } from '../ScorecardPart';
import { AuthorizedScorecardService } from './AuthorizedScorecardService';
import { createScorecardReaders } from './createScorecardReaders';
import { registerScorecardActions } from './scorecardActions';
import type { ScorecardReadStore } from './ScorecardReadStore';
import { addScorecardRoutes } from './scorecardRouter';
import type { StandingStore } from './StandingStore';

/** What people and agents read about scorecards. */
export function createReadingPart(options: {
  reads: ScorecardReadStore;
  standings: StandingStore;
  /** Evaluates one entity whole. */
  evaluator: { evaluateNow(entityRef: string): Promise<void> };
}): CreateScorecardPart {
  return ground => {
    const { service, attention } = createScorecardReaders({
      ...ground,
      ...options,
      zone: ground.calendar.zone,
    });
    const scorecards = new AuthorizedScorecardService({ ...ground, service });
    return {
      addRoutes: router =>
        addScorecardRoutes(router, { ...ground, scorecards }),
      listAttention: (visibility, owners) => attention.list(visibility, owners),
      registerActions: () =>
        registerScorecardActions({ ...ground, scorecards }),
    };
  };
}
