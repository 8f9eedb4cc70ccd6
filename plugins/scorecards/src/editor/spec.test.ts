import { diffSpecs } from './diffSpecs';
import { readParameter } from './form/ParameterField';
import { printDocument } from './printDocument';
import { readDocument } from '../drafts/readDocument';
import {
  idOfName,
  isSameSpec,
  readSpec,
  withFields,
  withMoved,
  withoutPart,
} from './spec';

describe('a spec that is edited', () => {
  it('can be read whatever stands in it', () => {
    expect(
      readSpec({
        title: 'Ready',
        levels: 'none',
        emptyLevel: 'None',
        checks: [null, 'one', { id: 'a', links: { no: 'list' } }],
        further: [1],
      }),
    ).toEqual({
      title: 'Ready',
      levels: [],
      checks: [{ id: 'a', links: [] }],
      further: [1],
    });
  });

  it('leaves out what is emptied, and keeps what is false or zero', () => {
    expect(
      withFields(
        { title: 'Ready', owner: 'me' } as object,
        {
          title: '',
          owner: undefined,
          countsToOverall: false,
          weight: 0,
        } as object,
      ),
    ).toEqual({ countsToOverall: false, weight: 0 });
  });

  it('moves and removes parts', () => {
    expect(withMoved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(withMoved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(withoutPart(['a', 'b'], 0)).toEqual(['b']);
  });

  it('is the same in whatever order its fields stand', () => {
    expect(isSameSpec({ a: [{ b: 1, c: 2 }] }, { a: [{ c: 2, b: 1 }] })).toBe(
      true,
    );
    expect(isSameSpec({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });

  it('gives checks ids of their own', () => {
    expect(idOfName('Has a Runbook!', [])).toBe('has-a-runbook');
    expect(idOfName('Owned', ['owned', 'owned-2'])).toBe('owned-3');
    expect(idOfName('', [])).toBe('check');
  });

  it('tells where it differs from another', () => {
    expect(
      diffSpecs(
        { title: 'A', checks: [{ id: 'x', weight: 2 }] },
        { title: 'B', checks: [{ id: 'x' }, { id: 'y' }] },
      ),
    ).toEqual([
      { path: 'title', mine: 'A', theirs: 'B' },
      { path: 'checks[0].weight', mine: '2', theirs: null },
      { path: 'checks[1].id', mine: null, theirs: 'y' },
    ]);
  });

  it('comes back from its document as it was', () => {
    const spec = {
      title: 'Ready',
      description: 'For customers: "all"',
      countsToOverall: false,
      levels: [{ name: 'Bronze', rank: 1, color: '#cd7f32' }],
      checks: [
        {
          id: 'a',
          name: 'A',
          expression: 'catalog.tags.exists(tag, tag == "pci")',
          solution: 'First line\n\n- second\n',
        },
      ],
      further: { kept: true },
    };
    const text = printDocument('ready', spec);
    expect(readDocument(text)).toEqual({ name: 'ready', spec });
    expect(text.indexOf('  levels:')).toBeLessThan(text.indexOf('  checks:'));
  });

  it.each([
    ['number', '0.15', 0.15],
    ['number', '0.', '0.'],
    ['number', 'few', 'few'],
    ['measure', 'P7D', 'P7D'],
    ['measure', '60', 60],
    ['value', 'true', true],
    ['value', 'gold', 'gold'],
    ['text', '1', '1'],
    ['text', '', undefined],
  ] as const)('takes for a %s "%s"', (kind, typed, value) => {
    expect(readParameter(kind, typed)).toBe(value);
  });
});
