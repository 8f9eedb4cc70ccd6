import { mockServices } from '@backstage/backend-test-utils';
import { readKeepDays } from './readKeepDays';

const rule = { id: 'inbox', defaultKeepDays: 30, minimumKeepDays: 2 };
const read = (keepDays?: unknown) =>
  readKeepDays(
    mockServices.rootConfig({
      data:
        keepDays === undefined
          ? {}
          : { opmodel: { retention: { inbox: { keepDays } } } },
    }),
    rule,
  );

describe('readKeepDays', () => {
  it('follows the configuration, else the rule', () => {
    expect(read()).toBe(30);
    expect(read(2)).toBe(2);
    expect(read('forever')).toBe(null);
  });

  it.each([1, 0, -1, 2.5, '30', 'for ever', 36_501, true, { days: 3 }])(
    'refuses %j',
    value => {
      expect(() => read(value)).toThrow(
        'opmodel.retention.inbox.keepDays: expected a whole number of days from 2 to 36500, or forever',
      );
    },
  );
});
