import { suggestionAlarms } from './suggestionAlarms';
import type { SuggestionSourceState } from './SuggestionRunStore';
import type { KnownSource } from './SuggestionSources';

const noon = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

const source = (given: Partial<KnownSource> = {}): KnownSource => ({
  id: 'todo',
  title: 'Comments in code',
  offBecause: null,
  asked: { source: {} as any, cadenceMs: HOUR },
  ...given,
});

const state = (
  given: Partial<SuggestionSourceState> = {},
): SuggestionSourceState => ({
  source: 'todo',
  cadenceMs: HOUR,
  nextAt: noon,
  startedAt: noon,
  succeededAt: noon - HOUR,
  leaseUntil: null,
  isUnderWay: true,
  entities: 1,
  problems: 0,
  error: 'git.example.com did not answer',
  ...given,
});

describe('the alarms of sources of debt', () => {
  it('tell an operator which fails and why, and get worse with time', () => {
    expect(suggestionAlarms([source()], [state()], noon)).toEqual([
      {
        id: 'debt-source-failing',
        severity: 'attention',
        subject: 'todo',
        message:
          'Comments in code failed to look for debt: git.example.com did not answer',
        remedy: expect.stringContaining('goes on where it stopped'),
        since: '2026-11-22T11:00:00.000Z',
      },
    ]);
    for (const succeededAt of [null, noon - 3 * HOUR - 1]) {
      expect(
        suggestionAlarms([source()], [state({ succeededAt })], noon),
      ).toMatchObject([{ severity: 'bad' }]);
    }
  });

  it('are none where it does not fail, is sent, or is off', () => {
    expect(
      suggestionAlarms([source()], [state({ error: null })], noon),
    ).toEqual([]);
    expect(suggestionAlarms([source()], [], noon)).toEqual([]);
    expect(
      suggestionAlarms(
        [source({ asked: null, offBecause: 'configuration' })],
        [state()],
        noon,
      ),
    ).toEqual([]);
  });
});
