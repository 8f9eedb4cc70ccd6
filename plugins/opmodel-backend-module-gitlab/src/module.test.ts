import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { issue, mergeRequest } from './__testUtils__/deliveries';
import opmodelModuleGitlab from '.';

async function registeredReader(gitlab: object): Promise<WebhookReader> {
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
      opmodelModuleGitlab,
      mockServices.rootConfig.factory({ data: { opmodel: { gitlab } } }),
    ],
  });
  await backend.stop();
  expect(readers).toHaveLength(1);
  return readers[0];
}

describe('the module', () => {
  it('registers the reader with the topics that it reads', async () => {
    expect(await registeredReader({})).toMatchObject({
      type: 'gitlab',
      topics: [
        'gitlab.deployment',
        'gitlab.merge_request',
        'gitlab.pipeline',
        'gitlab.issue',
        'gitlab.work_item',
      ],
    });
  });

  it('looks for the labels that the configuration names', async () => {
    const body = mergeRequest('open', '2026-03-01 10:00:00 UTC', {
      labels: [{ title: 'urgent' }],
    });
    const hotfixBy = async (gitlab: object) =>
      (await registeredReader(gitlab)).read({
        type: 'merge_request',
        body,
        receivedAt: 0,
      })[1].observation;
    expect(await hotfixBy({ hotfixLabels: ['Urgent'] })).toMatchObject({
      hotfix: true,
    });
    expect(await hotfixBy({})).toMatchObject({ hotfix: undefined });
  });

  it('reads issues as work items where the configuration says so, in its words', async () => {
    const body = issue('open', '2026-03-01 10:00:00 UTC', {
      labels: [{ title: 'kind::chore' }, { title: 'doing' }],
    });
    const itemsBy = async (gitlab: object) =>
      (await registeredReader(gitlab))
        .read({ type: 'issue', body, receivedAt: 0 })
        .map(({ observation }) => observation);
    expect(await itemsBy({})).toEqual([]);
    expect(
      await itemsBy({
        workItems: {
          categories: { 'Kind::Chore': 'debt' },
          states: { doing: 'active' },
        },
      }),
    ).toMatchObject([{ kind: 'work_item', category: 'debt', state: 'active' }]);
  });
});
