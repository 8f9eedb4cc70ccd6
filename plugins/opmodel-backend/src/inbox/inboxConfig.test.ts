import { ConfigReader } from '@backstage/config';
import type { WebhookReader } from '@opmodel/backstage-plugin-opmodel-node';
import { webhookSenders } from '../testing/webhookSenders';
import { readInboxConfig } from './inboxConfig';
import { type WebhookSchemeId, webhookSchemes } from './webhookSchemes';

const secret = 'a-secret-that-is-long-enough';

const reader: WebhookReader = {
  type: 'github',
  title: 'GitHub',
  topics: ['github.push', 'github.pull_request'],
  read: () => [],
};

function read(sources: object, rest: object = {}) {
  return readInboxConfig(
    new ConfigReader({ opmodel: { intake: { sources, ...rest } } }),
    [reader],
  );
}

describe('readInboxConfig', () => {
  it('has no sources and takes 25 MiB by default', () => {
    expect(readInboxConfig(new ConfigReader({}), [])).toEqual({
      sources: [],
      warnings: [],
      maxBodyBytes: 26_214_400,
    });
  });

  it('reads a source with the scheme and the reader of its type', () => {
    const { sources, maxBodyBytes } = read(
      { hub: { type: 'github', secrets: [secret] } },
      { maxBodyBytes: 2048 },
    );
    expect(maxBodyBytes).toBe(2048);
    expect(sources).toEqual([
      {
        id: 'hub',
        type: 'github',
        identity: {
          id: {},
          type: webhookSchemes.github.type,
          types: ['push', 'pull_request'],
        },
        proof: {
          scheme: webhookSchemes.github,
          secrets: [secret],
          toleranceMs: 300_000,
          header: undefined,
        },
        reader,
        topics: [],
      },
    ]);
  });

  it.each(Object.keys(webhookSchemes) as WebhookSchemeId[])(
    'takes %s as the scheme of any type',
    signature => {
      const { secrets, config } = webhookSenders[signature];
      const { sources } = read({
        shop: { type: 'shop', signature, secrets, ...config },
      });
      expect(sources[0].proof?.scheme).toBe(webhookSchemes[signature]);
      expect(sources[0].reader).toBe(undefined);
    },
  );

  it('asks for a bearer token where the type signs nothing, and keeps what the type says of deliveries', () => {
    const { sources } = read({
      alerts: { type: 'alertmanager', secrets: [secret] },
      lab: {
        type: 'gitlab',
        signature: 'standard-webhooks',
        secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
        toleranceSeconds: 30,
      },
    });
    expect(sources[0].proof?.scheme).toBe(webhookSchemes.bearer);
    expect(sources[1]).toMatchObject({
      identity: {
        id: { headers: ['webhook-id'] },
        type: webhookSchemes.gitlab.type,
      },
      proof: { toleranceMs: 30_000 },
    });
  });

  it('takes deliveries from topics alone where there is no secret', () => {
    const { sources } = read({ hub: { type: 'github', events: true } });
    expect(sources[0]).toMatchObject({
      proof: undefined,
      topics: ['github.push', 'github.pull_request'],
    });
  });

  it('says where events were asked for and none can arrive', () => {
    const events = { secrets: [secret], events: true };
    const config = {
      hub: { ...events, type: 'github' },
      lab: { ...events, type: 'gitlab' },
      pager: { ...events, type: 'pagerduty' },
    };
    const { warnings } = readInboxConfig(
      new ConfigReader({ opmodel: { intake: { sources: config } } }),
      [reader, { ...reader, type: 'pagerduty', topics: undefined }],
    );
    expect(warnings).toEqual([
      'opmodel.intake.sources.lab.events has no effect: no installed module reads gitlab, so there are no events topics either',
      'opmodel.intake.sources.pager.events has no effect: the module that reads pagerduty names no events topics',
    ]);
  });

  it.each([
    [
      { hub: { type: 'githup', events: true } },
      'sources.hub.secrets: expected at least one secret, because nothing would ever arrive without: no installed module reads githup',
    ],
    [
      { hub: { type: 'github', secrets: [secret], repositories: [] } },
      'sources.hub.repositories: expected at least one pattern',
    ],
    [
      { hub: { type: 'github', secrets: [secret], repositories: ['/acme'] } },
      'sources.hub.repositories[0]: expected a pattern such as github.com/acme/*',
    ],
    [{ Hub: { type: 'github' } }, 'sources.Hub: expected a name of small'],
    [{ hub: { type: '../x' } }, 'sources.hub.type: expected a name of small'],
    [
      { hub: { type: 'github' } },
      'sources.hub.secrets: expected at least one secret, or events: true',
    ],
    [
      { hub: { type: 'github', secrets: [] } },
      'sources.hub.secrets: expected at least one secret',
    ],
    [
      { hub: { type: 'github', secrets: ['fifteen-letters'] } },
      'sources.hub.secrets[0]: expected at least 16 characters, got 15',
    ],
    [
      { hub: { type: 'github', secrets: [secret, secret] } },
      'sources.hub.secrets[1]: expected each secret once',
    ],
    [
      { shop: { type: 'shop', secrets: [secret] } },
      'sources.shop.signature: expected one of github, gitlab, standard-webhooks',
    ],
    [
      { shop: { type: 'shop', signature: 'md5', secrets: [secret] } },
      'header-token, got md5',
    ],
    [
      { shop: { type: 'shop', signature: 'constructor', secrets: [secret] } },
      'header-token, got constructor',
    ],
    [
      { shop: { type: 'shop', signature: 'basic', secrets: [secret] } },
      'sources.shop.secrets[0]: expected user:password',
    ],
    [
      { shop: { type: 'standard-webhooks', secrets: ['whsec_!!!!!!!!!!!!'] } },
      'sources.shop.secrets[0]: expected whsec_ and at least 16 bytes as base64',
    ],
    [
      { shop: { type: 'shop', signature: 'header-token', secrets: [secret] } },
      'sources.shop.header: expected the name of the header',
    ],
    [
      { hub: { type: 'github', secrets: [secret], header: 'X-Token' } },
      'sources.hub.header: expected nothing',
    ],
    [
      { hub: { type: 'github', secrets: [secret], toleranceSeconds: 9 } },
      'sources.hub.toleranceSeconds: expected nothing',
    ],
    [
      { l: { type: 'linear', secrets: [secret], toleranceSeconds: 0 } },
      'sources.l.toleranceSeconds: expected 1 to 86400',
    ],
    [
      {
        hub: { type: 'github', events: true },
        other: { type: 'github', secrets: [secret], events: true },
      },
      'sources.other.events: expected one source for the topic github.push, which hub takes already',
    ],
  ])('refuses to start with %j', (sources, message) => {
    expect(() => read(sources)).toThrow(message);
    expect(() => read(sources)).not.toThrow(secret);
  });

  it.each([1023, 2000.5])(
    'refuses bodies of at most %d bytes',
    maxBodyBytes => {
      expect(() => read({}, { maxBodyBytes })).toThrow(
        'opmodel.intake.maxBodyBytes: expected a whole number from 1024',
      );
    },
  );
});
