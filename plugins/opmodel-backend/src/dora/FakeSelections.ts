import type { DayCount } from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan, DoraSelection } from './DoraStore';
import { FakeDeliveryStore, type KeptResult } from './FakeDeliveryStore';
import {
  type FakeComponent,
  isInside,
  isSelected,
  isSelectedDuring,
} from './fakeSelection';

/** A component with what is kept of it, and which of its days belong to a selection. */
export interface SelectedResult {
  component: FakeComponent;
  result: KeptResult;
  isIn: (dated: { day: string }) => boolean;
}

/** What is calculated, in memory, as a selection sees it. */
export class FakeSelections extends FakeDeliveryStore {
  /** The components that belong to a selection on any day of a span. */
  protected selectedDuring(
    selection: DoraSelection,
    span: DaySpan,
  ): FakeComponent[] {
    return this.components.filter(component =>
      isSelectedDuring(component, selection, span),
    );
  }

  /** What is kept under a calculation, with the days that count in a span. */
  protected selectedResults(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): SelectedResult[] {
    return this.components.flatMap(component => {
      const result = this.resultOf(calculation, component.ref);
      const isIn = ({ day }: { day: string }) =>
        isInside(span, day) && isSelected(component, selection, day);
      return result ? [{ component, result, isIn }] : [];
    });
  }

  /** The day rows of one component. */
  protected daysOf(
    calculation: string,
    ref: string,
    selection: DoraSelection,
    span: DaySpan,
  ): DayCount[] {
    return this.selectedResults(calculation, selection, span)
      .filter(({ component }) => component.ref === ref)
      .flatMap(({ result, isIn }) => result.days.filter(isIn));
  }

  /** The day rows of all components. */
  protected allDays(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): DayCount[] {
    return this.selectedResults(calculation, selection, span).flatMap(
      ({ result, isIn }) => result.days.filter(isIn),
    );
  }
}
