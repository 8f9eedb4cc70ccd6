import type { Entity } from '@backstage/catalog-model';
import {
  completeRef,
  measuresAnnotation,
  reviewOnAnnotation,
  sloOwnerAnnotation,
} from '@opmodel/backstage-plugin-opmodel-common';

const isRef = (value: string) => completeRef(value) !== null;

function isDay(value: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(value) : null;
  return (
    day !== null &&
    !Number.isNaN(day.getTime()) &&
    // 30 February is 2 March to a clock.
    day.toISOString().startsWith(value)
  );
}

const rules: readonly [string, string, (value: string) => boolean][] = [
  [
    measuresAnnotation,
    'the ref of a catalog entity, such as component:default/checkout',
    isRef,
  ],
  [
    sloOwnerAnnotation,
    'the ref of a catalog entity, such as group:default/payments',
    isRef,
  ],
  [reviewOnAnnotation, 'a day such as 2027-03-01', isDay],
];

/** What is wrong with the annotations by which a document is tied to the catalog, a line each. */
export function checkOpenSloAnnotations({ metadata }: Entity): string[] {
  return rules.flatMap(([annotation, expected, isRight]) => {
    const value = metadata.annotations?.[annotation];
    return value === undefined || isRight(value)
      ? []
      : [`The annotation ${annotation} must be ${expected}`];
  });
}
