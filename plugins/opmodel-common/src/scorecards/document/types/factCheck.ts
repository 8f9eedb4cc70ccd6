import {
  celOf,
  type CheckParameters,
  type CheckParameterValue,
  type CheckType,
} from '../CheckType';

const comparisons = ['==', '!=', '<', '<=', '>', '>='];

const words: Readonly<Record<string, string>> = {
  '==': 'be',
  '!=': 'not be',
  '<': 'be less than',
  '<=': 'be at most',
  '>': 'be more than',
  '>=': 'be at least',
  contains: 'contain',
};

/** A fact compares with a value, contains it, or is known at all. */
export const factCheck: CheckType = {
  id: 'fact',
  title: 'A fact compares',
  description: 'A fact compares with a value, contains it, or is known at all',
  parameters: {
    fact: {
      kind: 'fact',
      isRequired: true,
      description: 'Full name of the fact, such as dora.changeFailRate',
    },
    operator: {
      kind: 'text',
      isRequired: true,
      words: [...comparisons, 'contains', 'exists'],
      description: 'How it compares',
    },
    value: {
      kind: 'value',
      description: 'What it compares with; not with exists',
    },
    warning: {
      kind: 'value',
      description:
        'What it compares with for a warning, which holds nothing back',
    },
  },
  expand(parameters) {
    const { fact, operator, value } = parameters;
    const refusal = findRefusal(parameters);
    if (refusal) {
      return refusal;
    }
    if (operator === 'exists') {
      return {
        name: `${fact} is known`,
        expression: `has(${fact})`,
        failureMessage: `${fact} is not known of {{ entity.name }}`,
        solution: `Let ${fact} be told.`,
      };
    }
    const { warning } = parameters;
    const rule = `${words[String(operator)]} ${value}`;
    return {
      name: `${fact} must ${rule}`,
      expression: compare(parameters, value!),
      warning: warning === undefined ? undefined : compare(parameters, warning),
      value: operator === 'contains' ? undefined : String(fact),
      failureMessage:
        operator === 'contains'
          ? `${fact} does not contain ${value}`
          : `${fact} is {{ value }} and must ${rule}`,
      solution: `Change what ${fact} tells of, so that it will ${rule}.`,
    };
  },
};

function findRefusal({ operator, value, warning }: CheckParameters) {
  if (operator === 'exists') {
    return value === undefined && warning === undefined
      ? null
      : {
          parameter: value === undefined ? 'warning' : 'value',
          expected: 'must not be there with exists',
        };
  }
  if (value === undefined) {
    return { parameter: 'value', expected: 'is missing' };
  }
  const isOrdered = ['<', '<=', '>', '>='].includes(String(operator));
  for (const [parameter, given] of Object.entries({ value, warning })) {
    if (given !== undefined && isOrdered && typeof given !== 'number') {
      return { parameter, expected: `must be a number with ${operator}` };
    }
    if (
      given !== undefined &&
      operator === 'contains' &&
      typeof given !== 'string'
    ) {
      return { parameter, expected: 'must be a text with contains' };
    }
  }
  return null;
}

/** A whole number and any other do not compare in CEL, and which of them the fact is is not known here. */
function compare(
  { fact, operator }: CheckParameters,
  value: CheckParameterValue,
): string {
  if (operator === 'contains') {
    return `${celOf(value)} in ${fact}`;
  }
  const left = typeof value === 'number' ? `double(${fact})` : fact;
  return `${left} ${operator} ${celOf(value)}`;
}
