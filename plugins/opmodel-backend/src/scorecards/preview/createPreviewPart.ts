import { VisibleScorecards } from '../definitions/VisibleScorecards';
import { StandingRules } from '../evaluation/StandingRules';
import { ReadableFacts } from '../facts/ReadableFacts';
import { CheckExpressions } from '../reading/CheckExpressions';
import { ScorecardDirectory } from '../reading/ScorecardDirectory';
import type { CreateScorecardPart, ScorecardGround } from '../ScorecardPart';
import { AuthorizedPreviewService } from './AuthorizedPreviewService';
import { ImpactReader } from './ImpactReader';
import { addPreviewRoutes } from './previewRouter';
import { PreviewService } from './PreviewService';
import { SampleReader } from './SampleReader';

/** Puts together what tells the impact of a definition, for whoever knows what the caller may see. */
export function createPreviews(
  options: Pick<
    ScorecardGround,
    | 'acceptances'
    | 'catalog'
    | 'clock'
    | 'facts'
    | 'providers'
    | 'results'
    | 'scorecards'
  > & { zone: string },
): PreviewService {
  const facts = new ReadableFacts(options);
  const shared = {
    ...options,
    facts,
    directory: new ScorecardDirectory({
      ...options,
      scorecards: new VisibleScorecards(options),
    }),
    expressions: new CheckExpressions(options.providers),
    impact: new ImpactReader({ ...options, facts }),
  };
  return new PreviewService({
    ...shared,
    rules: new StandingRules(options),
    samples: new SampleReader(shared),
  });
}

/** What a definition would change before it is published. */
export function createPreviewPart(): CreateScorecardPart {
  return ground => {
    const previews = new AuthorizedPreviewService({
      ...ground,
      service: createPreviews({ ...ground, zone: ground.calendar.zone }),
    });
    return {
      addRoutes: router => addPreviewRoutes(router, { ...ground, previews }),
    };
  };
}
