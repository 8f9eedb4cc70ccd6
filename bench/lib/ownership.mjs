/** The engine's ownership, as it is in this repository, and an organisation for it. */
import { createRequire } from 'node:module';
import {
  DatabaseCatalogStore,
  DatabaseSnapshotStore,
  SnapshotScanner,
} from './engine.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');

const source = '../../plugins/opmodel-backend/src/ownership';

export const {
  DatabaseAssessmentStore,
} = require(`${source}/DatabaseAssessmentStore.ts`);
export const {
  DatabaseOwnershipStore,
} = require(`${source}/DatabaseOwnershipStore.ts`);
const {
  DatabaseTeamLoadStore,
} = require(`${source}/map/DatabaseTeamLoadStore.ts`);
const { TeamLoadReader } = require(`${source}/map/TeamLoadReader.ts`);
export const { OwnershipAssessor } = require(`${source}/OwnershipAssessor.ts`);
export const { OwnershipService } = require(`${source}/OwnershipService.ts`);
export const {
  OwnershipSummaryReader,
} = require(`${source}/OwnershipSummaryReader.ts`);
export const {
  OwnershipWorldReader,
} = require(`${source}/OwnershipWorldReader.ts`);

const perTeam = 10;
const teamsPerDivision = 50;
const peoplePerTeam = 8;

export const teamRef = team => `group:default/team-${team}`;
export const divisionRef = division => `group:default/division-${division}`;
export const componentRef = index => `component:default/service-${index}`;

/**
 * An organisation as the catalog answers it: teams of eight people with ten components each, in divisions of fifty teams, all in one
 * company. One team in ten has one member, one in seven no contact, one in five nobody who is called at night; one component in fifty
 * has no owner, one in a hundred names a group that does not exist.
 */
export function* organisationOf(components) {
  const entity = (kind, name, relations, { spec = {}, ...metadata } = {}) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', etag: 'bench', ...metadata },
    spec,
    relations: Object.entries(relations).flatMap(([type, targetRef]) =>
      targetRef ? [{ type, targetRef }] : [],
    ),
  });
  const teams = Math.ceil(components / perTeam);
  const divisions = Math.ceil(teams / teamsPerDivision);
  yield entity('Group', 'company', {}, { spec: { type: 'company' } });
  for (let division = 0; division < divisions; division += 1) {
    yield entity('Group', `division-${division}`, {
      childOf: 'group:default/company',
    });
    yield entity('Domain', `domain-${division}`, {
      ownedBy: divisionRef(division),
    });
  }
  for (let team = 0; team < teams; team += 1) {
    const division = Math.floor(team / teamsPerDivision);
    yield entity(
      'Group',
      `team-${team}`,
      { childOf: divisionRef(division) },
      {
        annotations: team % 5 ? { 'pagerduty.com/service-id': `P${team}` } : {},
        spec:
          team % 7 ? { profile: { email: `team-${team}@example.com` } } : {},
      },
    );
    const people = team % 10 ? peoplePerTeam : 1;
    for (let person = 0; person < people; person += 1) {
      yield entity('User', `person-${team}-${person}`, {
        memberOf: teamRef(team),
      });
    }
    yield entity('System', `system-${team}`, {
      ownedBy: teamRef(team),
      partOf: `domain:default/domain-${division}`,
    });
  }
  for (let index = 0; index < components; index += 1) {
    const team = Math.floor(index / perTeam);
    const owner = index % 100 === 99 ? 'group:default/gone' : teamRef(team);
    yield entity(
      'Component',
      `service-${index}`,
      {
        ownedBy: index % 50 === 49 && index % 100 !== 99 ? null : owner,
        partOf: `system:default/system-${team}`,
      },
      { annotations: { 'opmodel.io/tier': String(1 + (index % 4)) } },
    );
  }
}

/** Scans the organisation into the snapshot of a database. */
export async function scanOrganisation(knex, components, clock) {
  const entities = [...organisationOf(components)];
  const scanner = new SnapshotScanner({
    auth: { getOwnServiceCredentials: async () => ({}) },
    catalog: {
      async *streamEntities() {
        for (let at = 0; at < entities.length; at += 500) {
          yield entities.slice(at, at + 500);
        }
      },
    },
    store: new DatabaseSnapshotStore(knex),
    logger: { info() {}, error() {} },
    zone: 'UTC',
    clock,
  });
  await scanner.scan();
  return entities.length;
}

/** What ladders are assessed and read with. */
export function createOwnership(knex, definition, clock) {
  const catalog = new DatabaseCatalogStore(knex);
  const store = new DatabaseOwnershipStore(knex);
  const assessments = new DatabaseAssessmentStore(knex);
  const common = {
    store,
    assessments,
    catalog,
    definition,
    zone: 'UTC',
    clock,
  };
  const world = new OwnershipWorldReader({ ...common, store: assessments });
  const assessor = new OwnershipAssessor({
    ...common,
    store: assessments,
    world,
  });
  const summaries = new OwnershipSummaryReader(common);
  const nothing = async () => null;
  const service = new OwnershipService({
    ...common,
    summaries,
    reviews: { readReview: nothing },
    onCall: {
      readOnCall: async () => ({
        provider: '',
        state: 'not_set_up',
        entries: [],
        asOf: null,
        url: null,
      }),
    },
    repositories: { compareCodeowners: nothing, suggestOwners: nothing },
    loads: new TeamLoadReader({
      ...common,
      store: new DatabaseTeamLoadStore(knex),
    }),
  });
  return { ...common, world, assessor, service };
}
