import type { FactEntity } from '@opmodel/backstage-plugin-opmodel-node';

/** A component whose sources are at an address; undefined: nowhere. */
export function entityAt(
  name: string,
  source: string | undefined,
  annotations: Record<string, string> = {},
): FactEntity {
  return {
    entityRef: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    tags: [],
    annotations: {
      ...(source ? { 'backstage.io/source-location': `url:${source}` } : {}),
      ...annotations,
    },
    labels: {},
  };
}
