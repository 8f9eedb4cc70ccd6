import {
  DEFAULT_WINDOW,
  readWindowSelection,
  toWindowQuery,
  writeWindowSelection,
  type WindowSelection,
} from './windowSelection';

const read = (search: string) =>
  readWindowSelection(new URLSearchParams(search));

describe('a window in the URL', () => {
  it('is the last 90 days where nothing is said', () => {
    expect(read('')).toEqual(DEFAULT_WINDOW);
    expect(toWindowQuery(DEFAULT_WINDOW)).toEqual({ window: 'P90D' });
  });

  it.each([
    'window=P17D',
    'from=2026-01-01',
    'from=2026-02-01&to=2026-01-01',
    'from=1.1.2026&to=2026-02-01',
  ])('is the default for %s, which cannot be read', search => {
    expect(read(search)).toEqual(DEFAULT_WINDOW);
  });

  it.each<WindowSelection>([
    { type: 'named', window: 'P30D' },
    { type: 'named', window: 'quarter' },
    { type: 'custom', from: '2026-01-01', to: '2026-03-31' },
    DEFAULT_WINDOW,
  ])('reads back what was written: %j', selection => {
    const written = writeWindowSelection(
      new URLSearchParams('owner=group:default/a&window=P1Y'),
      selection,
    );
    expect(readWindowSelection(written)).toEqual(selection);
    expect(written.get('owner')).toBe('group:default/a');
  });

  it('leaves no trace of the default', () => {
    const written = writeWindowSelection(
      new URLSearchParams('from=2026-01-01&to=2026-01-31'),
      DEFAULT_WINDOW,
    );
    expect(written.toString()).toBe('');
  });
});
