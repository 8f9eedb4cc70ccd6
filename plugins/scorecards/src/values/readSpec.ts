import type { ScorecardSpec } from '@opmodel/backstage-plugin-opmodel-common';

/** A check as a document writes it, as far as the pages show it. What is not written, or written wrongly, is absent. */
export interface SpecCheck {
  id: string;
  name: string;
  description?: string;
  category?: string;
  level?: string;
  weight?: number;
  filter?: string;
  expression?: string;
  /** A ready-made kind of check, in place of the expression. */
  type?: string;
  solution?: string;
  startsAt?: string;
}

/** A level of another scorecard that has to be reached first. */
export interface SpecRequirement {
  scorecard: string;
  level: string;
}

/**
 * The checks of a `spec`. It is shown as it was written, right or wrong, so each field is looked at.
 *
 * @param names - by id, of checks that have none written down: a ready-made kind brings its own
 */
export function checksOfSpec(
  spec: ScorecardSpec | undefined,
  names: ReadonlyMap<string, string> = new Map(),
): SpecCheck[] {
  return recordsOf(spec?.checks).flatMap(check => {
    const id = textOf(check.id);
    return id === undefined
      ? []
      : [
          {
            id,
            name: textOf(check.name) ?? names.get(id) ?? id,
            description: textOf(check.description),
            category: textOf(check.category),
            level: textOf(check.level),
            weight: typeof check.weight === 'number' ? check.weight : undefined,
            filter: textOf(check.filter),
            expression: textOf(check.expression),
            type: textOf(check.type),
            solution: textOf(check.solution),
            startsAt: textOf(check.startsAt),
          },
        ];
  });
}

/** What a `spec` requires of other scorecards. */
export function requirementsOfSpec(
  spec: ScorecardSpec | undefined,
): SpecRequirement[] {
  return recordsOf(spec?.requires).flatMap(required => {
    const scorecard = textOf(required.scorecard);
    const level = textOf(required.level);
    return scorecard && level ? [{ scorecard, level }] : [];
  });
}

/** The filter of a `spec`; undefined: it is asked of everything. */
export function filterOfSpec(
  spec: ScorecardSpec | undefined,
): string | undefined {
  return textOf(spec?.filter);
}

function recordsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'object' && item !== null)
    : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
