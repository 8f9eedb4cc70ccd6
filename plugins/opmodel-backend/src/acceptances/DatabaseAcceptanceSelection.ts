import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../catalog/DatabaseLists';
import { whereEntityVisible } from '../catalog/DatabaseVisibility';
import type { Visibility } from '../catalog/Visibility';
import type { AcceptanceFilter } from './AcceptanceStore';

/** Acceptances that may be seen and are asked for, under the alias `acceptance`. */
export function selectAcceptances(
  knex: Knex,
  filter: AcceptanceFilter,
  visibility: Visibility,
): Knex.QueryBuilder {
  const query = knex('acceptances as acceptance');
  whereAcceptanceVisible(query, visibility);
  whereDocumentVisible(query, visibility);
  const equal: [string, string | undefined][] = [
    ['acceptance.state', filter.state],
    ['acceptance.subject', filter.subject],
    ['acceptance.requested_by', filter.requestedBy],
  ];
  for (const [column, value] of equal) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  const { approverRefs, entityRefs, ownerRefs, waitingFor } = filter;
  const { inForceOn, urgentAt, orRequested, expiring } = filter;
  const among: [string, readonly string[] | undefined][] = [
    ['acceptance.id', filter.ids],
    ['acceptance.subject_ref', filter.subjectRefs],
  ];
  for (const [column, values] of among) {
    if (values) {
      whereAnyOf(query, column, values);
    }
  }
  if (entityRefs) {
    query.whereExists(about => {
      fromEntities(about);
      whereAnyOf(about, 'about.entity_ref', entityRefs);
    });
  }
  if (approverRefs) {
    query.whereExists(approver => {
      fromApprovers(approver);
      whereAnyOf(approver, 'approver.approver_ref', approverRefs);
    });
  }
  if (ownerRefs) {
    whereOwnedBy(query, ownerRefs, visibility);
  }
  if (waitingFor) {
    whereWaitingFor(knex, query, waitingFor);
  }
  if (inForceOn !== undefined) {
    query.where(held => {
      held.where(approved =>
        approved
          .where('acceptance.state', 'approved')
          .where(end =>
            end
              .whereNull('acceptance.expires_on')
              .orWhere('acceptance.expires_on', '>=', inForceOn),
          ),
      );
      if (urgentAt !== undefined) {
        held.orWhere(urgent =>
          urgent
            .where('acceptance.state', 'requested')
            .where('acceptance.urgent_until', '>', urgentAt),
        );
      }
      if (orRequested) {
        held.orWhere('acceptance.state', 'requested');
      }
    });
  }
  if (expiring) {
    query
      .where('acceptance.state', 'approved')
      .whereBetween('acceptance.expires_on', [expiring.from, expiring.to]);
  }
  return query;
}

function fromEntities(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .from('acceptance_entities as about')
    .whereRaw('about.acceptance_id = acceptance.id');
}

/** Limits a query to acceptances all of whose entities may be seen, and the receiving group as well. */
function whereAcceptanceVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
): void {
  if (visibility.type === 'all') {
    return;
  }
  const isSeen = (column: string) => (seen: Knex.QueryBuilder) => {
    seen.from('entities as seen').whereRaw('seen.ref = ??', [column]);
    whereEntityVisible(seen, visibility, 'seen.ref');
  };
  query
    .whereNotExists(about =>
      fromEntities(about).whereNotExists(isSeen('about.entity_ref')),
    )
    .where(receiving =>
      receiving
        .whereNull('acceptance.receiving_ref')
        .orWhereExists(isSeen('acceptance.receiving_ref')),
    );
}

/** Leaves out acceptances whose subject is part of a document of the catalog that may not be seen. */
function whereDocumentVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
): void {
  if (visibility.type === 'all') {
    return;
  }
  const ref = isPostgres(query)
    ? "split_part(acceptance.subject_ref, '#', 1)"
    : "substr(acceptance.subject_ref, 1, instr(acceptance.subject_ref, '#') - 1)";
  query.where(either =>
    either
      .whereNotExists(document =>
        document
          .from('entities as document')
          .whereRaw(`document.ref = ${ref}`)
          .where('acceptance.subject_ref', 'like', '%#%'),
      )
      .orWhereExists(document => {
        document.from('entities as document').whereRaw(`document.ref = ${ref}`);
        whereEntityVisible(document, visibility, 'document.ref');
      }),
  );
}

function whereOwnedBy(
  query: Knex.QueryBuilder,
  ownerRefs: readonly string[],
  visibility: Visibility,
): void {
  query.whereExists(about => {
    fromEntities(about)
      .join('entities as owned', 'owned.ref', 'about.entity_ref')
      .whereNull('owned.removed_at')
      .where(owned => {
        whereAnyOf(owned, 'owned.owner_ref', ownerRefs);
        owned.orWhereExists(span => {
          span
            .from('scope_spans as owner_span')
            .whereRaw('owner_span.entity_ref = owned.ref')
            .whereNull('owner_span.to_day')
            .whereExists(present =>
              present
                .from('entities as present')
                .whereRaw('present.ref = owner_span.scope_ref')
                .whereNull('present.removed_at'),
            );
          whereAnyOf(span, 'owner_span.scope_ref', ownerRefs);
          // What is below a hidden group is not told.
          whereEntityVisible(span, visibility, 'owner_span.scope_ref');
        });
      });
  });
}

function fromApprovers(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .from('acceptance_approvers as approver')
    .whereRaw('approver.acceptance_id = acceptance.id');
}

/** Whether one of the refs is in the JSON array of a column; a column without one holds none. */
function isAmong(knex: Knex, column: string, refs: readonly string[]) {
  const listed = isPostgres(knex)
    ? 'jsonb_array_elements_text(??::jsonb) as listed(value)'
    : 'json_each(??) as listed';
  return (array: Knex.QueryBuilder) => {
    array.from(knex.raw(listed, [column]));
    whereAnyOf(array, 'listed.value', refs);
  };
}

function whereWaitingFor(
  knex: Knex,
  query: Knex.QueryBuilder,
  { person, refs, of }: NonNullable<AcceptanceFilter['waitingFor']>,
): void {
  query
    .where('acceptance.state', 'requested')
    .whereNot('acceptance.requested_by', person)
    .whereExists(approver => {
      fromApprovers(approver)
        .where('approver.awaited', true)
        .where(voice => {
          whereAnyOf(voice, 'approver.approver_ref', refs);
          voice.orWhere(below =>
            below
              .whereExists(isAmong(knex, 'approver.below_refs', refs))
              .whereNotExists(isAmong(knex, 'approver.except_refs', refs)),
          );
        });
    })
    .whereNotExists(approval =>
      approval
        .from('acceptance_approvals as approval')
        .whereRaw('approval.acceptance_id = acceptance.id')
        .where('approval.by_ref', person),
    );
  whereAcceptanceVisible(query, of);
}
