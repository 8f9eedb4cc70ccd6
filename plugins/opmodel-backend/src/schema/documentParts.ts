/** A document of OpenAPI, as far as it is taken apart. */
export interface ApiDocument {
  paths: Record<string, unknown>;
  components?: Record<string, Record<string, unknown>>;
  [field: string]: unknown;
}

/** Segments after `entities`: what names the entity, and what is asked about it. */
const ENTITY_SEGMENTS = 4;

/**
 * Names the part of a document that a path belongs to: its first segment, and of the paths of an entity what is asked about it. Paths
 * that one pattern of the document matches have one name, in whichever case they are written.
 */
export function partOf(path: string): string {
  const [, first = '', ...rest] = path.toLowerCase().split('/');
  return first === 'entities' && rest.length >= ENTITY_SEGMENTS
    ? rest[ENTITY_SEGMENTS - 1]
    : first;
}

/** Takes a document apart by {@link partOf}, each part with the components that it refers to. */
export function takeApart(document: ApiDocument): Map<string, ApiDocument> {
  const byPart = new Map<string, Record<string, unknown>>();
  for (const [path, described] of Object.entries(document.paths)) {
    const name = partOf(path);
    byPart.set(name, { ...byPart.get(name), [path]: described });
  }
  return new Map(
    [...byPart].map(([name, paths]) => [
      name,
      { ...document, paths, components: reachableFrom(paths, document) },
    ]),
  );
}

function reachableFrom(
  paths: Record<string, unknown>,
  { components = {} }: ApiDocument,
): ApiDocument['components'] {
  // Nothing refers to how a caller is known, and yet each path relies on it.
  const { securitySchemes } = components;
  const found: NonNullable<ApiDocument['components']> = securitySchemes
    ? { securitySchemes }
    : {};
  const open: unknown[] = [paths];
  while (open.length > 0) {
    const references = JSON.stringify(open.pop()).matchAll(
      /"#\/components\/([^/"]+)\/([^/"]+)/g,
    );
    for (const [, kind, name] of references) {
      found[kind] ??= {};
      if (!Object.hasOwn(found[kind], name)) {
        found[kind][name] = components[kind]?.[name];
        open.push(found[kind][name] ?? {});
      }
    }
  }
  return found;
}
