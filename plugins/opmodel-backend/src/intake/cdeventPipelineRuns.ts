import type { DeploymentResult } from '@opmodel/backstage-plugin-opmodel-common';
import {
  identifierSchema,
  textSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { defineKind, urlOf } from './CdeventKind';
import { pipelineRunFields, targetOf } from './profileFields';

/** Outcomes of pipelines; CDEvents 0.4 leaves the word to the sender. */
const outcomes: Record<string, DeploymentResult> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
  cancel: 'cancelled',
};

/** A run of a pipeline; what it consists of is not kept. */
export const pipelineRun = (instant: 'queuedAt' | 'startedAt' | 'finishedAt') =>
  defineKind({
    content: z.object({
      pipelineName: identifierSchema.optional(),
      // CDEvents 0.4 says url, 0.5 says uri.
      url: textSchema.optional(),
      uri: textSchema.optional(),
      outcome: z.string().optional(),
    }),
    customData: pipelineRunFields,
    observe({ time, subject, content, customData }) {
      const outcome = content.outcome?.toLowerCase() ?? '';
      return {
        kind: 'pipeline_run',
        subject,
        target: targetOf(customData),
        withdrawn: customData.withdrawn,
        title: customData.title,
        url: customData.url ?? urlOf(content.uri, content.url),
        pipeline: content.pipelineName ?? customData.pipeline,
        queuedAt: customData.queuedAt,
        startedAt: customData.startedAt,
        finishedAt: customData.finishedAt,
        result:
          customData.outcome ??
          (Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined),
        commitSha: customData.commitSha,
        ref: customData.ref,
        [instant]: customData[instant] ?? time,
      };
    },
  });
