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
