import { isMap } from '../document/isMap';
import type { Part } from './Part';

const secretName =
  /pass(word|wd|phrase)|secret|token|credential|(api|access|private|application)[-_]?key/i;
const placeholder =
  /^\s*(\$|\{\{|<|%|(env|vault|secret|file|ssm|sops|ref)[:+])/i;

/** Finds what looks like a secret in details that are meant for a system. What it is, is not repeated. */
export function checkSecrets(part: Part, key: string): void {
  for (const name of secretNames(part.get(key))) {
    part.find(
      'secret-in-document',
      `${name} in ${key} looks like a secret. Write a placeholder such as \${${name.toUpperCase()}} and keep the secret elsewhere.`,
    );
  }
}

function secretNames(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(secretNames);
  }
  if (!isMap(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' &&
    inner !== '' &&
    secretName.test(name) &&
    !placeholder.test(inner)
      ? [name]
      : secretNames(inner),
  );
}
