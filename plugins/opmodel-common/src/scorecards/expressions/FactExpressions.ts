import {
  type ASTNode,
  Environment,
  EvaluationError,
  type ParseError,
  type ParseResult,
  serialize,
} from '@marcbachmann/cel-js';
import {
  type EntityFacts,
  type FactName,
  type FactSchema,
  type FactType,
  printFactName,
} from '../factSchema';
import { contextOf, ownOf } from './contextOf';
import { estimateSteps } from './estimateSteps';
import {
  type ExpressionProblem,
  findExpressionProblem,
} from './findExpressionProblem';
import { factOf, namesInExpression } from './namesInExpression';
import { Re2Patterns } from './Re2Patterns';
import { visitNodes } from './visitNodes';

/** What an expression may come to. */
export type ExpressionResultType = 'boolean' | 'integer' | 'number' | 'string';

/** What became of an expression for one entity. */
export type ExpressionOutcome =
  | { kind: 'value'; value: boolean | number | string }
  /** A fact that it needs was not told: its full name. */
  | { kind: 'missing'; fact: string }
  /** It could not be carried out. */
  | { kind: 'error'; message: string };

/** An expression that was found to be right. */
export interface FactExpression {
  readonly source: string;
  readonly resultType: ExpressionResultType;
  /** The facts that it speaks of. */
  readonly facts: readonly FactName[];
  /** Whether it speaks of `now`, so that it can come to something else without a new fact. */
  readonly usesNow: boolean;
  /** How many steps it can take at most. */
  readonly steps: number;
  /**
   * Carries it out for one entity.
   *
   * @param now - epoch milliseconds
   */
  evaluate(facts: EntityFacts, now: number): ExpressionOutcome;
}

/** An expression, or what is wrong with it. */
export type CompiledExpression =
  | { expression: FactExpression; problem: null }
  | { expression: null; problem: ExpressionProblem };

const celTypes: Record<FactType, string> = {
  boolean: 'bool',
  integer: 'int',
  number: 'double',
  string: 'string',
  datetime: 'google.protobuf.Timestamp',
  set: 'list<string>',
};

const resultTypes: Record<string, ExpressionResultType | undefined> = {
  bool: 'boolean',
  int: 'integer',
  uint: 'integer',
  double: 'number',
  string: 'string',
};

/** The longest text of an expression, in characters. */
export const maximumExpressionLength = 2_000;

const limits = {
  maxAstNodes: 300,
  maxDepth: 24,
  maxListElements: 100,
  maxMapEntries: 20,
  maxCallArguments: 8,
};

/**
 * Reads expressions in the Common Expression Language (https://cel.dev) over facts: `dora.changeFailRate <= 0.15`,
 * `now - ownership.verifiedAt < duration("2160h")`, `catalog.tags.exists(tag, tag == "pci")`.
 *
 * Each provider is a name, each of its facts a typed field of it. An expression is checked against these types when it is read.
 * A fact that was not told makes the outcome `missing`, unless the other side of `||`, `&&` or `?:` decides, or the expression asks
 * with `has()`.
 *
 * People write expressions, so what one can cost is bounded before it runs: length, size, depth, the functions it may call and how
 * many steps it can take, whatever lists and texts it makes. `matches()` is carried out by RE2, in time linear in the text, as CEL asks for,
 * and broken off where there is too much of it.
 */
export class FactExpressions {
  readonly #environment: Environment;
  readonly #schemas: Readonly<Record<string, FactSchema>>;
  readonly #providers: ReadonlySet<string>;
  readonly #patterns = new Re2Patterns();

