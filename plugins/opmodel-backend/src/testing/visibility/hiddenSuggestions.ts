import {
  type FoundSuggestion,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { DatabaseSuggestionStore } from '../../techDebt/suggestions/DatabaseSuggestionStore';
import { visibleDebtItem } from './hiddenDebt';

/** The same for both engines. */
const began = DateTime.utc().minus({ days: 9 }).startOf('day').toMillis();

/** The marker of the world, which imports this file. */
const word = 'zorblax';

const author = 'user:default/author';
const cart = 'component:default/cart';
const vault = `component:default/${word}-vault`;

/** A suggestion that everybody sees who reads technical debt at all. */
export const visibleSuggestion = 'walk-open';

/** Ids of suggestions that are hidden: one of something hidden, and one of something visible by a hidden scorecard. */
export const hiddenSuggestions = ['of', 'by'].map(what => `${word}-${what}`);

function suggestionOf(
  id: string,
  given: Partial<FoundSuggestion> = {},
): FoundSuggestion {
  const entityRef = given.entityRef ?? cart;
  return {
    source: 'failing_check',
    fingerprint: suggestionFingerprint('failing_check', entityRef, [id]),
    entityRef,
    title: `Old queue ${id}`,
    description: `What ${id} is`,
    category: 'code',
    severity: 'critical',
    since: began,
    principalDays: 1,
    evidence: [{ type: 'text', name: 'check', value: id }],
    links: [],
    ...given,
  };
}

/** Keeps suggestions, some of which people have decided. */
export async function seedSuggestions(
  knex: Knex,
  { hidden }: { hidden: boolean },
): Promise<void> {
  const store = new DatabaseSuggestionStore(knex);
  const [ofHidden, byHidden] = hiddenSuggestions;
  const seeded = hidden
    ? [
        suggestionOf(ofHidden, { entityRef: vault }),
        suggestionOf(byHidden, {
          links: [
            {
              type: 'check',
              ref: `scorecard:default/${word}-ready#described`,
              title: null,
            },
          ],
        }),
      ]
    : [
        suggestionOf(visibleSuggestion),
        suggestionOf('walk-filed', { severity: null }),
        suggestionOf('walk-hidden-item', { since: null }),
        suggestionOf('walk-no', { entityRef: 'component:default/mail' }),
      ];
  for (const found of seeded) {
    await store.merge({
      source: 'failing_check',
      at: began,
      lookedAt: [],
      found: [found],
      leftOut: [],
    });
    // Its id is the same in both engines.
    const [{ value: id }] = found.evidence as unknown as { value: string }[];
    await knex('tech_debt_suggestions')
      .where('fingerprint', found.fingerprint)
      .update({ id });
  }
  if (!hidden) {
    const from = { type: 'new' } as const;
    const by = { by: author, at: began };
    for (const [id, itemId] of [
      ['walk-filed', visibleDebtItem],
      ['walk-hidden-item', `${word}-whole`],
    ]) {
      await store.decide(id, { from, to: { type: 'promoted', itemId, ...by } });
    }
    await store.decide('walk-no', {
      from,
      to: { type: 'dismissed', reason: 'It stays', ...by },
    });
  }
}
