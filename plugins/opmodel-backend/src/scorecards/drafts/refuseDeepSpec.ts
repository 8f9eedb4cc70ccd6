import { InputError } from '@backstage/errors';

/** A `spec` has six levels; whatever has more is none. */
const mostLevels = 20;

/**
 * Refuses a `spec` whose values lie so deep in each other that walking through them would not end well.
 *
 * @throws InputError naming the field
 */
export function refuseDeepSpec(spec: unknown): void {
  if (isDeeperThan(spec, mostLevels)) {
    throw new InputError(`'spec' must have at most ${mostLevels} levels`);
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 ||
      Object.values(value).some(part => isDeeperThan(part, levels - 1)))
  );
}
