import { comparedWindow } from './comparedWindow';

const window = {
  from: '2024-02-29',
  to: '2024-03-29',
  days: 30,
  zone: 'UTC',
  previous: { from: '2024-01-30', to: '2024-02-28' },
};

describe('comparedWindow', () => {
  it('is the window before', () => {
    expect(comparedWindow({ with: 'previous' }, window)).toEqual({
      from: '2024-01-30',
      to: '2024-02-28',
    });
  });

  it('is the same days a year before, leap days included', () => {
    expect(comparedWindow({ with: 'last-year' }, window)).toEqual({
      from: '2023-02-28',
      to: '2023-03-29',
    });
  });

  it('is other days', () => {
    expect(
      comparedWindow(
        { with: 'days', from: '2023-01-01', to: '2023-01-31' },
        window,
      ),
    ).toEqual({ from: '2023-01-01', to: '2023-01-31' });
  });
});
