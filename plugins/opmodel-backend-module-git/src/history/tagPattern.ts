import { InputError } from '@backstage/errors';

/** Says which tags are releases. */
export interface TagPattern {
  /**
   * @returns undefined for a tag that is no release; the version is null where the pattern does not say which part it is
   */
  match(tag: string): { version: string | null } | undefined;
}

const maxPatternLength = 200;
const maxWildcards = 3;
// It becomes part of an identifier, whose length intake limits.
const maxTagBytes = 200;
// Three numbers, as releases have them. A pre-release (`1.2.0-rc.1`) is a candidate and did not go to production.
const version =
  'v?(\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(?:\\+[0-9A-Za-z.-]{1,100})?)';

/**
 * Compiles a pattern for tags. `{version}` stands for three numbers with or without a leading `v` and without a pre-release,
 * `*` for any text, `{component}` for the name of the catalog entity and `{path}` for its folder; everything else stands for
 * itself.
 *
 * The wildcards are few, so that no pattern takes long on any tag.
 *
 * @throws InputError on a pattern that cannot be used
 */
export function compileTagPattern(
  pattern: string,
  values: { component: string; path?: string },
): TagPattern {
  if (pattern === '' || pattern.length > maxPatternLength) {
    throw new InputError(
      `A tag pattern has 1 to ${maxPatternLength} characters, got ${pattern.length}`,
    );
  }
  const parts = pattern.split(/(\{[^{}]*\}|\*+)/);
  if (parts.filter(part => part.startsWith('*')).length > maxWildcards) {
    throw new InputError(
      `A tag pattern has at most ${maxWildcards} wildcards, got '${pattern}'`,
    );
  }
  if (parts.filter(part => part === '{version}').length > 1) {
    throw new InputError(`A tag pattern has {version} once, got '${pattern}'`);
  }
  const source = parts
    .map(part => {
      if (part.startsWith('*')) {
        return '.*';
      }
      switch (part) {
        case '{version}':
          return version;
        case '{component}':
          return quote(values.component);
        case '{path}':
          if (values.path === undefined) {
            throw new InputError(
              `The tag pattern '${pattern}' needs a path, and the entity has no opmodel.io/path`,
            );
          }
          return quote(values.path);
        default:
          if (/^\{.*\}$/.test(part)) {
            throw new InputError(
              `Expected {version}, {component} or {path} in the tag pattern '${pattern}', got ${part}`,
            );
          }
          return quote(part);
      }
    })
    .join('');
  const expression = new RegExp(`^${source}$`, 's');
  return {
    match(tag) {
      const match =
        Buffer.byteLength(tag) > maxTagBytes ? null : expression.exec(tag);
      return match ? { version: match[1] ?? null } : undefined;
    },
  };
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
