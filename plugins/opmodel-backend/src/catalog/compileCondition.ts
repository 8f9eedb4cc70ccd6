import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { isProjectedProperty } from './entityProperties';
import type { EntityCondition } from './Visibility';

function text(value: unknown): value is string {
  return typeof value === 'string';
}

function texts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(text);
}

/** The property that a rule asks for, as its `toQuery` in the catalog states it. */
function property(key: string, value: unknown): EntityCondition | undefined {
  if (value === undefined) {
    return { key };
  }
  return text(value) ? { key, values: [value] } : undefined;
}

function compileRule({
  resourceType,
  rule,
  params = {},
}: PermissionCondition): EntityCondition | undefined {
  if (resourceType !== 'catalog-entity') {
    return undefined;
  }
  const { annotation, label, key, value, kinds, claims } = params;
  switch (rule) {
    case 'HAS_ANNOTATION':
      return text(annotation)
        ? property(`metadata.annotations.${annotation}`, value)
        : undefined;
    case 'HAS_LABEL':
      return text(label)
        ? property(`metadata.labels.${label}`, value)
        : undefined;
    case 'HAS_METADATA':
    case 'HAS_SPEC': {
      const part = rule === 'HAS_SPEC' ? 'spec' : 'metadata';
      return text(key) && isProjectedProperty(`${part}.${key}`)
        ? property(`${part}.${key}`, value)
        : undefined;
    }
    case 'IS_ENTITY_KIND':
      return texts(kinds) ? { key: 'kind', values: kinds } : undefined;
    case 'IS_ENTITY_OWNER':
      return texts(claims)
        ? { key: 'relations.ownedBy', values: claims }
        : undefined;
    default:
      return undefined;
  }
}

/**
 * Translates the conditions of a permission decision on catalog entities into a condition on the snapshot's properties,
 * exactly as the catalog's six built-in rules translate themselves into queries on its own search table.
 *
 * @returns undefined when a rule is not built in, or asks for a field that the snapshot does not read: then only the
 * catalog can decide
 */
export function compileCondition(
  criteria: PermissionCriteria<PermissionCondition>,
): EntityCondition | undefined {
  if ('rule' in criteria) {
    return compileRule(criteria);
  }
  if ('not' in criteria) {
    const not = compileCondition(criteria.not);
    return not && { not };
  }
  const parts = 'allOf' in criteria ? criteria.allOf : criteria.anyOf;
  const compiled: EntityCondition[] = [];
  for (const part of parts) {
    const condition = compileCondition(part);
    if (!condition) {
      return undefined;
    }
    compiled.push(condition);
  }
  return 'allOf' in criteria ? { allOf: compiled } : { anyOf: compiled };
}
