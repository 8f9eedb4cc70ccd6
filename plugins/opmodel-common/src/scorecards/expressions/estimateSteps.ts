import type { ASTNode } from '@marcbachmann/cel-js';
import { type FactSchema, maximumSetSize } from '../factSchema';
import {
  comparing,
  type Extent,
  extentOf,
  itemOf,
  joined,
  largest,
  listOf,
  scalar,
} from './extents';
import type { ExpressionProblem } from './findExpressionProblem';
import { factOf } from './namesInExpression';

/** What walks through a list, once for each of its elements. */
export const comprehensions: ReadonlySet<string> = new Set([
  'all',
  'exists',
  'exists_one',
  'map',
  'filter',
]);

/** How many steps an expression may take, if every fact is as large as it can be. A step takes less than a tenth of a microsecond. */
export const maximumSteps = 1_000_000;

/** How many steps the patterns of an expression take at most, as they are broken off then; see `Re2Patterns`. */
const mostStepsOfPatterns = 300_000;

/** How many steps a usual pattern takes for one character. */
const stepsOfCharacter = 5;

/*
 * What is done with texts is cheap beside a step. So many characters take one: where texts are looked through or copied, counted, and, of the
 * one times the other, where one is sought within the other.
 */
const looked = 16;
const counted = 4;
const sought = 256;

/** What goes wrong costs as many: the error is made, and tells where. */
const failed = 200;

/** What can go wrong for each value: a fact that was not told, a division by zero, a text that is no number. */
const canFail: ReadonlySet<string> = new Set([
  '.',
  '.?',
  '[]',
  '[?]',
  '+',
  '-',
  '*',
  '/',
  '%',
  '-_',
]);
const callsThatCanFail: ReadonlySet<string> = new Set([
  'bool',
  'double',
  'duration',
  'int',
  'matches',
  'string',
  'timestamp',
]);

/** Finding the hour in a zone costs as many. */
const zoned = 1_000;

type Scope = ReadonlyMap<string, Extent>;

/** Longest that a number, an instant or a duration is as a text. */
const printed = 40;

class StepEstimate {
  readonly #schemas: Readonly<Record<string, FactSchema>>;
  #steps = 0;
  #stepsOfPatterns = 0;
  /** Where there were too many; null: nowhere. */
  costliest: ASTNode | null = null;

  constructor(schemas: Readonly<Record<string, FactSchema>>) {
    this.#schemas = schemas;
  }

  get steps(): number {
    return this.#steps + Math.min(this.#stepsOfPatterns, mostStepsOfPatterns);
  }

