import { readText } from './documentValues';

const refForm = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/;

/**
 * The full ref of an entity as a document of the operating model writes it: in lower case, a group of namespace `default` where
 * it says nothing else.
 *
 * @returns null for what is no ref
 */
export function completeRef(
  value: unknown,
  defaultKind: string = 'group',
): string | null {
  const match = refForm.exec(readText(value) ?? '');
  if (!match) {
    return null;
  }
  const [, kind = defaultKind, namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/**
 * A ref, or one of the words that stand for somebody who is known only when it is asked, such as `owner`.
 *
 * @returns null for what is neither
 */
export function completeRefOrRole(
  value: unknown,
  roles: readonly string[],
): string | null {
  const text = readText(value)?.toLowerCase() ?? null;
  return text !== null && roles.includes(text) ? text : completeRef(value);
}
