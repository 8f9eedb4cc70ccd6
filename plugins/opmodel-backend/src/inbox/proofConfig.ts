import type { Config } from '@backstage/config';
import { failConfig } from './failConfig';
import { DEFAULT_TOLERANCE_SECONDS, signingKey } from './verifyDelivery';
import {
  findWebhookScheme,
  unsignedTypes,
  type WebhookScheme,
  webhookSchemes,
} from './webhookSchemes';
import type { WebhookProof } from './WebhookSource';

/** The shortest secret that is taken. Anything shorter can be guessed by whoever has seen one signed delivery. */
const MIN_SECRET_LENGTH = 16;

function readScheme(type: string, config: Config, path: string): WebhookScheme {
  const named = config.getOptionalString('signature');
  const id = named ?? (unsignedTypes.has(type) ? 'bearer' : type);
  const scheme = findWebhookScheme(id);
  if (!scheme) {
    const known = `expected one of ${Object.keys(webhookSchemes).join(', ')}`;
    failConfig(
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
      failConfig(
        at,
        `expected at least ${MIN_SECRET_LENGTH} characters, got ${secret.length}`,
      );
    }
    if (secrets.indexOf(secret) < index) {
      failConfig(at, 'expected each secret once');
    }
    const { proof } = scheme;
    if (proof.kind === 'token' && proof.form === 'basic') {
      if (!/^[^:]+:.+$/.test(secret)) {
        failConfig(at, 'expected user:password');
      }
    }
    if (proof.kind === 'signature' && proof.key === 'whsec') {
      const key = signingKey(secret, proof.key);
      if (
        !/^(whsec_)?[A-Za-z0-9+/]+={0,2}$/.test(secret) ||
        key.length < MIN_SECRET_LENGTH
      ) {
        failConfig(
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
      : failConfig(
          `${path}.header`,
          'expected nothing, because it is for signature header-token only',
        );
  }
  if (header === undefined || !/^[A-Za-z0-9-]{1,100}$/.test(header)) {
    failConfig(
      `${path}.header`,
      'expected the name of the header with the token',
    );
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
    failConfig(
      `${path}.toleranceSeconds`,
      'expected nothing, because this sender signs no time',
    );
  }
  const seconds =
    configured ?? timestamp?.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS;
  if (!(seconds >= 1 && seconds <= 86_400)) {
    failConfig(`${path}.toleranceSeconds`, 'expected 1 to 86400');
  }
  return seconds * 1000;
}

/**
 * Reads how the deliveries of a source prove where they come from.
 *
 * @param path - of the source in the configuration
 * @throws InputError that names the path of what cannot be, never a secret
 */
export function readProof(
  type: string,
  config: Config,
  path: string,
): WebhookProof {
  const scheme = readScheme(type, config, path);
  const secrets = readSecrets(scheme, config, path);
  return {
    scheme,
    secrets,
    toleranceMs: readTolerance(scheme, config, path),
    header: readHeader(scheme, config, path),
  };
}
