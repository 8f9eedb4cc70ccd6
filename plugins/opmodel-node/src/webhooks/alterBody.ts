/** What no sender documents, and yet may arrive. */
const oddValues: unknown[] = [
  undefined,
  null,
  true,
  -1,
  1e300,
  '',
  'text',
  'NUL \0 and half a pair \ud800',
  '9999-99-99T99:99:99Z',
  'x'.repeat(3000),
  [],
  [null],
  {},
  JSON.parse('{"__proto__": {"toString": null}, "constructor": 1}'),
];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A body with each of its parts in turn replaced by each of several values that nobody documents. Of a list only the first item
 * is replaced: the others are like it.
 *
 * @returns each altered body with the path of what is other
 */
export function* alterBody(
  body: unknown,
): Generator<{ path: string; body: unknown }> {
  for (const odd of oddValues) {
    yield { path: '', body: odd };
  }
  const parts: [string, unknown][] = Array.isArray(body)
    ? body.slice(0, 1).map(item => ['0', item])
    : Object.entries(isObject(body) ? body : {});
  for (const [key, part] of parts) {
    for (const altered of alterBody(part)) {
      yield {
        path: altered.path ? `${key}.${altered.path}` : key,
        body: Array.isArray(body)
          ? [altered.body, ...body.slice(1)]
          : { ...(body as object), [key]: altered.body },
      };
    }
  }
}
