import { readDebtReport } from './readDebtReport';

const asked = {
  today: '2026-06-01',
  earliest: '2023-06-01',
  now: Date.parse('2026-06-01T12:00:00Z'),
};

describe('readDebtReport', () => {
  it('reads what is said, with full refs, and nothing else', () => {
    expect(
      readDebtReport(
        {
          entityRef: 'Cart',
          what: ' The queue stood still\r\nfor a morning ',
          day: '2026-05-31',
          hoursLost: 6.5,
          teamRef: 'Shop',
        },
        asked,
      ),
    ).toEqual({
      content: {
        entityRef: 'component:default/cart',
        what: 'The queue stood still\nfor a morning',
        day: '2026-05-31',
        hoursLost: 6.5,
        teamRef: 'group:default/shop',
      },
      problems: [],
    });
  });

  it('empties what may be empty', () => {
    const empty = { hoursLost: null, teamRef: null, itemId: null };
    expect(readDebtReport(empty, asked)).toEqual({
      content: empty,
      problems: [],
    });
  });

  it.each([
    ['what', ' '],
    ['what', 'x'.repeat(5_001)],
    ['what', null],
    ['entityRef', null],
    ['hoursLost', 0],
    ['hoursLost', -1],
    ['hoursLost', Number.NaN],
    ['hoursLost', '3'],
    ['teamRef', 'user:default/ada'],
    ['day', '2026-06-02'],
    ['day', '2023-05-31'],
    ['day', 'yesterday'],
    ['reportedBy', 'user:default/ada'],
    ['__proto__x', 1],
  ])('refuses %s %p by its name', (field, value) => {
    const { problems } = readDebtReport({ [field]: value }, asked);
    expect(problems.map(problem => problem.field)).toEqual([field]);
  });
});
