import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { readExternalIdentities } from './externalIdentities';
import type { GrantStores } from './grantLookup';
import { ProducerGrants } from './ProducerGrants';
import { readProducerRules } from './producerRules';

/**
 * Reads from the configuration what each caller may send.
 *
 * @throws InputError when a rule is not complete, or where two issuers could give the same name
 */
export function createProducerGrants(options: {
  config: RootConfigService;
  logger: LoggerService;
  stores: GrantStores;
}): ProducerGrants {
  const { config, logger, stores } = options;
  const identities = readExternalIdentities(config);
  for (const warning of identities.warnings) {
    logger.warn(warning);
  }
  const rules = readProducerRules(config, identities.issuedPrefixes);
  rules.forEach((rule, index) => {
    if (
      rule.type !== 'subject' &&
      !identities.issuedPrefixes.includes(rule.prefix)
    ) {
      logger.warn(
        `opmodel.intake.producers[${index}] allows nobody as long as no entry of type jwks in backend.auth.externalAccess has its subjectPrefix`,
      );
    }
  });
  return new ProducerGrants({ rules, identities, stores });
}
