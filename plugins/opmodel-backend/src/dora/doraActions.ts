import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AuthorizedDoraService } from './AuthorizedDoraService';

/** Lets agents ask what people read on the DORA tab, with the permissions of whoever asks. */
export function registerDoraActions(options: {
  actionsRegistry: ActionsRegistryService;
  dora: AuthorizedDoraService;
  calendar: OrganisationCalendar;
  clock: () => number;
}): void {
  const { actionsRegistry, dora, calendar, clock } = options;
  actionsRegistry.register({
    name: 'get-dora-metrics',
    title: 'Get DORA metrics',
    description: `Gives change lead time and deployment frequency of a component, or the roll-up of a system, domain or group, over a window of days, each with the number of samples, what was left out and the change against the window before.
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
              'Full entity reference, such as component:default/checkout or group:default/payments',
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
      const report = await dora.getReport(
        {
          scopeRef: input.entityRef.toLocaleLowerCase('en-US'),
          window: resolveWindow({ window: input.window }, calendar, clock()),
          ownership: 'now',
        },
        credentials,
      );
      const {
        scope,
        window,
        definition,
        freshness,
        changeLeadTime,
        deploymentFrequency,
        stages,
      } = report;
      return {
        output: {
          report: {
            scope,
            window,
            definition,
            freshness,
            changeLeadTime,
            deploymentFrequency,
            stages,
          },
        },
      };
    },
  });
}
