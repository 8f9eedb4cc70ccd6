import { readOpenSloMode } from './openSloMode';

const modeOf = (mode?: string) =>
  readOpenSloMode({
    getOptionalString: key =>
      key === 'opmodel.openslo.mode' ? mode : undefined,
  });

describe('readOpenSloMode', () => {
  it('is lenient unless it is told otherwise', () => {
    expect(modeOf()).toBe('lenient');
    expect(modeOf('lenient')).toBe('lenient');
    expect(modeOf('strict')).toBe('strict');
  });

  it('refuses any other word', () => {
    expect(() => modeOf('Strict')).toThrow(
      'opmodel.openslo.mode must be lenient or strict',
    );
  });
});
