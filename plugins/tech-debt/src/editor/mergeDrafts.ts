import {
  changedFields,
  withFieldOf,
  type DebtDraft,
  type DebtDraftField,
} from './debtDraft';

/** What two people made of one item. */
export interface MergedDraft {
  /** Mine, with what only they changed. */
  draft: DebtDraft;
  /** What both changed, each to something else. */
  clashes: DebtDraftField[];
}

/**
 * Brings together what two people made of one item: what only one of them changed is taken, and where both did, mine stands until
 * somebody decides otherwise.
 *
 * @param base - the item that both of them began with
 */
export function mergeDrafts(
  base: DebtDraft,
  mine: DebtDraft,
  theirs: DebtDraft,
): MergedDraft {
  const changedByMe = changedFields(base, mine);
  const changedByThem = changedFields(base, theirs);
  const different = changedFields(mine, theirs);
  const draft = changedByThem
    .filter(field => !changedByMe.includes(field))
    .reduce((merged, field) => withFieldOf(merged, field, theirs), mine);
  return {
    draft,
    clashes: different.filter(
      field => changedByMe.includes(field) && changedByThem.includes(field),
    ),
  };
}
