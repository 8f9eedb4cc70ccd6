import { buildItem } from '../testing';
import { draftOfItem, emptyDraft } from './debtDraft';
import { checkDraft, editOf, newItemOf, readEstimate } from './readDraft';

const base = draftOfItem(buildItem());

describe('checkDraft', () => {
  it('finds nothing wrong with an item as it is', () => {
    expect(checkDraft(base)).toEqual({});
  });

  it('asks for a title and what carries the debt', () => {
    expect(checkDraft(emptyDraft())).toEqual({
      title: { type: 'required' },
      entityRefs: { type: 'required' },
    });
  });

  it('refuses what is no number, or out of its range', () => {
    const estimate = { ...base.estimate, impact: '6', principalDays: 'a week' };
    expect(checkDraft({ ...base, estimate })).toEqual({
      'estimate.impact': { type: 'range', minimum: 1, maximum: 5 },
      'estimate.principalDays': { type: 'number' },
    });
  });

  it('takes nothing but addresses of http and https for links to other systems', () => {
    const link = {
      type: 'issue' as const,
      ref: 'ftp://files.example.com/1',
      title: '',
    };
    expect(checkDraft({ ...base, links: [link] })).toEqual({
      links: { type: 'address' },
    });
    expect(checkDraft({ ...base, links: [{ ...link, ref: ' ' }] })).toEqual({
      links: { type: 'links' },
    });
  });
});

describe('editOf', () => {
  it('sends what differs and nothing else', () => {
    expect(
      editOf(base, {
        ...base,
        title: ' Other ',
        targetDate: '',
        estimate: { ...base.estimate, impact: '', likelihood: '2' },
      }),
    ).toEqual({
      title: 'Other',
      targetDate: null,
      estimate: { impact: null, likelihood: 2 },
    });
    expect(editOf(base, base)).toEqual({});
  });
});

describe('newItemOf', () => {
  it('leaves the owner to the API where none is chosen, and what is not estimated unknown', () => {
    const item = newItemOf(
      emptyDraft({ title: ' T ', entityRefs: ['component:default/a'] }),
    );
    expect(item).toMatchObject({
      title: 'T',
      entityRefs: ['component:default/a'],
      severity: null,
    });
    expect(item).not.toHaveProperty('ownerRef');
    expect(Object.values(item.estimate!).every(value => value === null)).toBe(
      true,
    );
  });
});

describe('readEstimate', () => {
  it('reads nothing out of what is no number', () => {
    const estimate = { ...base.estimate, impact: 'x', likelihood: '' };
    expect(readEstimate({ ...base, estimate })).toMatchObject({
      principalDays: 5,
      impact: null,
      likelihood: null,
    });
  });
});
