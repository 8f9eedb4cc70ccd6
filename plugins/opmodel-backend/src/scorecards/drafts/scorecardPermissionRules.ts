import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SCORECARD } from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod/v3';

/** What permission policies know of a scorecard that is written in the portal, or is to be. */
export interface ScorecardResource {
  /** `scorecard:default/readiness`. */
  ref: string;
  /** Null: nobody answers for it. */
  ownerRef: string | null;
}

/** What policies decide about. */
export const scorecardPermissionResourceRef = createPermissionResourceRef<
  ScorecardResource,
  object
>().with({ pluginId: 'opmodel', resourceType: RESOURCE_TYPE_SCORECARD });

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow scorecards whose owner is one of the claims',
  resourceRef: scorecardPermissionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Refs of groups and users, as an identity claims them'),
  }),
  apply: ({ ownerRef }, { claims }) =>
    ownerRef !== null && lowerCase(claims).includes(ownerRef),
  // Scorecards are few: they are all read, and each is decided on.
  toQuery: () => ({}),
});

const hasName = createPermissionRule({
  name: 'HAS_NAME',
  description: 'Allow scorecards of these names',
  resourceRef: scorecardPermissionResourceRef,
  paramsSchema: z.object({
    names: z.array(z.string()).describe('Names, such as readiness'),
  }),
  apply: ({ ref }, { names }) =>
    lowerCase(names).includes(ref.slice(ref.indexOf('/') + 1)),
  toQuery: () => ({}),
});

/** By what policies may limit who writes scorecards. */
export const scorecardPermissionRules = { isOwner, hasName };

/** For policies: conditions over scorecards, and decisions made of them. */
export const {
  conditions: scorecardConditions,
  createConditionalDecision: createScorecardConditionalDecision,
} = createConditionExports({
  resourceRef: scorecardPermissionResourceRef,
  rules: scorecardPermissionRules,
});

function lowerCase(texts: readonly string[]): string[] {
  return texts.map(text => text.toLocaleLowerCase('en-US'));
}
