import type { ErrorBudgetPolicySpec } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { jsonTable, whereAnyOf } from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { queryRows } from '../../intake/DatabaseRows';
import { selectSlos } from '../reading/DatabaseSloSelection';
import type { MeasuredSubject } from './SloPolicyStore';

/** What SLOs are in, by ref; those that the catalog no longer has are missing. */
export async function listSubjects(
  knex: Knex,
  sloRefs: readonly string[],
): Promise<ReadonlyMap<string, MeasuredSubject>> {
  const query = knex('slos as slo')
    .leftJoin('entities as member', 'member.ref', 'slo.entity_ref')
    .whereNull('slo.removed_at')
    .select('slo.ref', 'slo.entity_ref', 'member.tier');
  whereAnyOf(query, 'slo.ref', sloRefs);
  const rows: Record<string, any>[] = await query;
  const scopes = await scopesOf(
    knex,
    rows.flatMap(row => [row.ref, row.entity_ref ?? []].flat()),
  );
  return new Map(
    rows.map(row => [
      row.ref,
      {
        sloRef: row.ref,
        entityRef: row.entity_ref,
        tier: row.tier,
        scopes: [
          ...(scopes.get(row.ref) ?? []),
          ...(scopes.get(row.entity_ref) ?? []),
        ],
      },
    ]),
  );
}

/** The scopes of one entity, itself included, with its tier. */
export async function getEntitySubject(
  knex: Knex,
  entityRef: string,
): Promise<MeasuredSubject> {
  const [scopes, entity] = await Promise.all([
    scopesOf(knex, [entityRef]),
    knex('entities').where('ref', entityRef).first('tier'),
  ]);
  return {
    // No SLO: policies that name some do not apply to what has none.
    sloRef: '',
    entityRef,
    tier: entity?.tier ?? null,
    scopes: scopes.get(entityRef) ?? [],
  };
}

/** How many entities that may be seen have an SLO that may be seen too and that a policy applies to. */
export async function countEntities(
  knex: Knex,
  { appliesTo, tiers }: Pick<ErrorBudgetPolicySpec, 'appliesTo' | 'tiers'>,
  visibility: Visibility,
): Promise<number> {
  const query = selectSlos(knex, { visibility });
  if (tiers.length > 0) {
    query.whereIn(
      knex.raw('lower(member.tier)') as any,
      tiers.map(tier => tier.toLowerCase()),
    );
  }
  if (appliesTo.length > 0) {
    query.where(applies => {
      whereAnyOf(applies, 'slo.ref', appliesTo);
      for (const column of ['slo.ref', 'slo.entity_ref']) {
        applies.orWhereExists(span => {
          span
            .from('scope_spans as policy_span')
            .whereRaw('policy_span.entity_ref = ??', [column])
            .whereNull('policy_span.to_day');
          whereAnyOf(span, 'policy_span.scope_ref', appliesTo);
        });
      }
    });
  }
  const [{ count }] = await query.countDistinct({ count: 'slo.entity_ref' });
  return Number(count);
}

/** The scopes in which entities count today, by ref. */
async function scopesOf(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  // Joined in the order in which they stand: SQLite would rather look at all that lasts.
  const rows = await queryRows<Record<string, string>>(
    knex.raw(
      `select span.entity_ref, span.scope_ref
       from ? cross join scope_spans as span
       where span.entity_ref = asked.ref and span.to_day is null`,
      [
        jsonTable(
          knex,
          [...new Set(entityRefs)].map(ref => ({ ref })),
          { ref: 'text' },
          'asked',
        ),
      ],
    ),
  );
  const scopes = new Map<string, string[]>();
  for (const row of rows) {
    const known = scopes.get(row.entity_ref);
    if (known) {
      known.push(row.scope_ref);
    } else {
      scopes.set(row.entity_ref, [row.scope_ref]);
    }
  }
  return scopes;
}
