/** A signature over the raw body: HMAC-SHA256 with a secret as key. */
export interface SignatureProof {
  kind: 'signature';
  header: string;
  encoding: 'hex' | 'base64';
  /** What stands before a signature: `sha256=`. */
  prefix: string;
  /** What separates several signatures of one delivery, which some senders write while a secret is rotated. */
  separator?: string;
  /** What is signed. Default: the body alone. */
  signs?: 'timestamp:body' | 'id.timestamp.body';
  /** How the secret becomes a key. `whsec`: base64, after the prefix `whsec_`. Default: the text itself. */
  key?: 'whsec';
  /** When it was sent, where that is signed as well. */
  timestamp?: TimestampPlace;
}

/** Where a delivery says when it was sent. */
export interface TimestampPlace {
  header?: string;
  /** Path of a field of the body. */
  field?: string;
  unit: 'seconds' | 'milliseconds';
  /** Senders may leave it out, and then sign the body alone. */
  optional?: boolean;
  /** How far it may be from our time unless the configuration says otherwise. Default: 300. */
  toleranceSeconds?: number;
}

/** A secret that stands in a header as it is, of senders that do not sign. */
export interface TokenProof {
  kind: 'token';
  /** `any`: the configuration names it. */
  header: string | 'any';
  /** `bearer` and `basic` as in `Authorization`; for `basic` the secret is `user:password`. Default: the value is the secret. */
  form?: 'bearer' | 'basic';
}

/** Where a delivery says what it is. */
export interface DeliveryIdentity {
  /** What a delivery has in common with its repetitions alone, the first that is there; without one it is the body itself. */
  id: IdentityPlaces;
  /** What the sender calls this kind of delivery, the first that is there. */
  type: IdentityPlaces;
  /** The types that somebody reads; undefined where nobody does yet. A delivery of another type is none of its own. */
  types?: readonly string[];
}

/** Headers, and paths of fields of the body. The headers are asked first. */
export interface IdentityPlaces {
  headers?: readonly string[];
  fields?: readonly string[];
}

/** How the deliveries of one family of senders prove where they come from, and where they say what they are. */
export interface WebhookScheme extends DeliveryIdentity {
  proof: SignatureProof | TokenProof;
}

const hexOf = (header: string, prefix: string = ''): SignatureProof => ({
  kind: 'signature',
  header,
  encoding: 'hex',
  prefix,
});

/**
 * Every scheme, by the name that `opmodel.intake.sources.<id>.signature` gives it. A source whose type is the name of a scheme
 * uses that scheme unless its configuration says otherwise.
 *
 * The types of deliveries are those of the last part of the topics of Backstage's events, so that a reader knows one name for
 * what arrives both ways.
 */
export const webhookSchemes = {
  github: {
    proof: hexOf('x-hub-signature-256', 'sha256='),
    id: { headers: ['x-github-delivery'] },
    type: { headers: ['x-github-event'] },
  },
  gitlab: {
    proof: { kind: 'token', header: 'x-gitlab-token' },
    // Not `X-Gitlab-Event-UUID`: deliveries that one delivery gives rise to share it.
    id: { headers: ['idempotency-key', 'webhook-id'] },
    type: { fields: ['object_kind', 'event_name'] },
  },
  'standard-webhooks': {
    proof: {
      kind: 'signature',
      header: 'webhook-signature',
      encoding: 'base64',
      prefix: 'v1,',
      separator: ' ',
      signs: 'id.timestamp.body',
      key: 'whsec',
      timestamp: { header: 'webhook-timestamp', unit: 'seconds' },
    },
    id: { headers: ['webhook-id'] },
    type: { fields: ['type'] },
  },
  bitbucket: {
    proof: hexOf('x-hub-signature', 'sha256='),
    id: { headers: ['x-request-uuid', 'x-request-id'] },
    type: { headers: ['x-event-key'] },
  },
  'azure-devops': {
    proof: { kind: 'token', header: 'x-ado-webhook-secret' },
    id: { fields: ['id'] },
    type: { fields: ['eventType'] },
  },
  pagerduty: {
    proof: { ...hexOf('x-pagerduty-signature', 'v1='), separator: ',' },
    id: { fields: ['event.id'] },
    type: { fields: ['event.event_type'] },
  },
  circleci: {
    proof: { ...hexOf('circleci-signature', 'v1='), separator: ',' },
    id: { fields: ['id'] },
    type: { headers: ['circleci-event-type'], fields: ['type'] },
  },
  jira: {
    proof: hexOf('x-hub-signature', 'sha256='),
    id: { headers: ['x-atlassian-webhook-identifier'] },
    type: { fields: ['webhookEvent'] },
  },
  linear: {
    proof: {
      ...hexOf('linear-signature'),
      timestamp: {
        field: 'webhookTimestamp',
        unit: 'milliseconds',
        toleranceSeconds: 60,
      },
    },
    id: { headers: ['linear-delivery'] },
    type: { headers: ['linear-event'], fields: ['type'] },
  },
  snyk: {
    proof: hexOf('x-hub-signature', 'sha256='),
    id: { headers: ['x-snyk-transport-id'] },
    type: { headers: ['x-snyk-event'] },
  },
  semgrep: {
    proof: hexOf('x-semgrep-signature-256'),
    id: {},
    type: {},
  },
  sonarqube: {
    proof: hexOf('x-sonar-webhook-hmac-sha256'),
    id: {},
    type: {},
  },
  launchdarkly: {
    proof: hexOf('x-ld-signature'),
    id: { fields: ['_id'] },
    type: { fields: ['kind'] },
  },
  grafana: {
    proof: {
      ...hexOf('x-grafana-alerting-signature'),
      signs: 'timestamp:body',
      timestamp: {
        header: 'x-grafana-alerting-timestamp',
        unit: 'seconds',
        optional: true,
      },
    },
    id: {},
    type: { fields: ['status'] },
  },
  bearer: {
    proof: { kind: 'token', header: 'authorization', form: 'bearer' },
    id: {},
    type: {},
  },
  basic: {
    proof: { kind: 'token', header: 'authorization', form: 'basic' },
    id: {},
    type: {},
  },
  'header-token': {
    proof: { kind: 'token', header: 'any' },
    id: {},
    type: {},
  },
} as const satisfies Record<string, WebhookScheme>;

/** Name of a scheme in the configuration. */
export type WebhookSchemeId = keyof typeof webhookSchemes;

/** The scheme with a name, or undefined. */
export function findWebhookScheme(id: string): WebhookScheme | undefined {
  return Object.hasOwn(webhookSchemes, id)
    ? webhookSchemes[id as WebhookSchemeId]
    : undefined;
}

/**
 * Where the deliveries of a source say what they are, as far as it can be believed. An id in a header that is not signed can be
 * changed by whoever has seen one delivery: it would be kept as often as he likes, or in the place of one still to come. What is
 * left is the id that is signed, or else the body itself.
 *
 * A token signs nothing: whoever has seen one delivery can write any other.
 */
export function signedIdentity(
  identity: DeliveryIdentity,
  proof: SignatureProof | TokenProof,
): DeliveryIdentity {
  if (proof.kind === 'token') {
    return identity;
  }
  return proof.signs === 'id.timestamp.body'
    ? { ...identity, id: { headers: ['webhook-id'] } }
    : { ...identity, id: { fields: identity.id.fields } };
}

/** The scheme of senders that do not sign and let a token be chosen, by the types that are known to be such. */
export const unsignedTypes: ReadonlySet<string> = new Set([
  'alertmanager',
  'argocd',
  'datadog',
  'jenkins',
  'newrelic',
  'servicenow',
]);
