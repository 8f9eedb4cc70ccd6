import { ConfigReader } from '@backstage/config';
import { readOpenSloMode } from './openSloMode';

function modeOf(mode?: string) {
  return readOpenSloMode(new ConfigReader({ opmodel: { openslo: { mode } } }));
}

describe('readOpenSloMode', () => {
  it('is lenient unless it is told otherwise', () => {
    expect(readOpenSloMode(new ConfigReader({}))).toBe('lenient');
    expect(modeOf('lenient')).toBe('lenient');
    expect(modeOf('strict')).toBe('strict');
  });

  it('refuses any other word', () => {
    expect(() => modeOf('Strict')).toThrow(
      'opmodel.openslo.mode must be lenient or strict',
    );
  });
});
