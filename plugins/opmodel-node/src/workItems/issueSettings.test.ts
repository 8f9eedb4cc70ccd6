import { periodOfLabels, readIssueSettings } from './issueSettings';

const key = 'opmodel.example.workItems';

describe('the settings of issues', () => {
  it('are none where nothing is configured, and defaults where something is', () => {
    expect(readIssueSettings(undefined, key)).toBeUndefined();
    expect(readIssueSettings({}, key)).toMatchObject({
      periodPrefix: undefined,
      words: { categories: expect.any(Map) },
    });
  });

  it('find the period that a label names', () => {
    const settings = readIssueSettings({ periodPrefix: 'For::' }, key)!;
    expect(periodOfLabels(['bug', 'for:: 2026-Q1'], settings)).toBe('2026-Q1');
    expect(periodOfLabels(['for::'], settings)).toBeUndefined();
    expect(
      periodOfLabels(['for::1'], readIssueSettings({}, key)!),
    ).toBeUndefined();
  });

  it('are refused where they are wrong', () => {
    expect(() => readIssueSettings({ periodPrefix: 7 }, key)).toThrow(
      'opmodel.example.workItems.periodPrefix: expected string, got number',
    );
  });
});
