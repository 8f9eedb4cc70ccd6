import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  readDecisionForum,
  readDecisionRights,
  readEscalationPath,
} from '@opmodel/backstage-plugin-opmodel-common';
import { printProblem } from './DocumentProblem';
import type { ValidatedDocument } from './validateDocument';
import {
  validateDecisionForum,
  validateDecisionRights,
  validateEscalationPath,
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
