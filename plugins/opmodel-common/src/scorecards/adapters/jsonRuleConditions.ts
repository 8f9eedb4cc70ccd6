import type { FactSchema, FactType } from '../factSchema';
import { printNumber, printText } from './celLiterals';
import { factNameOf } from './factNameOf';

/** A fact retriever of Tech Insights, as far as its facts are named. A retriever itself is one. */
export interface NamedRetriever {
  id: string;
  schema: Readonly<Record<string, { type: string; description: string }>>;
}

/** What a check of Tech Insights cannot be carried over for. */
export class ConditionProblem extends Error {}

/** Deeper conditions are no longer read. */
const maximumDepth = 10;

const comparisons: Readonly<Record<string, string>> = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/** Types of facts there, as they are here. */
const typeOf: Readonly<Record<string, FactType>> = {
  integer: 'integer',
  float: 'number',
  string: 'string',
  boolean: 'boolean',
  datetime: 'datetime',
  set: 'set',
  object: 'string',
};

/**
 * The facts of a retriever under the names that expressions use.
 *
 * @throws ConditionProblem for two facts of one name, or one without a name
 */
export function schemaOfRetriever({ id, schema }: NamedRetriever): FactSchema {
  const facts: Record<string, FactSchema[string]> = {};
  for (const [fact, { type, description }] of Object.entries(schema)) {
    const name = factNameOf(fact);
    if (name === '') {
      throw new ConditionProblem(`The fact "${fact}" of ${id} has no name`);
    }
    if (Object.hasOwn(facts, name)) {
      throw new ConditionProblem(`Two facts of ${id} would be called ${name}`);
    }
    facts[name] = {
      type: Object.hasOwn(typeOf, type) ? typeOf[type] : 'string',
      description: description || fact,
    };
  }
  return facts;
}

/** Prints conditions of json-rules-engine as an expression over facts. */
export class JsonRuleConditions {
  /** Those that are named by a check, in its order; of facts of one name the last counts. */
  readonly #retrievers: readonly NamedRetriever[];

  constructor(retrievers: readonly NamedRetriever[]) {
    this.#retrievers = retrievers;
  }

  /** @throws ConditionProblem for what has no equal here */
  print(condition: unknown, depth = 0): string {
    if (depth > maximumDepth) {
      throw new ConditionProblem('The conditions are nested too deep');
    }
    if (typeof condition !== 'object' || condition === null) {
      throw new ConditionProblem('A condition must be an object');
    }
    const { all, any, not, ...leaf } = condition as Record<string, unknown>;
    const printed = (conditions: unknown, sign: string) => {
      if (!Array.isArray(conditions) || conditions.length === 0) {
        throw new ConditionProblem('all and any must list conditions');
      }
      return conditions
        .map(inner => this.print(inner, depth + 1))
        .map(inner => (conditions.length > 1 ? group(inner) : inner))
        .join(` ${sign} `);
    };
    if (all !== undefined) {
      return printed(all, '&&');
    }
    if (any !== undefined) {
      return printed(any, '||');
    }
    return not === undefined
      ? this.#printLeaf(leaf)
      : `!(${this.print(not, depth + 1)})`;
  }

  #printLeaf({ fact, operator, value, path, params }: Record<string, unknown>) {
    if (typeof fact !== 'string' || typeof operator !== 'string') {
      throw new ConditionProblem(
        'A condition must name a fact and an operator',
      );
    }
    if (path !== undefined) {
      throw new ConditionProblem(
        `The path within the fact ${fact} cannot be carried over`,
      );
    }
    const { name, type } = this.#find(fact, params);
    const literal = (given: unknown) => printLiteral(given, type, fact);
    if (type === 'boolean' && operator === 'equal' && value === true) {
      return name;
    }
    if (Object.hasOwn(comparisons, operator) && type !== 'set') {
      return `${name} ${comparisons[operator]} ${literal(value)}`;
    }
    switch (type === 'set' ? operator : `${operator} of a value`) {
      case 'contains':
        return `${printLiteral(value, 'string', fact)} in ${name}`;
      case 'doesNotContain':
        return `!(${printLiteral(value, 'string', fact)} in ${name})`;
      case 'in of a value':
        return printAlternatives(name, value, literal);
      case 'notIn of a value':
        return `!(${printAlternatives(name, value, literal)})`;
      default:
        throw new ConditionProblem(
          `The operator ${operator} on the fact ${fact} cannot be carried over`,
        );
    }
  }

  #find(fact: string, params: unknown): { name: string; type: FactType } {
    const { factRetrieverId } = (params ?? {}) as Record<string, unknown>;
    const retriever = this.#retrievers
      .filter(
        ({ id }) => factRetrieverId === undefined || id === factRetrieverId,
      )
      .filter(({ schema }) => Object.hasOwn(schema, fact))
      .at(-1);
    if (!retriever) {
      throw new ConditionProblem(
        `No retriever of the check has a fact ${fact}`,
      );
    }
    const name = factNameOf(fact);
    return {
      name: `${factNameOf(retriever.id)}.${name}`,
      type: schemaOfRetriever(retriever)[name].type,
    };
  }
}

function group(expression: string): string {
  return /&&|\|\|/.test(expression) ? `(${expression})` : expression;
}

function printAlternatives(
  name: string,
  values: unknown,
  literal: (value: unknown) => string,
): string {
  if (!Array.isArray(values) || values.length === 0) {
    throw new ConditionProblem(`What ${name} is to be one of must be a list`);
  }
  return `${name} in [${values.map(literal).join(', ')}]`;
}

function printLiteral(value: unknown, type: FactType, fact: string): string {
  const isRight: Record<FactType, boolean> = {
    boolean: typeof value === 'boolean',
    integer: typeof value === 'number' && Number.isInteger(value),
    number: typeof value === 'number' && Number.isFinite(value),
    string: typeof value === 'string',
    datetime: typeof value === 'string' && !Number.isNaN(Date.parse(value)),
    set: false,
  };
  if (!isRight[type]) {
    throw new ConditionProblem(
      `${JSON.stringify(
        value,
      )} is no value of the fact ${fact}, which is ${type}`,
    );
  }
  switch (type) {
    case 'integer':
    case 'number':
      return printNumber(value as number, type);
    case 'datetime':
      return `timestamp(${printText(new Date(value as string).toISOString())})`;
    case 'boolean':
      return String(value);
    default:
      return printText(value as string);
  }
}
