/**
 * A condition on the properties of a catalog entity, as the catalog's own permission rules state it.
 *
 * A leaf holds when the entity has the property `key` with one of `values`, or, without `values`, when it has the
 * property at all. Keys and values are compared in lower case, as the catalog does.
 */
export type EntityCondition =
  | { allOf: EntityCondition[] }
  | { anyOf: EntityCondition[] }
  | { not: EntityCondition }
  | { key: string; values?: string[] };

/**
 * Which entities the caller may see. It is a required argument of every read of entities or of their numbers, so that
 * leaving it out does not compile.
 *
 * - `all`: no limit; totals over a whole scope may be used as they are.
 * - `none`: nothing.
 * - `condition`: the entities whose properties in the snapshot meet the condition.
 * - `refs`: exactly these entities, because only the catalog could decide.
 */
export type Visibility =
  | { type: 'all' }
  | { type: 'none' }
  | { type: 'condition'; condition: EntityCondition }
  | { type: 'refs'; refs: ReadonlySet<string> };

/**
 * Sees everything. For the engine's own work (scans, calculations, mapping of events), never for an answer to a person.
 */
export const seesAll: Visibility = { type: 'all' };

/** Sees nothing. */
export const seesNone: Visibility = { type: 'none' };
