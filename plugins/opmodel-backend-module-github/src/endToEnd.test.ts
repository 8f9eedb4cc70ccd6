import type {
  BackendFeature,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The module is tried in the plugin that it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import opmodelPlugin from '@opmodel/backstage-plugin-opmodel-backend';
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { exampleOf } from './__testUtils__/examples';
import opmodelModuleGithub from '.';

jest.setTimeout(60_000);

const secret = 'a-secret-that-is-long-enough';
const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'hello',
    annotations: { 'github.com/project-slug': 'Codertocat/Hello-World' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:default/hi' },
};

/** What the platform's mock of the scheduler can do beyond its type. */
interface ManualScheduler extends SchedulerService {
  factory(options: { skipTaskRunOnStartup: boolean }): BackendFeature;
  waitForTask(id: string): Promise<void>;
}

/** The portal with the engine and this module, and one component whose source is the repository of the examples. */
async function startPortal() {
  const scheduler = mockServices.scheduler() as ManualScheduler;
  const runTask = async (id: string) => {
    const done = scheduler.waitForTask(id);
    await scheduler.triggerTask(id);
    await done;
  };
  const backend = await startTestBackend({
    features: [
      opmodelPlugin,
      opmodelModuleGithub,
      catalogServiceMock.factory({ entities: [component] }),
      scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: {
          opmodel: {
            intake: {
              sources: { github: { type: 'github', secrets: [secret] } },
            },
          },
        },
      }),
    ],
  });
  const asUser = { authorization: mockCredentials.user.header() };
  const get = async (path: string) =>
    (await request(backend.server).get(`/api/opmodel${path}`).set(asUser)).body;
  return {
    get,
    stop: () => backend.stop(),
    runTask,
    /** As GitHub delivers it. */
    deliver: async (type: string, id: string, body: unknown, key = secret) => {
      const raw = JSON.stringify(body);
      const signature = createHmac('sha256', key).update(raw).digest('hex');
      const { status } = await request(backend.server)
        .post('/api/opmodel/intake/github')
        .set({
          'content-type': 'application/json',
          'x-github-delivery': id,
          'x-github-event': type,
          'x-hub-signature-256': `sha256=${signature}`,
        })
        .send(raw);
      return status;
    },
    post: (path: string, body: object) =>
      request(backend.server)
        .post(`/api/opmodel${path}`)
        .set(asUser)
        .send(body),
    async settled() {
      while ((await get('/inbox?state=waiting')).totalItems > 0) {
        await sleep(20);
      }
      await runTask('opmodel-dora-calculation');
    },
  };
}

/** The deployment of the examples as GitHub sent it, and the pull request of the examples as if it had brought the commit that went out. */
const deployed = exampleOf('deployment_status', 'created');
const merged = exampleOf('pull_request', 'closed');
Object.assign(merged.pull_request, {
  merged: true,
  merged_at: '2019-05-15T15:20:50Z',
  closed_at: '2019-05-15T15:20:50Z',
  updated_at: '2019-05-15T15:20:50Z',
  merge_commit_sha: deployed.deployment.sha,
});
const reviewed = exampleOf('pull_request_review', 'submitted');
reviewed.review.user.id = 7;

describe('what GitHub delivers', () => {
  it('becomes the numbers of the component, once', async () => {
    const portal = await startPortal();
    await portal.runTask('opmodel-catalog-snapshot');

    expect(
      await portal.deliver('deployment_status', '0', deployed, 'wrong'),
    ).toBe(401);
    expect(await portal.deliver('deployment_status', '1', deployed)).toBe(202);
    expect(await portal.deliver('pull_request', '2', merged)).toBe(202);
    expect(await portal.deliver('pull_request_review', '3', reviewed)).toBe(
      202,
    );
    // The same by another webhook, and the change as the history of the repository tells it.
    expect(await portal.deliver('deployment_status', '4', deployed)).toBe(202);
    const commit = await portal.post('/changes', {
      id: deployed.deployment.sha,
      commitSha: deployed.deployment.sha,
      repositoryUrl: 'https://github.com/Codertocat/Hello-World',
      firstCommitAt: '2019-05-15T15:10:55Z',
      mergedAt: '2019-05-15T15:20:50Z',
    });
    expect(commit.body.items).toMatchObject([{ status: 'accepted' }]);
    await portal.settled();

    const dora = '/entities/component/default/hello/dora';
    const window = 'from=2019-05-01&to=2019-06-01';
    const numbers = await portal.get(`${dora}?${window}`);
    expect(numbers.deploymentFrequency).toMatchObject({ deployments: 1 });
    expect(numbers.changeLeadTime).toMatchObject({ n: 1, median: 600 });
    const { items } = await portal.get(`${dora}/deployments?${window}`);
    expect(items).toMatchObject([
      { id: '145988746', environment: 'production', exclusion: null },
    ]);
    const { items: setAside } = await portal.get('/inbox?state=set_aside');
    expect(setAside).toEqual([]);
    await portal.stop();
  });
});
