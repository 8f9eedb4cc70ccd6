import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { WebhookSchemeId } from '../inbox/webhookSchemes';

/** How a test plays the sender of one scheme. */
export interface WebhookSender {
  /** Two secrets that the scheme takes. */
  secrets: [string, string];
  /** What the configuration needs beside type and secrets. */
  config?: object;
  /** A body as the sender writes it at a moment, epoch milliseconds. */
  body?(now: number): object;
  /** The headers of a delivery of that body, signed with every secret given where the scheme allows several. */
  headers(delivery: {
    secrets: string[];
    body: string;
    now: number;
  }): Record<string, string>;
  /** What the delivery says it is; a key that is left out is that of the body itself. */
  key?: string;
  /** Only a header tells the type, so that it stands behind the key that is made from the body. */
  isTypeInKey?: boolean;
  type?: string;
  /** Whether one delivery may carry several signatures. */
  severalSignatures?: boolean;
  /** How far the time of a delivery may be off, in seconds; undefined where the sender signs none. */
  toleranceSeconds?: number;
  /** The sender signs nothing, so that a changed body is not noticed. */
  unsigned?: boolean;
}

const textSecrets: [string, string] = [
  'the-secret-that-is-in-use-now',
  'the-secret-that-was-used-before',
];

function hmac(secret: string, ...parts: string[]): string {
  const sum = createHmac('sha256', secret);
  parts.forEach(part => sum.update(part, 'utf8'));
  return sum.digest('hex');
}

/** A sender that signs the body alone and writes one signature. */
function signsBody(
  header: string,
  prefix: string,
  rest: Partial<WebhookSender> & { more?: Record<string, string> } = {},
): WebhookSender {
  const { more, ...sender } = rest;
  return {
    secrets: textSecrets,
    headers: ({ secrets, body }) => ({
      [header]: secrets
        .map(secret => `${prefix}${hmac(secret, body)}`)
        .join(','),
      ...more,
    }),
    ...sender,
  };
}

function showsToken(
  header: string,
  write: (secret: string) => string,
  rest: Partial<WebhookSender> & { more?: Record<string, string> } = {},
): WebhookSender {
  const { more, ...sender } = rest;
  return {
    secrets: textSecrets,
    headers: ({ secrets }) => ({ [header]: write(secrets[0]), ...more }),
    unsigned: true,
    ...sender,
  };
}

/** A sender for every scheme there is: one that is missing here does not compile. */
export const webhookSenders: Record<WebhookSchemeId, WebhookSender> = {
  github: signsBody('X-Hub-Signature-256', 'sha256=', {
    more: { 'X-GitHub-Delivery': '72d3162e', 'X-GitHub-Event': 'pull_request' },
    isTypeInKey: true,
    type: 'pull_request',
  }),
  gitlab: showsToken('X-Gitlab-Token', secret => secret, {
    more: {
      'Idempotency-Key': '908a6d9e',
      'X-Gitlab-Event': 'Merge Request Hook',
      'X-Gitlab-Event-UUID': 'shared-by-several',
    },
    body: () => ({ object_kind: 'merge_request', état: 'fusionnée' }),
    key: '908a6d9e',
    type: 'merge_request',
  }),
  'standard-webhooks': {
    secrets: [
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'whsec_plJ3nmyCDGBKInavdOK15jslMfKQ9r8G',
    ],
    body: () => ({ type: 'deployment.finished', data: { état: 'fini' } }),
    headers: ({ secrets, body, now }) => ({
      'webhook-id': 'msg_2mQ',
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': secrets
        .map(secret => new Webhook(secret).sign('msg_2mQ', new Date(now), body))
        .join(' '),
    }),
    key: 'msg_2mQ',
    type: 'deployment.finished',
    severalSignatures: true,
    toleranceSeconds: 300,
  },
  bitbucket: signsBody('X-Hub-Signature', 'sha256=', {
    more: { 'X-Request-UUID': 'b7d8', 'X-Event-Key': 'pullrequest:fulfilled' },
    isTypeInKey: true,
    type: 'pullrequest:fulfilled',
  }),
  'azure-devops': showsToken('X-ADO-Webhook-Secret', secret => secret, {
    body: () => ({ id: '03c1', eventType: 'git.pullrequest.merged' }),
    key: '03c1',
    type: 'git.pullrequest.merged',
  }),
  pagerduty: signsBody('X-PagerDuty-Signature', 'v1=', {
    body: () => ({ event: { id: '5ac6', event_type: 'incident.triggered' } }),
    key: '5ac6',
    type: 'incident.triggered',
    severalSignatures: true,
  }),
  circleci: signsBody('circleci-signature', 'v1=', {
    more: { 'circleci-event-type': 'workflow-completed' },
    body: () => ({ id: '3888f21b' }),
    key: '3888f21b',
    type: 'workflow-completed',
    severalSignatures: true,
  }),
  jira: signsBody('X-Hub-Signature', 'sha256=', {
    more: { 'X-Atlassian-Webhook-Identifier': 'stable-1' },
    body: () => ({ webhookEvent: 'jira:issue_updated' }),
    type: 'jira:issue_updated',
  }),
  linear: signsBody('Linear-Signature', '', {
    more: { 'Linear-Delivery': '234d1a4e', 'Linear-Event': 'Issue' },
    body: now => ({ type: 'Issue', webhookTimestamp: now }),
    isTypeInKey: true,
    type: 'Issue',
    toleranceSeconds: 60,
  }),
  snyk: signsBody('X-Hub-Signature', 'sha256=', {
    more: { 'X-Snyk-Transport-ID': '998fe8', 'X-Snyk-Event': 'ping/v0' },
    isTypeInKey: true,
    type: 'ping/v0',
  }),
  semgrep: signsBody('X-Semgrep-Signature-256', ''),
  sonarqube: signsBody('X-Sonar-Webhook-HMAC-SHA256', ''),
  launchdarkly: signsBody('X-LD-Signature', '', {
    body: () => ({ _id: '5f0c', kind: 'flag' }),
    key: '5f0c',
    type: 'flag',
  }),
  grafana: {
    secrets: textSecrets,
    body: () => ({ status: 'firing', alerts: [] }),
    headers: ({ secrets, body, now }) => {
      const timestamp = String(Math.floor(now / 1000));
      return {
        'X-Grafana-Alerting-Signature': hmac(secrets[0], timestamp, ':', body),
        'X-Grafana-Alerting-Timestamp': timestamp,
      };
    },
    type: 'firing',
    toleranceSeconds: 300,
  },
  bearer: showsToken('Authorization', secret => `Bearer ${secret}`),
  basic: showsToken(
    'Authorization',
    secret => `Basic ${Buffer.from(secret).toString('base64')}`,
    { secrets: ['monitor:in-use-now-é', 'monitor:used-before'] },
  ),
  'header-token': showsToken('X-Shop-Token', secret => secret, {
    config: { header: 'X-Shop-Token' },
  }),
};
