import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  opmodelTechDebtCreatePermission,
  opmodelTechDebtDeletePermission,
  opmodelTechDebtReadPermission,
  opmodelTechDebtUpdatePermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { memoize } from 'lodash';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import type {
  EntityPermission,
  VisibilityResolver,
} from '../../catalog/VisibilityResolver';
import type { DebtItemStore } from './DebtItemStore';
import {
  type DebtItemResource,
  debtItemPermissionResourceRef,
  debtItemPermissionRules,
} from './debtPermissionRules';

const permissionOf = {
  create: opmodelTechDebtCreatePermission,
  update: opmodelTechDebtUpdatePermission,
  delete: opmodelTechDebtDeletePermission,
};

/** What somebody does to the register; each takes a permission of its own. */
export type DebtAction = keyof typeof permissionOf;

const actions = Object.keys(permissionOf) as DebtAction[];

/** Whoever asks about debt. */
export interface DebtCaller {
  /** Entity ref of the user in lower case, or name of the service. */
  ref: string;
  /** Whether it is a person, who answers for what they ask for; not a service. */
  isPerson: boolean;
  /** Subject of the plugin that asks in the name of the user, such as `plugin:scaffolder`, as the platform says; null: there is none. */
  actor: string | null;
  /** Entities whose debt the caller may read. */
  reads: Visibility;
  /** Entities for which the caller has a permission of another subject, such as to read its SLOs. */
  seeing(permission: EntityPermission): Promise<Visibility>;
  /** Whether there may be an item to which the caller may do it. */
  mayDoSome(action: DebtAction): boolean;
  mayDo(action: DebtAction, item: DebtItemResource): boolean;
}

/** What callers are found by. */
export interface DebtCallersOptions {
  auth: AuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  store: Pick<DebtItemStore, 'get'>;
  visibility: VisibilityResolver;
}

/** Finds out who asks, what they may see, and to which items they may do what. */
export class DebtCallers {
  readonly #options: DebtCallersOptions;

  constructor(options: DebtCallersOptions) {
    this.#options = options;
  }

  /** Lets permission policies know what they decide about. Call it once, while the plugin is put together. */
  register(): void {
    const { permissionsRegistry, store } = this.#options;
    permissionsRegistry.addResourceType({
      resourceRef: debtItemPermissionResourceRef,
      rules: Object.values(debtItemPermissionRules),
      getResources: ids => Promise.all(ids.map(id => store.get(id, seesAll))),
    });
  }

  /** @throws NotAllowedError when the caller may read the debt of nothing at all */
  async resolve(credentials: BackstageCredentials): Promise<DebtCaller> {
    const { permissions, permissionsRegistry, visibility } = this.#options;
    const [reads, decisions] = await Promise.all([
      visibility.resolve(credentials, opmodelTechDebtReadPermission),
      permissions.authorizeConditional(
        actions.map(action => ({ permission: permissionOf[action] })),
        { credentials },
      ),
    ]);
    if (reads.type === 'none') {
      throw new NotAllowedError('Reading technical debt is not allowed');
    }
    const authorize = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(debtItemPermissionResourceRef),
    );
    const decisionOf = (action: DebtAction) =>
      decisions[actions.indexOf(action)];
    return {
      ref: this.refOf(credentials),
      isPerson: this.#options.auth.isPrincipal(credentials, 'user'),
      actor: this.#actorOf(credentials),
      reads,
      seeing: memoize((permission: EntityPermission) =>
        visibility.resolve(credentials, permission),
      ),
      mayDoSome: action => decisionOf(action).result !== AuthorizeResult.DENY,
      mayDo: (action, item) => authorize(decisionOf(action), item),
    };
  }

  /** Entity ref of the user in lower case, or name of the service. */
  refOf(credentials: BackstageCredentials): string {
    const { auth } = this.#options;
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef.toLocaleLowerCase('en-US');
    }
    return auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'unknown';
  }

  #actorOf(credentials: BackstageCredentials): string | null {
    return this.#options.auth.isPrincipal(credentials, 'user')
      ? credentials.principal.actor?.subject ?? null
      : null;
  }
}

/** @throws NotAllowedError where there is no item to which the caller may do it */
export function requireSomeDebtAction(
  caller: DebtCaller,
  action: DebtAction,
): void {
  if (!caller.mayDoSome(action)) {
    throw new NotAllowedError(
      `This takes the permission ${permissionOf[action].name}`,
    );
  }
}

/** @throws NotAllowedError where the caller may not do it to this item */
export function requireDebtAction(
  caller: DebtCaller,
  action: DebtAction,
  item: DebtItemResource,
): void {
  if (!caller.mayDo(action, item)) {
    throw new NotAllowedError(
      `This takes the permission ${permissionOf[action].name} for this item`,
    );
  }
}
