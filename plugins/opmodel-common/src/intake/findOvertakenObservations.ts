import { foldRules, historyFields } from './foldRules';
import type { StoredObservation } from './foldFields';
import type { RecordKind } from './observation';

/** Fields that every kind has, of which the latest counts. */
const commonFields = ['withdrawn', 'title', 'url'];

/** What observations that are newer say; an older one that says nothing beyond it is overtaken. */
class Newer {
  readonly #fields = new Set<string>();
  readonly #parts = new Set<string>();
  readonly #earliest = new Map<string, number>();
  #namedAt = -Infinity;
  #any = false;

  constructor(private readonly kind: RecordKind) {}

  overtakes(stored: StoredObservation): boolean {
    const { target } = stored.observation;
    const isPartOfHistory = (historyFields[this.kind] ?? []).some(
      name => valueOf(stored, name) !== undefined,
    );
    return (
      this.#any &&
      !isPartOfHistory &&
      latestFields(this.kind, stored).every(name => this.#fields.has(name)) &&
      partsOf(stored).every(part => this.#parts.has(part)) &&
      earliestInstants(this.kind, stored).every(
        ([name, at]) => (this.#earliest.get(name) ?? Infinity) <= at,
      ) &&
      // Names of one instant add up.
      (!target.entityRefs?.length || this.#namedAt > stored.time)
    );
  }

  add(stored: StoredObservation): void {
    this.#any = true;
    latestFields(this.kind, stored).forEach(name => this.#fields.add(name));
    partsOf(stored).forEach(part => this.#parts.add(part));
    for (const [name, at] of earliestInstants(this.kind, stored)) {
      const known = this.#earliest.get(name) ?? Infinity;
      this.#earliest.set(name, Math.min(known, at));
    }
    if (stored.observation.target.entityRefs?.length) {
      this.#namedAt = Math.max(this.#namedAt, stored.time);
    }
  }
}

function valueOf({ observation }: StoredObservation, name: string): unknown {
  return (observation as unknown as Record<string, unknown>)[name];
}

function statedFields(
  kind: RecordKind,
  stored: StoredObservation,
  isEarliest: boolean,
): string[] {
  return [...Object.keys(foldRules[kind]), ...commonFields].filter(
    name =>
      (foldRules[kind][name] === 'earliest-instant') === isEarliest &&
      valueOf(stored, name) !== undefined,
  );
}

function latestFields(kind: RecordKind, stored: StoredObservation): string[] {
  return statedFields(kind, stored, false);
}

function earliestInstants(
  kind: RecordKind,
  stored: StoredObservation,
): [string, number][] {
  return statedFields(kind, stored, true).map(name => [
    name,
    Date.parse(valueOf(stored, name) as string),
  ]);
}

/** What the observations of a record say of its target, which adds up. */
function partsOf({ observation: { target } }: StoredObservation): string[] {
  return [
    ...(target.links ?? []).map(({ system, externalId }) =>
      JSON.stringify([system, externalId]),
    ),
    ...(target.paths ?? []).map(path => JSON.stringify(path)),
  ];
}

/**
 * The observations of one subject that newer ones have overtaken in everything they say. Without them the subject comes to the
 * same record, and to the same record as well whatever else is observed later, be it an observation of the past or one of them
 * once more. So they can be forgotten.
 *
 * The newest observation is never among them, and neither is one that states what a history is kept of, such as a severity.
 */
export function findOvertakenObservations<S extends StoredObservation>(
  kind: RecordKind,
  observations: Iterable<S>,
): S[] {
  const newestFirst = [...observations].sort((a, b) => {
    if (a.time !== b.time) {
      return b.time - a.time;
    }
    return a.id < b.id ? 1 : -1;
  });
  const newer = new Newer(kind);
  return newestFirst.filter(stored => {
    const overtaken = newer.overtakes(stored);
    newer.add(stored);
    return overtaken;
  });
}
