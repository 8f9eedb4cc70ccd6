import fc from 'fast-check';
import {
  type DecisionRightsDocument,
  findDecisionRight,
  listApplicableRights,
} from './findDecisionRights';
import type { DecisionRight } from './operatingDocuments';
import { riskLevels } from './readOperatingDocuments';

function right(
  id: string,
  decides: string[],
  levels: DecisionRight['riskLevels'] = [],
): DecisionRight {
  return {
    id,
    title: id,
    decides,
    mode: 'independently',
    riskLevels: levels,
    deciders: ['owner'],
    peers: [],
    executives: [],
  };
}

function document(
  ref: string,
  appliesTo: string[],
  ...rights: DecisionRight[]
): DecisionRightsDocument {
  return { ref, spec: { appliesTo, rights } };
}

const scopes = ['component', 'system', 'team', 'division'];

describe('findDecisionRight', () => {
  const organisation = document(
    'everywhere',
    [],
    right('all', ['hand_over', 'acceptance:check']),
  );
  const team = document(
    'team-rights',
    ['team'],
    right('grave', ['Acceptance:Check'], ['high', 'critical']),
  );
  const found = (word: string, riskLevel: (typeof riskLevels)[number]) =>
    findDecisionRight([organisation, team], {
      scopes,
      words: [word],
      riskLevel,
    })?.right.id;

  it('takes the nearest right that names matter and risk level', () => {
    expect(found('acceptance:check', 'high')).toBe('grave');
    expect(found('acceptance:check', 'low')).toBe('all');
    expect(found('HAND_OVER', 'critical')).toBe('all');
    expect(found('architecture', 'low')).toBeUndefined();
  });

  it('lists of a right that is overruled in part what is left of it', () => {
    expect(
      listApplicableRights([organisation, team], scopes).map(
        ({ attachedTo, right: { id, decides, riskLevels: levels } }) => [
          id,
          attachedTo,
          decides,
          levels,
        ],
      ),
    ).toEqual([
      ['grave', 'team', ['Acceptance:Check'], ['high', 'critical']],
      ['all', null, ['hand_over'], []],
      ['all', null, ['acceptance:check'], ['low', 'medium']],
    ]);
  });
});

describe('rights of an entity', () => {
  const words = ['a', 'b', 'c'];
  const someDocuments = fc.uniqueArray(
    fc.record({
      ref: fc.stringMatching(/^[a-z]{1,3}$/),
      spec: fc.record({
        appliesTo: fc.subarray([...scopes, 'elsewhere']),
        rights: fc.array(
          fc
            .record({
              id: fc.stringMatching(/^[a-z]{3}$/),
              decides: fc.subarray(words, { minLength: 1 }),
              levels: fc.subarray([...riskLevels]),
            })
            .map(({ id, decides, levels }) => right(id, decides, levels)),
          { maxLength: 3 },
        ),
      }),
    }),
    { selector: ({ ref }) => ref, maxLength: 6 },
  );

  it('are for each matter and risk level the one that is found, whatever the order of the documents', () => {
    fc.assert(
      fc.property(
        someDocuments.chain(documents =>
          fc.tuple(
            fc.constant(documents),
            fc.shuffledSubarray(documents, { minLength: documents.length }),
          ),
        ),
        ([documents, shuffled]) => {
          const applicable = listApplicableRights(documents, scopes);
          expect(listApplicableRights(shuffled, scopes)).toEqual(applicable);
          for (const word of words) {
            for (const riskLevel of riskLevels) {
              const one = findDecisionRight(shuffled, {
                scopes,
                words: [word],
                riskLevel,
              });
              const listed = applicable.filter(
                ({ right: { decides, riskLevels: levels } }) =>
                  decides.includes(word) &&
                  (levels.length === 0 || levels.includes(riskLevel)),
              );
              expect(
                listed.map(({ documentRef, right: { id } }) => [
                  documentRef,
                  id,
                ]),
              ).toEqual(one ? [[one.documentRef, one.right.id]] : []);
            }
          }
        },
      ),
    );
  });
});
