import {
  WebhookContractError,
  type WebhookDelivery,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { readDeployment, readDeploymentStatus } from './deliveries/deployments';
import { createIncidentReader } from './deliveries/issues';
import { readReview } from './deliveries/pullRequestReviews';
import { createPullRequestReader } from './deliveries/pullRequests';
import { createReleaseReader } from './deliveries/releases';
import { readWorkflowRun } from './deliveries/workflowRuns';
import { createWorkItemReader } from './deliveries/workItems';
import type { GithubSettings } from './githubSettings';

type Read = (delivery: WebhookDelivery) => IntakeEvent[];

/** Reads GitHub's webhooks: github.com and GitHub Enterprise Server. */
export function createGithubReader(settings: GithubSettings): WebhookReader {
  const { releaseEnvironment, incidentLabels, workItems } = settings;
  const reads = new Map<string, Read>([
    ['deployment', readDeployment],
    ['deployment_status', readDeploymentStatus],
    ['pull_request', createPullRequestReader(settings)],
    ['pull_request_review', readReview],
    ['workflow_run', readWorkflowRun],
  ]);
  if (releaseEnvironment !== undefined) {
    reads.set('release', createReleaseReader(releaseEnvironment));
  }
  const ofIssues: Read[] = [
    ...(incidentLabels.length > 0
      ? [createIncidentReader(incidentLabels)]
      : []),
    ...(workItems ? [createWorkItemReader(workItems, incidentLabels)] : []),
  ];
  if (ofIssues.length > 0) {
    reads.set('issues', delivery => ofIssues.flatMap(read => read(delivery)));
  }
  return {
    type: 'github',
    title: 'GitHub: deployments, pull requests, workflow runs and issues',
    topics: [...reads.keys()].map(type => `github.${type}`),
    read(delivery) {
      if (delivery.type === undefined) {
        // The body alone does not tell, and what is dropped in silence is lost.
        throw new WebhookContractError(undefined, [
          { path: '', message: 'required header X-GitHub-Event' },
        ]);
      }
      return reads.get(delivery.type)?.(delivery) ?? [];
    },
  };
}
