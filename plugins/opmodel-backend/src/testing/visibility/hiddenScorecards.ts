import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';

const DAY = 24 * 3_600_000;

/** When everything visible was found; the same for both engines, and before anything hidden is. */
const found = DateTime.utc().minus({ days: 1 }).startOf('day').toMillis();

/** A scorecard that asks components for a title, for a tier, and for something that cannot be carried out. */
export function scorecardDocument(
  name: string,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'opmodel.io/v1alpha1',
    kind: 'Scorecard',
    metadata: {
      name,
      namespace: 'default',
      title: `Standard ${name}`,
      ...metadata,
    },
    spec: {
      title: `Standard ${name}`,
      owner: 'group:default/shop',
      filter: 'catalog.kind == "component"',
      levels: [
        { name: 'Bronze', rank: 1 },
        { name: 'Silver', rank: 2 },
      ],
      checks: [
        {
          id: 'titled',
          name: `Is titled for ${name}`,
          level: 'Bronze',
          expression: 'catalog.hasTitle',
          failureMessage: `{{ entity.name }} has no title for ${name}`,
        },
        {
          id: 'tiered',
          name: `Has a tier for ${name}`,
          level: 'Silver',
          expression: 'catalog.tier == "gold"',
          whenNotReported: 'fail',
        },
        {
          id: 'broken',
          name: `Is broken for ${name}`,
          expression: 'catalog.nothingOfTheKind',
        },
        {
          id: 'placed',
          name: `Has a domain for ${name}`,
          expression: 'catalog.domainRef.size() > 99',
          failureMessage: '{{ entity.name }} is of {{ value }}',
        },
      ],
    } as unknown as Entity['spec'],
  };
}

/**
 * Dates what was found of everything visible, or of what is hidden, and lets all of it have changed once: its level and its first check.
 * What is hidden changed last.
 */
export async function dateVerdicts(
  knex: Knex,
  { hidden }: { hidden: boolean },
): Promise<void> {
  const isHidden = (row: { entity_ref: string; scorecard_ref: string }) =>
    /zorblax/.test(row.entity_ref + row.scorecard_ref);
  const changedAt = hidden ? Date.now() : found;
  const firstAt = found - 100 * DAY;
  const rows: any[] = await knex('scorecard_results').select();
  for (const row of rows.filter(each => isHidden(each) === hidden)) {
    const { entity_ref, scorecard_ref } = row;
    // Since when a verdict holds is kept as the time after the first evaluation.
    const verdicts = JSON.parse(row.verdicts).map(
      (entry: unknown[] | null) =>
        entry && [changedAt - firstAt, ...entry.slice(1)],
    );
    await knex('scorecard_results')
      .where({ entity_ref, scorecard_ref })
      .update({
        first_at: firstAt,
        changed_at: changedAt,
        level_since: changedAt,
        verdicts: JSON.stringify(verdicts),
      });
    await knex('scorecard_changes')
      .where({ entity_ref, scorecard_ref })
      .delete();
    if (row.level_rank !== null) {
      const [after] = row.states;
      await knex('scorecard_changes').insert({
        entity_ref,
        scorecard_ref,
        version: row.version,
        owner_ref: 'group:default/shop',
        changed_at: changedAt,
        level_before: row.level_rank + 1,
        level_after: row.level_rank,
        checks: JSON.stringify([
          ['titled', after === 'P' ? 'F' : 'P', after, 0],
        ]),
      });
    }
  }
}
