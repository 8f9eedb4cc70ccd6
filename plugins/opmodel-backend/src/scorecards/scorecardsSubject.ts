import {
  opmodelCampaignWritePermission,
  opmodelScorecardAttestPermission,
  opmodelScorecardEvaluatePermission,
  opmodelScorecardReadPermission,
  opmodelScorecardWritePermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { organisationScope } from '../catalog/scopesOf';
import type { OverviewSubject } from '../overview/OverviewService';
import { joinParts } from '../subjectParts';
import type { Subject } from '../subjects';
import type { ScorecardCoverage } from './ScorecardCoverage';
import type { CreateScorecardPart, ScorecardGround } from './ScorecardPart';

/** Id of the subject in configuration and paths. */
export const scorecardsSubjectId = 'scorecards';

/** What the home page knows of it, also where it is switched off. */
export const scorecardsOverview: Omit<OverviewSubject, 'subject'> = {
  id: scorecardsSubjectId,
  readPermission: opmodelScorecardReadPermission,
  records: [],
};

/** What the scorecards subject stands on. */
export interface ScorecardsSubjectOptions extends ScorecardGround {
  /** What it is made of: facts, definitions, evaluation, what people read, campaigns. In the order in which they hear of a scan. */
  parts: readonly CreateScorecardPart[];
  coverage: ScorecardCoverage;
}

/** Puts the scorecards subject together. */
export function createScorecardsSubject(
  options: ScorecardsSubjectOptions,
): Subject {
  const { catalog, coverage } = options;
  return {
    ...joinParts(options.parts.map(create => create(options))),
    id: scorecardsSubjectId,
    readPermission: opmodelScorecardReadPermission,
    permissions: [
      opmodelScorecardReadPermission,
      opmodelScorecardEvaluatePermission,
      opmodelScorecardAttestPermission,
      opmodelScorecardWritePermission,
      opmodelCampaignWritePermission,
    ],
    async countCoverage(visibility) {
      const [reporting, applicable] = await Promise.all([
        coverage.countScored('component', visibility),
        catalog.countScope(
          { scopeRef: organisationScope, kinds: ['component'] },
          visibility,
        ),
      ]);
      return { reporting, applicable };
    },
  };
}
