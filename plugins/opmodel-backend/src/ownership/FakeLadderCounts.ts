import {
  type LadderCount,
  type OwnershipGap,
  ownershipGaps,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';
import type { FakeComponentCatalog } from '../catalog/FakeComponentCatalog';
import type { KeptSpan } from './FakeAssessmentStore';
import type { LadderChange } from './OwnershipStore';

type Selected = ReturnType<FakeComponentCatalog['select']>;

/** How many entities of each tier reach how many rungs. */
export function countLadder(spans: readonly KeptSpan[]): LadderCount[] {
  const counts = new Map<string, LadderCount>();
  for (const { tier, reached } of spans) {
    const key = JSON.stringify([tier, reached]);
    const entities = (counts.get(key)?.entities ?? 0) + 1;
    counts.set(key, { tier, reached, entities });
  }
  return [...counts.values()];
}

/** How many of the selected entities had each gap on a day. */
export function countGaps(
  selected: Selected,
  spans: readonly KeptSpan[],
  day: string,
): ReadonlyMap<OwnershipGap, number> {
  const holds = (from: string, to = '9999-12-31') => from <= day && day < to;
  const held = selected
    .filter(({ spans: inScope }) => inScope.some(span => holds(...span)))
    .flatMap(({ kept }) =>
      spans.filter(
        ({ entityRef, fromDay, toDay }) =>
          entityRef === kept.entity.ref && holds(fromDay, toDay),
      ),
    );
  return new Map(
    ownershipGaps
      .map((gap): [OwnershipGap, number] => [
        gap,
        held.filter(({ gaps }) => gaps.includes(gap)).length,
      ])
      .filter(([, entities]) => entities > 0),
  );
}

/** When how many of the selected entities came to a rung, and left it. */
export function listLadderChanges(
  selected: Selected,
  spans: readonly KeptSpan[],
  { from, to }: DaySpan,
): LadderChange[] {
  const changes: LadderChange[] = [];
  const add = (day: string, span: KeptSpan, entities: number) => {
    if (day <= to) {
      const { tier, reached } = span;
      changes.push({ day: day < from ? from : day, tier, reached, entities });
    }
  };
  for (const { kept, spans: inScope } of selected) {
    for (const span of spans) {
      if (span.entityRef === kept.entity.ref) {
        for (const [inFrom, inTo] of inScope) {
          const begin = span.fromDay > inFrom ? span.fromDay : inFrom;
          const last = span.toDay ?? '9999-12-31';
          const end = last < inTo ? last : inTo;
          if (begin < end) {
            add(begin, span, 1);
            add(end, span, -1);
          }
        }
      }
    }
  }
  return changes;
}
