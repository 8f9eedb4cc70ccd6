import { mockServices } from '@backstage/backend-test-utils';
import { readEvaluationSettings } from '../evaluation/evaluationSettings';
import { readFactSettings } from './factSettings';

const configOf = (scorecards: object) =>
  mockServices.rootConfig({ data: { opmodel: { scorecards } } as object });

describe('settings of facts and evaluation', () => {
  it('work without any configuration', () => {
    expect(readFactSettings(configOf({}))).toEqual({
      frequencyMs: 60_000,
      timeoutMs: 1_800_000,
    });
    expect(readEvaluationSettings(configOf({}))).toEqual({
      frequencyMs: 10_000,
      sweepFrequencyMs: 3_600_000,
    });
  });

  it('are read as they are configured', () => {
    expect(
      readFactSettings(
        configOf({ facts: { frequency: 'PT10S', timeout: { hours: 2 } } }),
      ),
    ).toEqual({ frequencyMs: 10_000, timeoutMs: 7_200_000 });
    expect(
      readEvaluationSettings(
        configOf({ evaluation: { frequency: '1s', sweepFrequency: 'PT6H' } }),
      ),
    ).toEqual({ frequencyMs: 1_000, sweepFrequencyMs: 21_600_000 });
  });

  it.each([
    ['facts', 'frequency', { seconds: 1 }, 'from 10 to 3600 seconds, got 1'],
    ['facts', 'timeout', { days: 2 }, 'from 60 to 86400 seconds, got 172800'],
    ['evaluation', 'frequency', { hours: 2 }, 'from 1 to 3600 seconds'],
    ['evaluation', 'sweepFrequency', 'PT1S', 'from 60 to 86400 seconds'],
    ['evaluation', 'sweepFrequency', 'often', ''],
  ])('name %s.%s where it cannot be used', (section, key, value, expected) => {
    const config = configOf({ [section]: { [key]: value } });
    const read = () =>
      section === 'facts'
        ? readFactSettings(config)
        : readEvaluationSettings(config);
    expect(read).toThrow(`opmodel.scorecards.${section}.${key}`);
    expect(read).toThrow(expected);
  });
});
