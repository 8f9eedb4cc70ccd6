import { AuthorizedScorecardDraftService } from '../drafts/AuthorizedScorecardDraftService';
import { addScorecardDraftRoutes } from '../drafts/scorecardDraftRouter';
import { ScorecardDraftService } from '../drafts/ScorecardDraftService';
import type { ScorecardDraftStore } from '../drafts/ScorecardDraftStore';
import { ScorecardWriters } from '../drafts/ScorecardWriters';
import { ScorecardDirectory } from '../reading/ScorecardDirectory';
import type { CreateScorecardPart } from '../ScorecardPart';
import { AuthorizedScorecardDefinitionService } from './AuthorizedScorecardDefinitionService';
import { addScorecardDefinitionRoutes } from './scorecardDefinitionRouter';
import { ScorecardDefinitionReader } from './ScorecardDefinitionReader';
import { ScorecardKeeper } from './ScorecardKeeper';
import { VisibleScorecards } from './VisibleScorecards';

/** What scorecards ask: documents of the catalog, and what people write in the portal. */
export function createDefinitionsPart({
  drafts: store,
}: {
  drafts: ScorecardDraftStore;
}): CreateScorecardPart {
  return ground => {
    const common = {
      ...ground,
      expressions: ground.providers.expressions,
      zone: ground.calendar.zone,
      visible: new VisibleScorecards(ground),
    };
    const keeper = new ScorecardKeeper(common);
    const writers = new ScorecardWriters(ground);
    writers.register();
    const service = new ScorecardDraftService({ ...common, drafts: store });
    const drafts = new AuthorizedScorecardDraftService({
      ...ground,
      service,
      writers,
    });
    const definitions = new AuthorizedScorecardDefinitionService({
      ...ground,
      directory: new ScorecardDirectory({
        ...ground,
        scorecards: common.visible,
      }),
      drafts: service,
      reader: new ScorecardDefinitionReader(common),
      writers,
    });
    return {
      addRoutes(router) {
        const { httpAuth } = ground;
        addScorecardDefinitionRoutes(router, { definitions, httpAuth });
        addScorecardDraftRoutes(router, { definitions, drafts, httpAuth });
      },
      // The facts that there are may have changed with the engine.
      start: () => keeper.keep(),
      async onScanned({ changed, removed }) {
        if ([...changed, ...removed].some(isScorecard)) {
          await keeper.keep();
        }
      },
    };
  };
}

function isScorecard(ref: string): boolean {
  return ref.startsWith('scorecard:');
}
