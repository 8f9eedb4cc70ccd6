import type { Config } from '@backstage/config';
import type { WebhookReader } from '@opmodel/backstage-plugin-opmodel-node';
import { failConfig } from './failConfig';
import { readProof } from './proofConfig';
import {
  type DeliveryIdentity,
  findWebhookScheme,
  signedIdentity,
} from './webhookSchemes';
import type { WebhookProof, WebhookSource } from './WebhookSource';

const ROOT = 'opmodel.intake';

/** GitHub sends up to 25 MB. */
const DEFAULT_MAX_BODY_BYTES = 25 * 1024 * 1024;

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function readRepositories(config: Config, path: string): string[] | undefined {
  const patterns = config.getOptionalStringArray('repositories');
  patterns?.forEach((pattern, index) => {
    // With the host, as it stands in the source: two hosts may have repositories of one name.
    if (!/^[^\s/]+(\/[^\s/]+)*$/.test(pattern)) {
      failConfig(
        `${path}.repositories[${index}]`,
        'expected a pattern such as github.com/acme/*',
      );
    }
  });
  return patterns?.length === 0
    ? failConfig(`${path}.repositories`, 'expected at least one pattern')
    : patterns;
}

function readIdentity(
  type: string,
  proof: WebhookProof | undefined,
  reader: WebhookReader | undefined,
): DeliveryIdentity {
  const identity = findWebhookScheme(type) ?? proof?.scheme;
  const { id, type: places } = identity ?? { id: {}, type: {} };
  // The last part of a topic is a type.
  const types = reader?.topics?.map(topic =>
    topic.slice(topic.lastIndexOf('.') + 1),
  );
  const stated = { id, type: places, ...(types && { types }) };
  return proof ? signedIdentity(stated, proof.scheme.proof) : stated;
}

function readSource(
  id: string,
  config: Config,
  readers: readonly WebhookReader[],
): WebhookSource {
  const path = `${ROOT}.sources.${id}`;
  if (!NAME.test(id)) {
    failConfig(path, 'expected a name of small letters, digits and hyphens');
  }
  const type = config.getString('type');
  if (!NAME.test(type)) {
    failConfig(
      `${path}.type`,
      `expected a name of small letters, digits and hyphens, got ${type}`,
    );
  }
  const events = config.getOptionalBoolean('events') ?? false;
  const hasSecrets =
    (config.getOptionalStringArray('secrets') ?? []).length > 0;
  if (!hasSecrets && !events) {
    failConfig(
      `${path}.secrets`,
      'expected at least one secret, or events: true for deliveries from the events topics alone',
    );
  }
  const proof = hasSecrets ? readProof(type, config, path) : undefined;
  const repositories = readRepositories(config, path);
  const reader = readers.find(candidate => candidate.type === type);
  const topics = events ? reader?.topics ?? [] : [];
  if (!proof && topics.length === 0) {
    failConfig(
      `${path}.secrets`,
      `expected at least one secret, because nothing would ever arrive without: ${whyNoTopics(
        type,
        reader,
      )}`,
    );
  }
  return {
    id,
    type,
    proof,
    identity: readIdentity(type, proof, reader),
    ...(repositories && { repositories }),
    reader,
    topics,
  };
}

function whyNoTopics(type: string, reader: WebhookReader | undefined): string {
  return reader
    ? `the module that reads ${type} names no events topics`
    : `no installed module reads ${type}, so there are no events topics either`;
}

/** What the configuration says of webhooks. */
export interface InboxConfig {
  sources: WebhookSource[];
  /** What works, and not as whoever wrote it may expect. */
  warnings: string[];
  /** The largest delivery that is taken. */
  maxBodyBytes: number;
}

/**
 * Reads the sources of webhooks.
 *
 * @param readers - what the installed modules read. A source that none of them reads is taken all the same, so that nothing is
 *   lost until its module is there
 * @throws InputError that names the path of what cannot be, never a secret
 */
export function readInboxConfig(
  config: Config,
  readers: readonly WebhookReader[],
): InboxConfig {
  const configured = config.getOptionalConfig(`${ROOT}.sources`);
  const sources = (configured?.keys() ?? []).map(id =>
    readSource(id, configured!.getConfig(id), readers),
  );
  const warnings = sources
    .filter(
      ({ id, topics }) =>
        topics.length === 0 &&
        configured!.getOptionalBoolean(`${id}.events`) === true,
    )
    .map(
      ({ id, type, reader }) =>
        `${ROOT}.sources.${id}.events has no effect: ${whyNoTopics(
          type,
          reader,
        )}`,
    );
  const byTopic = new Map<string, string>();
  for (const { id, topics } of sources) {
    for (const topic of topics) {
      const other = byTopic.get(topic);
      if (other !== undefined) {
        failConfig(
          `${ROOT}.sources.${id}.events`,
          `expected one source for the topic ${topic}, which ${other} takes already`,
        );
      }
      byTopic.set(topic, id);
    }
  }
  const maxBodyBytes =
    config.getOptionalNumber(`${ROOT}.maxBodyBytes`) ?? DEFAULT_MAX_BODY_BYTES;
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes < 1024) {
    failConfig(`${ROOT}.maxBodyBytes`, 'expected a whole number from 1024');
  }
  return { sources, warnings, maxBodyBytes };
}
