import fc from 'fast-check';
import type { Observation, RecordKind } from '../observation';

const instant = fc
  .integer({ min: 0, max: 4_000_000_000_000 })
  .map(ms => new Date(ms).toISOString());
const text = fc.string({ maxLength: 5 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
/** An end that may be undone. */
const end = optional(fc.option(instant));

const base = {
  subject: fc.constant('s'),
  target: fc.record(
    {
      entityRefs: fc.array(
        fc.constantFrom('component:default/a', 'component:default/b'),
      ),
      links: fc.array(
        fc.record({
          system: fc.constantFrom('git', 'name'),
          externalId: fc.constantFrom('x', 'y'),
        }),
      ),
      paths: fc.array(fc.constantFrom('p', 'q')),
    },
    { requiredKeys: [] },
  ),
  withdrawn: optional(fc.boolean()),
  title: optional(text),
  url: optional(text),
};
const tier = fc.constantFrom('production' as const, 'staging' as const);

/** Any observation of a kind. */
export const observations: { [K in RecordKind]: fc.Arbitrary<Observation> } = {
  deployment: fc.record({
    kind: fc.constant('deployment' as const),
    ...base,
    environment: optional(text),
    environmentTier: optional(tier),
    startedAt: optional(instant),
    finishedAt: end,
    result: optional(
      fc.constantFrom('success' as const, 'failure' as const, null),
    ),
    deploymentType: optional(
      fc.constantFrom('deploy' as const, 'rollback' as const),
    ),
    changes: optional(fc.array(text, { maxLength: 3 })),
    hotfix: optional(fc.boolean()),
  }),
  change: fc.record({
    kind: fc.constant('change' as const),
    ...base,
    commitSha: optional(text),
    firstReviewAt: optional(instant),
    mergedAt: optional(instant),
    abandonedAt: end,
    contributors: optional(fc.nat(9)),
    commits: optional(
      fc.array(fc.record({ sha: text, committedAt: optional(instant) }), {
        maxLength: 2,
      }),
    ),
  }),
  incident: fc.record({
    kind: fc.constant('incident' as const),
    ...base,
    severity: optional(fc.constantFrom('sev1' as const, 'sev2' as const)),
    detectedAt: optional(instant),
    acknowledgedAt: optional(instant),
    resolvedAt: end,
    customerImpactMinutes: optional(fc.nat(99)),
  }),
  work_item: fc.record({
    kind: fc.constant('work_item' as const),
    ...base,
    category: optional(fc.constantFrom('debt' as const, 'feature' as const)),
    state: optional(
      fc.constantFrom('active' as const, 'blocked' as const, 'done' as const),
    ),
    committedPeriod: optional(fc.constantFrom('2026-Q3', '2026-Q4', null)),
    effortDays: optional(fc.nat(9)),
    completedAt: end,
    cancelledAt: end,
  }),
  pipeline_run: fc.record({
    kind: fc.constant('pipeline_run' as const),
    ...base,
    pipeline: optional(text),
    startedAt: optional(instant),
    finishedAt: end,
    result: optional(
      fc.constantFrom('success' as const, 'failure' as const, null),
    ),
  }),
  environment: fc.record({
    kind: fc.constant('environment' as const),
    ...base,
    name: optional(text),
    environmentTier: optional(tier),
    deleted: optional(fc.boolean()),
  }),
};

/** Observations of one subject. Few distinct times, so that ties are met often. */
export const historyOf = (kind: RecordKind) =>
  fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      time: fc.nat(5),
      observation: observations[kind],
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
