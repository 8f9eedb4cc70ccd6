import {
  type FactType,
  type FactValue,
  maximumSetSize,
  maximumTextLength,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

/**
 * A value of a fact of Tech Insights as one of a type of ours: instants become epoch milliseconds, sets become different texts, and objects
 * become JSON. What is of another type than its schema says stays as it is, which the engine refuses, naming the fact.
 */
export function toFactValue(value: unknown, type: FactType): FactValue {
  if (value === null || value === undefined) {
    return null;
  }
  switch (type) {
    case 'datetime':
      return toInstant(value) as FactValue;
    case 'set':
      return Array.isArray(value)
        ? [...new Set(value.map(printElement))].slice(0, maximumSetSize)
        : (value as FactValue);
    case 'string':
      return isText(value) || typeof value === 'object'
        ? printElement(value)
        : (value as FactValue);
    default:
      return value as FactValue;
  }
}

function toInstant(value: unknown): unknown {
  if (DateTime.isDateTime(value)) {
    return value.toMillis();
  }
  if (value instanceof Date) {
    return value.getTime();
  }
  return typeof value === 'string' ? DateTime.fromISO(value).toMillis() : value;
}

function printElement(element: unknown): string {
  if (DateTime.isDateTime(element)) {
    return element.toUTC().toISO() ?? '';
  }
  const text = isText(element) ? element : JSON.stringify(element) ?? '';
  return text.slice(0, maximumTextLength);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
