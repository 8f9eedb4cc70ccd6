import type { DebtSelectionQuery } from '../../hooks/useRegisterParams';

/** Of what the capacity for debt is told: of one scope, or of everything; `several` where a selection is neither. */
export type CapacityScope =
  | { type: 'one'; ref: string }
  | { type: 'everything' }
  | { type: 'several' };

/**
 * The scope that a selection of debt names, if that is all that it selects. Work is counted of whole scopes, so it cannot follow a
 * category, a severity or words.
 */
export function capacityScopeOf(selection: DebtSelectionQuery): CapacityScope {
  const {
    owner = [],
    descendants,
    scope,
    system,
    domain,
    entity,
    ...others
  } = selection;
  const isOther = Object.values(others).some(
    value => value !== undefined && value.length > 0,
  );
  const refs = [...owner, scope, system, domain, entity].filter(
    (ref): ref is string => ref !== undefined,
  );
  if (
    isOther ||
    refs.length > 1 ||
    (owner.length > 0 && descendants === false)
  ) {
    return { type: 'several' };
  }
  return refs.length === 0
    ? { type: 'everything' }
    : { type: 'one', ref: refs[0] };
}