  /** @param times - how often the node is carried out */
  visit(node: ASTNode, times: number, scope: Scope): Extent {
    const spend = (steps: number) => {
      this.#steps += steps * times;
      if (this.#steps > maximumSteps) {
        this.costliest ??= node;
      }
    };
    const visit = (child: ASTNode) => this.visit(child, times, scope);
    spend(isFallible(node) ? failed : 1);
    switch (node.op) {
      case 'value':
        return typeof node.args === 'string' || node.args instanceof Uint8Array
          ? { length: node.args.length }
          : scalar;
      case 'id':
        return scope.get(node.args) ?? scalar;
      case '.':
      case '.?':
        return this.#factAt(node, scope) ?? itemOf(visit(node.args[0]));
      case '[]':
      case '[?]': {
        const [of, key] = node.args;
        visit(key);
        return this.#factAt(node, scope) ?? itemOf(visit(of));
      }
      case 'list':
        return listOf(node.args.map(visit));
      case 'map':
        return listOf(node.args.flat().map(visit), node.args.length);
      case '?:': {
        const [condition, ...either] = node.args;
        visit(condition);
        return largest(either.map(visit));
      }
      case '+': {
        const [left, right] = node.args.map(visit);
        const sum = joined(left, right);
        spend(sum.item ? sum.length : sum.length / looked);
        return sum;
      }
      case 'in': {
        const [item, list] = node.args.map(visit);
        spend(list.length * (1 + comparing(item, itemOf(list))));
        return scalar;
      }
      case '!_':
      case '-_':
        visit(node.args);
        return scalar;
      case 'call':
        return this.#call(node.args[0], node.args[1].map(visit), {
          times,
          spend,
        });
      case 'rcall': {
        const [name, receiver, given] = node.args;
        const on = visit(receiver);
        return comprehensions.has(name)
          ? this.#walk(name, { on, given, times, scope })
          : this.#call(name, [on, ...given.map(visit)], { times, spend });
      }
      default: {
        const [left, right] = node.args.map(visit);
        spend(comparing(left, right));
        return scalar;
      }
    }
  }

  #walk(
    name: string,
    walk: {
      on: Extent;
      given: readonly ASTNode[];
      times: number;
      scope: Scope;
    },
  ): Extent {
    const { on, given, times, scope } = walk;
    const [variable, ...parts] = given;
    const inside =
      variable?.op === 'id'
        ? new Map([...scope, [variable.args, itemOf(on)]])
        : scope;
    const found = parts.map(part =>
      this.visit(part, times * Math.max(1, on.length), inside),
    );
    switch (name) {
      case 'filter':
        return on;
      case 'map':
        return { length: on.length, item: found[found.length - 1] ?? scalar };
      default:
        return scalar;
    }
  }

  #call(
    name: string,
    given: readonly Extent[],
    { times, spend }: { times: number; spend: (steps: number) => void },
  ): Extent {
    const [on = scalar] = given;
    const whole = given.reduce((sum, { length }) => sum + length, 0);
    switch (name) {
      case 'size':
        spend(on.item ? 0 : on.length / counted);
        return scalar;
      case 'string':
        spend(on.length / looked);
        return { length: Math.max(on.length, printed) };
      case 'lowerAscii':
      case 'upperAscii':
      case 'trim':
        spend(on.length / looked);
        return on;
      case 'contains':
        spend(whole / looked);
        spend(
          given.reduce((product, { length }) => product * length, 1) / sought,
        );
        return scalar;
      case 'matches':
        this.#stepsOfPatterns += times * on.length * stepsOfCharacter;
        spend(whole / looked);
        return scalar;
      default:
        spend(name.startsWith('get') ? zoned : whole / looked);
        return scalar;
    }
  }

  /** A fact that a node reads; undefined: it reads none. */
  #factAt(node: ASTNode, scope: Scope): Extent | undefined {
    const name = factOf(node);
    return name && !scope.has(name.provider)
      ? extentOf(this.#schemas[name.provider]?.[name.name])
      : undefined;
  }
}

/** What an expression can cost. */
export interface EstimatedSteps {
  /** At most so many. */
  steps: number;
  /** Null: not too many. */
  problem: ExpressionProblem | null;
}

/**
 * How many steps an expression can take at most. Values that an expression makes itself, lists and texts put together, can be larger than
 * any fact, so it is followed through the expression how large each of them can be. What makes a large value takes as many steps as it is
 * large, so this bounds memory too.
 *
 * @param schemas - facts by provider
 */
export function estimateSteps(
  ast: ASTNode,
  schemas: Readonly<Record<string, FactSchema>>,
): EstimatedSteps {
  const estimate = new StepEstimate(schemas);
  estimate.visit(ast, 1, new Map());
  const { steps, costliest } = estimate;
  return {
    steps,
    problem:
      costliest === null
        ? null
        : {
            message: `would take more than ${maximumSteps} steps for sets of ${maximumSetSize}: put fewer walks through lists into each other`,
            from: costliest.start,
            to: costliest.end,
          },
  };
}

function isFallible(node: ASTNode): boolean {
  return node.op === 'call' || node.op === 'rcall'
    ? callsThatCanFail.has(node.args[0])
    : canFail.has(node.op);
}
