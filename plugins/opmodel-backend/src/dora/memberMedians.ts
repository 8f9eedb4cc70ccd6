import {
  type DoraProfile,
  middleOfWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DatedDuration,
  DaySpan,
  DoraSelection,
  DoraStore,
  DurationKind,
} from './DoraStore';

/** A component with the number of its samples. */
export interface SampledMember {
  entityRef: string;
  n: number;
  /** Of the bins, within 1 %, seconds. */
  counted: number | null;
}

/** Samples that are read at a time, of as many components as have so many together. */
const SAMPLES_AT_ONCE = 20_000;

/** Of a component with more than this, a report tells the middle of the days by their bins alone. */
const SAMPLES_OF_DAYS = 2_000;

/**
 * The medians of components over a span, seconds: to the second, as their reports show them. Where a component has more samples than are
 * read at a time, or another calculation was written in between, the median of its bins stands.
 *
 * @param members - taken from a list that was read with the same selection
 */
export async function readMemberMedians(
  store: Pick<DoraStore, 'listWindowDurations'>,
  question: {
    calculation: string;
    kind: DurationKind;
    selection: DoraSelection;
    rule: Pick<DoraProfile, 'median' | 'summary'>;
  },
  span: DaySpan,
  members: readonly SampledMember[],
): Promise<ReadonlyMap<string, number | null>> {
  const { calculation, kind, selection, rule } = question;
  const medians = new Map(
    members.map(({ entityRef, counted }) => [entityRef, counted]),
  );
  const most = rule.summary === 'samples' ? SAMPLES_AT_ONCE : SAMPLES_OF_DAYS;
  const readable = members.filter(({ n }) => n > 0 && n <= most);
  for (const group of groupBySamples(readable)) {
    const entityRefs = group.map(({ entityRef }) => entityRef);
    const { current } = await store.listWindowDurations(
      calculation,
      kind,
      { ...selection, filter: { ...selection.filter, entityRefs } },
      // What was before is not asked for.
      { ...span, previous: span },
      { limit: sumOf(group) + 1, byEnvironment: true },
    );
    const valuesOf = groupByEntity(current);
    for (const { entityRef, n } of group) {
      const values = valuesOf.get(entityRef) ?? [];
      if (values.length === n) {
        medians.set(
          entityRef,
          middleOfWindow(
            values.map(({ seconds: value, ...dated }) => ({ ...dated, value })),
            rule,
          ),
        );
      }
    }
  }
  return medians;
}

function groupBySamples(members: readonly SampledMember[]): SampledMember[][] {
  const groups: SampledMember[][] = [];
  let left = 0;
  for (const member of members) {
    if (groups.length === 0 || left < member.n) {
      groups.push([]);
      left = SAMPLES_AT_ONCE;
    }
    groups.at(-1)!.push(member);
    left -= member.n;
  }
  return groups;
}

function sumOf(members: readonly SampledMember[]): number {
  return members.reduce((sum, { n }) => sum + n, 0);
}

function groupByEntity(
  durations: readonly DatedDuration[],
): ReadonlyMap<string, DatedDuration[]> {
  const groups = new Map<string, DatedDuration[]>();
  for (const duration of durations) {
    const ref = duration.entityRef!;
    const group = groups.get(ref);
    if (group) {
      group.push(duration);
    } else {
      groups.set(ref, [duration]);
    }
  }
  return groups;
}
