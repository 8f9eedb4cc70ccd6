import { NotFoundError } from '@backstage/errors';
import type { ReportScope } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import { organisationScope } from '../catalog/scopesOf';
import type { Visibility } from '../catalog/Visibility';
import type { DoraRequest } from './doraRequests';

/** What a report says of the scope itself. */
export type ScopeIdentity = Pick<
  ReportScope,
  'ref' | 'kind' | 'title' | 'rollUp'
>;

/**
 * @throws NotFoundError when the scope does not exist or may not be seen
 */
export async function identifyScope(
  catalog: Pick<CatalogStore, 'getEntity'>,
  { scopeRef, filter }: Pick<DoraRequest, 'scopeRef' | 'filter'>,
  visibility: Visibility,
): Promise<ScopeIdentity> {
  if (scopeRef === organisationScope) {
    const isFiltered =
      filter !== undefined &&
      Object.values(filter).some(value => value !== undefined);
    return {
      ref: isFiltered ? 'selection' : 'org',
      kind: isFiltered ? 'selection' : 'organisation',
      title: isFiltered ? 'Selection' : 'Organisation',
      rollUp: true,
    };
  }
  const entity = await catalog.getEntity(scopeRef, visibility);
  if (!entity) {
    throw new NotFoundError(`No entity '${scopeRef}' in the catalog`);
  }
  return {
    ref: entity.ref,
    kind: entity.kind,
    title: entity.title ?? entity.name,
    rollUp: entity.kind !== 'component',
  };
}
