import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import { isSubjectEnabled } from '../../subjects';
import type { AssessmentStore } from '../AssessmentStore';
import type { CreateOwnershipPart } from '../OwnershipPart';
import { AuthorizedOwnershipMap } from './AuthorizedOwnershipMap';
import { addMapRoutes } from './mapRouter';
import type { MapStore } from './MapStore';
import { OwnershipMapService } from './OwnershipMapService';
import { TeamLoadReader } from './TeamLoadReader';
import type { TeamLoadStore } from './TeamLoadStore';

/**
 * Puts the ownership map together.
 *
 * @param options - `deliverySubjectId`: the subject that has to be on for incidents and deployments to be counted
 */
export function createMapPart(options: {
  store: MapStore;
  loads: TeamLoadStore;
  assessments: Pick<AssessmentStore, 'progress'>;
  deliverySubjectId: string;
}): CreateOwnershipPart {
  const { store, loads, assessments, deliverySubjectId } = options;
  return ground => {
    const { calendar, catalog, clock, config, definition, httpAuth } = ground;
    const map = new AuthorizedOwnershipMap({
      visibility: ground.visibility,
      countsDeliveries: isSubjectEnabled(config, deliverySubjectId),
      service: new OwnershipMapService({
        assessments,
        catalog,
        definition,
        loads: new TeamLoadReader({ store: loads, definition, clock }),
        store,
        today: () => dayOf(clock(), calendar.zone),
      }),
    });
    return { addRoutes: router => addMapRoutes(router, { map, httpAuth }) };
  };
}
