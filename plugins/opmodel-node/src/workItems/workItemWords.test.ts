import { meaningOf, readWorkItemWords } from './workItemWords';

describe('the words of a tracker', () => {
  it('mean what is configured, in any case, and the first of several', () => {
    const { categories } = readWorkItemWords(
      { categories: { Chore: 'debt', 'type: Story': 'feature' } },
      'opmodel.example',
    );
    expect(meaningOf(categories, ['CHORE '])).toBe('debt');
    expect(meaningOf(categories, ['Type: Story', 'chore'])).toBe('debt');
    expect(meaningOf(categories, ['bug', null, undefined])).toBeUndefined();
  });

  it('have meanings of their own where nothing is configured', () => {
    const words = readWorkItemWords(undefined, 'opmodel.example');
    expect(meaningOf(words.categories, ['Bug'])).toBe('reliability');
    expect(meaningOf(words.states, ['Blocked', 'In progress'])).toBe('blocked');
    expect(meaningOf(words.foundIn, ['found in production'])).toBe(
      'production',
    );
    expect(meaningOf(words.categories, ['constructor'])).toBeUndefined();
  });

  it('are refused where they mean nothing', () => {
    expect(() =>
      readWorkItemWords({ states: { doing: 'busy' } }, 'opmodel.example'),
    ).toThrow(
      'opmodel.example.states.doing: expected one of todo, active, waiting, blocked, done, cancelled',
    );
    expect(() => readWorkItemWords('bug', 'opmodel.example')).toThrow(
      'opmodel.example: expected object, got string',
    );
  });
});
