import {
  identifierSchema,
  textSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { defineKind, urlOf } from './CdeventKind';
import { targetOf, workItemFields } from './profileFields';

/** Resolutions of tickets that were closed without being done. */
const cancelled =
  /^(cancell?ed|withdrawn|duplicate|rejected|declined|won'?t ?(fix|do)|obsolete|invalid)$/i;

/** A ticket, which is a work item. */
export const ticket = (predicate: 'created' | 'updated' | 'closed') =>
  defineKind({
    content: z.object({
      summary: predicate === 'created' ? textSchema : textSchema.optional(),
      priority: identifierSchema.optional(),
      uri: textSchema,
      resolution:
        predicate === 'closed' ? identifierSchema : identifierSchema.optional(),
    }),
    customData: workItemFields,
    observe({ time, subject, content, customData }) {
      const end =
        content.resolution && cancelled.test(content.resolution)
          ? ('cancelledAt' as const)
          : ('completedAt' as const);
      return {
        kind: 'work_item',
        subject,
        target: targetOf(customData),
        withdrawn: customData.withdrawn,
        title: customData.title ?? content.summary,
        url: customData.url ?? urlOf(content.uri),
        category: customData.category,
        severity: customData.severity ?? content.priority,
        foundIn: customData.foundIn,
        objective: customData.objective,
        committedPeriod: customData.committedPeriod,
        state: customData.state,
        effortDays: customData.effortDays,
        createdAt: predicate === 'created' ? time : undefined,
        startedAt: customData.startedAt,
        completedAt: customData.completedAt,
        cancelledAt: customData.cancelledAt,
        ...(predicate === 'closed' ? { [end]: customData[end] ?? time } : {}),
      };
    },
  });
