import {
  foldObservations,
  type IntakeEvent,
  type IntakeRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { IssueSettings } from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import { createGitlabReader } from '../GitlabReader';

/*
 * Bodies in the shape that GitLab documents for its webhooks, with the fields that are read and, of the rest, those that must not be
 * passed on.
 */

const project = {
  id: 30,
  name: 'Shop',
  web_url: 'https://gitlab.example.com/Acme/shop',
  git_ssh_url: 'git@gitlab.example.com:Acme/shop.git',
  path_with_namespace: 'Acme/shop',
  default_branch: 'main',
};

const author = {
  id: 51,
  name: 'somebody',
  username: 'somebody',
  email: 'somebody@example.com',
};

/** Source of the project's events, and whom they concern. */
export const source = 'gitlab:gitlab.example.com/acme/shop';
export const target = {
  links: [
    { system: 'git', externalId: 'gitlab.example.com/acme/shop' },
    { system: 'gitlab', externalId: 'acme/shop' },
  ],
};

export const commitSha = '279484c09fbe69ededfced8c1bb6e6d24616b468';

/** A deployment event. */
export function deployment(overrides: object = {}): any {
  return {
    object_kind: 'deployment',
    status: 'success',
    status_changed_at: '2021-04-28 21:50:00 +0200',
    deployment_id: 15,
    deployable_id: 796,
    deployable_url: 'https://gitlab.example.com/Acme/shop/-/jobs/796',
    environment: 'eu-1',
    environment_tier: 'production',
    environment_slug: 'eu-1',
    environment_external_url: 'https://eu-1.example.com',
    project,
    short_sha: '279484c0',
    user: author,
    user_url: 'https://gitlab.example.com/somebody',
    commit_url: `https://gitlab.example.com/Acme/shop/-/commit/${commitSha}`,
    commit_title: 'Add the cart',
    ...overrides,
  };
}

/** A merge request event; `overrides` are attributes of the merge request, `rest` other fields of the body. */
export function mergeRequest(
  action: string | undefined,
  updatedAt: string,
  overrides: object = {},
  rest: object = {},
): any {
  return {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user: author,
    project,
    object_attributes: {
      id: 99,
      iid: 12,
      target_branch: 'main',
      source_branch: 'cart',
      author_id: 51,
      title: 'Add the cart',
      description: '',
      created_at: '2026-03-01 10:00:00 UTC',
      updated_at: updatedAt,
      state: 'opened',
      draft: false,
      merge_status: 'unchecked',
      merge_commit_sha: null,
      labels: [],
      last_commit: { id: commitSha, author },
      url: 'https://gitlab.example.com/Acme/shop/-/merge_requests/12',
      action,
      ...overrides,
    },
    labels: [],
    changes: {},
    reviewers: [author],
    ...rest,
  };
}

/** A work item event about an incident. */
export function incident(
  action: string | undefined,
  updatedAt: string,
  overrides: object = {},
  kind: string = 'work_item',
): any {
  return {
    object_kind: kind,
    event_type: kind,
    user: author,
    project,
    object_attributes: {
      id: 301,
      iid: 23,
      title: 'Checkout is slow',
      author_id: 51,
      type: 'Incident',
      state: 'opened',
      confidential: false,
      severity: 'high',
      escalation_status: 'triggered',
      moved_to_id: null,
      duplicated_to_id: null,
      created_at: '2026-03-01T10:00:00Z',
      updated_at: updatedAt,
      closed_at: null,
      url: 'https://gitlab.example.com/Acme/shop/-/issues/incident/23',
      action,
      ...overrides,
    },
    assignees: [author],
  };
}

/** A pipeline event; `overrides` are attributes of the pipeline. */
export function pipeline(status: string, overrides: object = {}): any {
  return {
    object_kind: 'pipeline',
    object_attributes: {
      id: 31,
      iid: 3,
      name: null,
      ref: 'main',
      tag: false,
      sha: commitSha,
      source: 'push',
      status,
      detailed_status: status,
      created_at: '2026-03-01 10:00:00 UTC',
      finished_at: null,
      duration: null,
      queued_duration: null,
      url: 'https://gitlab.example.com/Acme/shop/-/pipelines/31',
      ...overrides,
    },
    user: author,
    project,
    commit: { id: commitSha, message: 'Add the cart', author },
    builds: [{ id: 380, name: 'test', user: author }],
  };
}

/** A work item event about an issue. */
export function issue(
  action: string | undefined,
  updatedAt: string,
  overrides: object = {},
  rest: object = {},
): any {
  return {
    ...incident(
      action,
      updatedAt,
      {
        type: 'Issue',
        title: 'Offer instalments',
        url: 'https://gitlab.example.com/Acme/shop/-/issues/23',
        labels: [],
        time_estimate: 0,
        total_time_spent: 0,
        ...overrides,
      },
      'issue',
    ),
    ...rest,
  };
}

/** What the reader makes of one delivery, whatever its sender calls it. */
export function read(body: unknown, workItems?: IssueSettings): IntakeEvent[] {
  return createGitlabReader({ hotfixLabels: ['hotfix'], workItems }).read({
    type: undefined,
    body,
    receivedAt: Date.parse('2026-03-02T12:00:00Z'),
  });
}

/** The record that events of one subject come to. */
export function fold(events: IntakeEvent[]): IntakeRecord {
  const { kind, subject } = events[0].observation;
  return foldObservations(
    kind,
    subject,
    events.map(({ id, time, observation }) => ({
      id,
      time: Date.parse(time),
      observation,
    })),
  );
}

/** The one record that deliveries come to in whatever order and however often they arrive. */
export function foldInAnyOrder(course: IntakeEvent[][]): IntakeRecord {
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
