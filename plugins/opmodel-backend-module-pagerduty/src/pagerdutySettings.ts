import type { Config } from '@backstage/config';
import type { PagerdutySettings } from './pagerdutyOnCall';

/**
 * @returns undefined where no key is configured: then nobody asks PagerDuty
 */
export function readPagerdutySettings(
  config: Config,
): PagerdutySettings | undefined {
  const token = config.getOptionalString('opmodel.pagerduty.token');
  return token === undefined
    ? undefined
    : {
        token,
        apiUrl:
          config.getOptionalString('opmodel.pagerduty.apiUrl') ??
          'https://api.pagerduty.com',
      };
}
