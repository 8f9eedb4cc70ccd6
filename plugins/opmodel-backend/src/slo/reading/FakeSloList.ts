import type { SelectedSlo } from './FakeSloSelection';
import type { SloListRequest, SloOrder, SloPosition } from './SloReadStore';

/** One page of SLOs that were selected in memory, and how many there are. */
export function pageOfSlos(
  selected: readonly SelectedSlo[],
  request: SloListRequest,
): { items: SloPosition[]; total: number } {
  const { order, descending, limit, after } = request;
  const listed = selected
    .filter(slo => isAsked(slo, request))
    .map(slo => ({
      place: order === 'worst' ? urgencyOf(slo) : 0,
      value: valueOf(slo, order),
      ref: slo.ref,
    }))
    .sort((a, b) => compare(a, b, descending));
  return {
    items: listed
      .filter(item => !after || compare(item, after, descending) > 0)
      .slice(0, limit),
    total: listed.length,
  };
}

function isAsked(
  { slo, isBurning }: SelectedSlo,
  { state, burning, review }: SloListRequest,
): boolean {
  const { reviewOn } = slo.definition;
  const isReviewed = {
    overdue: () => reviewOn !== null && reviewOn < review!.today,
    due: () =>
      reviewOn !== null &&
      reviewOn >= review!.today &&
      reviewOn <= review!.dueBy,
    none: () => reviewOn === null,
  };
  return (
    (state === undefined || (slo.state ?? 'no_data') === state) &&
    (burning === undefined || isBurning === burning) &&
    (!review || isReviewed[review.is]())
  );
}

/** The most urgent first: what is not known comes before what is well, and after what is known not to be. */
function urgencyOf({ slo, isBurning }: SelectedSlo): number {
  return {
    exhausted: 0,
    at_risk: isBurning ? 1 : 2,
    no_data: 3,
    thin: 4,
    met: 5,
  }[slo.state ?? 'no_data'];
}

function valueOf(
  { document, member, states, worst }: SelectedSlo,
  order: SloOrder,
): string | number | null {
  const most = (values: (number | null)[], pick: 'max' | 'min') => {
    const known = values.filter(value => value !== null);
    return known.length === 0 ? null : Math[pick](...known);
  };
  switch (order) {
    case 'name':
      return (document.entity.title ?? document.entity.name).toLocaleLowerCase(
        'en-US',
      );
    case 'tier':
      return member?.entity.tier ?? null;
    case 'burn':
      return most(
        states.map(({ burns }) => burns['1h']),
        'max',
      );
    case 'attainment':
      return most(
        states.map(({ attainment }) => attainment),
        'min',
      );
    default:
      return worst?.remaining ?? null;
  }
}

/** What is not known comes last, within what is equally urgent. */
function compare(a: SloPosition, b: SloPosition, descending: boolean): number {
  const tie = a.ref < b.ref ? -1 : Number(a.ref > b.ref);
  if (a.place !== b.place) {
    return a.place - b.place;
  }
  if (a.value === b.value) {
    return tie;
  }
  if (a.value === null || b.value === null) {
    return a.value === null ? 1 : -1;
  }
  return a.value < b.value === descending ? 1 : -1;
}
