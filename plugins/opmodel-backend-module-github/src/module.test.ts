import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  opmodelWebhookReadersExtensionPoint,
  webhookReaderContract,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { exampleOf } from './__testUtils__/examples';
import opmodelModuleGithub from '.';

async function registeredReader(github: object): Promise<WebhookReader> {
  const readers: WebhookReader[] = [];
  const opmodel = createBackendPlugin({
    pluginId: 'opmodel',
    register(env) {
      env.registerExtensionPoint(opmodelWebhookReadersExtensionPoint, {
        addWebhookReader: (...added) => readers.push(...added),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      opmodel,
      opmodelModuleGithub,
      mockServices.rootConfig.factory({ data: { opmodel: { github } } }),
    ],
  });
  await backend.stop();
  expect(readers).toHaveLength(1);
  return readers[0];
}

describe('the module', () => {
  it('registers the reader with the topics that it reads', async () => {
    expect(await registeredReader({})).toMatchObject({
      type: 'github',
      topics: [
        'github.deployment',
        'github.deployment_status',
        'github.pull_request',
        'github.pull_request_review',
        'github.workflow_run',
      ],
    });
  });

  it('reads more where the configuration says so', async () => {
    const reader = await registeredReader({
      releaseEnvironment: 'production',
      incidentLabels: ['incident'],
    });
    expect(reader.topics).toEqual(
      expect.arrayContaining(['github.release', 'github.issues']),
    );
  });

  it('reads issues as work items where the configuration says so, in its words', async () => {
    const reader = await registeredReader({
      workItems: { categories: { Bug: 'debt' }, periodPrefix: 'for ' },
    });
    const body = exampleOf('issues', 'labeled');
    body.issue.labels = [{ name: 'bug' }, { name: 'For 2026-Q1' }];
    expect(
      reader.read({ type: 'issues', body, receivedAt: 0 })[0].observation,
    ).toMatchObject({
      kind: 'work_item',
      category: 'debt',
      committedPeriod: '2026-Q1',
    });
  });

  it('leaves alone what it does not know, and nothing without a type', async () => {
    const reader = await registeredReader({});
    const read = (type: string | undefined) =>
      reader.read({ type, body: {}, receivedAt: 0 });
    expect(read('ping')).toEqual([]);
    expect(read('push')).toEqual([]);
    expect(read('constructor')).toEqual([]);
    expect(() => read(undefined)).toThrow('required header X-GitHub-Event');
    expect(() => read('deployment')).toThrow('deployment: required object');
  });
});

describe('the reader', () => {
  const byOther = exampleOf('pull_request_review', 'submitted');
  byOther.review.user.id = 7;
  const deliveries = [
    { type: 'deployment', body: exampleOf('deployment', 'created') },
    {
      type: 'deployment_status',
      body: exampleOf(
        'deployment_status',
        'created',
        ({ check_run }) => check_run,
      ),
    },
    { type: 'pull_request', body: exampleOf('pull_request', 'closed') },
    { type: 'pull_request_review', body: byOther },
    { type: 'release', body: exampleOf('release', 'published') },
    { type: 'issues', body: exampleOf('issues', 'labeled') },
    { type: 'workflow_run', body: exampleOf('workflow_run', 'completed') },
  ].map(delivery => ({ ...delivery, receivedAt: 0 }));

  it.each(webhookReaderContract)('$name', async ({ check }) => {
    const reader = await registeredReader({
      releaseEnvironment: 'production',
      incidentLabels: ['bug'],
      workItems: {},
    });
    expect(() => check({ reader, deliveries })).not.toThrow();
  });
});
