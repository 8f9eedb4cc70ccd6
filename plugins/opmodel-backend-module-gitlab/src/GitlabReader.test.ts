import {
  checkContract,
  intakeEventSchema,
  readIssueSettings,
  webhookReaderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import {
  deployment,
  incident,
  issue,
  mergeRequest,
  pipeline,
  read,
} from './__testUtils__/deliveries';
import { createGitlabReader } from './GitlabReader';

const workItems = readIssueSettings({}, 'opmodel.gitlab.workItems');

describe('every delivery', () => {
  const deliveries = [
    deployment(),
    mergeRequest('merge', '2026-03-01 12:00:00 UTC'),
    mergeRequest(
      'approved',
      '2026-03-01 12:00:00 UTC',
      {},
      { user: { id: 7 } },
    ),
    incident('close', '2026-03-01 12:00:00 +0530', { state: 'closed' }),
    issue('close', '2026-03-01 12:00:00 +0530', { state: 'closed' }),
    pipeline('success', {
      queued_duration: 7,
      finished_at: '2026-03-01 12:00:00 UTC',
    }),
  ];

  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() =>
      check({
        reader: createGitlabReader({ hotfixLabels: ['hotfix'], workItems }),
        deliveries: deliveries.map(body => ({
          type: body.object_kind,
          body,
          receivedAt: 0,
        })),
      }),
    ).not.toThrow();
  });

  it('comes to valid events that name nobody', () => {
    for (const event of deliveries.flatMap(body => read(body, workItems))) {
      expect(checkContract(intakeEventSchema, event).success).toBe(true);
      expect(JSON.stringify(event)).not.toMatch(/somebody|51/);
    }
  });

  it.each([[{ object_kind: 'push' }], [{ object_kind: 'constructor' }], [{}]])(
    'of another kind is left alone: %j',
    body => {
      expect(read(body)).toEqual([]);
    },
  );

  it.each([
    [null, 'expected object, got null'],
    [
      mergeRequest('open', 'yesterday'),
      'object_attributes.updated_at: expected date-time',
    ],
    [
      incident('open', '2026-03-01 10:00:00'),
      'object_attributes.updated_at: expected date-time',
    ],
    [
      deployment({ project: { web_url: '/acme', path_with_namespace: 'a/b' } }),
      'project.web_url: expected http or https URL',
    ],
  ])('that is not as documented is set aside (%#)', (body, reason) => {
    expect(() => read(body)).toThrow(reason);
  });
});
