import { VisibleScorecards } from '../definitions/VisibleScorecards';
import type { CreateScorecardPart } from '../ScorecardPart';
import { AuthorizedExemptionService } from './AuthorizedExemptionService';
import { addExemptionRoutes } from './exemptionRouter';
import { ExemptionService } from './ExemptionService';

/** Puts exemptions together: only asking for them is here, all else is the acceptances' own. */
export function createExemptionsPart(): CreateScorecardPart {
  return ground => {
    const service = new ExemptionService({
      ...ground,
      scorecards: new VisibleScorecards(ground),
    });
    const exemptions = new AuthorizedExemptionService({ ...ground, service });
    return {
      addRoutes: router =>
        addExemptionRoutes(router, { exemptions, httpAuth: ground.httpAuth }),
    };
  };
}
