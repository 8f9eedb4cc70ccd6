import type { EntityProperty } from './entityProperties';
import type { EntityCondition, Visibility } from './Visibility';

/** Whether an entity with these properties meets a condition. The database stores answer the same. */
export function meetsCondition(
  properties: readonly EntityProperty[],
  condition: EntityCondition,
): boolean {
  if ('allOf' in condition) {
    return condition.allOf.every(part => meetsCondition(properties, part));
  }
  if ('anyOf' in condition) {
    return condition.anyOf.some(part => meetsCondition(properties, part));
  }
  if ('not' in condition) {
    return !meetsCondition(properties, condition.not);
  }
  const key = condition.key.toLowerCase();
  const values = condition.values?.map(value => value.toLowerCase());
  return properties.some(
    property =>
      property.key === key &&
      (values === undefined ||
        (property.value !== null && values.includes(property.value))),
  );
}

/**
 * Whether an entity may be seen.
 *
 * @param properties - those of the snapshot; undefined for an entity that it has never seen
 */
export function isVisible(
  visibility: Visibility,
  entityRef: string,
  properties: readonly EntityProperty[] | undefined,
): boolean {
  switch (visibility.type) {
    case 'all':
      return true;
    case 'refs':
      return visibility.refs.has(entityRef);
    case 'condition':
      return (
        properties !== undefined &&
        meetsCondition(properties, visibility.condition)
      );
    default:
      return false;
  }
}
