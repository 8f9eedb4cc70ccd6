import type {
  ScorecardCheck,
  ScorecardDefinition,
} from '../scorecardDefinition';

/** How two definitions differ in one place. */
export interface DefinitionDifference {
  kind: 'added' | 'removed' | 'changed';
  /** `checks.has-owner.expression`; checks by id, levels by name, so that moving one changes nothing else. */
  path: string;
  /** As text; null: it was not there. */
  before: string | null;
  /** As text; null: it is not there. */
  after: string | null;
}

/** Places of a definition with what stands there as text, in the order of the definition. */
type Places = Map<string, string>;

/**
 * Tells how a definition differs from the one before it, place by place. A check or a level that is new or gone is one difference.
 *
 * @param before - null: there was none
 */
export function diffDefinitions(
  before: ScorecardDefinition | null,
  after: ScorecardDefinition,
): DefinitionDifference[] {
  return [
    ...diffPlaces(before ? ownPlaces(before) : new Map(), ownPlaces(after)),
    ...diffParts(
      'levels',
      before?.levels ?? [],
      after.levels,
      ({ name }) => name,
      ({ rank }) => String(rank),
    ),
    ...diffParts(
      'checks',
      before?.checks ?? [],
      after.checks,
      ({ id }) => id,
      ({ name, expression }) => `${name}: ${expression}`,
    ),
    ...diffOrder(before?.checks ?? [], after.checks),
  ];
}

function ownPlaces({
  ref: _,
  levels: _levels,
  checks: _checks,
  emptyLevel,
  requires,
  ...own
}: ScorecardDefinition): Places {
  return new Map([
    ...placesOf(own),
    ...placesOf(emptyLevel, 'emptyLevel.'),
    ...requires.map(({ scorecard, level }): [string, string] => [
      `requires.${scorecard}`,
      level,
    ]),
  ]);
}

function diffParts<Part extends object>(
  list: string,
  before: readonly Part[],
  after: readonly Part[],
  nameOf: (part: Part) => string,
  describe: (part: Part) => string,
): DefinitionDifference[] {
  const earlier = new Map(before.map(part => [nameOf(part), part]));
  const later = new Map(after.map(part => [nameOf(part), part]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap(name => {
    const path = `${list}.${name}`;
    const was = earlier.get(name);
    const is = later.get(name);
    return was && is
      ? diffPlaces(placesOf(was, `${path}.`), placesOf(is, `${path}.`))
      : [
          differenceOf(
            path,
            was ? describe(was) : null,
            is ? describe(is) : null,
          ),
        ];
  });
}

/** Checks that are in both and stand in another order. */
function diffOrder(
  before: readonly ScorecardCheck[],
  after: readonly ScorecardCheck[],
): DefinitionDifference[] {
  const order = (
    checks: readonly ScorecardCheck[],
    others: readonly ScorecardCheck[],
  ) => {
    const known = new Set(others.map(({ id }) => id));
    return checks.flatMap(({ id }) => (known.has(id) ? [id] : [])).join(', ');
  };
  const [was, is] = [order(before, after), order(after, before)];
  return was === is ? [] : [differenceOf('checks', was, is)];
}

function diffPlaces(before: Places, after: Places): DefinitionDifference[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap(path => {
    const was = before.get(path) ?? null;
    const is = after.get(path) ?? null;
    return was === is ? [] : [differenceOf(path, was, is)];
  });
}

function differenceOf(
  path: string,
  before: string | null,
  after: string | null,
): DefinitionDifference {
  const changed = after === null ? 'removed' : 'changed';
  return { kind: before === null ? 'added' : changed, path, before, after };
}

function placesOf(part: object, prefix = ''): Places {
  return new Map(
    Object.entries(part).flatMap(([field, value]) =>
      value === undefined || isEmptyList(value)
        ? []
        : [[`${prefix}${field}`, printValue(field, value)]],
    ),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Instants as days and times, lists and objects as JSON. */
function printValue(field: string, value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return field === 'startsAt'
    ? new Date(value as number).toISOString()
    : JSON.stringify(value);
}
