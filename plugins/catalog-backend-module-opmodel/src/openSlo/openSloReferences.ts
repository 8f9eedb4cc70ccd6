import type { Entity } from '@backstage/catalog-model';
import { readMeasured } from '@opmodel/backstage-plugin-opmodel-common';

/** Fields that name another document, and its kind. */
const references: Readonly<Record<string, string>> = {
  indicatorRef: 'sli',
  metricSourceRef: 'datasource',
  alertPolicyRef: 'alertpolicy',
  conditionRef: 'alertcondition',
  targetRef: 'alertnotificationtarget',
};

/** Lists whose items are documents in place or references, and which real documents fill with mere names too. */
const namedIn: Readonly<Record<string, string>> = {
  alertPolicies: 'alertpolicy',
  conditions: 'alertcondition',
  notificationTargets: 'alertnotificationtarget',
};

/** What has any fields, with names that mean something to an outside system alone. */
const opaque = ['connectionDetails', 'metadata'];

const name = /^[^:/\s]+$/;

/**
 * The refs of the documents that an OpenSLO document names: all in its own namespace, as OpenSLO has none. Whether they exist is not known
 * here.
 *
 * The service of an SLO is one of them unless it is the very entity that the SLO measures: then there need not be a document of that name.
 */
export function openSloReferences(entity: Entity): string[] {
  const namespace = entity.metadata.namespace ?? 'default';
  const found = new Set<string>();
  const add = (kind: string, value: unknown) => {
    if (typeof value === 'string' && name.test(value)) {
      found.add(`${kind}:${namespace}/${value}`.toLowerCase());
    }
  };
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      if (Object.hasOwn(references, key)) {
        add(references[key], part);
      } else if (key === 'metricSource') {
        add('datasource', part?.metricSourceRef);
      } else if (!opaque.includes(key)) {
        if (Object.hasOwn(namedIn, key) && Array.isArray(part)) {
          part.forEach(item => add(namedIn[key], item));
        }
        walk(part);
      }
    }
  };
  walk(entity.spec);
  const { candidates, stated } = measuredBy(entity);
  const service = entity.kind === 'SLO' ? entity.spec?.service : undefined;
  const isMeasured =
    stated && candidates.some(ref => ref.endsWith(`/${service}`.toLowerCase()));
  if (!isMeasured) {
    add('service', service);
  }
  return [...found];
}

/** Which entity an SLO measures, or that the SLOs of a service measure; of other documents nothing. */
export function measuredBy(entity: Entity): ReturnType<typeof readMeasured> {
  const { kind, metadata, spec } = entity;
  return kind === 'SLO' || kind === 'Service'
    ? readMeasured({
        namespace: metadata.namespace ?? 'default',
        annotations: metadata.annotations,
        service: kind === 'SLO' ? spec?.service : undefined,
      })
    : { candidates: [], stated: false };
}
