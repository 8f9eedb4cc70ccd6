import {
  opmodelReleaseGateBreakPermission,
  opmodelReleaseGateReadPermission,
  opmodelSloCorrectPermission,
  opmodelSloReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SliSource } from '@opmodel/backstage-plugin-opmodel-node';
import { organisationScope } from '../catalog/scopesOf';
import type { FigureListener } from '../lib/FigureListener';
import type { OverviewSubject } from '../overview/OverviewService';
import { joinParts } from '../subjectParts';
import type { Subject } from '../subjects';
import { createDefinitions } from './definitions/createDefinitions';
import { createEvaluation } from './evaluation/createEvaluation';
import {
  noCorrections,
  type SloCorrections,
} from './evaluation/SloCorrections';
import { tellChangedStandings } from './evaluation/tellChangedStandings';
import { createMeasurement } from './measurement/createMeasurement';
import { SliSources } from './measurement/SliSources';
import type { CreateSloPart, SloGround, SloPart } from './SloPart';

/** Id of the subject in configuration and paths. */
export const sloSubjectId = 'slo';

/** What the home page knows of it, also where it is switched off. */
export const sloOverview: Omit<OverviewSubject, 'subject'> = {
  id: sloSubjectId,
  readPermission: opmodelSloReadPermission,
  records: [],
};

/** What the SLO subject stands on. */
export interface SloSubjectOptions
  extends Omit<SloGround, 'corrections' | 'sources'> {
  /** What measures service levels: of modules, and the engine's own. */
  sources: readonly SliSource[];
  /** Absent: nothing is left out of budgets. */
  corrections?: SloCorrections;
  /** What it is made of beside definitions, measurement and evaluation: alerts, policies, what people read. */
  parts: readonly CreateSloPart[];
  /** Is told of entities whose SLOs stand otherwise than before. */
  onFigures?: FigureListener;
}

/** Puts the SLO subject together. */
export function createSloSubject(options: SloSubjectOptions): Subject {
  const { catalog, store, onFigures } = options;
  const ground: SloGround = {
    ...options,
    sources: new SliSources(options.sources),
    corrections: options.corrections ?? noCorrections,
  };
  const added = options.parts.map(create => create(ground));
  const listeners = added.flatMap(({ onEvaluated }) => onEvaluated ?? []);
  if (onFigures) {
    listeners.push(tellChangedStandings({ ...store, onFigures }));
  }
  const parts: SloPart[] = [
    createDefinitions(ground),
    createMeasurement(ground),
    createEvaluation(ground, { listeners }),
    ...added,
  ];
  return {
    ...joinParts(parts),
    id: sloSubjectId,
    readPermission: opmodelSloReadPermission,
    permissions: [
      opmodelSloReadPermission,
      opmodelSloCorrectPermission,
      opmodelReleaseGateReadPermission,
      opmodelReleaseGateBreakPermission,
    ],
    async countCoverage(visibility) {
      const [reporting, applicable] = await Promise.all([
        store.definitions.countMeasured('component', visibility),
        catalog.countScope(
          { scopeRef: organisationScope, kinds: ['component'] },
          visibility,
        ),
      ]);
      return { reporting, applicable };
    },
  };
}
