import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AuthorizedFlowService } from './AuthorizedFlowService';

/** Lets agents ask what people read on the Flow tab, with the permissions of whoever asks. */
export function registerFlowActions(options: {
  actionsRegistry: ActionsRegistryService;
  flow: AuthorizedFlowService;
  calendar: OrganisationCalendar;
  clock: () => number;
}): void {
  const { actionsRegistry, flow, calendar, clock } = options;
  actionsRegistry.register({
    name: 'get-flow-metrics',
    title: 'Get flow metrics',
    description: `Gives how work flows through a component, or the roll-up of a system, domain or group, over a window of days: cycle time, throughput, work in progress and its age, flow efficiency, what capacity was spent on against what was agreed, escaped defects, delivery predictability and build health.
Durations are seconds. A null means that there is no data, not zero. State "thin" means too few samples to be judged.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(255)
            // PostgreSQL cannot look for it.
            .refine(ref => !ref.includes('\0'), 'expected an entity reference')
            .describe(
              'Full entity reference, such as component:default/checkout or group:default/payments, or org for the whole organisation',
            ),
          window: z
            .string()
            .optional()
            .describe(
              'ISO 8601 duration that ends today, such as P30D; default P90D; or "quarter"',
            ),
        }),
      output: z => z.object({ report: z.record(z.unknown()) }),
    },
    action: async ({ input, credentials }) => {
      const {
        weeks: _weeks,
        cumulative: _cumulative,
        distribution: _distribution,
        members: _members,
        ...report
      } = await flow.getReport(
        {
          scopeRef: input.entityRef.toLocaleLowerCase('en-US'),
          window: resolveWindow({ window: input.window }, calendar, clock()),
          ownership: 'now',
        },
        credentials,
      );
      return { output: { report } };
    },
  });
}
