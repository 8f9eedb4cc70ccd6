import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { opmodelScorecardReadPermission } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type {
  EntityPermission,
  VisibilityResolver,
} from '../catalog/VisibilityResolver';

/** What it takes to find out who asks about scorecards. */
export interface ScorecardCallerOptions {
  auth: AuthService;
  visibility: VisibilityResolver;
}

/**
 * The entities whose scorecards somebody may read.
 *
 * @throws NotAllowedError when there are none at all
 */
export async function resolveScorecardReads(
  { visibility }: Pick<ScorecardCallerOptions, 'visibility'>,
  credentials: BackstageCredentials,
): Promise<Visibility> {
  const reads = await visibility.resolve(
    credentials,
    opmodelScorecardReadPermission,
  );
  requireAnyScorecards(reads);
  return reads;
}

/** @throws NotAllowedError where somebody may read the scorecards of nothing */
export function requireAnyScorecards({ type }: Visibility): void {
  if (type === 'none') {
    throw new NotAllowedError('Reading scorecards is not allowed');
  }
}

/** Entity ref of the person who asks, in lower case; null: a service does. */
export function personOf(
  { auth }: Pick<ScorecardCallerOptions, 'auth'>,
  credentials: BackstageCredentials,
): string | null {
  return auth.isPrincipal(credentials, 'user')
    ? credentials.principal.userEntityRef.toLocaleLowerCase('en-US')
    : null;
}

/**
 * The person who asks.
 *
 * @param deed - what only people do, such as `vouch for anything`
 * @throws NotAllowedError for a service
 */
export function requireScorecardPerson(
  options: Pick<ScorecardCallerOptions, 'auth'>,
  credentials: BackstageCredentials,
  deed: string,
): string {
  const person = personOf(options, credentials);
  if (person === null) {
    throw new NotAllowedError(
      `Only people ${deed}, so that somebody answers for it; a service cannot`,
    );
  }
  return person;
}

/** @throws NotFoundError when there is none, or it may not be seen */
export async function findScoredEntity(
  catalog: Pick<CatalogStore, 'getEntity'>,
  entityRef: string,
  reads: Visibility,
): Promise<CatalogEntity> {
  const entity = await catalog.getEntity(entityRef, reads);
  if (!entity) {
    throw noSuchEntity(entityRef);
  }
  return entity;
}

/** What is said of an entity that does not exist, and of one that may not be seen. */
export function noSuchEntity(entityRef: string): NotFoundError {
  return new NotFoundError(`No entity '${entityRef}' in the catalog`);
}

/** Whether somebody has a permission for an entity. */
export async function mayDo(
  {
    catalog,
    visibility,
  }: Pick<ScorecardCallerOptions, 'visibility'> & {
    catalog: Pick<CatalogStore, 'existingRefs'>;
  },
  credentials: BackstageCredentials,
  {
    permission,
    entityRef,
  }: { permission: EntityPermission; entityRef: string },
): Promise<boolean> {
  const allowed = await visibility.resolve(credentials, permission);
  return (await catalog.existingRefs([entityRef], allowed)).has(entityRef);
}

/** @throws NotAllowedError without a permission for an entity */
export async function requireEntityPermission(
  options: Parameters<typeof mayDo>[0],
  credentials: BackstageCredentials,
  asked: { permission: EntityPermission; entityRef: string },
): Promise<void> {
  if (!(await mayDo(options, credentials, asked))) {
    throw new NotAllowedError(
      `This takes the permission ${asked.permission.name} for '${asked.entityRef}'`,
    );
  }
}
