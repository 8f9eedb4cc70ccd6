import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import type { FactEntity } from '@opmodel/backstage-plugin-opmodel-node';

type EntityFilter = FactRetriever['entityFilter'];
type FilterFields = Record<string, string | symbol | (string | symbol)[]>;

/** The kinds that a filter lets through, in lower case; undefined: all. */
export function kindsOfFilter(filter: EntityFilter): string[] | undefined {
  const kinds = toList(filter).map(({ kind }) =>
    [kind ?? []]
      .flat()
      .filter(value => typeof value === 'string')
      .map(value => value.toLowerCase()),
  );
  return kinds.length === 0 || kinds.some(({ length }) => length === 0)
    ? undefined
    : [...new Set(kinds.flat())];
}

/** A filter that lets nothing else through than what has the name of one of the entities. */
export function narrowFilter(
  filter: EntityFilter,
  entities: readonly Pick<FactEntity, 'name'>[],
): EntityFilter {
  const names = [...new Set(entities.map(({ name }) => name))];
  const filters = toList(filter);
  return (filters.length === 0 ? [{}] : filters).map(fields =>
    // What asks for names of its own is no wider than that.
    'metadata.name' in fields ? fields : { ...fields, 'metadata.name': names },
  );
}

function toList(filter: EntityFilter): FilterFields[] {
  return [filter ?? []].flat();
}
