import type { Knex } from 'knex';
import { whereAnyOf } from './DatabaseLists';
import type { EntityCondition, Visibility } from './Visibility';

function whereCondition(
  query: Knex.QueryBuilder,
  condition: EntityCondition,
  entityRefColumn: string,
): void {
  if ('allOf' in condition) {
    query.where(inner => {
      inner.whereRaw('1 = 1');
      for (const part of condition.allOf) {
        inner.andWhere(branch => whereCondition(branch, part, entityRefColumn));
      }
    });
  } else if ('anyOf' in condition) {
    query.where(inner => {
      inner.whereRaw('1 = 0');
      for (const part of condition.anyOf) {
        inner.orWhere(branch => whereCondition(branch, part, entityRefColumn));
      }
    });
  } else if ('not' in condition) {
    query.whereNot(inner =>
      whereCondition(inner, condition.not, entityRefColumn),
    );
  } else {
    const { key, values } = condition;
    query.whereExists(property => {
      property
        .from('entity_properties as visible_property')
        .whereRaw('visible_property.entity_ref = ??', [entityRefColumn])
        .where('visible_property.key', key.toLowerCase());
      if (values) {
        whereAnyOf(
          property,
          'visible_property.value',
          values.map(value => value.toLowerCase()),
        );
      }
    });
  }
}

/** Writes a condition into a query; each kind of query has a way that suits it. */
type ConditionWriter = (
  query: Knex.QueryBuilder,
  condition: EntityCondition,
  entityRefColumn: string,
) => void;

function where(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  entityRefColumn: string,
  writeCondition: ConditionWriter,
): void {
  switch (visibility.type) {
    case 'all':
      return;
    case 'none':
      query.whereRaw('1 = 0');
      return;
    case 'refs':
      whereAnyOf(query, entityRefColumn, visibility.refs);
      return;
    case 'condition':
      writeCondition(query, visibility.condition, entityRefColumn);
      return;
    default:
      // A kind of visibility that this build does not know hides everything.
      query.whereRaw('1 = 0');
  }
}

/**
 * Limits a query to the rows of entities that the caller may see. It finds the visible entities once, which suits queries
 * with many rows of each entity.
 *
 * A row whose entity the snapshot has never seen is only visible to `all`: a condition cannot be decided for it, and a
 * negated one must not let it through.
 *
 * @param entityRefColumn - the query's column with the entity ref, with its table or alias: `deployments.entity_ref`
 */
export function whereVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  entityRefColumn: string,
): void {
  where(query, visibility, entityRefColumn, (rows, condition, column) => {
    rows.whereIn(column, visible => {
      visible.from('entities as visible_entity').select('visible_entity.ref');
      whereCondition(visible, condition, 'visible_entity.ref');
    });
  });
}

/**
 * The same for queries with one row an entity: it looks at the entities of the query alone, which suits a small scope in a
 * large catalog and the first page of a long list.
 */
export function whereEntityVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  entityRefColumn: string,
): void {
  where(query, visibility, entityRefColumn, (rows, condition, column) => {
    rows.whereExists(known => {
      known
        .from('entities as visible_entity')
        .whereRaw('visible_entity.ref = ??', [column]);
    });
    whereCondition(rows, condition, column);
  });
}
