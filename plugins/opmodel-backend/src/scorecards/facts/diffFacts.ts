import type { FactValue } from '@opmodel/backstage-plugin-opmodel-common';
import type { FactValues } from './FactStore';

/** How facts differ. */
export interface FactDifference {
  /** Values before, of names whose value is another one now, or that are not there any more. */
  before: FactValues;
  /** Names that were not there before. */
  added: readonly string[];
}

/** What takes one to come from one set of facts to another; null: they are the same. The order of a set of texts means nothing. */
export function diffFacts(
  known: FactValues,
  told: FactValues,
): FactDifference | null {
  const before: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(known)) {
    if (!Object.hasOwn(told, name) || !isSameValue(value, told[name])) {
      before[name] = value;
    }
  }
  const added = Object.keys(told).filter(name => !Object.hasOwn(known, name));
  return Object.keys(before).length + added.length === 0
    ? null
    : { before, added };
}

/** Whether two values of one fact are the same. */
export function isSameValue(a: FactValue, b: FactValue): boolean {
  if (!isTexts(a) || !isTexts(b)) {
    return a === b;
  }
  if (a.length !== b.length) {
    return false;
  }
  const texts = new Set(a);
  return b.every(text => texts.has(text));
}

function isTexts(value: FactValue): value is readonly string[] {
  return Array.isArray(value);
}
