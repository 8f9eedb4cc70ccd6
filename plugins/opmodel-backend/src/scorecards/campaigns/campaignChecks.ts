import type {
  CampaignEmphasis,
  CampaignScope,
  ScorecardCheck,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { PairSelection } from './CampaignPairStore';

/** The checks that a campaign asks for, in the order of the scorecard; what the scorecard no longer has is left out. */
export function emphasisedChecks(
  { definition }: Pick<StoredScorecard, 'definition'>,
  { checks = [], levels = [] }: CampaignEmphasis,
): ScorecardCheck[] {
  return definition.checks.filter(
    ({ id, level }) =>
      checks.includes(id) || (level !== undefined && levels.includes(level)),
  );
}

/** The pairs that a campaign asks for, as far as somebody may see. */
export function pairsOf(
  { emphasis, scope }: { emphasis: CampaignEmphasis; scope: CampaignScope },
  scorecard: Pick<StoredScorecard, 'definition' | 'slots'>,
  visibility: Visibility,
): PairSelection {
  return {
    scorecardRef: scorecard.definition.ref,
    checks: emphasisedChecks(scorecard, emphasis)
      .map(({ id }) => ({ id, slot: scorecard.slots.indexOf(id) }))
      .filter(({ slot }) => slot >= 0),
    scope,
    visibility,
  };
}
