import { parseEntityRef } from '@backstage/catalog-model';
import type { OwnIndicator } from './readOwnIndicator';

/**
 * Where people find the records that are counted, and how they are.
 *
 * @param profile - id of the definition that judges them
 */
export function describeOwnQuery(
  entityRef: string,
  { signal, environment }: OwnIndicator,
  profile: string,
): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const [records, rule] =
    signal === 'deployment-success'
      ? ['deployments', 'good: did not fail']
      : ['incidents', 'good: minutes in which none was open'];
  const where = environment === null ? '' : `, in ${environment}`;
  return `GET /api/opmodel/entities/${kind}/${namespace}/${name}/dora/${records}?profile=${profile} (${rule}${where})`;
}
