import {
  type FactSchema,
  findValueProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ToldFacts } from '@opmodel/backstage-plugin-opmodel-node';
import { cleanText } from '../../catalog/cleanText';
import type { FactStatement } from './FactStore';

/** How much of a problem is kept. Characters. */
const longestProblem = 500;

/**
 * What a provider told, checked against its schema. What is wrong with the facts of one entity is a problem of that entity alone.
 *
 * @param of - refs of the entities that it was asked about
 * @throws TypeError for an answer that is no list, or that speaks of an entity that was not asked about
 */
export function readTold(
  told: readonly ToldFacts[],
  { of, schema }: { of: readonly string[]; schema: FactSchema },
): FactStatement[] {
  if (!Array.isArray(told)) {
    throw new TypeError(
      'The provider answered with something else than a list',
    );
  }
  const asked = new Set(of);
  const statements = new Map<string, FactStatement>();
  for (const item of told as readonly (ToldFacts | null | undefined)[]) {
    const entityRef = item?.entityRef;
    if (!item || entityRef === undefined || !asked.has(entityRef)) {
      throw new TypeError(
        `The provider told of ${String(
          entityRef,
        )}, which it was not asked about`,
      );
    }
    statements.set(
      entityRef,
      statements.has(entityRef)
        ? problemOf(entityRef, 'The provider told of it more than once')
        : readStatement(item, schema),
    );
  }
  return [...statements.values()];
}

function readStatement(item: ToldFacts, schema: FactSchema): FactStatement {
  const { entityRef } = item;
  if ('problem' in item) {
    return problemOf(entityRef, item.problem);
  }
  // Providers need not be written in TypeScript.
  if (typeof item.facts !== 'object' || item.facts === null) {
    return problemOf(entityRef, 'The provider told no facts');
  }
  for (const [name, value] of Object.entries(item.facts)) {
    const problem = Object.hasOwn(schema, name)
      ? findValueProblem(schema[name], value)
      : 'is no fact of its provider';
    if (problem) {
      return problemOf(entityRef, `${name} ${problem}`);
    }
  }
  return { entityRef, facts: item.facts, problem: null };
}

function problemOf(entityRef: string, problem: unknown): FactStatement {
  const text =
    cleanText(String(problem)).trim() || 'The provider did not say why';
  return { entityRef, facts: null, problem: text.slice(0, longestProblem) };
}
