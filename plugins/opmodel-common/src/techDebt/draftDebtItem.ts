import type { DebtEstimate, DebtItemContent } from './debtItem';
import type { DebtTemplate } from './debtTemplate';
import { noEstimate } from './estimateRanges';

/** What an item that is filed by a template begins with. */
export type DebtDraft = Pick<
  DebtItemContent,
  'title' | 'description' | 'category' | 'estimate'
>;

/**
 * What an item begins with. What is not filled in stays in the title as its place, so that whoever files it sees what is missing.
 *
 * @param values - by place; texts that are taken as they are, on one line
 */
export function draftDebtItem(
  template: DebtTemplate,
  values: Readonly<Record<string, string>> = {},
): DebtDraft {
  const estimate: DebtEstimate = { ...noEstimate };
  for (const { field, value } of template.proposed) {
    estimate[field] = value;
  }
  return {
    title: fillTitle(template, values),
    description: template.outline,
    category: template.category,
    estimate,
  };
}

/** The places of a template that values leave open. */
export function openPlaces(
  { places }: DebtTemplate,
  values: Readonly<Record<string, string>>,
): string[] {
  return places.filter(place => valueAt(values, place) === '');
}

function fillTitle(
  { titlePattern }: DebtTemplate,
  values: Readonly<Record<string, string>>,
): string {
  return titlePattern.replace(
    /\{([a-z]+)\}/g,
    (place, name: string) => valueAt(values, name) || place,
  );
}

function valueAt(
  values: Readonly<Record<string, string>>,
  place: string,
): string {
  return Object.hasOwn(values, place)
    ? values[place].replace(/\s+/g, ' ').trim()
    : '';
}
