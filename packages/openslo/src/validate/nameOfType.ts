/** What a value is, for people. */
export function nameOfType(value: unknown): string {
  if (value === null || value === undefined) {
    return 'empty';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return Number.isFinite(value) ? 'a number' : 'infinite';
    case 'boolean':
      return 'true or false';
    default:
      return 'a map';
  }
}
