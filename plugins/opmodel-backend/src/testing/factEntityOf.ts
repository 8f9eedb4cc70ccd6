import type { FactEntity } from '@opmodel/backstage-plugin-opmodel-node';

/** An entity as providers of facts see it. */
export function factEntityOf(
  entityRef: string,
  given: Partial<FactEntity> = {},
): FactEntity {
  const [, kind, namespace, name] = /^([^:]+):([^/]+)\/(.+)$/.exec(entityRef)!;
  return {
    entityRef,
    kind,
    namespace,
    name,
    tags: [],
    annotations: {},
    labels: {},
    ...given,
  };
}
