import type { FieldRule, FieldRules } from './foldRules';
import type { Observation } from './observation';
import type { RecordBase, RecordFields } from './record';

/** An observation as the ledger keeps it. */
export interface StoredObservation<O extends Observation = Observation> {
  /** Id of the event within its source. */
  id: string;
  /** Time of the event, epoch milliseconds. */
  time: number;
  observation: O;
}

/** Oldest first. Ids are unique within a source, so the order is total and does not depend on how the events arrived. */
export function inOrder<O extends Observation>(
  observations: Iterable<StoredObservation<O>>,
): StoredObservation<O>[] {
  const byId = new Map<string, StoredObservation<O>>();
  for (const stored of observations) {
    byId.set(stored.id, stored);
  }
  return [...byId.values()].sort((a, b) => {
    if (a.time !== b.time) {
      return a.time - b.time;
    }
    return a.id < b.id ? -1 : 1;
  });
}

function foldField(values: unknown[], rule: FieldRule): unknown {
  if (values.length === 0) {
    return null;
  }
  switch (rule) {
    case 'latest-instant': {
      const latest = values[values.length - 1];
      return latest === null ? null : Date.parse(latest as string);
    }
    case 'earliest-instant':
      return Math.min(...values.map(value => Date.parse(value as string)));
    default:
      return values[values.length - 1];
  }
}

/** The fields that only this kind of record has, by their rules. */
export function foldFields<O extends Observation>(
  sorted: StoredObservation<O>[],
  rules: FieldRules<O>,
): RecordFields<O> {
  const fields: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries<FieldRule>(rules)) {
    const values = sorted
      .map(({ observation }) => (observation as Record<string, any>)[name])
      .filter(value => value !== undefined);
    fields[name] = foldField(values, rule);
  }
  return fields as RecordFields<O>;
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}

function foldTarget(
  sorted: StoredObservation<Observation>[],
): RecordBase['target'] {
  const targets = sorted.map(({ observation }) => observation.target);
  const links = new Map(
    targets
      .flatMap(target => target.links ?? [])
      .map(link => [JSON.stringify([link.system, link.externalId]), link]),
  );
  // Names are a choice, so a correction replaces them. What was said at one instant corrects nothing and adds up, as links and
  // paths always do.
  const naming = sorted.filter(
    ({ observation }) => observation.target.entityRefs?.length,
  );
  const lastNamedAt = naming.at(-1)?.time;
  return {
    entityRefs: distinct(
      naming
        .filter(({ time }) => time === lastNamedAt)
        .flatMap(({ observation }) => observation.target.entityRefs ?? []),
    ),
    links: [...links.keys()].sort().map(key => ({ ...links.get(key)! })),
    paths: distinct(targets.flatMap(target => target.paths ?? [])),
  };
}

/** What all kinds of record have. */
export function foldBase(
  subject: string,
  sorted: StoredObservation<Observation>[],
): RecordBase {
  const latest = <K extends 'withdrawn' | 'title' | 'url'>(name: K) =>
    sorted
      .map(({ observation }) => observation[name])
      .filter(value => value !== undefined)
      .pop();
  return {
    subject,
    target: foldTarget(sorted),
    withdrawn: latest('withdrawn') ?? false,
    title: latest('title') ?? null,
    url: latest('url') ?? null,
  };
}
