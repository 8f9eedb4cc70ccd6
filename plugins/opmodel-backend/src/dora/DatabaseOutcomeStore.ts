import type { Knex } from 'knex';
import { jsonTable, whereAnyOf } from '../catalog/DatabaseLists';
import { queryRows } from '../intake/DatabaseRows';
import type {
  EntityOutcomes,
  OutcomeRequest,
  OutcomeStore,
} from './OutcomeStore';

const requestColumns = {
  id: 'integer',
  entity_ref: 'text',
  from_at: 'bigint',
  to_at: 'bigint',
  from_day: 'text',
  to_day: 'text',
} as const;

type Row = Record<string, any>;

/** Reads outcomes from SQLite or PostgreSQL: three statements, however many are asked for. */
export class DatabaseOutcomeStore implements OutcomeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readOutcomes(
    calculation: string,
    requests: readonly OutcomeRequest[],
    { tallySeconds }: { tallySeconds: number },
  ): Promise<EntityOutcomes[]> {
    if (requests.length === 0) {
      return [];
    }
    const known = await this.#readFirstDays(calculation, requests);
    const outcomes = requests.map(({ entityRef }): EntityOutcomes => {
      const row = known.get(entityRef);
      return {
        firstDeploymentDay: row?.first_deployment_day ?? null,
        firstIncidentDay: row?.first_incident_day ?? null,
        deployments: [],
        incidents: [],
      };
    });
    for (const row of await this.#tallyDeployments(
      calculation,
      requests,
      tallySeconds * 1_000,
    )) {
      outcomes[row.id].deployments.push({
        at: Number(row.tally_at),
        environment: row.environment,
        deployments: Number(row.deployments),
        failed: Number(row.failed),
      });
    }
    for (const row of await this.#listIncidents(calculation, requests)) {
      outcomes[row.id].incidents.push({
        from: Number(row.at),
        to: row.ended_at === null ? null : Number(row.ended_at),
        environment: row.environment,
      });
    }
    return outcomes;
  }

  async #readFirstDays(
    calculation: string,
    requests: readonly OutcomeRequest[],
  ): Promise<ReadonlyMap<string, Row>> {
    const query = this.#knex('dora_entities')
      .where({ calculation })
      .select('entity_ref', 'first_deployment_day', 'first_incident_day');
    whereAnyOf(
      query,
      'entity_ref',
      new Set(requests.map(({ entityRef }) => entityRef)),
    );
    const rows: Row[] = await query;
    return new Map(rows.map(row => [row.entity_ref, row]));
  }

  /** A deployment whose record is being replaced counts as it was judged last. */
  #tallyDeployments(
    calculation: string,
    requests: readonly OutcomeRequest[],
    tallyMs: number,
  ): Promise<Row[]> {
    return queryRows<Row>(
      this.#knex.raw(
        `with asked as materialized (select * from ?),
           judged as (
             select asked.id, record.environment, verdict.failed,
               verdict.at - verdict.at % cast(? as bigint) as tally_at
             from asked cross join dora_deployments as verdict
             left join deployments as record
               on record.source = verdict.source
               and record.subject = verdict.deployment
               and record.entity_ref = verdict.entity_ref
               and record.superseded_at is null
             where verdict.calculation = ? and verdict.entity_ref = asked.entity_ref
               and verdict.day >= asked.from_day and verdict.day <= asked.to_day
               and verdict.at >= asked.from_at and verdict.at < asked.to_at
               and verdict.exclusion is null
           )
         select id, tally_at, environment, count(*) as deployments,
           sum(case when failed then 1 else 0 end) as failed
         from judged group by id, tally_at, environment
         order by id, tally_at`,
        [this.#toTable(requests), tallyMs, calculation],
      ),
    );
  }

  #listIncidents(
    calculation: string,
    requests: readonly OutcomeRequest[],
  ): Promise<Row[]> {
    return queryRows<Row>(
      this.#knex.raw(
        `with asked as materialized (select * from ?),
           open as (
             select asked.id, asked.from_at, verdict.at, record.environment,
               coalesce(record.mitigated_at, record.resolved_at) as ended_at
             from asked cross join dora_incidents as verdict
             join incidents as record
               on record.source = verdict.source
               and record.subject = verdict.incident
               and record.entity_ref = verdict.entity_ref
               and record.superseded_at is null
             where verdict.calculation = ? and verdict.entity_ref = asked.entity_ref
               and verdict.at < asked.to_at and not record.withdrawn
           )
         select id, at, ended_at, environment from open
         where ended_at is null or ended_at > from_at
         order by id, at`,
        [this.#toTable(requests), calculation],
      ),
    );
  }

  #toTable(requests: readonly OutcomeRequest[]): Knex.Raw {
    return jsonTable(
      this.#knex,
      requests.map(({ entityRef, from, to, days }, id) => ({
        id,
        entity_ref: entityRef,
        from_at: from,
        to_at: to,
        from_day: days.from,
        to_day: days.to,
      })),
      requestColumns,
      'given',
    );
  }
}
