import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type AttestationKind,
  findNameProblem,
} from '@opmodel/backstage-plugin-opmodel-common';

const KEY = 'opmodel.scorecards.attestations';

/** Nobody vouches for longer: three years. */
const LONGEST_DAYS = 1_096;

/** More kinds would be a questionnaire, which people tick without reading. */
const MOST_KINDS = 50;

/**
 * What people may vouch for, in the order of the configuration.
 *
 * @throws InputError naming the key that cannot be used
 */
export function readAttestationKinds(config: Config): AttestationKind[] {
  const configured = config.getOptionalConfigArray(KEY) ?? [];
  if (configured.length > MOST_KINDS) {
    throw new InputError(
      `${KEY}: expected at most ${MOST_KINDS} entries, got ${configured.length}`,
    );
  }
  const names = new Set<string>();
  return configured.map((one, index) => {
    const key = `${KEY}[${index}]`;
    const name = one.getString('name');
    const problem = findNameProblem(name);
    if (problem) {
      throw new InputError(`${key}.name: it ${problem}`);
    }
    if (names.has(name)) {
      throw new InputError(`${key}.name: there is a ${name} already`);
    }
    names.add(name);
    const maximumDays = one.getNumber('maximumDays');
    if (
      !Number.isInteger(maximumDays) ||
      maximumDays < 1 ||
      maximumDays > LONGEST_DAYS
    ) {
      throw new InputError(
        `${key}.maximumDays: expected a whole number from 1 to ${LONGEST_DAYS}, got ${maximumDays}`,
      );
    }
    return {
      name,
      title: one.getString('title'),
      description: one.getOptionalString('description') ?? null,
      maximumDays,
    };
  });
}
