import { stateLetters } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  inBulks,
  insertRows,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { decodeVerdicts, encodeVerdicts } from './verdictCodec';
import type {
  EvaluationOutcome,
  ResultChange,
  ScorecardResult,
} from './ResultStore';

const resultColumns = {
  entity_ref: 'text',
  scorecard_ref: 'text',
  version: 'integer',
  level_rank: 'integer',
  level_since: 'bigint',
  earned: 'double precision',
  known: 'double precision',
  possible: 'double precision',
  states: 'text',
  verdicts: 'text',
  first_at: 'bigint',
  changed_at: 'bigint',
} as const;

const changeColumns = {
  entity_ref: 'text',
  scorecard_ref: 'text',
  version: 'integer',
  owner_ref: 'text',
  changed_at: 'bigint',
  level_before: 'integer',
  level_after: 'integer',
  checks: 'text',
} as const;

/** Check ids of every scorecard, in the order of the states of its results. */
export type Slots = ReadonlyMap<string, readonly string[]>;

/** Reads the slots of all scorecards, also of those that were removed. */
export async function readSlots(knex: Knex): Promise<Slots> {
  const rows: { ref: string; slots: string }[] = await knex(
    'scorecards',
  ).select('ref', 'slots');
  return new Map(rows.map(({ ref, slots }) => [ref, JSON.parse(slots)]));
}

/** Results of entities, ordered by entity, then by scorecard. */
export async function readResults(
  knex: Knex,
  entityRefs: readonly string[],
  scorecardRefs?: readonly string[],
): Promise<ScorecardResult[]> {
  const slots = await readSlots(knex);
  const query = knex('scorecard_results').select();
  whereAnyOf(query, 'entity_ref', entityRefs);
  if (scorecardRefs) {
    whereAnyOf(query, 'scorecard_ref', scorecardRefs);
  }
  orderByText(query, 'entity_ref');
  orderByText(query, 'scorecard_ref');
  const rows: Record<string, any>[] = await query;
  return rows.map(row => fromResultRow(row, slots));
}

/** Keeps results, over those that were there, and how they changed. */
export async function writeOutcome(
  transaction: Knex,
  { results, changes }: EvaluationOutcome,
  slots: Slots,
): Promise<void> {
  const names = Object.keys(resultColumns);
  const list = names.join(', ');
  const updates = names.slice(2).map(name => `${name} = excluded.${name}`);
  await inBulks(results, bulk =>
    transaction.raw(
      `insert into scorecard_results (${list}) select ${list} from ? where true
       on conflict (entity_ref, scorecard_ref) do update set ${updates.join(
         ', ',
       )}`,
      [
        jsonTable(
          transaction,
          bulk.map(result => toResultRow(result, slots)),
          resultColumns,
          'given',
        ),
      ],
    ),
  );
  await insertRows(
    transaction,
    'scorecard_changes',
    changeColumns,
    changes.map(toChangeRow),
  );
}

/** What is known by a row. */
export function fromResultRow(
  row: Record<string, any>,
  slots: Slots,
): ScorecardResult {
  const firstAt = Number(row.first_at);
  return {
    entityRef: row.entity_ref,
    scorecardRef: row.scorecard_ref,
    version: row.version,
    levelRank: row.level_rank,
    levelSince: Number(row.level_since),
    points:
      row.earned === null
        ? null
        : { earned: row.earned, known: row.known, possible: row.possible },
    verdicts: decodeVerdicts(
      row as { states: string; verdicts: string },
      slots.get(row.scorecard_ref) ?? [],
      firstAt,
    ),
    firstAt,
    changedAt: Number(row.changed_at),
  };
}

function toResultRow(result: ScorecardResult, slots: Slots) {
  const { points } = result;
  return {
    entity_ref: result.entityRef,
    scorecard_ref: result.scorecardRef,
    version: result.version,
    level_rank: result.levelRank,
    level_since: result.levelSince,
    earned: points?.earned ?? null,
    known: points?.known ?? null,
    possible: points?.possible ?? null,
    ...encodeVerdicts(
      result.verdicts,
      slots.get(result.scorecardRef) ?? [],
      result.firstAt,
    ),
    first_at: result.firstAt,
    changed_at: result.changedAt,
  };
}

function toChangeRow(change: ResultChange) {
  return {
    entity_ref: change.entityRef,
    scorecard_ref: change.scorecardRef,
    version: change.version,
    owner_ref: change.ownerRef,
    changed_at: change.changedAt,
    level_before: change.levelBefore,
    level_after: change.levelAfter,
    checks: JSON.stringify(
      change.checks.map(({ checkId, before, after, isRuleChanged }) => [
        checkId,
        before && stateLetters[before],
        after && stateLetters[after],
        Number(isRuleChanged),
      ]),
    ),
  };
}
