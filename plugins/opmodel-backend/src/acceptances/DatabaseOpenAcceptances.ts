import type { AcceptanceSubject } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';

/** Acceptances of an entity that are asked for or were approved, whoever may see them and also on the day after their end. */
export function selectOpenAcceptances(
  knex: Knex,
  subject: AcceptanceSubject,
  entityRef: string,
): Knex.QueryBuilder {
  return knex('acceptance_entities as about')
    .join('acceptances as acceptance', 'acceptance.id', 'about.acceptance_id')
    .where('about.entity_ref', entityRef)
    .where('acceptance.subject', subject)
    .whereIn('acceptance.state', ['requested', 'approved']);
}
