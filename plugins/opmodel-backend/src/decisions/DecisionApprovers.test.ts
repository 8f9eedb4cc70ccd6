import type { Entity } from '@backstage/catalog-model';
import type {
  ApprovalQuestion,
  ApprovalRule,
} from '../acceptances/ApproverDirectory';
import {
  documentOf,
  refs,
  startOperatingWorld,
} from './testing/operatingWorld';

function rights(name: string, appliesTo: string[], ...list: object[]): Entity {
  return documentOf('DecisionRights', name, { appliesTo, rights: list });
}

const independently = (
  id: string,
  decides: string[],
  ...deciders: string[]
) => ({
  id,
  decides,
  mode: 'independently',
  deciders,
});

describe('DecisionApprovers', () => {
  const ask = async (
    documents: Entity[],
    question: Partial<ApprovalQuestion> = {},
  ): Promise<ApprovalRule> => {
    const { approvers } = await startOperatingWorld(...documents);
    return approvers.approversFor({
      subject: 'check',
      entityRefs: [refs.checkout],
      riskLevel: 'low',
      ...question,
    });
  };
  const refsOf = ({ approvers, needed }: ApprovalRule) => [
    approvers.map(({ ref }) => ref),
    needed,
  ];

  it.each<[string, Partial<ApprovalQuestion>, string[]]>([
    ['the owner of low risk', {}, [refs.shop]],
    ['the owner of medium risk', { riskLevel: 'medium' }, [refs.shop]],
    ['the group above of high risk', { riskLevel: 'high' }, [refs.money]],
    [
      'the owner where nothing is above',
      { riskLevel: 'critical', entityRefs: [refs.vault] },
      [refs.guards],
    ],
    [
      'the groups of a person who owns',
      { riskLevel: 'critical', entityRefs: [refs.hobby] },
      [refs.shop],
    ],
    [
      'the owner of the system where there is no owner',
      { entityRefs: [refs.orphan] },
      [refs.money],
    ],
    [
      'the receiving group of a hand-over',
      { subject: 'hand_over', receivingRef: refs.guards },
      [refs.guards],
    ],
    ['nobody of what does not exist', { entityRefs: ['api:default/a'] }, []],
  ])('asks %s where no right says anything', async (_, question, expected) => {
    const rule = await ask([], question);
    expect(refsOf(rule)).toEqual([expected, 1]);
    expect(rule.approvers.every(({ rightId }) => rightId === null)).toBe(true);
    expect(rule.eachOf).toBeUndefined();
  });

  it('asks whom the nearest right names, by subject and risk level', async () => {
    const documents = [
      rights('organisation', [], {
        ...independently('all', ['acceptance:check', 'hand_over'], refs.board),
      }),
      rights('shop', [refs.shop], {
        ...independently('grave', ['acceptance:check'], 'owner-parent'),
        riskLevels: ['critical'],
      }),
    ];
    expect(await ask(documents)).toEqual({
      approvers: [
        { ref: refs.board, title: 'board', exists: true, rightId: 'all' },
      ],
      answeringRefs: [],
      ownerRefs: [refs.shop],
      needed: 1,
    });
    expect(await ask(documents, { riskLevel: 'critical' })).toMatchObject({
      approvers: [{ ref: refs.money, title: 'Money', rightId: 'grave' }],
    });
    expect(refsOf(await ask(documents, { subject: 'hand_over' }))).toEqual([
      [refs.board],
      1,
    ]);
    // Another subject is none of its business.
    expect(refsOf(await ask(documents, { subject: 'debt' }))).toEqual([
      [refs.shop],
      1,
    ]);
    // Whoever is to take over decides whatever the rights say.
    expect(
      refsOf(
        await ask(documents, {
          subject: 'hand_over',
          receivingRef: refs.guards,
        }),
      ),
    ).toEqual([[refs.guards], 1]);
  });

  it.each(['peers', 'executives'] as const)(
    'asks one of the %s as well where the right says so',
    async field => {
      const mode = field === 'peers' ? 'with_peers' : 'executive_approval';
      const rule = await ask([
        rights('shop', [refs.shop], {
          id: 'both',
          decides: ['acceptance:check'],
          mode,
          deciders: ['owner', refs.ada],
          [field]: [refs.board],
        }),
      ]);
      expect(refsOf(rule)).toEqual([[refs.shop, refs.ada, refs.board], 2]);
      expect(rule.eachOf).toEqual([[refs.shop, refs.ada], [refs.board]]);
    },
  );

  it('tells owners and those who take over from those who are asked for another reason', async () => {
    const voicesOf = async (question: Partial<ApprovalQuestion>) => {
      const { answeringRefs, ownerRefs } = await ask([], question);
      return [answeringRefs, ownerRefs];
    };
    expect(await voicesOf({})).toEqual([[refs.shop], [refs.shop]]);
    expect(await voicesOf({ riskLevel: 'high' })).toEqual([[], [refs.shop]]);
    expect(
      await voicesOf({ riskLevel: 'high', entityRefs: [refs.vault] }),
    ).toEqual([[refs.guards], [refs.guards]]);
    expect(
      await voicesOf({ subject: 'hand_over', receivingRef: refs.guards }),
    ).toEqual([[refs.guards], [refs.guards]]);
    // Money owns one and is above the owner of the other.
    expect(
      await voicesOf({
        riskLevel: 'high',
        entityRefs: [refs.retail, refs.selling, refs.checkout],
      }),
    ).toEqual([[], [refs.shop, refs.board, refs.money]]);
  });

  it('asks for each of several entities whoever decides about it', async () => {
    const rule = await ask([], {
      entityRefs: [refs.checkout, refs.vault, refs.checkout],
    });
    expect(rule).toMatchObject({
      needed: 2,
      eachOf: [[refs.shop], [refs.guards]],
    });
    const same = await ask([], { entityRefs: [refs.selling, refs.orphan] });
    expect(refsOf(same)).toEqual([[refs.money], 1]);
  });
});
