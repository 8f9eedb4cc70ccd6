import type { PipelineRun } from '../history/facts';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import { addressOfDeployment } from './addressing';
import { cloudEvent, type CloudEvent } from './cloudEvent';
import { isoInstants } from './instants';

const OUTCOMES = {
  success: 'success',
  failure: 'failure',
  cancelled: 'cancel',
} as const;

/** The event that a pipeline sends at the end of a run. */
export function pipelineRunEvent(
  run: PipelineRun,
  profile: DeliveryProfile,
): CloudEvent {
  const source = `https://ci.example.com/marrowby/${run.component}`;
  return cloudEvent({
    generation: '0.5',
    type: 'pipelinerun.finished',
    id: `run-${run.id}`,
    source,
    time: run.finishedAt,
    subjectId: run.id,
    content: {
      pipelineName: run.pipeline,
      uri: `${source}/runs/${run.id}`,
      outcome: OUTCOMES[run.result],
    },
    customData: {
      ...addressOfDeployment(profile),
      ...isoInstants({ queuedAt: run.queuedAt, startedAt: run.startedAt }),
      commitSha: run.commitSha,
      ref: run.ref,
    },
  });
}
