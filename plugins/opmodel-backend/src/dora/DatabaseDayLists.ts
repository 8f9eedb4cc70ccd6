import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { dayNumber, dayOfNumber } from './dayNumber';
import type { DaySpan } from './DoraStore';

/** Deployments that count in a span, by the component's own list of their days: of `dora_entities` under the alias `state`. */
export function countDeployments(knex: Knex, span: DaySpan): Knex.Raw {
  return countListed(knex, 'state.deployment_days', {
    from: knex.raw('?', [dayNumber(span.from)]),
    to: dayNumber(span.to),
  });
}

/**
 * Days of a span that count for nothing, of `dora_entities` under the alias `state`.
 *
 * @param knownFrom - an expression with the ISO day from which on they are counted
 */
export function countExcludedDays(
  knex: Knex,
  span: DaySpan,
  knownFrom: Knex.Raw,
): Knex.Raw {
  return knex.raw('case when state.excluded_days is null then 0 else ? end', [
    countListed(knex, 'state.excluded_days', {
      from: numberOfDay(knex, knownFrom),
      to: dayNumber(span.to),
    }),
  ]);
}

/** Whether every day of a span on which a component is known counts for nothing; as {@link countExcludedDays}. */
export function isExcludedThroughout(
  knex: Knex,
  span: DaySpan,
  knownFrom: Knex.Raw,
): Knex.Raw {
  return knex.raw('(? > ? - ?)', [
    countExcludedDays(knex, span, knownFrom),
    dayNumber(span.to),
    numberOfDay(knex, knownFrom),
  ]);
}

function numberOfDay(knex: Knex, day: Knex.Raw): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`((?)::date - date '1970-01-01')`, [day])
    : knex.raw('cast(julianday(?) - 2440587.5 as integer)', [day]);
}

/** The ISO days of a list, as the database gives it. */
export function toDays(list: number[] | string | null): string[] {
  if (list === null) {
    return [];
  }
  const numbers: number[] = typeof list === 'string' ? JSON.parse(list) : list;
  return numbers.map(dayOfNumber);
}

function countListed(
  knex: Knex,
  column: string,
  { from, to }: { from: Knex.Raw; to: number },
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('(width_bucket(?::int, ??) - width_bucket(?::int - 1, ??))', [
        to,
        column,
        from,
        column,
      ])
    : knex.raw(
        '(select count(*) from json_each(??) where value between ? and ?)',
        [column, from, to],
      );
}
