import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  benchmarkEditions,
  type BenchmarkEditionId,
  doraProfileIds,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AuthorizedDoraService } from './AuthorizedDoraService';
import type { DoraRequest } from './doraRequests';

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/** The metrics that can be explained. */
const metricIds = [
  'change-lead-time',
  'deployment-frequency',
  'failed-deployment-recovery-time',
  'change-fail-rate',
  'deployment-rework-rate',
  'time-to-restore',
  'incident-recurrence',
] as const;

const editionIds = benchmarkEditions.map(({ id }) => id) as [
  BenchmarkEditionId,
  ...BenchmarkEditionId[],
];

const readOnly = { readOnly: true, destructive: false, idempotent: true };

/** What is said of every number, so that nobody takes nothing for zero. */
const READING = `Durations are seconds, rates are 0 to 1. A null means that there is no data, not zero. State "thin" means too few samples to be judged.`;

/** What each action is told of the numbers that are meant. */
const numbersSchema = (z: Zod) => ({
  entityRef: z
    .string()
    .max(255)
    // PostgreSQL cannot look for it.
    .refine(ref => !ref.includes('\0'), 'expected an entity reference')
    .describe(
      'Full entity reference, such as component:default/checkout or group:default/payments, or "org" for everything',
    ),
  window: z
    .string()
    .max(32)
    .optional()
    .describe(
      'ISO 8601 duration that ends today, such as P30D; default P90D; or "quarter"',
    ),
  profile: z
    .enum(doraProfileIds)
    .optional()
    .describe('Definition of the metrics; default: the configured one'),
});

/** Lets agents ask what people read on the DORA tab, with the permissions of whoever asks. */
export function registerDoraActions(options: {
  actionsRegistry: ActionsRegistryService;
  dora: AuthorizedDoraService;
  calendar: OrganisationCalendar;
  clock: () => number;
}): void {
  const { actionsRegistry, dora, calendar, clock } = options;
  const requestOf = ({
    entityRef,
    window,
    profile,
  }: {
    entityRef: string;
    window?: string;
    profile?: DoraRequest['profile'];
  }): DoraRequest => ({
    scopeRef: entityRef.toLocaleLowerCase('en-US'),
    window: resolveWindow({ window }, calendar, clock()),
    ownership: 'now',
    profile,
  });

  actionsRegistry.register({
    name: 'get-dora-metrics',
    title: 'Get DORA metrics',
    description: `Gives the five DORA metrics (change lead time, deployment frequency, failed deployment recovery time, change fail rate, deployment rework rate), and time to restore and incident recurrence beside them, of a component, or of the roll-up of a system, domain or group, over a window of days. Each comes with the number of samples, what was left out, the change against the window before, and in "contexts" the quality of its data, its benchmark and how many people dispute it.
${READING}`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          ...numbersSchema(z),
          edition: z
            .enum(editionIds)
            .optional()
            .describe(
              'Year of the DORA report that numbers are compared with; default: the configured one',
            ),
        }),
      output: z => z.object({ report: z.record(z.unknown()) }),
    },
    action: async ({ input, credentials }) => {
      // Rows for charts and lists of members would fill an agent's memory.
      const {
        trend: _trend,
        previousTrend: _previousTrend,
        distribution: _distribution,
        members: _members,
        ...report
      } = await dora.getReport(
        { ...requestOf(input), edition: input.edition },
        credentials,
      );
      return { output: { report } };
    },
  });

  actionsRegistry.register({
    name: 'explain-dora-metric',
    title: 'Explain a DORA metric',
    description: `Explains how one DORA number came about: its definition, the figures that its formula takes, how many samples there are, what was left out and why, and how good the data is.
${READING}`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          ...numbersSchema(z),
          metric: z.enum(metricIds).describe('The number to explain'),
        }),
      output: z => z.object({ explanation: z.record(z.unknown()) }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        explanation: {
          ...(await dora.explain(input.metric, requestOf(input), credentials)),
        },
      },
    }),
  });

  actionsRegistry.register({
    name: 'list-failed-deployments',
    title: 'List failed deployments',
    description: `Lists the production deployments that failed in a window of days, newest first: when, what version, how each is known to have failed and how certain that is, and when it was recovered (null: not yet, or not known).
${READING}`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          ...numbersSchema(z),
          limit: z
            .number()
            .int()
            .min(1)
            .max(50)
            .optional()
            .describe('At most so many, 1 to 50; default 10'),
        }),
      output: z =>
        z.object({
          deployments: z.array(z.record(z.unknown())),
          total: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, totalItems } = await dora.listDeployments(
        { ...requestOf(input), failed: true, limit: input.limit ?? 10 },
        credentials,
      );
      return {
        output: {
          deployments: items.map(
            ({ changes: _changes, ...deployment }) => deployment,
          ),
          total: totalItems,
        },
      };
    },
  });
}
