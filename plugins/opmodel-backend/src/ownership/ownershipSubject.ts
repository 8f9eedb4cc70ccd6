import {
  opmodelOwnershipPlanPermission,
  opmodelOwnershipReadPermission,
  opmodelOwnershipReviewPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EscalationSources } from '../decisions/EscalationSources';
import type { FigureListener } from '../lib/FigureListener';
import type { OverviewSubject } from '../overview/OverviewService';
import { isSubjectEnabled, type Subject } from '../subjects';
import type { AssessmentStore } from './AssessmentStore';
import { AuthorizedOwnershipService } from './AuthorizedOwnershipService';
import { GapDateService } from './GapDateService';
import { TeamLoadReader } from './map/TeamLoadReader';
import type { TeamLoadStore } from './map/TeamLoadStore';
import { noOnCallReader, type OnCallReader } from './OnCallReader';
import { registerOwnershipActions } from './ownershipActions';
import { OwnershipAssessor } from './OwnershipAssessor';
import { OwnershipAttention } from './OwnershipAttention';
import { OwnershipFacts } from './OwnershipFacts';
import { readOwnershipDefinition } from './ownershipConfig';
import type { CreateOwnershipPart, OwnershipGround } from './OwnershipPart';
import { createOwnershipRetention } from './ownershipRetention';
import { addOwnershipRoutes } from './ownershipRouter';
import { OwnershipService } from './OwnershipService';
import type { OwnershipStore } from './OwnershipStore';
import { OwnershipSummaryReader } from './OwnershipSummaryReader';
import { OwnershipWorldReader } from './OwnershipWorldReader';
import {
  noRepositoryOwnershipReader,
  type RepositoryOwnershipReader,
} from './RepositoryOwnershipReader';
import { noReviewReader, type ReviewReader } from './ReviewReader';

/** Id of the subject in configuration and paths. */
export const ownershipSubjectId = 'ownership';

/** What the home page knows of it, also where it is switched off. */
export const ownershipOverview: Omit<OverviewSubject, 'subject'> = {
  id: ownershipSubjectId,
  readPermission: opmodelOwnershipReadPermission,
  records: [],
};

/** What the ownership subject stands on. */
export interface OwnershipSubjectOptions
  extends Omit<
    OwnershipGround,
    'assess' | 'definition' | 'summaries' | 'world'
  > {
  store: OwnershipStore;
  assessments: AssessmentStore;
  /** What it is made of beside the ladder: map, reviews, plans. */
  parts: readonly CreateOwnershipPart[];
  /** Absent: only annotations and contacts tell who is called at night. */
  escalations?: EscalationSources;
  /** Absent: nothing is reviewed. */
  reviews?: ReviewReader;
  /** Absent: nobody knows who is on call. */
  onCall?: OnCallReader;
  /** Absent: no repository is read. */
  repositories?: RepositoryOwnershipReader;
  loads: TeamLoadStore;
  /** The subject that has to be on for incidents and deployments to be counted. */
  deliverySubjectId: string;
  /** Is told of entities that were assessed anew. */
  onFigures?: FigureListener;
}

/** Puts the ownership subject together. */
export function createOwnershipSubject(
  options: OwnershipSubjectOptions,
): Subject {
  const { store, assessments, catalog, calendar, clock, httpAuth } = options;
  const { zone } = calendar;
  const definition = readOwnershipDefinition(options.config);
  const common = { store, assessments, catalog, definition, zone, clock };
  const world = new OwnershipWorldReader({
    ...common,
    store: assessments,
    escalations: options.escalations,
  });
  const assessor = new OwnershipAssessor({
    ...common,
    store: assessments,
    world,
    onFigures: options.onFigures,
  });
  const summaries = new OwnershipSummaryReader(common);
  const ground: OwnershipGround = {
    ...options,
    definition,
    summaries,
    world,
    async assess(refs) {
      await assessor.assess(refs);
    },
  };
  const parts = options.parts.map(create => create(ground));
  const service = new OwnershipService({
    ...common,
    summaries,
    reviews: options.reviews ?? noReviewReader,
    onCall: options.onCall ?? noOnCallReader,
    repositories: options.repositories ?? noRepositoryOwnershipReader,
    loads: new TeamLoadReader({ store: options.loads, definition, clock }),
  });
  const ownership = new AuthorizedOwnershipService({
    ...options,
    service,
    dates: new GapDateService(common),
    countsDeliveries: isSubjectEnabled(
      options.config,
      options.deliverySubjectId,
    ),
  });
  const attention = new OwnershipAttention(common);
  return {
    id: ownershipSubjectId,
    readPermission: opmodelOwnershipReadPermission,
    permissions: [
      opmodelOwnershipReadPermission,
      opmodelOwnershipReviewPermission,
      opmodelOwnershipPlanPermission,
    ],
    addRoutes(router) {
      addOwnershipRoutes(router, { ownership, httpAuth, calendar, clock });
      parts.forEach(part => part.addRoutes(router));
    },
    registerActions() {
      registerOwnershipActions({ ...options, ownership });
      parts.forEach(part => part.registerActions?.());
    },
    async listAttention(visibility, owners) {
      const items = await Promise.all([
        attention.list(visibility, owners),
        ...parts.map(part => part.listAttention?.(visibility, owners) ?? []),
      ]);
      return items.flat();
    },
    countCoverage: visibility => service.countCoverage(visibility),
    async onScanned(news) {
      await assessor.takeIn(news);
      for (const part of parts) {
        await part.onScanned?.(news);
      }
    },
    factProviders: [new OwnershipFacts({ store: assessments })],
    retentionRules: [
      createOwnershipRetention({ store: assessments, zone }),
      ...parts.flatMap(part => part.retentionRules ?? []),
    ],
    tasks: [
      {
        id: 'opmodel-ownership-assessment',
        // Often, so that a new day and a new definition are not waited for; it does nothing where both are as they were.
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'global',
          frequency: { minutes: 5 },
          timeout: { minutes: 10 },
        }),
        run: () => assessor.assessDue(),
      },
      ...parts.flatMap(part => part.tasks ?? []),
    ],
  };
}