  /** @param schemas - facts by provider */
  constructor(schemas: Readonly<Record<string, FactSchema>>) {
    this.#schemas = schemas;
    this.#providers = new Set(Object.keys(schemas));
    this.#environment = new Environment({ limits })
      .registerVariable('now', 'google.protobuf.Timestamp')
      .registerFunction(this.#patterns.signature, this.#patterns.handler);
    for (const [provider, schema] of Object.entries(schemas)) {
      this.#environment.registerVariable(provider, {
        schema: Object.fromEntries(
          Object.entries(schema).map(([name, { type }]) => [
            name,
            celTypes[type],
          ]),
        ),
      });
    }
  }

  /** Reads an expression and checks that it is one over these facts. */
  compile(source: string): CompiledExpression {
    if (source.length > maximumExpressionLength) {
      return refuse({
        message: `must have at most ${maximumExpressionLength} characters`,
        from: maximumExpressionLength,
        to: source.length,
      });
    }
    let parsed: ParseResult;
    try {
      parsed = this.#environment.parse(source);
    } catch (error) {
      return refuse(problemOf(error, source));
    }
    const problem =
      findExpressionProblem(parsed.ast) ?? this.#findUnknownFact(parsed.ast);
    if (problem) {
      return refuse(problem);
    }
    const checked = parsed.check();
    if (!checked.valid) {
      return refuse(problemOf(checked.error, source));
    }
    const resultType = resultTypes[checked.type!];
    if (!resultType) {
      return refuse({
        message: `must come to a yes or no, a number or a text, not ${checked.type}`,
        from: 0,
        to: source.length,
      });
    }
    const { steps, problem: stepsProblem } = estimateSteps(
      parsed.ast,
      this.#schemas,
    );
    const costProblem = stepsProblem ?? this.#patterns.findProblem(parsed.ast);
    if (costProblem) {
      return refuse(costProblem);
    }
    const facts = namesInExpression(parsed.ast, this.#providers);
    const usesNow = speaksOfNow(parsed.ast);
    let run = parsed;
    if (this.#patterns.areIn(parsed.ast)) {
      try {
        run = this.#environment.parse(
          serialize(this.#patterns.replaceIn(parsed.ast)),
        );
      } catch (error) {
        // Such as a number that is written back with an exponent, which the grammar reads otherwise.
        const { message } = problemOf(error, source);
        return refuse({
          message: `cannot be carried out as it is written: ${message}`,
          from: 0,
          to: source.length,
        });
      }
    }
    return {
      problem: null,
      expression: {
        source,
        resultType,
        facts,
        usesNow,
        steps,
        evaluate: (entityFacts, now) => {
          this.#patterns.begin();
          return carryOut(() =>
            run(contextOf(facts, { schemas: this.#schemas, entityFacts, now })),
          );
        },
      },
    };
  }

  /** Whether there is a fact of this full name. */
  hasFact(fullName: string): boolean {
    const dot = fullName.indexOf('.');
    const schema = ownOf(this.#schemas, fullName.slice(0, dot));
    return (
      schema !== undefined && Object.hasOwn(schema, fullName.slice(dot + 1))
    );
  }

  /** The type check does not look into `has()`, where a slip of the pen would never be told. */
  #findUnknownFact(ast: ASTNode): ExpressionProblem | null {
    let problem: ExpressionProblem | null = null;
    visitNodes(ast, node => {
      const name = factOf(node);
      const schema = name && this.#schemas[name.provider];
      if (schema && !Object.hasOwn(schema, name.name)) {
        problem ??= {
          message: `No such fact: ${printFactName(name)}`,
          from: node.start,
          to: node.end,
        };
      }
    });
    return problem;
  }
}

function refuse(problem: ExpressionProblem): CompiledExpression {
  return { expression: null, problem };
}

function problemOf(error: unknown, source: string): ExpressionProblem {
  const { summary, message, range } = error as ParseError;
  return {
    message: summary ?? message,
    from: range?.start ?? 0,
    to: range?.end ?? source.length,
  };
}

function speaksOfNow(ast: ASTNode): boolean {
  let isFound = false;
  visitNodes(ast, node => {
    isFound ||= node.op === 'id' && node.args === 'now';
  });
  return isFound;
}

/** What stands on the stack is told to nobody, and finding it takes longer than most expressions. */
const errors: { stackTraceLimit?: number } = Error;

function carryOut(run: () => unknown): ExpressionOutcome {
  const { stackTraceLimit } = errors;
  errors.stackTraceLimit = 0;
  try {
    const value = run();
    return {
      kind: 'value',
      value:
        typeof value === 'bigint'
          ? Number(value)
          : (value as boolean | number | string),
    };
  } catch (error) {
    if (!(error instanceof EvaluationError)) {
      throw error;
    }
    const fact = error.code === 'no_such_key' ? factOf(error.node) : null;
    return fact
      ? { kind: 'missing', fact: printFactName(fact) }
      : { kind: 'error', message: error.summary };
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
  }
}
