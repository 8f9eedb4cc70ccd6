import { isVisible } from '../catalog/visibleInMemory';
import type { ComponentFilter, DaySpan, DoraSelection } from './DoraStore';

/** A component as the fake catalog of the fake store knows it. */
export interface FakeComponent {
  ref: string;
  name: string;
  title?: string;
  type?: string;
  tier?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  /** The scopes it counts in, with the days. */
  scopes: { ref: string; fromDay: string; toDay?: string }[];
}

export function isInside(span: DaySpan, day: string): boolean {
  return day >= span.from && day <= span.to;
}

/** Whether a component belongs to a selection on a day. */
export function isSelected(
  component: FakeComponent,
  selection: DoraSelection,
  day: string,
): boolean {
  return (
    matches(component, selection) &&
    component.scopes.some(
      scope =>
        scope.ref === selection.scopeRef &&
        (selection.ownership === 'now'
          ? scope.toDay === undefined
          : scope.fromDay <= day &&
            (scope.toDay === undefined || scope.toDay > day)),
    )
  );
}

/** Whether a component belongs to a selection today, or under `then` on at least one day of the span. */
export function isSelectedDuring(
  component: FakeComponent,
  selection: DoraSelection,
  span: DaySpan,
): boolean {
  return selection.ownership === 'now'
    ? isSelected(component, selection, span.to)
    : matches(component, selection) &&
        component.scopes.some(
          scope =>
            scope.ref === selection.scopeRef &&
            scope.fromDay <= span.to &&
            (scope.toDay === undefined || scope.toDay > span.from),
        );
}

function matches(component: FakeComponent, selection: DoraSelection): boolean {
  const filter: ComponentFilter = selection.filter ?? {};
  const isIn = (refs: string[]) =>
    component.scopes.some(
      scope =>
        scope.toDay === undefined &&
        refs.includes(scope.ref) &&
        isVisible(selection.visibility, scope.ref, undefined),
    );
  const equals = (wanted: string | undefined, value: string | undefined) =>
    wanted === undefined || wanted === value;
  const text = filter.text?.toLowerCase();
  const owners = filter.ownerRefs;
  return (
    isVisible(selection.visibility, component.ref, [
      { key: 'kind', value: 'component' },
      { key: 'metadata.name', value: component.name.toLowerCase() },
    ]) &&
    (filter.entityRefs === undefined ||
      filter.entityRefs.includes(component.ref)) &&
    equals(filter.systemRef, component.systemRef) &&
    equals(filter.type, component.type) &&
    equals(filter.tier, component.tier) &&
    equals(filter.lifecycle, component.lifecycle) &&
    (filter.domainRef === undefined || isIn([filter.domainRef])) &&
    (owners === undefined ||
      owners.includes(component.ownerRef ?? '') ||
      (filter.descendants === true && isIn(owners))) &&
    (!text ||
      component.name.toLowerCase().includes(text) ||
      Boolean(component.title?.toLowerCase().includes(text)))
  );
}
