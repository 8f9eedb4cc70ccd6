import { renderInTestApp } from '@backstage/test-utils';
import {
  debtCategories,
  debtDeeds,
  debtEstimateFields,
  debtIntents,
  debtLinkTypes,
  debtPrudences,
  debtSeverities,
  debtStatuses,
  suggestionEvidenceNames,
  type DebtOrigin,
  type DebtSuggestionStateName,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  suggestionSources,
  suggestionStates,
} from '../suggestions/useSuggestionParams';
import {
  useSuggestionWords,
  type SuggestionSourceName,
  type SuggestionWords,
} from '../suggestions/useSuggestionWords';
import { useDebtWords, type DebtWords, type DeedName } from './useDebtWords';

/** Each value of a type, which the compiler holds to be all of them. */
const all = <Value extends string>(values: Record<Value, true>): Value[] =>
  Object.keys(values) as Value[];

const origins = all<DebtOrigin['type']>({
  person: true,
  import: true,
  document: true,
  scaffolder: true,
  suggestion: true,
});
const sources = all<SuggestionSourceName>({
  exemption: true,
  failing_check: true,
  error_budget: true,
  hotspot: true,
  todo: true,
  end_of_life: true,
  sonarqube: true,
  sarif: true,
});
const states = all<DebtSuggestionStateName>({
  open: true,
  dismissed: true,
  promoted: true,
  gone: true,
});
/** Those that people do; the others happen by acceptances. */
const deeds = all<DeedName>({
  plan: true,
  start: true,
  put_back: true,
  resolve: true,
  give_up: true,
  reopen: true,
});

async function readWords() {
  const told: { debt?: DebtWords; suggestions?: SuggestionWords } = {};
  function Reader() {
    told.debt = useDebtWords();
    told.suggestions = useSuggestionWords();
    return null;
  }
  await renderInTestApp(<Reader />);
  return { debt: told.debt!, suggestions: told.suggestions! };
}

/** A word that there is not is told as its key, such as `origin.person`. */
const KEY = /^[\w-]+(\.[\w-]+)+$/;

function expectWords(
  values: readonly string[],
  wordOf: (value: string) => string | undefined,
) {
  expect(values).not.toHaveLength(0);
  expect(
    values.filter(value => {
      const word = wordOf(value) ?? '';
      return word.trim() === '' || KEY.test(word);
    }),
  ).toEqual([]);
}

describe('the words of technical debt', () => {
  it.each<[keyof DebtWords, readonly string[]]>([
    ['status', debtStatuses],
    ['statusMeaning', debtStatuses],
    ['deed', deeds],
    ['category', debtCategories],
    ['severity', debtSeverities],
    ['intent', debtIntents],
    ['prudence', debtPrudences],
    ['origin', origins],
    ['link', debtLinkTypes],
    ['estimate', debtEstimateFields],
  ])('name each %s', async (kind, values) => {
    const { debt } = await readWords();
    expectWords(values, value => (debt[kind] as Record<string, string>)[value]);
    expect(Object.keys(debt[kind]).sort()).toEqual([...values].sort());
  });

  it('name each source, state and evidence of suggestions', async () => {
    const { suggestions } = await readWords();
    expectWords(sources, value => suggestions.source[value as 'todo']);
    expectWords(states, value => suggestions.state[value as 'open']);
    expectWords(suggestionEvidenceNames, suggestions.evidence);
    expect(suggestions.evidence('analysis')).toBe('Analysis');
    expect(suggestions.evidence('debtOfModule')).toBe('Debt of module');
  });

  it('leave no deed, source or state out of what is offered', () => {
    expect(debtDeeds).toEqual(expect.arrayContaining(deeds));
    expect([...suggestionSources].sort()).toEqual(sources.sort());
    expect([...suggestionStates].sort()).toEqual(states.sort());
  });
});
