import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  defaultEnvironmentRules,
  type EnvironmentRule,
} from '@opmodel/backstage-plugin-opmodel-common';
import { environmentTierSchema } from '@opmodel/backstage-plugin-opmodel-node';

/**
 * The rules that tell the tier of an environment by its name: those of `opmodel.environments`, then the usual names.
 *
 * @throws InputError when a rule names a tier that does not exist
 */
export function readEnvironmentRules(
  config: RootConfigService,
): EnvironmentRule[] {
  const configured =
    config.getOptionalConfigArray('opmodel.environments') ?? [];
  return [
    ...configured.map((rule, index) => {
      const tier = environmentTierSchema.safeParse(rule.getString('tier'));
      if (!tier.success) {
        throw new InputError(
          `opmodel.environments[${index}].tier: expected one of ${environmentTierSchema.options.join(
            ', ',
          )}`,
        );
      }
      return { tier: tier.data, match: rule.getStringArray('match') };
    }),
    ...defaultEnvironmentRules,
  ];
}
