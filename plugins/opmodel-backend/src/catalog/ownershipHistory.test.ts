import fc from 'fast-check';
import { parseOwnershipHistory } from './ownershipHistory';

const today = '2026-11-02';

describe('parseOwnershipHistory', () => {
  it('reads the owners before the present one', () => {
    expect(
      parseOwnershipHistory(
        'group:default/a until 2026-05-18; B until 2026-08-01 ; none until 2026-09-01;',
        today,
      ),
    ).toEqual({
      owners: [
        { ownerRef: 'group:default/a', until: '2026-05-18' },
        { ownerRef: 'group:default/b', until: '2026-08-01' },
        { ownerRef: undefined, until: '2026-09-01' },
      ],
    });
  });

  it('is empty without an annotation', () => {
    expect(parseOwnershipHistory(undefined, today)).toEqual({ owners: [] });
    expect(parseOwnershipHistory(' ; ', today)).toEqual({ owners: [] });
  });

  it.each([
    ['team a since 2026-01-01', 'is not of the form'],
    ['a until soon', 'does not end with a day'],
    ['a until 2026-02-30', 'does not end with a day'],
    ['a until 2026-12-01', 'ends in the future'],
    ['a until 2026-05-01; b until 2026-05-01', 'does not end after 2026-05-01'],
    ['group:default/ until 2026-05-01', 'does not begin with an entity ref'],
  ])('uses nothing of %p and says why', (text, reason) => {
    const history = parseOwnershipHistory(text, today);
    expect(history.owners).toEqual([]);
    expect(history.problem).toContain(reason);
  });

  it('never throws, and gives owners in order or a problem', () => {
    const entry = fc
      .tuple(fc.string(), fc.constantFrom(' until ', ';', ' '), fc.string())
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.array(entry), entries => {
        const { owners } = parseOwnershipHistory(entries.join(';'), today);
        const days = owners.map(owner => owner.until);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
});
