import type { ScorecardSpec } from '@opmodel/backstage-plugin-opmodel-common';

/** A level as somebody writes it. */
export interface WrittenLevel {
  name?: string;
  rank?: number;
  color?: string;
  description?: string;
  /** With points: the share from which on it is reached, 0 to 1. */
  atLeast?: number;
}

/** Where to read on, as somebody writes it. */
export interface WrittenLink {
  title?: string;
  url?: string;
}

/** A level of another scorecard that is needed, as somebody writes it. */
export interface WrittenRequirement {
  scorecard?: string;
  level?: string;
}

/** A check as somebody writes it: an expression, or a ready-made type with its parameters. */
export interface WrittenCheck {
  id?: string;
  name?: string;
  description?: string;
  category?: string;
  level?: string;
  weight?: number;
  filter?: string;
  expression?: string;
  type?: string;
  parameters?: Record<string, unknown>;
  warning?: string;
  value?: string;
  unit?: string;
  failureMessage?: string;
  solution?: string;
  links?: WrittenLink[];
  owner?: string;
  /** ISO day. */
  startsAt?: string;
  /** ISO 8601 duration. */
  freshness?: string;
  confirmations?: number;
  whenNotReported?: string;
}

/** A scorecard as somebody writes it: whatever is in it, the editor can show it. */
export interface WrittenSpec {
  title?: string;
  description?: string;
  owner?: string;
  scheme?: string;
  levels?: WrittenLevel[];
  emptyLevel?: { name?: string; color?: string };
  filter?: string;
  countsToOverall?: boolean;
  requires?: WrittenRequirement[];
  checks?: WrittenCheck[];
}

/**
 * A spec with lists where lists are expected and objects in them, so that a document with mistakes can be mended here as well. What the
 * editor does not know stays.
 */
export function readSpec(spec: ScorecardSpec): WrittenSpec {
  const { levels, requires, checks, emptyLevel, ...rest } = spec;
  return {
    ...rest,
    ...(levels !== undefined && { levels: objectsOf<WrittenLevel>(levels) }),
    ...(requires !== undefined && {
      requires: objectsOf<WrittenRequirement>(requires),
    }),
    ...(checks !== undefined && {
      checks: objectsOf<WrittenCheck>(checks).map(check => ({
        ...check,
        ...(check.links !== undefined && {
          links: objectsOf<WrittenLink>(check.links),
        }),
      })),
    }),
    ...(isObject(emptyLevel) && { emptyLevel }),
  };
}

function objectsOf<T extends object>(value: unknown): T[] {
  return Array.isArray(value)
    ? value.filter(isObject).map(one => one as T)
    : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text as a field shows it, whatever stands there. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The same with some fields changed; a field that becomes undefined or an empty text is taken away. */
export function withFields<T extends object>(whole: T, changes: Partial<T>): T {
  return Object.fromEntries(
    Object.entries({ ...whole, ...changes }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  ) as T;
}

/** The list with one of its parts replaced. */
export function withPart<T>(list: readonly T[], at: number, part: T): T[] {
  return list.map((one, index) => (index === at ? part : one));
}

/** The list without one of its parts. */
export function withoutPart<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** The list with one of its parts at another place. */
export function withMoved<T>(
  list: readonly T[],
  from: number,
  to: number,
): T[] {
  const rest = withoutPart(list, from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

/** Whether both say the same, in whatever order their fields stand. */
export function isSameSpec(one: unknown, other: unknown): boolean {
  return printSorted(one) === printSorted(other);
}

function printSorted(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    isObject(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

/** An id that a name suggests and that no other check has. */
export function idOfName(name: string, taken: readonly string[]): string {
  const base =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 58) || 'check';
  let id = base;
  for (let n = 2; taken.includes(id); n += 1) {
    id = `${base}-${n}`;
  }
  return id;
}
