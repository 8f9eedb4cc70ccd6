import type {
  AppliedPolicy,
  SloDependencyFinding,
  SloNextStep,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { MissedTarget } from './findMissedTarget';

/**
 * What would help an entity, the most urgent first, each kind once.
 *
 * @param options - `policies`: those that apply; null where nobody knows of policies
 */
export function sloNextSteps(
  entityRef: string,
  options: {
    slos: readonly SloStatus[];
    dependencies: readonly SloDependencyFinding[];
    policies: readonly AppliedPolicy[] | null;
    /** The worst one whose target is far above what is attained. */
    missed: (MissedTarget & { slo: SloStatus }) | null;
  },
): SloNextStep[] {
  const { slos, dependencies, policies, missed } = options;
  if (slos.length === 0) {
    return [{ id: 'add_slo', entityRef, values: {} }];
  }
  const first = (
    id: SloNextStep['id'],
    isMeant: (slo: SloStatus) => boolean,
    valuesOf: (slo: SloStatus) => SloNextStep['values'] = () => ({}),
  ): SloNextStep[] => {
    const meant = slos.filter(isMeant);
    return meant.length === 0
      ? []
      : [
          {
            id,
            entityRef: meant[0].entityRef ?? entityRef,
            values: {
              slo: meant[0].ref,
              title: meant[0].title,
              slos: meant.length,
              ...valuesOf(meant[0]),
            },
          },
        ];
  };
  return [
    ...first(
      'spend_less',
      ({ state }) => state === 'exhausted' || state === 'at_risk',
      slo => ({ remaining: leastRemaining(slo) }),
    ),
    ...(missed === null
      ? []
      : [
          {
            id: 'lower_target' as const,
            entityRef: missed.slo.entityRef ?? entityRef,
            values: {
              slo: missed.slo.ref,
              title: missed.slo.title,
              target: missed.target,
              attained: missed.attained,
            },
          },
        ]),
    ...first(
      'mend_document',
      ({ problems }) => problems > 0,
      slo => ({
        problems: slo.problems,
      }),
    ),
    ...first('connect_source', ({ source }) => source.state === 'none'),
    ...(dependencies.length > 0
      ? [
          {
            id: 'loosen_dependency' as const,
            entityRef,
            values: {
              slo: dependencies[0].sloRef,
              title: dependencies[0].sloTitle,
              target: dependencies[0].target,
              attainable: dependencies[0].attainable,
            },
          },
        ]
      : []),
    ...first(
      'raise_traffic',
      ({ state }) => state === 'thin',
      ({ objectives }) => ({
        total: objectives[0]?.total ?? null,
        minimum: objectives[0]?.minimumEvents ?? null,
      }),
    ),
    ...first(
      'review',
      ({ reviewState }) => reviewState === 'overdue',
      slo => ({
        reviewOn: slo.reviewOn,
      }),
    ),
    ...(policies !== null && policies.length === 0
      ? [{ id: 'add_policy' as const, entityRef, values: {} }]
      : []),
  ];
}

function leastRemaining({ objectives }: SloStatus): number | null {
  const known = objectives.flatMap(({ budget }) => budget.remaining ?? []);
  return known.length === 0 ? null : Math.min(...known);
}
