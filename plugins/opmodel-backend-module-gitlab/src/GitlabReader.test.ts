import type {
  ChangeRecord,
  IncidentRecord,
  IntakeEvent,
  IntakeRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  intakeEventSchema,
  webhookReaderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import {
  commitSha,
  deployment,
  fold,
  incident,
  mergeRequest,
  read,
} from './__testUtils__/deliveries';
import { createGitlabReader } from './GitlabReader';

const source = 'gitlab:gitlab.example.com/acme/shop';
const target = {
  links: [
    { system: 'git', externalId: 'gitlab.example.com/acme/shop' },
    { system: 'gitlab', externalId: 'acme/shop' },
  ],
};

/** The one record that deliveries come to in whatever order and however often they arrive. */
function foldInAnyOrder(course: IntakeEvent[][]): IntakeRecord {
  const record = fold(course.flat());
  fc.assert(
    fc.property(
      fc.shuffledSubarray(course, { minLength: course.length }),
      fc.array(fc.constantFrom(...course)),
      (once, again) => {
        expect(fold([...once, ...again].flat())).toEqual(record);
      },
    ),
  );
  return record;
}

describe('a deployment', () => {
  it('ends with a success', () => {
    expect(read(deployment())).toEqual([
      {
        source,
        id: 'deployment:15:success:2021-04-28T19:50:00.000Z',
        time: '2021-04-28T19:50:00.000Z',
        observation: {
          kind: 'deployment',
          subject: '15',
          target,
          title: 'Add the cart',
          url: 'https://gitlab.example.com/Acme/shop/-/jobs/796',
          environment: 'eu-1',
          environmentTier: 'production',
          finishedAt: '2021-04-28T19:50:00.000Z',
          result: 'success',
          commitSha,
          repositoryUrl: 'https://gitlab.example.com/Acme/shop',
        },
      },
    ]);
  });

  it.each([
    ['running', { startedAt: '2021-04-28T19:50:00.000Z' }],
    ['failed', { finishedAt: '2021-04-28T19:50:00.000Z', result: 'failure' }],
    [
      'canceled',
      { finishedAt: '2021-04-28T19:50:00.000Z', result: 'cancelled' },
    ],
  ])('is %s', (status, course) => {
    const [{ observation }] = read(deployment({ status }));
    expect(observation).toMatchObject(course);
    expect(observation).not.toHaveProperty(
      'finishedAt' in course ? 'startedAt' : 'finishedAt',
    );
  });

  it.each(['created', 'blocked', 'skipped', 'approved', 'rejected'])(
    'has not begun when it is %s',
    status => {
      expect(read(deployment({ status }))).toEqual([]);
    },
  );

  it('may have no job, no commit and a tier of tomorrow', () => {
    const [{ observation }] = read(
      deployment({
        deployable_id: null,
        deployable_url: null,
        commit_url: null,
        environment_tier: 'orbit',
      }),
    );
    expect(observation).toMatchObject({
      url: undefined,
      commitSha: undefined,
      environmentTier: undefined,
    });
  });

  it('is set aside where an old GitLab does not say which one it is', () => {
    expect(() => read(deployment({ deployment_id: undefined }))).toThrow(
      'deployment_id: required number',
    );
  });

  it('comes to one record', () => {
    expect(
      foldInAnyOrder(
        [
          ['created', '09:59:00'],
          ['running', '10:00:00'],
          ['success', '10:05:00'],
        ].map(([status, time]) =>
          read(
            deployment({ status, status_changed_at: `2026-03-01 ${time} UTC` }),
          ),
        ),
      ),
    ).toMatchObject({
      startedAt: Date.parse('2026-03-01T10:00:00Z'),
      finishedAt: Date.parse('2026-03-01T10:05:00Z'),
      result: 'success',
    });
  });
});

describe('a merge request', () => {
  const opening = {
    source,
    id: 'merge_request:12',
    time: '2026-03-01T10:00:00.000Z',
    observation: {
      kind: 'change',
      subject: 'Acme/shop!12',
      target,
      url: 'https://gitlab.example.com/Acme/shop/-/merge_requests/12',
      repositoryUrl: 'https://gitlab.example.com/Acme/shop',
      openedAt: '2026-03-01T10:00:00.000Z',
    },
  };

  it('is merged, with the commit that brought it', () => {
    const body = mergeRequest('merge', '2026-03-01 12:00:00 UTC', {
      state: 'merged',
      merge_commit_sha: commitSha,
    });
    expect(read(body)).toEqual([
      opening,
      {
        source,
        id: 'merge_request:12:merge:2026-03-01T12:00:00.000Z',
        time: '2026-03-01T12:00:00.000Z',
        observation: {
          kind: 'change',
          subject: 'Acme/shop!12',
          target,
          title: 'Add the cart',
          mergedAt: '2026-03-01T12:00:00.000Z',
          commitSha,
          abandonedAt: null,
        },
      },
    ]);
  });

  it('without a merge commit names none, for its branch may have been squashed', () => {
    const [, event] = read(mergeRequest('merge', '2026-03-01 12:00:00 UTC'));
    expect(event.observation).toMatchObject({ commitSha: undefined });
  });

  it('waits for a review once it is no draft any more', () => {
    const events = read(
      mergeRequest(
        'update',
        '2026-03-01 11:00:00 UTC',
        {},
        { changes: { draft: { previous: true, current: false } } },
      ),
    );
    expect((fold(events) as ChangeRecord).openedAt).toBe(
      Date.parse('2026-03-01T11:00:00Z'),
    );
  });

  it.each(['approval', 'approved'])(
    'is reviewed by the %s of somebody else, not by that of the author',
    action => {
      const approvedBy = (id: number) =>
        read(
          mergeRequest(action, '2026-03-01 11:00:00 UTC', {}, { user: { id } }),
        );
      expect(approvedBy(51)).toEqual([]);
      expect(approvedBy(7)[1].observation).toMatchObject({
        firstReviewAt: '2026-03-01T11:00:00.000Z',
        approvedAt: '2026-03-01T11:00:00.000Z',
        approvedByOther: true,
      });
    },
  );

  it.each([
    ['update', {}],
    ['update', { updated_at: {}, draft: { previous: false, current: true } }],
    ['unapproved', {}],
    [undefined, {}],
  ])('says nothing new with the action %s and %j', (action, changes) => {
    expect(
      read(mergeRequest(action, '2026-03-01 11:00:00 UTC', {}, { changes })),
    ).toEqual([]);
  });

  it('is a hotfix by its branch or label, until the label is taken away', () => {
    const hotfix = (attributes: object, changes: object = {}) =>
      (
        fold(
          read(
            mergeRequest('update', '2026-03-01 11:00:00 UTC', attributes, {
              changes: { title: {}, ...changes },
            }),
          ),
        ) as ChangeRecord
      ).hotfix;
    const labels = [{ title: 'Hotfix' }];
    expect(hotfix({})).toBeNull();
    expect(hotfix({ source_branch: 'hotfix/cart' })).toBe(true);
    expect(hotfix({ labels })).toBe(true);
    expect(hotfix({}, { labels: { previous: labels, current: [] } })).toBe(
      false,
    );
  });

  it('comes to one record', () => {
    expect(
      foldInAnyOrder([
        read(mergeRequest('open', '2026-03-01 10:00:00 UTC')),
        read(mergeRequest('close', '2026-03-01 10:30:00 UTC')),
        read(mergeRequest('reopen', '2026-03-01 10:40:00 UTC')),
        ...[7, 8].map(id =>
          read(
            mergeRequest(
              'approved',
              `2026-03-01 11:0${id}:00 UTC`,
              {},
              { user: { id } },
            ),
          ),
        ),
        read(
          mergeRequest('merge', '2026-03-01 12:00:00 UTC', {
            merge_commit_sha: commitSha,
            description: `This reverts commit ${commitSha}`,
          }),
        ),
      ]),
    ).toMatchObject({
      openedAt: Date.parse('2026-03-01T10:00:00Z'),
      firstReviewAt: Date.parse('2026-03-01T11:07:00Z'),
      approvedAt: Date.parse('2026-03-01T11:08:00Z'),
      mergedAt: Date.parse('2026-03-01T12:00:00Z'),
      abandonedAt: null,
      revertsCommitSha: commitSha,
    });
  });
});

describe('an incident', () => {
  it('is read from what GitLab calls an issue as well as a work item', () => {
    const at = '2026-03-01 10:00:00 UTC';
    const events = read(incident('open', at));
    expect(events).toEqual([
      {
        source,
        id: 'incident:23:open:2026-03-01T10:00:00.000Z',
        time: '2026-03-01T10:00:00.000Z',
        observation: {
          kind: 'incident',
          subject: 'Acme/shop#23',
          target,
          withdrawn: false,
          title: 'Checkout is slow',
          url: 'https://gitlab.example.com/Acme/shop/-/issues/incident/23',
          severity: 'sev2',
          detectedAt: '2026-03-01T10:00:00.000Z',
          resolvedAt: null,
        },
      },
    ]);
    expect(read(incident('open', at, {}, 'issue'))).toEqual(events);
  });

  it.each([
    ['critical', 'sev1'],
    ['medium', 'sev3'],
    ['low', 'sev4'],
    ['unknown', null],
  ])('of the severity %s is %s', (severity, expected) => {
    const events = read(
      incident('update', '2026-03-01 10:00:00 UTC', { severity }),
    );
    expect((fold(events) as IncidentRecord).severity).toBe(expected);
  });

  it('that is confidential keeps its title to itself', () => {
    const [event] = read(
      incident('open', '2026-03-01 10:00:00 UTC', { confidential: true }),
    );
    expect(event.observation.title).toBeUndefined();
  });

  it.each(['moved_to_id', 'duplicated_to_id'])(
    'goes on elsewhere with %s',
    field => {
      const [event] = read(
        incident('close', '2026-03-01 10:00:00 UTC', { [field]: 7 }),
      );
      expect(event.observation.withdrawn).toBe(true);
    },
  );

  it.each([
    ['Issue', 'issue'],
    ['Epic', 'work_item'],
    [undefined, 'issue'],
  ])('is no %s', (type, kind) => {
    const body = incident('open', '2026-03-01 10:00:00 UTC', { type }, kind);
    // Epics belong to a group and have no project.
    expect(read({ ...body, project: undefined })).toEqual([]);
  });

  it('comes to one record', () => {
    const closed = (at: string) => ({ state: 'closed', closed_at: at });
    expect(
      foldInAnyOrder([
        read(incident('open', '2026-03-01T10:00:00Z', { severity: 'low' })),
        read(incident('update', '2026-03-01T10:10:00Z')),
        read(
          incident(
            'close',
            '2026-03-01T11:00:00Z',
            closed('2026-03-01T11:00:00Z'),
          ),
        ),
        read(
          incident('reopen', '2026-03-01T12:00:00Z', {
            closed_at: '2026-03-01T11:00:00Z',
          }),
        ),
        read(
          incident(
            'close',
            '2026-03-01T13:00:00Z',
            closed('2026-03-01T13:00:00Z'),
          ),
        ),
      ]),
    ).toMatchObject({
      detectedAt: Date.parse('2026-03-01T10:00:00Z'),
      resolvedAt: Date.parse('2026-03-01T13:00:00Z'),
      severityChanges: [
        { at: Date.parse('2026-03-01T10:00:00Z'), severity: 'sev4' },
        { at: Date.parse('2026-03-01T10:10:00Z'), severity: 'sev2' },
      ],
    });
  });
});

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
  ];

  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() =>
      check({
        reader: createGitlabReader({ hotfixLabels: ['hotfix'] }),
        deliveries: deliveries.map(body => ({
          type: body.object_kind,
          body,
          receivedAt: 0,
        })),
      }),
    ).not.toThrow();
  });

  it('comes to valid events that name nobody', () => {
    for (const event of deliveries.flatMap(read)) {
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
