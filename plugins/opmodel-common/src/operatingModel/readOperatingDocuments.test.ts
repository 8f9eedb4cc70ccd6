import fc from 'fast-check';
import {
  readDecisionForum,
  readDecisionRights,
  readEscalationPath,
} from './readOperatingDocuments';

const right = {
  id: 'accept-checks',
  decides: ['acceptance:check'],
  mode: 'independently',
  deciders: ['owner'],
};

describe('the documents of the operating model', () => {
  it('reads decision rights, with refs in full', () => {
    expect(
      readDecisionRights({
        appliesTo: ['Money', 'system:Payments', 'Group:Default/money'],
        rights: [
          {
            ...right,
            title: 'Excuse a check',
            mode: 'With peers',
            riskLevels: ['High', 'critical'],
            deciders: ['OWNER', 'user:jane.doe', 'a b'],
            peers: 'owner-parent',
          },
        ],
      }),
    ).toEqual({
      appliesTo: ['group:default/money', 'system:default/payments'],
      rights: [
        {
          id: 'accept-checks',
          title: 'Excuse a check',
          decides: ['acceptance:check'],
          mode: 'with_peers',
          riskLevels: ['high', 'critical'],
          deciders: ['owner', 'user:default/jane.doe'],
          peers: ['owner-parent'],
          executives: [],
        },
      ],
    });
  });

  it.each([
    ['without an id', { id: undefined }],
    ['of an unknown mode', { mode: 'alone' }],
    ['that decides nothing', { decides: [] }],
    ['without a decider', { deciders: ['a b'] }],
    ['with peers who are not named', { mode: 'with_peers' }],
    ['with executives who are not named', { mode: 'executive_approval' }],
    ['for risk levels that are none', { riskLevels: ['hgih'] }],
  ])('leaves out a right %s', (_, change) => {
    expect(readDecisionRights({ rights: [right] })?.rights).toHaveLength(1);
    expect(
      readDecisionRights({ rights: [{ ...right, ...change }] })?.rights,
    ).toEqual([]);
  });

  it('does not let a spelling mistake make a document the one of the organisation', () => {
    const nowhere = { appliesTo: ['a b'], scope: [{ kind: 'group' }] };
    expect(readDecisionRights({ ...nowhere, rights: [right] })).toBeNull();
    expect(readEscalationPath(nowhere)).toBeNull();
    expect(readDecisionForum(nowhere)).toBeNull();
    expect(readDecisionRights({})).toEqual({ appliesTo: [], rights: [] });
  });

  it('reads a forum', () => {
    expect(
      readDecisionForum({
        purpose: ' Agree on seams ',
        cadence: 'P14D',
        members: ['architects', 'user:jane.doe'],
        chair: 'user:jane.doe',
        scope: ['domain:money'],
        decides: ['architecture'],
        url: 'https://wiki.example.com/forum',
      }),
    ).toEqual({
      purpose: 'Agree on seams',
      cadence: 'P14D',
      members: ['group:default/architects', 'user:default/jane.doe'],
      chair: 'user:default/jane.doe',
      scope: ['domain:default/money'],
      decides: ['architecture'],
      url: 'https://wiki.example.com/forum',
    });
  });

  it('reads an escalation path, with waits in seconds', () => {
    expect(
      readEscalationPath({
        appliesTo: 'money',
        paths: [
          {
            about: 'incident',
            severities: ['SEV1'],
            steps: [
              { targets: ['on-call'], via: 'pager' },
              { targets: ['owner-parent'], after: 'PT15M' },
              { targets: ['cto-office'], afterSeconds: 1800 },
              { targets: [] },
              { targets: ['x'], after: 'soon' },
            ],
          },
          { about: 'incident', severities: [{}], steps: [{ targets: 'x' }] },
          { about: 'weather', steps: [{ targets: 'x' }] },
          { about: 'risk', steps: [] },
        ],
      }),
    ).toEqual({
      appliesTo: ['group:default/money'],
      paths: [
        {
          about: 'incident',
          severities: ['sev1'],
          steps: [
            { targets: ['on-call'], afterSeconds: null, via: 'pager' },
            { targets: ['owner-parent'], afterSeconds: 900, via: null },
            {
              targets: ['group:default/cto-office'],
              afterSeconds: 1800,
              via: null,
            },
            { targets: ['group:default/x'], afterSeconds: null, via: null },
          ],
        },
      ],
      url: null,
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('appliesTo', 'rights', 'scope', 'members', 'paths'),
          fc.oneof(
            fc.jsonValue(),
            fc.array(
              fc.dictionary(
                fc.constantFrom('about', 'steps', 'id', 'mode', 'deciders'),
                fc.jsonValue(),
              ),
            ),
          ),
        ),
        document => {
          for (const read of [
            readDecisionRights,
            readDecisionForum,
            readEscalationPath,
          ]) {
            expect(() => read(document)).not.toThrow();
          }
        },
      ),
    );
  });
});
