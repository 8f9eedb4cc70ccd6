import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  readDecisionForum,
  readDecisionRights,
  readErrorBudgetPolicy,
  readEscalationPath,
  readServiceLevelAgreement,
} from '@opmodel/backstage-plugin-opmodel-common';
import { printProblem } from './DocumentProblem';
import type { ValidatedDocument } from './validateDocument';
import {
  validateDecisionForum,
  validateDecisionRights,
  validateErrorBudgetPolicy,
  validateEscalationPath,
  validateServiceLevelAgreement,
} from './validateOperatingDocuments';

const examples = resolve(__dirname, '../../../../examples/operating-model');

function example(name: string): string {
  return readFileSync(resolve(examples, name), 'utf8');
}

function printed({ problems }: ValidatedDocument): string[] {
  return problems.map(printProblem);
}

function specOf({ document, problems }: ValidatedDocument) {
  expect(problems).toEqual([]);
  return document!.spec as Record<string, unknown>;
}

describe('the kinds of the operating model', () => {
  it('accept their examples, and the engine reads all of them', () => {
    const rights = specOf(
      validateDecisionRights(example('decision-rights.yaml')),
    );
    expect(readDecisionRights(rights)?.rights.map(({ id }) => id)).toEqual([
      'accept-low-risk',
      'accept-high-risk',
      'seams',
    ]);
    const forum = specOf(validateDecisionForum(example('decision-forum.yaml')));
    expect(readDecisionForum(forum)).toMatchObject({
      members: ['group:default/architects', 'user:default/jane.doe'],
      scope: ['domain:default/money'],
    });
    const path = specOf(
      validateEscalationPath(example('escalation-path.yaml')),
    );
    expect(
      readEscalationPath(path)?.paths.map(({ steps }) =>
        steps.map(({ afterSeconds }) => afterSeconds),
      ),
    ).toEqual([[null, 900, 1800], [null], [null, 172800]]);
  });

  it('accept the examples of policies and agreements, and the engine reads all of them', () => {
    const policy = specOf(
      validateErrorBudgetPolicy(example('error-budget-policy.yaml')),
    );
    expect(readErrorBudgetPolicy(policy)).toEqual({
      owner: 'group:default/payments',
      appliesTo: ['system:default/checkout', 'group:default/payments'],
      tiers: ['1'],
      thresholds: [
        { remaining: 0.25, consequences: ['attention'] },
        {
          remaining: 0,
          consequences: ['attention', 'debt', 'freeze_risky_releases'],
        },
        { remaining: -0.5, consequences: ['require_approval'] },
      ],
      approvals: [
        {
          role: 'reliability',
          approvedBy: 'user:default/jane.doe',
          approvedOn: '2026-10-01',
        },
        { role: 'product', approvedBy: 'Sam Roe', approvedOn: '2026-10-02' },
      ],
      mode: 'shadow',
      closedWhenUnknown: false,
      version: '2026-10',
    });
    const agreement = specOf(
      validateServiceLevelAgreement(example('service-level-agreement.yaml')),
    );
    expect(readServiceLevelAgreement(agreement)).toMatchObject({
      customer: 'Acme Corporation',
      objectives: [
        {
          slo: 'slo:default/checkout-availability',
          target: 0.995,
          period: { count: 1, unit: 'M' },
        },
      ],
      validUntil: '2027-12-31',
    });
  });

  it('name what is wrong with a policy', () => {
    const text = `apiVersion: opmodel.io/v1alpha1
kind: ErrorBudgetPolicy
metadata:
  name: some
spec:
  appliesTo:
    teams: [a]
  mode: on
  thresholds:
    - consequences: [freeze]
    - remaining: 2
      consequences: []
    - remaining: a lot
      consequences: [debt]
    - remaining: 0.1
      consumed: 0.9
      consequences: [debt]
  approvals:
    - role: security
    - role: product
      approvedOn: soon
  closedWhenUnknown: maybe
`;
    expect(printed(validateErrorBudgetPolicy(text))).toEqual([
      'line 7: spec.appliesTo.teams is not known; known are slos, entities, components, systems, domains, owners, groups, tiers',
      'line 8: spec.mode must be one of shadow, enforced',
      'line 10: spec.thresholds[0] must have one of remaining, consumed',
      'line 10: spec.thresholds[0].consequences[0] must be one of attention, debt, freeze_risky_releases, require_approval',
      'line 11: spec.thresholds[1].remaining must be <= 1',
      'line 12: spec.thresholds[1].consequences must not be empty',
      'line 13: spec.thresholds[2].remaining must be a share such as 0.25 or 25 %',
      'line 15: spec.thresholds[3] must not have all of remaining, consumed',
      'line 19: spec.approvals[0].role must be one of reliability, product',
      'line 21: spec.approvals[1].approvedOn must be a day such as 2026-11-30',
      'line 22: spec.closedWhenUnknown must be boolean',
    ]);
  });

  it('want one approval for each role', () => {
    const role = 'product';
    expect(
      printed(
        validateErrorBudgetPolicy({
          apiVersion: 'opmodel.io/v1alpha1',
          kind: 'ErrorBudgetPolicy',
          metadata: { name: 'some' },
          spec: {
            thresholds: [{ consumed: 1.5, consequences: ['debt'] }],
            approvals: [{ role }, { role }],
          },
        }),
      ),
    ).toEqual(['spec.approvals[1].role must not be that of spec.approvals[0]']);
  });

  it('name what is wrong with an agreement', () => {
    const agreement = (spec: object) =>
      printed(
        validateServiceLevelAgreement({
          apiVersion: 'opmodel.io/v1alpha1',
          kind: 'ServiceLevelAgreement',
          metadata: { name: 'some' },
          spec,
        }),
      );
    expect(
      agreement({
        objectives: [
          { slo: 'a', period: '30D' },
          { target: 99.5 },
          { target: 0.9, targetPercent: 90 },
        ],
        validFrom: '2026-13-01',
      }).sort(),
    ).toEqual([
      'spec.objectives[0] must have one of target, targetPercent',
      'spec.objectives[0].period must be a duration such as 30d or 1M',
      'spec.objectives[1].target must be <= 1',
      'spec.objectives[2] must not have all of target, targetPercent',
      'spec.validFrom must be a day such as 2026-11-30',
    ]);
    expect(
      agreement({
        objectives: [{ target: '99.5 %' }],
        validFrom: '2026-02-01',
        validUntil: '2026-01-31',
      }),
    ).toEqual(['spec.validUntil must not be before 2026-02-01']);
    expect(agreement({ objectives: [] })).toEqual([
      'spec.objectives must not be empty',
    ]);
  });

  it('accept the documents of the demo organisation, and the engine reads all of them', () => {
    const text = readFileSync(
      resolve(
        __dirname,
        '../../../../packages/demo/catalog/operating-model.yaml',
      ),
      'utf8',
    );
    const documents = text
      .split(/^---$/m)
      .map(part => ({ part, kind: /^kind: (\w+)$/m.exec(part)?.[1] }));
    const read = {
      DecisionRights: (part: string) =>
        readDecisionRights(specOf(validateDecisionRights(part)))?.rights.length,
      DecisionForum: (part: string) =>
        readDecisionForum(specOf(validateDecisionForum(part)))?.members.length,
      EscalationPath: (part: string) =>
        readEscalationPath(specOf(validateEscalationPath(part)))?.paths.length,
    };
    const kinds = documents.map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(read).sort());
    for (const { part, kind } of documents) {
      expect(read[kind as keyof typeof read](part)).toBeGreaterThan(0);
    }
  });

  it('name what is wrong with rights', () => {
    const text = `apiVersion: opmodel.io/v1alpha1
kind: DecisionRights
metadata:
  name: some
spec:
  applies: [a]
  appliesTo: [a b]
  rights:
    - id: one
      decides: []
      mode: with_peers
      deciders: [owner]
      riskLevels: [grave]
    - id: two
      decides: [architecture]
      mode: executive_approval
      deciders: owner
`;
    expect(printed(validateDecisionRights(text))).toEqual([
      'line 6: spec.applies is not known; known are owner, appliesTo, rights',
      'line 7: spec.appliesTo[0] must be the ref of a catalog entity, such as group:default/payments',
      'line 9: spec.rights[0].peers is missing',
      'line 10: spec.rights[0].decides must not be empty',
      'line 13: spec.rights[0].riskLevels[0] must be one of low, medium, high, critical',
      'line 14: spec.rights[1].executives is missing',
      'line 17: spec.rights[1].deciders must be a list',
    ]);
  });

  it('want ids of rights to be of one right each', () => {
    const right = {
      id: 'one',
      decides: ['architecture'],
      mode: 'independently',
      deciders: ['owner'],
    };
    expect(
      printed(
        validateDecisionRights({
          apiVersion: 'opmodel.io/v1alpha1',
          kind: 'DecisionRights',
          metadata: { name: 'some' },
          spec: { rights: [right, { ...right, title: 'Again' }] },
        }),
      ),
    ).toEqual(['spec.rights[1].id must not be that of spec.rights[0]']);
  });

  it('name what is wrong with a forum and with a path', () => {
    expect(
      printed(
        validateDecisionForum({
          apiVersion: 'opmodel.io/v1beta1',
          kind: 'DecisionForum',
          metadata: { name: 'some' },
          spec: { members: [], url: 'wiki' },
        }),
      ).sort(),
    ).toEqual([
      'apiVersion must be opmodel.io/v1alpha1',
      'spec.members must not be empty',
      'spec.url must be an address such as https://docs.example.com',
    ]);
    expect(
      printed(
        validateEscalationPath({
          apiVersion: 'opmodel.io/v1alpha1',
          kind: 'EscalationPath',
          metadata: { name: 'some' },
          spec: {
            paths: [
              {
                about: 'weather',
                steps: [
                  { targets: ['owner'], after: '15 minutes' },
                  { targets: ['owner'], after: 'PT1M', afterSeconds: 60 },
                ],
              },
            ],
          },
        }),
      ).sort(),
    ).toEqual([
      'spec.paths[0].about must be one of incident, roadmap, risk',
      'spec.paths[0].steps[0].after must be a duration such as PT15M',
      'spec.paths[0].steps[1] must not have all of after, afterSeconds',
    ]);
  });
});
