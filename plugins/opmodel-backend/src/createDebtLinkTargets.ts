import {
  opmodelAcceptanceReadPermission,
  opmodelDecisionReadPermission,
  opmodelDoraReadPermission,
  opmodelScorecardReadPermission,
  opmodelSloReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SubjectGround } from './createSubjects';
import { decisionsSubjectId } from './decisions/decisionsSubject';
import { DatabaseDecisionStore } from './decisions/log/DatabaseDecisionStore';
import { DatabaseDeliveryRecordStore } from './dora/DatabaseDeliveryRecordStore';
import { doraSubjectId } from './dora/doraSubject';
import { DatabaseScorecardStore } from './scorecards/definitions/DatabaseScorecardStore';
import { VisibleScorecards } from './scorecards/definitions/VisibleScorecards';
import { scorecardsSubjectId } from './scorecards/scorecardsSubject';
import { DatabaseSloReadStore } from './slo/reading/DatabaseSloReadStore';
import { sloSubjectId } from './slo/sloSubject';
import { isSubjectEnabled } from './subjects';
import type { LinkTarget, LinkTargets } from './techDebt/links/LinkTarget';

/** What links of debt lead to in the other subjects of the engine; one whose subject is off is not there. */
export function createDebtLinkTargets({
  acceptances,
  catalog,
  config,
  knex,
}: Pick<
  SubjectGround,
  'acceptances' | 'catalog' | 'config' | 'knex'
>): LinkTargets {
  const whereOn = (subjectId: string, targets: LinkTargets) =>
    isSubjectEnabled(config, subjectId) ? targets : {};
  const records = new DatabaseDeliveryRecordStore(knex);
  const decisions = new DatabaseDecisionStore(knex);
  const slos = new DatabaseSloReadStore(knex);
  const exemption: LinkTarget = {
    what: 'the id of an exemption',
    readPermission: opmodelAcceptanceReadPermission,
    async find(ids, visibility) {
      const found = await acceptances.listByIds(ids, visibility);
      return new Set(found.map(({ id }) => id));
    },
  };
  return {
    exemption,
    ...whereOn(doraSubjectId, {
      incident: {
        what: 'the id of an incident',
        readPermission: opmodelDoraReadPermission,
        find: (ids, visibility) =>
          records.findSubjects('incident', ids, visibility),
      },
      deployment: {
        what: 'the id of a deployment',
        readPermission: opmodelDoraReadPermission,
        find: (ids, visibility) =>
          records.findSubjects('deployment', ids, visibility),
      },
    }),
    ...whereOn(decisionsSubjectId, {
      decision: {
        what: 'the id of a decision',
        readPermission: opmodelDecisionReadPermission,
        find: (ids, visibility) => decisions.visibleIds(ids, visibility),
      },
    }),
    ...whereOn(sloSubjectId, {
      slo: {
        what: 'an SLO',
        readPermission: opmodelSloReadPermission,
        find: (refs, visibility) => slos.findAll(refs, visibility),
      },
    }),
    ...whereOn(scorecardsSubjectId, {
      check: createCheckTarget(
        new VisibleScorecards({
          scorecards: new DatabaseScorecardStore(knex),
          catalog,
        }),
      ),
    }),
  };
}

function createCheckTarget(
  scorecards: Pick<VisibleScorecards, 'list'>,
): LinkTarget {
  return {
    what: 'a check of a scorecard',
    readPermission: opmodelScorecardReadPermission,
    async find(refs, visibility) {
      const held = await scorecards.list(visibility);
      const checks = new Set(
        held.flatMap(({ definition: { ref, checks: own } }) =>
          own.map(({ id }) => `${ref}#${id}`),
        ),
      );
      return new Set(refs.filter(ref => checks.has(ref)));
    },
  };
}
