import {
  computeDelivery,
  dora2026Profile,
  type ChangeFact,
  type ChangeRecord,
  type DeploymentFact,
  type DeploymentRecord,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import { exampleOf } from './__testUtils__/examples';
import { fold, read } from './__testUtils__/observed';

const commitSha = 'c4295bd74fb0f4fda03689c3df3f2803b658fd85';

/** The pull request of the examples, merged; see the tests of pull requests. */
function pullRequest(): IntakeEvent[] {
  const body = exampleOf('pull_request', 'closed');
  Object.assign(body.pull_request, {
    merged: true,
    merged_at: body.pull_request.closed_at,
    merge_commit_sha: commitSha,
  });
  const review = exampleOf('pull_request_review', 'submitted');
  review.review.user.id = 7;
  return [
    ...read('pull_request', body),
    ...read('pull_request_review', review),
  ];
}

function deployment(): IntakeEvent[] {
  const body = exampleOf('deployment_status', 'created');
  body.deployment.sha = commitSha;
  body.deployment_status.created_at = '2019-05-15T15:31:18Z';
  return read('deployment_status', body);
}

/** The same change as a reading of the git history tells it. */
const commit: IntakeEvent = {
  source: 'git:github.com/codertocat/hello-world',
  id: `change:${commitSha}`,
  time: '2019-05-15T15:21:18.000Z',
  observation: {
    kind: 'change',
    subject: commitSha,
    target: {},
    commitSha,
    firstCommitAt: '2019-05-15T15:10:33.000Z',
    mergedAt: '2019-05-15T15:21:18.000Z',
    contributors: 2,
  },
};

function changeFact(events: IntakeEvent[]): ChangeFact {
  const record = fold(events) as ChangeRecord;
  return {
    ...record,
    source: events[0].source,
    commits: record.commits ?? [],
  };
}

function deploymentFact(events: IntakeEvent[]): DeploymentFact {
  const record = fold(events) as DeploymentRecord;
  return {
    ...record,
    source: events[0].source,
    environmentTier: 'production',
    baseline: record.baseline ?? false,
    carries: record.changes ?? [],
  };
}

describe('a change that the git history and GitHub both tell of', () => {
  it('is delivered once, with the first commit of one and the review of the other', () => {
    const delivery = computeDelivery(
      {
        deployments: [deploymentFact(deployment())],
        changes: [changeFact(pullRequest()), changeFact([commit])],
        incidents: [],
        corrections: [],
      },
      dora2026Profile,
      'UTC',
    );
    expect(delivery.deployments).toMatchObject([
      { subject: '145988746', exclusion: null },
    ]);
    expect(delivery.samples).toEqual([
      {
        source: 'github:github.com/codertocat/hello-world',
        deployment: '145988746',
        environment: 'production',
        day: '2019-05-15',
        changeKey: commitSha,
        seconds: 1245,
        stages: {
          coding: 600,
          pickup: 5,
          review: 40,
          commitToMerge: 645,
          mergeToDeploy: 600,
        },
        exclusion: null,
      },
    ]);
  });

  it('is delivered once as well where the deployment lists it by both names', () => {
    const both = {
      ...deploymentFact(deployment()),
      carries: [commitSha, 'Codertocat/Hello-World#2'],
    };
    const { samples } = computeDelivery(
      {
        deployments: [both],
        changes: [changeFact([commit]), changeFact(pullRequest())],
        incidents: [],
        corrections: [],
      },
      dora2026Profile,
      'UTC',
    );
    expect(samples.map(({ exclusion }) => exclusion).sort()).toEqual([
      'already_delivered',
      null,
    ]);
  });

  it('has no lead time from GitHub alone, which does not tell the first commit', () => {
    const { samples } = computeDelivery(
      {
        deployments: [deploymentFact(deployment())],
        changes: [changeFact(pullRequest())],
        incidents: [],
        corrections: [],
      },
      dora2026Profile,
      'UTC',
    );
    expect(samples).toMatchObject([
      { seconds: null, exclusion: 'no_commit_time' },
    ]);
  });
});
