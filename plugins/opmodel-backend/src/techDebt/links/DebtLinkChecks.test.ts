import { mockServices } from '@backstage/backend-test-utils';
import { opmodelDoraReadPermission } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, seesNone } from '../../catalog/Visibility';
import { createDebtLinkTargets } from '../../createDebtLinkTargets';
import { DebtLinkChecks } from './DebtLinkChecks';
import type { LinkTarget } from './LinkTarget';

const incident: LinkTarget = {
  what: 'the id of an incident',
  readPermission: opmodelDoraReadPermission,
  find: async (refs, visibility) =>
    new Set(
      visibility.type === 'none' ? [] : refs.filter(ref => ref === 'INC-1'),
    ),
};
const issue = { type: 'issue', ref: 'https://git.example.com/1' } as const;
const known = { type: 'incident', ref: 'INC-1' } as const;
const other = { type: 'incident', ref: 'INC-2' } as const;
const sighted = { seeing: async () => seesAll };
const blind = { seeing: async () => seesNone };

describe('DebtLinkChecks', () => {
  it('names the first link that leads to nothing, hidden or not there, in the same words', async () => {
    const checks = new DebtLinkChecks({ targets: { incident } });
    const problemOf = async (
      links: Parameters<DebtLinkChecks['read']>[0],
      caller: Parameters<DebtLinkChecks['read']>[1],
      kept: typeof links = [],
    ) => (await checks.read(links, caller)).findProblem(links, kept);
    expect(await problemOf([issue, known], sighted)).toBeNull();
    const refused = (ref: string) => ({
      field: 'links[1].ref',
      message: `must be the id of an incident that there is, got '${ref}'`,
    });
    expect(await problemOf([issue, other], sighted)).toEqual(refused('INC-2'));
    expect(await problemOf([issue, known], blind)).toEqual(refused('INC-1'));
    expect(await problemOf([issue, known, other], blind, [known])).toEqual({
      ...refused('INC-2'),
      field: 'links[2].ref',
    });
    expect(await problemOf([other], sighted, [other])).toBeNull();
    expect(
      await problemOf([{ type: 'deployment', ref: 'INC-2' }], blind, [other]),
    ).toBeNull();
  });

  it('looks each kind of thing up once, and nothing where nothing is linked', async () => {
    const find = jest.fn(incident.find);
    const checks = new DebtLinkChecks({
      targets: { incident: { ...incident, find } },
    });
    await checks.read([known, other, issue, known], sighted);
    expect(find.mock.calls).toEqual([[['INC-1', 'INC-2'], seesAll]]);
    await checks.read([issue], sighted);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('looks nothing up in subjects that are switched off', () => {
    const typesWith = (subjects: object) =>
      Object.keys(
        createDebtLinkTargets({
          config: mockServices.rootConfig({
            data: { opmodel: { subjects } } as {},
          }),
          // Nothing is asked of them before something is looked up.
          acceptances: {} as Acceptances,
          catalog: {} as CatalogStore,
          knex: {} as Knex,
        }),
      ).sort();
    const off = { enabled: false };
    expect(typesWith({})).toEqual([
      'check',
      'decision',
      'deployment',
      'exemption',
      'incident',
      'slo',
    ]);
    expect(
      typesWith({ dora: off, decisions: off, slo: off, scorecards: off }),
    ).toEqual(['exemption']);
  });
});
