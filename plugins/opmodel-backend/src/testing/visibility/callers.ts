import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionFactory,
  createPermissionRule,
  type PermissionPolicy,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';
import { restrictedServiceHeader } from '../startBackend';

/** A rule of the organisation's own, which only the catalog can decide. */
const lacksLabel = createPermissionRule({
  name: 'LACKS_LABEL',
  description: 'Allow entities without a label',
  resourceRef: catalogEntityPermissionResourceRef,
  paramsSchema: z.object({ label: z.string() }),
  apply: (resource, { label }) => !(label in (resource.metadata.labels ?? {})),
  toQuery: ({ label }) => ({
    not: { key: `metadata.labels.${label}` },
  }),
});
const lacks = createConditionFactory(lacksLabel);

/** Makes the rule known to the catalog. */
export const ownRule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'own-rule',
  register(env) {
    env.registerInit({
      deps: { registry: coreServices.permissionsRegistry },
      async init({ registry }) {
        registry.addPermissionRules([lacksLabel]);
      },
    });
  },
});

type EntityPermission = ResourcePermission<'catalog-entity'>;

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const builtIn = (permission: EntityPermission): PolicyDecision =>
  createCatalogConditionalDecision(permission, {
    not: catalogConditions.hasLabel({ label: 'confidential' }),
  });
const own = (permission: EntityPermission): PolicyDecision =>
  createCatalogConditionalDecision(
    permission,
    lacks({ label: 'confidential' }) as Parameters<
      typeof createCatalogConditionalDecision
    >[1],
  );

/** How a policy answers somebody. */
interface Decisions {
  catalog(permission: EntityPermission): PolicyDecision;
  /** Read permissions of subjects. */
  subject(permission: EntityPermission): PolicyDecision;
  /** Names of the permissions without a resource that they have. */
  others: readonly string[] | 'all';
}

const decisions: Record<string, Decisions> = {
  everything: { catalog: () => allow, subject: () => allow, others: 'all' },
  nothing: { catalog: () => deny, subject: () => deny, others: [] },
  condition: { catalog: builtIn, subject: builtIn, others: [] },
  'own-rule': { catalog: own, subject: () => allow, others: [] },
  'subject-condition': { catalog: () => allow, subject: builtIn, others: [] },
  'no-dora': { catalog: () => allow, subject: () => deny, others: [] },
  operator: {
    catalog: builtIn,
    subject: builtIn,
    others: ['opmodel.health.read', 'opmodel.event.replay'],
  },
  guest: { catalog: builtIn, subject: () => allow, others: [] },
  // Says what the world of the walk holds, and asks for nothing.
  author: { catalog: () => allow, subject: () => allow, others: 'all' },
};

/** Who sees what follows from the name of the user alone, so that one backend serves all policies. */
export const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1] ?? 'nothing';
    const { catalog, subject, others } = decisions[name] ?? decisions.nothing;
    if (isResourcePermission(permission, 'catalog-entity')) {
      return permission.name.startsWith('catalog.')
        ? catalog(permission)
        : subject(permission);
    }
    return others === 'all' || others.includes(permission.name) ? allow : deny;
  },
};

/** What a caller may read. */
export interface Caller {
  header: string;
  /** Which entities: everything, only what is not hidden, or none. */
  catalog: 'all' | 'visible' | 'none';
  /** Of which entities the numbers of subjects. */
  subjects: 'all' | 'visible' | 'none';
  /** Permissions without a resource. */
  others: readonly string[] | 'all';
  anonymous?: boolean;
  /** Not a person, so that it decides nothing. */
  service?: boolean;
}

const user = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** Everybody whose way through the API is walked. */
export const callers = {
  everything: {
    header: user('everything'),
    catalog: 'all',
    subjects: 'all',
    others: 'all',
  },
  nothing: {
    header: user('nothing'),
    catalog: 'none',
    subjects: 'none',
    others: [],
  },
  condition: {
    header: user('condition'),
    catalog: 'visible',
    subjects: 'visible',
    others: [],
  },
  ownRule: {
    header: user('own-rule'),
    catalog: 'visible',
    subjects: 'visible',
    others: [],
  },
  subjectCondition: {
    header: user('subject-condition'),
    catalog: 'all',
    subjects: 'visible',
    others: [],
  },
  noDora: {
    header: user('no-dora'),
    catalog: 'all',
    subjects: 'none',
    others: [],
  },
  operator: {
    header: user('operator'),
    catalog: 'visible',
    subjects: 'visible',
    others: ['opmodel.health.read', 'opmodel.event.replay'],
  },
  guest: {
    header: mockCredentials.user.header('user:development/guest'),
    catalog: 'visible',
    subjects: 'visible',
    others: [],
  },
  anonymous: {
    header: mockCredentials.none.header(),
    catalog: 'none',
    subjects: 'none',
    others: [],
    anonymous: true,
  },
  service: {
    header: mockCredentials.service.header(),
    catalog: 'all',
    subjects: 'all',
    others: 'all',
    service: true,
  },
  ciToken: {
    header: restrictedServiceHeader(['opmodel.event.create']),
    catalog: 'none',
    subjects: 'none',
    others: ['opmodel.event.create'],
    service: true,
  },
  doraToken: {
    header: restrictedServiceHeader([
      'opmodel.dora.read',
      'opmodel.flow.read',
      'opmodel.acceptance.read',
      'opmodel.ownership.read',
      'opmodel.decision.read',
      'opmodel.slo.read',
      'opmodel.release-gate.read',
      'opmodel.scorecard.read',
      'opmodel.scorecard.evaluate',
      'opmodel.tech-debt.read',
    ]),
    catalog: 'none',
    subjects: 'all',
    others: [],
    service: true,
  },
} as const satisfies Record<string, Caller>;
