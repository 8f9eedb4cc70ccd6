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

/** Reads who owns a catalog entity and how well. */
export const opmodelOwnershipReadPermission = createPermission({
  name: 'opmodel.ownership.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Confirms or hands over the ownership of a catalog entity, and sets the days by which its gaps are to be closed. Beside it, to
 * confirm takes being one of the owners.
 */
export const opmodelOwnershipReviewPermission = createPermission({
  name: 'opmodel.ownership.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Asks what a re-organisation would do, and keeps plans of it. Each plan is for its named readers alone. */
export const opmodelOwnershipPlanPermission = createPermission({
  name: 'opmodel.ownership.plan',
  attributes: { action: 'create' },
});

/** Reads what was asked to be accepted of a catalog entity, and what became of it. */
export const opmodelAcceptanceReadPermission = createPermission({
  name: 'opmodel.acceptance.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Asks for something of a catalog entity to be accepted. */
export const opmodelAcceptanceRequestPermission = createPermission({
  name: 'opmodel.acceptance.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Decides on what was asked to be accepted. Beside it, that takes being one of those whom a decision right names. */
export const opmodelAcceptanceApprovePermission = createPermission({
  name: 'opmodel.acceptance.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Reads who decides what about a catalog entity, and what was decided. */
export const opmodelDecisionReadPermission = createPermission({
  name: 'opmodel.decision.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Enters and changes decisions about a catalog entity. */
export const opmodelDecisionWritePermission = createPermission({
  name: 'opmodel.decision.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Reads the service level objectives of a catalog entity, their budgets, and what these bring about. */
export const opmodelSloReadPermission = createPermission({
  name: 'opmodel.slo.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Asks for spans of time to be left out of the budgets of a catalog entity, and for exceptions from error budget policies.
 * Whether they hold is for the approvers whom a decision right names.
 */
export const opmodelSloCorrectPermission = createPermission({
  name: 'opmodel.slo.correct',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Asks whether a release is allowed. Tokens of pipelines are restricted to this permission, and then learn of any entity
 * whether its releases are held, and nothing else.
 */
export const opmodelReleaseGateReadPermission = createPermission({
  name: 'opmodel.release-gate.read',
  attributes: { action: 'read' },
});

/** Lets the releases of a catalog entity pass for 24 hours. */
export const opmodelReleaseGateBreakPermission = createPermission({
  name: 'opmodel.release-gate.break',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Reads the scorecards of a catalog entity: its facts, verdicts and levels, and how they changed. */
export const opmodelScorecardReadPermission = createPermission({
  name: 'opmodel.scorecard.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Has the scorecards of a catalog entity evaluated at once. */
export const opmodelScorecardEvaluatePermission = createPermission({
  name: 'opmodel.scorecard.evaluate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Vouches for what no system tells of a catalog entity. Only people do, each under their own name. */
export const opmodelScorecardAttestPermission = createPermission({
  name: 'opmodel.scorecard.attest',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** What permission policies know of a scorecard that is written in the portal. */
export const RESOURCE_TYPE_SCORECARD = 'opmodel-scorecard';

/** Drafts and publishes a scorecard. A policy may limit it to those whose owner somebody belongs to, or to some names. */
export const opmodelScorecardWritePermission = createPermission({
  name: 'opmodel.scorecard.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SCORECARD,
});

/** Begins campaigns, and changes those whose owner somebody belongs to. */
export const opmodelCampaignWritePermission = createPermission({
  name: 'opmodel.campaign.write',
  attributes: { action: 'update' },
});

/** Reads the technical debt of a catalog entity. An item is read by whoever may read that of all of its entities. */
export const opmodelTechDebtReadPermission = createPermission({
  name: 'opmodel.tech-debt.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** What permission policies know of an item of the tech-debt register. */
export const RESOURCE_TYPE_DEBT_ITEM = 'opmodel-debt-item';

/**
 * Files an item of technical debt, and says something of one. Beside it, to file takes seeing all of its entities. A policy may limit it
 * to items whose owner somebody belongs to.
 */
export const opmodelTechDebtCreatePermission = createPermission({
  name: 'opmodel.tech-debt.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_DEBT_ITEM,
});

/** Changes an item of technical debt, and where it stands. A policy may limit it to items whose owner somebody belongs to. */
export const opmodelTechDebtUpdatePermission = createPermission({
  name: 'opmodel.tech-debt.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DEBT_ITEM,
});

/** Takes an item of technical debt that was filed by mistake away with its history. What was paid is resolved instead. */
export const opmodelTechDebtDeletePermission = createPermission({
  name: 'opmodel.tech-debt.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_DEBT_ITEM,
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
  opmodelOwnershipReadPermission,
  opmodelOwnershipReviewPermission,
  opmodelOwnershipPlanPermission,
  opmodelAcceptanceReadPermission,
  opmodelAcceptanceRequestPermission,
  opmodelAcceptanceApprovePermission,
  opmodelDecisionReadPermission,
  opmodelDecisionWritePermission,
  opmodelSloReadPermission,
  opmodelSloCorrectPermission,
  opmodelReleaseGateReadPermission,
  opmodelReleaseGateBreakPermission,
  opmodelScorecardReadPermission,
  opmodelScorecardEvaluatePermission,
  opmodelScorecardAttestPermission,
  opmodelScorecardWritePermission,
  opmodelCampaignWritePermission,
  opmodelTechDebtReadPermission,
  opmodelTechDebtCreatePermission,
  opmodelTechDebtUpdatePermission,
  opmodelTechDebtDeletePermission,
  opmodelEventCreatePermission,
  opmodelEventReplayPermission,
  opmodelHealthReadPermission,
];
