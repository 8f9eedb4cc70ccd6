import fc, { type Arbitrary } from 'fast-check';
import type { OpenSloPath } from '../document/OpenSloPath';

/** Every path of a value, the value itself left out. */
export function pathsOf(value: unknown): OpenSloPath[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const steps = Array.isArray(value)
    ? value.map((_, index) => index)
    : Object.keys(value);
  return steps.flatMap(step => [
    [step],
    ...pathsOf((value as Record<string | number, unknown>)[step]).map(path => [
      step,
      ...path,
    ]),
  ]);
}

/** A copy of a value in which something else stands at a path; `undefined` takes it out. */
export function replaceAt<Value>(
  value: Value,
  path: OpenSloPath,
  replacement: unknown,
): Value {
  const copy = structuredClone(value);
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    holder = holder[step] as Record<string | number, unknown>;
  }
  const last = path[path.length - 1];
  if (replacement !== undefined) {
    // An item that is gone by now leaves no hole behind it.
    const place = Array.isArray(holder)
      ? Math.min(Number(last), holder.length)
      : last;
    holder[place] = replacement;
  } else if (Array.isArray(holder)) {
    holder.splice(Number(last), 1);
  } else {
    delete holder[last];
  }
  return copy;
}

const replacements: Arbitrary<unknown> = fc.constantFrom(
  undefined,
  0,
  -1,
  1,
  99.9,
  true,
  false,
  'text',
  'Not A Name',
  '5m',
  '0m',
  '1h30m',
  'gte',
  'SLO',
  'Timeslices',
  'x'.repeat(1_100),
  [],
  ['text'],
  [{}],
  {},
  { more: 1 },
  { metadata: { name: 'a' }, spec: {} },
);

/** Documents of which something was taken out, replaced or put in. */
export function mutationsOf<Value extends object>(
  documents: Arbitrary<Value>,
): Arbitrary<Value> {
  return documents.chain(document => {
    const paths = pathsOf(document);
    const places = [
      ...paths,
      ...paths.map(path => [...path.slice(0, -1), 'more']),
    ]
      // A word is no place in a list.
      .filter(
        path =>
          !Array.isArray(at(document, path.slice(0, -1))) ||
          path.at(-1) !== 'more',
      );
    return fc
      .array(fc.tuple(fc.constantFrom(...places), replacements), {
        minLength: 1,
        maxLength: 2,
      })
      .map(changes =>
        changes.reduce(
          (changed, [path, replacement]) =>
            hasPath(changed, path.slice(0, -1))
              ? replaceAt(changed, path, replacement)
              : changed,
          document,
        ),
      );
  });
}

function at(value: unknown, path: OpenSloPath): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown>)?.[step],
    value,
  );
}

function hasPath(value: unknown, path: OpenSloPath): boolean {
  const found = at(value, path);
  return typeof found === 'object' && found !== null;
}
