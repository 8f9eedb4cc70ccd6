import { defaultFleetColumns } from './fleetColumns';
import {
  countFilters,
  emptyFleetFilter,
  formatFleetView,
  parseFleetView,
  toFleetQuery,
  toSummaryQuery,
} from './fleetView';

const parse = (query: string) => parseFleetView(new URLSearchParams(query));

describe('fleetView', () => {
  it('selects everything when the URL says nothing', () => {
    expect(parse('')).toEqual({
      filter: { owner: [], descendants: true },
      window: { type: 'named', window: 'P90D' },
      profile: undefined,
      edition: undefined,
      sort: 'name',
      columns: defaultFleetColumns,
      density: 'comfortable',
      rowsPerPage: 20,
      page: 1,
    });
  });

  it('keeps a link short: defaults are not written', () => {
    expect(formatFleetView(parse('')).toString()).toBe('');
  });

  it('survives the way to the URL and back', () => {
    const query = new URLSearchParams([
      ['from', '2026-01-01'],
      ['to', '2026-03-31'],
      ['profile', 'four-keys'],
      ['edition', '2024'],
      ['owner', 'group:default/payments'],
      ['owner', 'group:default/identity'],
      ['descendants', 'false'],
      ['system', 'system:default/checkout'],
      ['domain', 'domain:default/commerce'],
      ['type', 'service'],
      ['tier', 'tier-1'],
      ['lifecycle', 'production'],
      ['text', 'a & b=c'],
      ['state', 'thin'],
      ['sort', '-leadTime'],
      ['columns', 'name,owner'],
      ['density', 'compact'],
      ['rows', '50'],
      ['cursor', 'opaque=='],
      ['page', '3'],
    ]);

    const view = parseFleetView(query);

    expect(formatFleetView(view).toString()).toBe(query.toString());
    expect(parseFleetView(formatFleetView(view))).toEqual(view);
  });

  it.each([
    ['sort=owner', { sort: 'name' }],
    ['rows=7', { rowsPerPage: 20 }],
    ['density=huge', { density: 'comfortable' }],
    ['columns=salary', { columns: defaultFleetColumns }],
    ['page=4', { page: 1 }],
    ['cursor=c&page=1.5', { page: 1 }],
    ['profile=elite', { profile: undefined }],
    ['edition=2020', { edition: undefined }],
    ['state=elite', { filter: emptyFleetFilter }],
    ['owner=&text=', { filter: emptyFleetFilter }],
  ])('reads %s as if it were absent', (query, expected) => {
    expect(parse(query)).toEqual({
      ...parse(''),
      cursor: parse(query).cursor,
      ...expected,
    });
  });

  it('asks the API for no more than the view says', () => {
    expect(toFleetQuery(parse(''))).toEqual({
      window: 'P90D',
      sort: 'name',
      limit: 20,
    });
    expect(
      toFleetQuery(parse('owner=group:default/a&window=P30D&cursor=c')),
    ).toEqual({
      owner: ['group:default/a'],
      descendants: true,
      window: 'P30D',
      sort: 'name',
      limit: 20,
      cursor: 'c',
    });
    expect(toFleetQuery(parse('profile=gitlab&edition=2024'))).toEqual({
      window: 'P90D',
      profile: 'gitlab',
      sort: 'name',
      limit: 20,
    });
    expect(toSummaryQuery(parse('profile=gitlab&edition=2024'))).toEqual({
      window: 'P90D',
      profile: 'gitlab',
      edition: '2024',
    });
    expect(toSummaryQuery(parse('text=pay&sort=-name&cursor=c'))).toEqual({
      text: 'pay',
      window: 'P90D',
    });
  });

  it('counts the filters, not the window', () => {
    expect(countFilters(parse('window=P30D').filter)).toBe(0);
    expect(
      countFilters(parse('owner=a&owner=b&state=thin&text=x').filter),
    ).toBe(3);
  });
});
