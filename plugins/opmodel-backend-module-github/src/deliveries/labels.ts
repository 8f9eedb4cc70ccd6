import type { IncidentObservation } from '@opmodel/backstage-plugin-opmodel-common';
import { readSeverity } from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

const labelSchema = z.object({ name: z.string() });

/** The labels of a pull request or an issue. */
export const labelsSchema = z.array(labelSchema).nullish();

/** The label that an action sets or takes away. */
export const changedLabelSchema = labelSchema.nullish();

/**
 * The names of the labels after the action. Some deliveries about a label that was taken away still list it.
 */
export function labelsAfter(
  action: string,
  labels: z.infer<typeof labelsSchema>,
  changed: z.infer<typeof changedLabelSchema>,
): string[] {
  return (labels ?? [])
    .map(({ name }) => name)
    .filter(name => action !== 'unlabeled' || name !== changed?.name);
}

/** The worst severity that a label names: `sev1`, `P2`, `severity: high`. A bare word such as `high` may mean anything. */
export function severityOf(labels: string[]): IncidentObservation['severity'] {
  return labels
    .map(label => {
      const named = /^(?:severity|sev|priority)\s*[:/]\s*(.+)$/i.exec(label);
      return /[1-5]$/.test(label) || named
        ? readSeverity(named?.[1] ?? label)
        : undefined;
    })
    .filter(severity => severity !== undefined)
    .sort()
    .at(0);
}
