import type { JsonObject, JsonValue } from '@backstage/types';
import {
  checkFields,
  emptyLevelFields,
  levelFields,
  linkFields,
  operatingApiVersion,
  requirementFields,
  scorecardFields,
} from '@opmodel/backstage-plugin-opmodel-common';
import { stringify } from 'yaml';

/** Fields of the objects within a `spec`, in the order in which they are written. */
const fieldOrders: Readonly<Record<string, readonly string[]>> = {
  checks: checkFields,
  emptyLevel: emptyLevelFields,
  levels: levelFields,
  links: linkFields,
  requires: requirementFields,
};

/** A scorecard as a document for the catalog, ready to be committed: always with its fields in one order. */
export function printScorecardDocument({
  ref,
  title,
  spec,
}: {
  ref: string;
  title: string;
  spec: JsonObject;
}): string {
  const [namespace, name] = ref.slice(ref.indexOf(':') + 1).split('/');
  return stringify(
    {
      apiVersion: operatingApiVersion,
      kind: 'Scorecard',
      metadata: {
        name,
        ...(namespace !== 'default' && { namespace }),
        title,
      },
      spec: inOrder(spec, scorecardFields),
    },
    { lineWidth: 120 },
  );
}

function inOrder(fields: JsonObject, order: readonly string[]): JsonObject {
  const placeOf = (field: string) => {
    const place = order.indexOf(field);
    return place < 0 ? order.length : place;
  };
  return Object.fromEntries(
    Object.entries(fields)
      .sort(([one], [other]) => placeOf(one) - placeOf(other))
      .map(([field, value]) => [field, orderWithin(field, value)]),
  );
}

function orderWithin(
  field: string,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const order = Object.hasOwn(fieldOrders, field)
    ? fieldOrders[field]
    : undefined;
  if (!order) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => (isObject(item) ? inOrder(item, order) : item));
  }
  return isObject(value) ? inOrder(value, order) : value;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
