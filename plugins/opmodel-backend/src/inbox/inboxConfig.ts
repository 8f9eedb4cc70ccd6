import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { WebhookReader } from '@opmodel/backstage-plugin-opmodel-node';
import { DEFAULT_TOLERANCE_SECONDS, signingKey } from './verifyDelivery';
import {
  findWebhookScheme,
  unsignedTypes,
  type WebhookScheme,
  webhookSchemes,
} from './webhookSchemes';
import type { WebhookProof, WebhookSource } from './WebhookSource';

const ROOT = 'opmodel.intake';

/** The shortest secret that is taken. Anything shorter can be guessed by whoever has seen one signed delivery. */
const MIN_SECRET_LENGTH = 16;

/** GitHub sends up to 25 MB. */
const DEFAULT_MAX_BODY_BYTES = 25 * 1024 * 1024;

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function fail(path: string, expectation: string): never {
  throw new InputError(`Invalid configuration ${path}: ${expectation}`);
}

function readScheme(type: string, config: Config, path: string): WebhookScheme {
  const named = config.getOptionalString('signature');
  const id = named ?? (unsignedTypes.has(type) ? 'bearer' : type);
  const scheme = findWebhookScheme(id);
  if (!scheme) {
    const known = `expected one of ${Object.keys(webhookSchemes).join(', ')}`;
    fail(
      `${path}.signature`,
      named === undefined
        ? `${known}, because nothing is known of how ${type} signs`
        : `${known}, got ${named}`,
    );
  }
  return scheme;
}

function readSecrets(
  scheme: WebhookScheme,
  config: Config,
  path: string,
): string[] {
  const secrets = config.getStringArray('secrets');
  secrets.forEach((secret, index) => {
    const at = `${path}.secrets[${index}]`;
    if (secret.length < MIN_SECRET_LENGTH) {
      fail(
        at,
        `expected at least ${MIN_SECRET_LENGTH} characters, got ${secret.length}`,
      );
    }
    if (secrets.indexOf(secret) < index) {
      fail(at, 'expected each secret once');
    }
    const { proof } = scheme;
    if (proof.kind === 'token' && proof.form === 'basic') {
      if (!/^[^:]+:.+$/.test(secret)) {
        fail(at, 'expected user:password');
      }
    }
    if (proof.kind === 'signature' && proof.key === 'whsec') {
      const key = signingKey(secret, proof.key);
      if (
        !/^(whsec_)?[A-Za-z0-9+/]+={0,2}$/.test(secret) ||
        key.length < MIN_SECRET_LENGTH
      ) {
        fail(
          at,
          `expected whsec_ and at least ${MIN_SECRET_LENGTH} bytes as base64`,
        );
      }
    }
  });
  return secrets;
}

function readHeader(
  scheme: WebhookScheme,
  config: Config,
  path: string,
): string | undefined {
  const header = config.getOptionalString('header');
  const isChosen =
    scheme.proof.kind === 'token' && scheme.proof.header === 'any';
  if (!isChosen) {
    return header === undefined
      ? undefined
      : fail(
          `${path}.header`,
          'expected nothing, because it is for signature header-token only',
        );
  }
  if (header === undefined || !/^[A-Za-z0-9-]{1,100}$/.test(header)) {
    fail(`${path}.header`, 'expected the name of the header with the token');
  }
  return header.toLowerCase();
}

function readTolerance(
  scheme: WebhookScheme,
  config: Config,
  path: string,
): number {
  const timestamp =
    scheme.proof.kind === 'signature' ? scheme.proof.timestamp : undefined;
  const configured = config.getOptionalNumber('toleranceSeconds');
  if (configured !== undefined && !timestamp) {
    fail(
      `${path}.toleranceSeconds`,
      'expected nothing, because this sender signs no time',
    );
  }
  const seconds =
    configured ?? timestamp?.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS;
  if (!(seconds >= 1 && seconds <= 86_400)) {
    fail(`${path}.toleranceSeconds`, 'expected 1 to 86400');
  }
  return seconds * 1000;
}

function readProof(
  type: string,
  config: Config,
  path: string,
): WebhookProof | undefined {
  const scheme = readScheme(type, config, path);
  const secrets = readSecrets(scheme, config, path);
  return {
    scheme,
    secrets,
    toleranceMs: readTolerance(scheme, config, path),
    header: readHeader(scheme, config, path),
  };
}

function readSource(
  id: string,
  config: Config,
  readers: readonly WebhookReader[],
): WebhookSource {
  const path = `${ROOT}.sources.${id}`;
  if (!NAME.test(id)) {
    fail(path, 'expected a name of small letters, digits and hyphens');
  }
  const type = config.getString('type');
  if (!NAME.test(type)) {
    fail(
      `${path}.type`,
      `expected a name of small letters, digits and hyphens, got ${type}`,
    );
  }
  const events = config.getOptionalBoolean('events') ?? false;
  const hasSecrets =
    (config.getOptionalStringArray('secrets') ?? []).length > 0;
  if (!hasSecrets && !events) {
    fail(
      `${path}.secrets`,
      'expected at least one secret, or events: true for deliveries from the events topics alone',
    );
  }
  const proof = hasSecrets ? readProof(type, config, path) : undefined;
  const reader = readers.find(candidate => candidate.type === type);
  return {
    id,
    type,
    proof,
    identity: findWebhookScheme(type) ?? proof?.scheme ?? { id: {}, type: {} },
    reader,
    topics: events ? reader?.topics ?? [] : [],
  };
}

/** What the configuration says of webhooks. */
export interface InboxConfig {
  sources: WebhookSource[];
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
  const byTopic = new Map<string, string>();
  for (const { id, topics } of sources) {
    for (const topic of topics) {
      const other = byTopic.get(topic);
      if (other !== undefined) {
        fail(
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
    fail(`${ROOT}.maxBodyBytes`, 'expected a whole number from 1024');
  }
  return { sources, maxBodyBytes };
}
