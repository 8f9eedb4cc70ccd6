import type { CatalogEntity } from '../catalog/CatalogStore';

/**
 * Annotations by which entities and groups name their schedule in an on-call system, as the plugins of those systems call them. What
 * ends in a slash is a prefix.
 */
const annotations = [
  'pagerduty.com/',
  'opsgenie.com/',
  'grafana.com/oncall',
  'oncall.grafana.com/',
  'splunk.com/on-call-team',
  'victorops.com/',
  'ilert.com/',
  'incident.io/',
  'firehydrant.com/',
  'rootly.com/',
  'squadcast.com/',
  'zenduty.com/',
];

/** The name of the first annotation by which an entity says who is called at night; null: it has none. */
export function findOnCallAnnotation(
  entity: Pick<CatalogEntity, 'annotations'>,
): string | null {
  return (
    Object.keys(entity.annotations)
      .filter(key => entity.annotations[key].trim() !== '')
      .sort()
      .find(key => annotations.some(known => key.startsWith(known))) ?? null
  );
}
