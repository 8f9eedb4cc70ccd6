import { printText } from './celLiterals';
import { ConditionProblem } from './jsonRuleConditions';

/** A filter of Tech Insights: every field must be one of its values; of several, one must hold. */
export type TechInsightsFilter =
  | Readonly<Record<string, unknown>>
  | readonly Readonly<Record<string, unknown>>[];

/** Fields of an entity that are facts of the catalog here. */
const texts: Readonly<Record<string, string>> = {
  'metadata.name': 'catalog.name',
  'metadata.namespace': 'catalog.namespace',
  'metadata.title': 'catalog.title',
  'spec.type': 'catalog.type',
  'spec.lifecycle': 'catalog.lifecycle',
};

/**
 * Prints a filter as an expression over facts of the catalog.
 *
 * @returns undefined for one that lets everything through
 * @throws ConditionProblem for a field that is no fact here
 */
export function printFilter(
  filter: TechInsightsFilter | undefined,
): string | undefined {
  const filters = (Array.isArray(filter) ? filter : [filter ?? {}]) as Record<
    string,
    unknown
  >[];
  const printed = filters.map(one =>
    Object.entries(one).map(([field, values]) =>
      printField(field, Array.isArray(values) ? values : [values]),
    ),
  );
  if (printed.some(fields => fields.length === 0)) {
    return undefined;
  }
  return printed
    .map(fields => fields.join(' && '))
    .map((fields, _, { length }) => (length > 1 ? `(${fields})` : fields))
    .join(' || ');
}

function printField(field: string, values: readonly unknown[]): string {
  const words = values.map(value => {
    if (typeof value === 'symbol') {
      return value;
    }
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new ConditionProblem(
        `What ${field} is to be must be a text, not ${JSON.stringify(value)}`,
      );
    }
    return String(value);
  });
  const text = words.filter(word => typeof word === 'string');
  if (text.length < words.length) {
    return printPresence(field);
  }
  if (field === 'kind') {
    return printEquals(
      'catalog.kind',
      text.map(kind => kind.toLowerCase()),
    );
  }
  if (Object.hasOwn(texts, field)) {
    // Compared in any case, as there; what an entity does not say, it does not meet.
    const pattern = text.map(escapePattern).join('|');
    const fact = texts[field];
    return `(has(${fact}) && ${fact}.matches(${printText(
      `(?i)^(${pattern})$`,
    )}))`;
  }
  if (field === 'metadata.tags') {
    return anyOf(text.map(tag => `${printText(tag)} in catalog.tags`));
  }
  const [, label] = /^metadata\.labels\.(.+)$/.exec(field) ?? [];
  if (label !== undefined) {
    return anyOf(
      text.map(value => `${printText(`${label}=${value}`)} in catalog.labels`),
    );
  }
  throw refuseField(field);
}

/** That a field is there, whatever it says. */
function printPresence(field: string): string {
  const [, annotation] = /^metadata\.annotations\.(.+)$/.exec(field) ?? [];
  if (annotation !== undefined) {
    return `${printText(annotation)} in catalog.annotations`;
  }
  if (Object.hasOwn(texts, field)) {
    return `has(${texts[field]})`;
  }
  throw refuseField(field);
}

function printEquals(fact: string, values: readonly string[]): string {
  return values.length === 1
    ? `${fact} == ${printText(values[0])}`
    : `${fact} in [${values.map(printText).join(', ')}]`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1
    ? conditions[0]
    : `(${conditions.join(' || ')})`;
}

function refuseField(field: string): ConditionProblem {
  return new ConditionProblem(`The filter by ${field} cannot be carried over`);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
