import { InputError } from '@backstage/errors';
import {
  debtSeverities,
  type DebtSuggestion,
  type FoundSuggestion,
} from '@opmodel/backstage-plugin-opmodel-common';
import { entityOfLink } from '../items/DebtNames';
import type { SuggestionOrder, SuggestionPosition } from './SuggestionStore';

/** What kind of value each order looks at. */
export const suggestionOrderKinds: Readonly<
  Record<SuggestionOrder, 'text' | 'whole'>
> = {
  severity: 'whole',
  since: 'whole',
  firstSeen: 'whole',
  title: 'text',
  entity: 'text',
};

/** Characters of a title that order it. */
const ORDERING_CHARACTERS = 200;

/** Where a suggestion is in each order; null: it has no value there. */
export function suggestionOrderValues({
  severity,
  since,
  firstSeen,
  title,
  entityRef,
}: Pick<
  DebtSuggestion,
  'severity' | 'since' | 'firstSeen' | 'title' | 'entityRef'
>): Readonly<Record<SuggestionOrder, string | number | null>> {
  return {
    severity:
      severity && debtSeverities.length - debtSeverities.indexOf(severity),
    since,
    firstSeen,
    title: [...title.toLocaleLowerCase('en-US')]
      .slice(0, ORDERING_CHARACTERS)
      .join(''),
    entity: entityRef,
  };
}

/**
 * Refuses a position that is none of the order: a cursor that somebody made up is no error of the database.
 *
 * @throws InputError
 */
export function refuseForeignSuggestionPosition(
  order: SuggestionOrder,
  value: SuggestionPosition['value'] | undefined,
): void {
  const isOfOrder =
    value === null ||
    value === undefined ||
    (suggestionOrderKinds[order] === 'text'
      ? typeof value === 'string'
      : Number.isSafeInteger(value));
  if (!isOfOrder) {
    throw new InputError(`A list by '${order}' cannot go on after '${value}'`);
  }
}

/** What a suggestion is searched in, in lower case: no word goes from its title on into its description. */
export function searchedSuggestion({
  title,
  description,
}: Pick<FoundSuggestion, 'title' | 'description'>): string {
  return `${title}\n${description}`.toLocaleLowerCase('en-US');
}

/** The words that a text asks for, in lower case. */
export function askedWords(text: string): string[] {
  return text
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(word => word !== '');
}

/** The document that a suggestion speaks of, a scorecard or an SLO; null: none. There is one at most, see `checkSightings.ts`. */
export function documentOf({
  links,
}: Pick<FoundSuggestion, 'links'>): string | null {
  return links.map(entityOfLink).find(ref => ref !== undefined) ?? null;
}
