import type { Config } from '@backstage/config';
import type { PushedProvider } from './FactProviders';
import {
  readBoundedDuration,
  readFactDefinition,
  readFactName,
} from './factConfig';

const ROOT = 'opmodel.scorecards.pushedFacts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Those who tell facts by sending them, of `opmodel.scorecards.pushedFacts`.
 *
 * @throws InputError naming the key that cannot be used
 */
export function readPushedProviders(config: Config): PushedProvider[] {
  const all = config.getOptionalConfig(ROOT);
  return (all?.keys() ?? []).map(id => {
    const key = `${ROOT}.${id}`;
    const item = config.getConfig(key);
    const facts = item.getConfig('facts');
    return {
      id: readFactName(id, key),
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
