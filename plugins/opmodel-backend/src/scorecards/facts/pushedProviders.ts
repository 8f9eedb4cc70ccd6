import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { findProviderProblem } from '@opmodel/backstage-plugin-opmodel-common';
import type { PushedProvider } from './FactProviders';
import { readBoundedDuration } from '../../lib/readBoundedDuration';
import { readFactDefinition, readFactName } from './factConfig';

const ROOT = 'opmodel.scorecards.pushedFacts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Those who tell facts by sending them, of `opmodel.scorecards.pushedFacts`.
 *
 * @param asked - ids of those who are asked, whose names nobody can send facts under
 * @throws InputError naming the key that cannot be used
 */
export function readPushedProviders(
  config: Config,
  asked: readonly string[] = [],
): PushedProvider[] {
  const all = config.getOptionalConfig(ROOT);
  return (all?.keys() ?? []).map(id => {
    const key = `${ROOT}.${id}`;
    const item = config.getConfig(key);
    const facts = item.getConfig('facts');
    return {
      id: readId(id, { key, asked }),
      title: item.getOptionalString('title') ?? id,
      freshnessMs: readBoundedDuration(config, `${key}.freshness`, {
        least: MINUTE,
        most: 3_660 * DAY,
      }),
      schema: Object.fromEntries(
        facts
          .keys()
          .map(name => [
            readFactName(name, `${key}.facts.${name}`),
            readFactDefinition(facts.getConfig(name), `${key}.facts.${name}`),
          ]),
      ),
    };
  });
}

/** A name that nobody else tells facts under, and that expressions can speak of. */
function readId(
  id: string,
  { key, asked }: { key: string; asked: readonly string[] },
): string {
  const problem = findProviderProblem(id);
  if (problem) {
    throw new InputError(`${key}: ${problem}`);
  }
  if (asked.includes(id)) {
    throw new InputError(
      `${key}: there is a provider of facts ${id} already, which is asked for them`,
    );
  }
  return id;
}
