import { buildItem } from '../testing';
import { draftOfItem } from './debtDraft';
import { mergeDrafts } from './mergeDrafts';

const base = draftOfItem(buildItem());

describe('mergeDrafts', () => {
  it('takes what only one of both changed', () => {
    const { draft, clashes } = mergeDrafts(
      base,
      { ...base, title: 'Mine', estimate: { ...base.estimate, impact: '5' } },
      {
        ...base,
        targetDate: '2027-01-01',
        estimate: { ...base.estimate, likelihood: '1' },
      },
    );
    expect(clashes).toEqual([]);
    expect(draft).toEqual({
      ...base,
      title: 'Mine',
      targetDate: '2027-01-01',
      estimate: { ...base.estimate, impact: '5', likelihood: '1' },
    });
  });

  it('keeps mine where both changed it, and says so', () => {
    const { draft, clashes } = mergeDrafts(
      base,
      { ...base, title: 'Mine', links: [] },
      { ...base, title: 'Theirs', links: [] },
    );
    expect(draft.title).toBe('Mine');
    // Both took the links away, which is the same.
    expect(clashes).toEqual(['title']);
  });

  it('changes nothing where they changed nothing', () => {
    const mine = { ...base, severity: 'low' as const };
    expect(mergeDrafts(base, mine, base)).toEqual({ draft: mine, clashes: [] });
  });
});
