import { VisibleScorecards } from '../definitions/VisibleScorecards';
import { ReadableFacts } from '../facts/ReadableFacts';
import { CheckExpressions } from '../reading/CheckExpressions';
import { ScorecardDirectory } from '../reading/ScorecardDirectory';
import type { CreateScorecardPart } from '../ScorecardPart';
import { AuthorizedCampaignService } from './AuthorizedCampaignService';
import { registerCampaignActions } from './campaignActions';
import { CampaignAttention } from './CampaignAttention';
import { CampaignDescriber } from './CampaignDescriber';
import { CampaignHistoryReader } from './CampaignHistoryReader';
import { CampaignItemReader } from './CampaignItemReader';
import { CampaignListReader } from './CampaignListReader';
import type { CampaignPairStore } from './CampaignPairStore';
import { CampaignProgressReader } from './CampaignProgressReader';
import { CampaignReferences } from './CampaignReferences';
import { addCampaignRoutes } from './campaignRouter';
import { CampaignService } from './CampaignService';
import type { CampaignStore } from './CampaignStore';
import { VisibleCampaigns } from './VisibleCampaigns';

/** Puts campaigns together. */
export function createCampaignsPart(options: {
  store: CampaignStore;
  pairs: CampaignPairStore;
}): CreateScorecardPart {
  const { pairs, store } = options;
  return ground => {
    const { actionsRegistry, catalog, clock, httpAuth } = ground;
    const { zone } = ground.calendar;
    const scorecards = new VisibleScorecards(ground);
    const directory = new ScorecardDirectory({ scorecards, catalog });
    const visible = new VisibleCampaigns({ store, scorecards, catalog });
    const progress = new CampaignProgressReader({ pairs, clock });
    const describer = new CampaignDescriber({ progress, zone });
    const campaigns = new AuthorizedCampaignService({
      ...ground,
      campaigns: visible,
      service: new CampaignService({
        store,
        campaigns: visible,
        references: new CampaignReferences({ scorecards, catalog }),
        describer,
        zone,
        clock,
      }),
      lists: new CampaignListReader({
        campaigns: visible,
        progress,
        describer,
        catalog,
      }),
      items: new CampaignItemReader({
        ...ground,
        pairs,
        directory,
        expressions: new CheckExpressions(ground.providers),
        facts: new ReadableFacts(ground),
      }),
      histories: new CampaignHistoryReader({
        pairs,
        describer,
        directory,
        zone,
        clock,
      }),
    });
    const attention = new CampaignAttention({
      campaigns: visible,
      pairs,
      catalog,
      zone,
      clock,
    });
    return {
      addRoutes: router => addCampaignRoutes(router, { campaigns, httpAuth }),
      registerActions: () =>
        registerCampaignActions({ actionsRegistry, campaigns }),
      listAttention: (visibility, owners) => attention.list(visibility, owners),
    };
  };
}
