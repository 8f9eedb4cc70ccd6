import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  opmodelDoraReadPermission,
  opmodelSloReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type {
  EntityPermission,
  VisibilityResolver,
} from '../catalog/VisibilityResolver';

/** What it takes to find out who asks about service levels. */
export interface SloCallerOptions {
  auth: AuthService;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  visibility: VisibilityResolver;
}

/**
 * The entities whose service levels somebody may read.
 *
 * @throws NotAllowedError when there are none at all
 */
export async function resolveSloReads(
  { visibility }: Pick<SloCallerOptions, 'visibility'>,
  credentials: BackstageCredentials,
): Promise<Visibility> {
  const reads = await visibility.resolve(credentials, opmodelSloReadPermission);
  if (reads.type === 'none') {
    throw new NotAllowedError(
      'Reading service level objectives is not allowed',
    );
  }
  return reads;
}

/** The entities of whose deliveries somebody may read as well. */
export function resolveDeliveries(
  { visibility }: Pick<SloCallerOptions, 'visibility'>,
  credentials: BackstageCredentials,
): Promise<Visibility> {
  return visibility.resolve(credentials, opmodelDoraReadPermission);
}

/**
 * Makes sure that a person asks.
 *
 * @param deed - what only people do, such as `break the glass`
 * @throws NotAllowedError for a service
 */
export function requireSloPerson(
  { auth }: Pick<SloCallerOptions, 'auth'>,
  credentials: BackstageCredentials,
  deed: string,
): void {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      `Only people ${deed}, so that somebody answers for it; a service cannot`,
    );
  }
}

/**
 * Makes sure that whoever asks may do something about an entity.
 *
 * @throws NotAllowedError without the permission for the entity
 */
export async function requireEntityPermission(
  { catalog, visibility }: Pick<SloCallerOptions, 'catalog' | 'visibility'>,
  credentials: BackstageCredentials,
  {
    permission,
    entityRef,
  }: { permission: EntityPermission; entityRef: string },
): Promise<void> {
  const allowed = await visibility.resolve(credentials, permission);
  if (!(await catalog.existingRefs([entityRef], allowed)).has(entityRef)) {
    throw new NotAllowedError(
      `This takes the permission ${permission.name} for '${entityRef}'`,
    );
  }
}
