import {
  countComponentFilters,
  emptyComponentFilter,
  readComponentFilter,
  toComponentQuery,
  writeComponentFilter,
  type ComponentFilter,
} from './componentFilter';

const filter: ComponentFilter = {
  ...emptyComponentFilter,
  owner: ['group:default/payments', 'group:default/checkout'],
  descendants: false,
  tier: '1',
  text: 'api',
};

describe('the filter of components', () => {
  it('is read from the URL as it was written, and leaves other parameters alone', () => {
    const params = writeComponentFilter(
      new URLSearchParams('window=P30D&system=system:default/old'),
      filter,
    );
    expect(params.get('window')).toBe('P30D');
    expect(params.has('system')).toBe(false);
    expect(readComponentFilter(params)).toEqual(filter);
  });

  it('leaves no trace in the URL where it selects everything', () => {
    expect(
      writeComponentFilter(
        new URLSearchParams('owner=a&descendants=false&text=b'),
        emptyComponentFilter,
      ).toString(),
    ).toBe('');
  });

  it('asks the API only for what is set', () => {
    expect(toComponentQuery(emptyComponentFilter)).toEqual({});
    expect(toComponentQuery(filter)).toEqual({
      owner: ['group:default/payments', 'group:default/checkout'],
      descendants: false,
      tier: '1',
      text: 'api',
    });
    expect(countComponentFilters(filter)).toBe(3);
  });
});
