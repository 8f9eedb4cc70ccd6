import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';

/**
 * Reads the DORA metrics of a catalog entity. It shares the catalog's resource type, so that a policy can answer with the
 * catalog's own conditions.
 */
export const opmodelDoraReadPermission = createPermission({
  name: 'opmodel.dora.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Corrects the facts behind the DORA metrics of a catalog entity: links, verdicts and excluded periods. Whoever has it also
 * answers disputes of the entity's numbers.
 */
export const opmodelDoraCorrectPermission = createPermission({
  name: 'opmodel.dora.correct',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Reads the flow metrics of a catalog entity: work items, forecasts and builds. */
export const opmodelFlowReadPermission = createPermission({
  name: 'opmodel.flow.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Sends delivery facts to intake. CI tokens are restricted to this permission. */
export const opmodelEventCreatePermission = createPermission({
  name: 'opmodel.event.create',
  attributes: { action: 'create' },
});

/** Reads the state of the engine: snapshot, intake, unmapped events and collectors. */
export const opmodelHealthReadPermission = createPermission({
  name: 'opmodel.health.read',
  attributes: { action: 'read' },
});

/** Lets what intake set aside, or could not map, be tried once more. */
export const opmodelEventReplayPermission = createPermission({
  name: 'opmodel.event.replay',
  attributes: { action: 'update' },
});

/** All permissions of the `opmodel` plugin. */
export const opmodelPermissions = [
  opmodelDoraReadPermission,
  opmodelDoraCorrectPermission,
  opmodelFlowReadPermission,
  opmodelEventCreatePermission,
  opmodelEventReplayPermission,
  opmodelHealthReadPermission,
];
