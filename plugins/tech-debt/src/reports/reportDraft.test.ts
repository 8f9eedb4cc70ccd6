import {
  beginReport,
  changedReportFields,
  checkReport,
  mergeReports,
  newReportOf,
  reportEditOf,
  type ReportDraft,
} from './reportDraft';

const base: ReportDraft = {
  entityRef: 'component:default/checkout-api',
  what: 'The queue stood still',
  day: '2026-11-20',
  hoursLost: '3',
  teamRef: 'group:default/payments',
  item: undefined,
};
const cause = { id: 'd1', title: 'Orders are written by two services' };

const causes = [undefined, cause, { id: 'd2', title: 'Another one' }];

/** Every draft that differs from another in what happened, in the hours or in the cause. */
const drafts: ReportDraft[] = ['one', 'two', 'three'].flatMap(what =>
  ['', '1', '2'].flatMap(hoursLost =>
    causes.map(item => ({ ...base, what, hoursLost, item })),
  ),
);

describe('a report that is typed', () => {
  it('needs where it was and what happened alone', () => {
    expect(checkReport(beginReport({}), true)).toEqual({
      entityRef: 'required',
      what: 'required',
    });
    const draft = {
      ...beginReport({ entityRef: 'api:default/a' }),
      what: ' w ',
    };
    expect(checkReport(draft, true)).toEqual({});
    expect(newReportOf(draft)).toEqual({
      entityRef: 'api:default/a',
      what: 'w',
    });
  });

  it.each([
    ['two', 'number'],
    ['0', 'range'],
    ['10001', 'range'],
  ])('does not take %s hours', (hoursLost, fault) => {
    expect(checkReport({ ...base, hoursLost }, true)).toEqual({
      hoursLost: fault,
    });
  });

  it('sends the fields alone that were changed, and empties what was emptied', () => {
    expect(reportEditOf(base, base)).toEqual({});
    expect(
      reportEditOf(base, {
        ...base,
        hoursLost: '',
        teamRef: undefined,
        item: cause,
      }),
    ).toEqual({ hoursLost: null, teamRef: null, itemId: 'd1' });
    expect(checkReport({ ...base, day: '' }, false)).toEqual({
      day: 'required',
    });
  });

  it('loses nothing of what either of two people changed', () => {
    const [begun] = drafts;
    for (const mine of drafts) {
      for (const theirs of drafts) {
        const { draft, theirChanges } = mergeReports(begun, mine, theirs);
        expect(theirChanges.map(({ field }) => field)).toEqual(
          changedReportFields(begun, theirs),
        );
        for (const field of changedReportFields(begun, mine)) {
          expect(draft[field]).toEqual(mine[field]);
        }
        for (const { field, clash } of theirChanges) {
          expect(clash).toBe(draft[field] !== theirs[field]);
        }
      }
    }
  });
});
