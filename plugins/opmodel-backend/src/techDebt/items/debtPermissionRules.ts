import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  type DebtItem,
  RESOURCE_TYPE_DEBT_ITEM,
} from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod/v3';

/** What permission policies know of an item of the register, or of one that is to be filed. */
export type DebtItemResource = Pick<DebtItem, 'ownerRef' | 'reportedBy'>;

/** What policies decide about. */
export const debtItemPermissionResourceRef = createPermissionResourceRef<
  DebtItemResource,
  object
>().with({ pluginId: 'opmodel', resourceType: RESOURCE_TYPE_DEBT_ITEM });

const paramsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Refs of groups and users, as an identity claims them'),
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow items whose owner is one of the claims',
  resourceRef: debtItemPermissionResourceRef,
  paramsSchema,
  apply: ({ ownerRef }, { claims }) => lowerCase(claims).includes(ownerRef),
  // Who may see an item is asked of its entities; what may be done with it is decided item by item, of a page of them at most.
  toQuery: () => ({}),
});

const isReporter = createPermissionRule({
  name: 'IS_REPORTER',
  description: 'Allow items that one of the claims filed',
  resourceRef: debtItemPermissionResourceRef,
  paramsSchema,
  apply: ({ reportedBy }, { claims }) => lowerCase(claims).includes(reportedBy),
  toQuery: () => ({}),
});

/** By what policies may limit who files, changes and deletes items. */
export const debtItemPermissionRules = { isOwner, isReporter };

/** For policies: conditions over items, and decisions made of them. */
export const {
  conditions: debtItemConditions,
  createConditionalDecision: createDebtItemConditionalDecision,
} = createConditionExports({
  resourceRef: debtItemPermissionResourceRef,
  rules: debtItemPermissionRules,
});

function lowerCase(texts: readonly string[]): string[] {
  return texts.map(text => text.toLocaleLowerCase('en-US'));
}
