import { ConfigReader } from '@backstage/config';
import { listKnownSources } from './SuggestionSources';
import {
  readFailingDays,
  readSourceCadence,
  readSuggestionSettings,
} from './suggestionSettings';

const HOUR = 3_600_000;

const configOf = (suggestions: object) =>
  new ConfigReader({ opmodel: { techDebt: { suggestions } } } as any);

describe('the settings of suggestions', () => {
  it('have defaults, and take what is said', () => {
    const nothing = new ConfigReader({});
    expect(readSuggestionSettings(nothing)).toEqual({
      frequencyMs: 300_000,
      timeoutMs: 1_800_000,
    });
    expect(readFailingDays(nothing)).toBe(90);
    expect(readSourceCadence(nothing, 'todo', HOUR)).toBe(HOUR);
    const config = configOf({
      frequency: { minutes: 1 },
      failingChecks: { olderThanDays: 0 },
      todos: { frequency: 'P1D' },
    });
    expect(readSuggestionSettings(config).frequencyMs).toBe(60_000);
    expect(readFailingDays(config)).toBe(0);
    expect(readSourceCadence(config, 'todo', HOUR)).toBe(24 * HOUR);
  });

  it.each([
    [{ frequency: { seconds: 1 } }, 'suggestions.frequency'],
    [{ timeout: { days: 2 } }, 'suggestions.timeout'],
    [{ failingChecks: { olderThanDays: 0.5 } }, 'failingChecks.olderThanDays'],
    [{ failingChecks: { olderThanDays: -1 } }, 'failingChecks.olderThanDays'],
    [{ todos: { frequency: { seconds: 1 } } }, 'todos.frequency'],
  ])('refuse %j by its key', (suggestions, key) => {
    const config = configOf(suggestions);
    expect(() => {
      readSuggestionSettings(config);
      readFailingDays(config);
      readSourceCadence(config, 'todo', HOUR);
    }).toThrow(key);
  });
});

describe('the sources of suggestions', () => {
  const todo = {
    id: 'todo' as const,
    title: 'Comments',
    cadence: { hours: 2 },
    suggest: async () => ({ lookedAt: [], suggestions: [], leftOut: [] }),
  };

  it('are all told, with why those that are off are', () => {
    const sources = listKnownSources(configOf({ sarif: { enabled: false } }), {
      asked: [todo],
      pushed: ['sarif', 'sonarqube'],
      subjectOff: ['error_budget'],
    });
    expect(
      sources.map(({ id, offBecause, asked }) => [
        id,
        offBecause,
        asked?.cadenceMs ?? null,
      ]),
    ).toEqual([
      ['exemption', 'installed', null],
      ['failing_check', 'installed', null],
      ['error_budget', 'subject', null],
      ['hotspot', 'installed', null],
      ['todo', null, 2 * HOUR],
      ['end_of_life', 'installed', null],
      ['sonarqube', null, null],
      ['sarif', 'configuration', null],
    ]);
    expect(sources.find(({ id }) => id === 'todo')?.title).toBe('Comments');
  });
});
