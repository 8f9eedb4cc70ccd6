import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { isVisible } from '../catalog/visibleInMemory';

/** A component as the fake catalog of the fake store knows it. */
export interface FakeComponent {
  ref: string;
  name: string;
  title?: string;
  tier?: string;
  ownerRef?: string;
  systemRef?: string;
  /** The scopes it counts in, with the days. */
  scopes: { ref: string; fromDay: string; toDay?: string }[];
}

/** Whether a component belongs to a selection on a day. */
export function belongsOn(
  component: FakeComponent,
  selection: ComponentSelection,
  day: string,
): boolean {
  return belongsDuring(component, selection, { from: day, to: day });
}

/** Whether a component belongs to a selection on any day of a span; as owned now, whether it does today. */
export function belongsDuring(
  component: FakeComponent,
  selection: ComponentSelection,
  span: DaySpan,
): boolean {
  return (
    component.scopes.some(
      ({ ref, fromDay, toDay }) =>
        ref === selection.scopeRef &&
        (selection.ownership === 'now'
          ? toDay === undefined
          : fromDay <= span.to && (toDay === undefined || toDay > span.from)),
    ) && isSelected(component, selection)
  );
}

/** Whether a component is visible and meets the filter; the fake knows the filters that its tests use. */
export function isSelected(
  component: FakeComponent,
  { filter, visibility }: ComponentSelection,
): boolean {
  const properties = [
    { key: 'kind', value: 'component' },
    { key: 'metadata.name', value: component.name },
  ];
  return (
    isVisible(visibility, component.ref, properties) &&
    (filter?.entityRefs === undefined ||
      filter.entityRefs.includes(component.ref)) &&
    (filter?.tier === undefined || filter.tier === component.tier) &&
    (filter?.ownerRefs === undefined ||
      filter.ownerRefs.includes(component.ownerRef ?? '') ||
      (filter.descendants === true &&
        component.scopes.some(
          ({ ref, toDay }) =>
            toDay === undefined && filter.ownerRefs!.includes(ref),
        )))
  );
}

/** Whether a day lies in a span. */
export function isInside({ from, to }: DaySpan, day: string): boolean {
  return day >= from && day <= to;
}
