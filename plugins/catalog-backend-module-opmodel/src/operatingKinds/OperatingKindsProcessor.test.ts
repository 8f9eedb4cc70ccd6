import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { OperatingKindsProcessor } from './OperatingKindsProcessor';

const location = { type: 'url', target: 'https://git.example.com/a.yaml' };

function entity(kind: string, spec: Entity['spec']): Entity {
  const apiVersion = 'opmodel.io/v1alpha1';
  return { apiVersion, kind, metadata: { name: 'some' }, spec };
}

const rights = entity('DecisionRights', {
  owner: 'Money',
  appliesTo: ['money', 'system:checkout'],
  rights: [
    {
      id: 'seams',
      decides: ['architecture'],
      mode: 'with_peers',
      deciders: ['owner', 'user:jane.doe'],
      peers: ['architects', 'owner-parent'],
    },
  ],
});
const forum = entity('DecisionForum', {
  members: ['architects', 'user:jane.doe'],
  chair: 'user:default/Jane.Doe',
  scope: ['domain:money'],
});
const path = entity('EscalationPath', {
  appliesTo: ['money'],
  paths: [
    {
      about: 'incident',
      steps: [{ targets: ['on-call', 'owner'] }, { targets: ['cto-office'] }],
    },
  ],
});
const policy = entity('ErrorBudgetPolicy', {
  owner: 'payments',
  appliesTo: { slos: ['checkout'], systems: ['shop'], tiers: [1] },
  thresholds: [{ remaining: 0, consequences: ['debt'] }],
});
const agreement = entity('ServiceLevelAgreement', {
  appliesTo: ['system:shop'],
  objectives: [{ slo: 'checkout', target: 0.99 }, { target: 0.9 }],
});

const scorecard = entity('Scorecard', {
  owner: 'platform',
  levels: [{ name: 'Bronze' }],
  checks: [{ id: 'owned', type: 'has-owner', level: 'Bronze' }],
});

describe('OperatingKindsProcessor', () => {
  const processor = new OperatingKindsProcessor();

  async function relationsOf(of: Entity): Promise<string[]> {
    const emitted: CatalogProcessorResult[] = [];
    await processor.postProcessEntity(of, location, one => emitted.push(one));
    return emitted.map(result => {
      const { relation } = result as Extract<
        CatalogProcessorResult,
        { type: 'relation' }
      >;
      return `${relation.source.name} ${relation.type} ${relation.target.kind}:${relation.target.name}`;
    });
  }

  it.each([rights, forum, path, policy, agreement, scorecard])(
    'knows $kind',
    async known => {
      expect(await processor.validateEntityKind(known)).toBe(true);
    },
  );

  it('leaves the kinds of others alone, also under a name of ours', async () => {
    for (const other of [
      { ...rights, apiVersion: 'example.com/v1' },
      entity('Component', {}),
      entity('constructor', {}),
    ]) {
      expect(await processor.validateEntityKind(other)).toBe(false);
      expect(await relationsOf(other)).toEqual([]);
    }
  });

  it('names every field that is wrong', async () => {
    await expect(
      processor.validateEntityKind(
        entity('DecisionForum', { members: [], scopes: [] }),
      ),
    ).rejects.toThrow(
      'The DecisionForum cannot be used: spec.scopes is not known; known are owner, purpose, cadence, members, chair, scope, decides, url; spec.members must not be empty',
    );
  });

  it('relates documents to what they are attached to and to whom they name, both ways', async () => {
    expect(await relationsOf(rights)).toEqual([
      'some governs group:money',
      'money governedBy DecisionRights:some',
      'some governs system:checkout',
      'checkout governedBy DecisionRights:some',
      'some decidedBy user:jane.doe',
      'jane.doe deciderOf DecisionRights:some',
      'some decidedBy group:architects',
      'architects deciderOf DecisionRights:some',
      'some ownedBy group:money',
      'money ownerOf DecisionRights:some',
    ]);
    expect(await relationsOf(forum)).toEqual([
      'some governs domain:money',
      'money governedBy DecisionForum:some',
      'some hasParticipant group:architects',
      'architects participantOf DecisionForum:some',
      'some hasParticipant user:jane.doe',
      'jane.doe participantOf DecisionForum:some',
    ]);
    expect(await relationsOf(path)).toEqual([
      'some governs group:money',
      'money governedBy EscalationPath:some',
      'some escalatesTo group:cto-office',
      'cto-office escalationTargetOf EscalationPath:some',
    ]);
    expect(await relationsOf(policy)).toEqual([
      'some governs slo:checkout',
      'checkout governedBy ErrorBudgetPolicy:some',
      'some governs system:shop',
      'shop governedBy ErrorBudgetPolicy:some',
      'some ownedBy group:payments',
      'payments ownerOf ErrorBudgetPolicy:some',
    ]);
    expect(await relationsOf(agreement)).toEqual([
      'some governs system:shop',
      'shop governedBy ServiceLevelAgreement:some',
      'some governs slo:checkout',
      'checkout governedBy ServiceLevelAgreement:some',
    ]);
    expect(await relationsOf(scorecard)).toEqual([
      'some ownedBy group:platform',
      'platform ownerOf Scorecard:some',
    ]);
  });
});
