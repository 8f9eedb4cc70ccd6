import { scorecardLimits } from '../document/documentFields';
import {
  ConditionProblem,
  JsonRuleConditions,
  type NamedRetriever,
} from './jsonRuleConditions';
import { printFilter, type TechInsightsFilter } from './techInsightsFilter';

/** A check of Tech Insights with a rule of json-rules-engine, as it stands in `techInsights.factChecker.checks`. */
export interface TechInsightsJsonCheck {
  id: string;
  name: string;
  description?: string;
  /** Ids of retrievers. */
  factIds: readonly string[];
  rule: { conditions: unknown };
  /** With `category`, `rank` and `solution` as Tech Insights Maturity reads them. */
  metadata?: Readonly<Record<string, unknown>>;
  failureMetadata?: Readonly<Record<string, unknown>>;
  links?: readonly { title: string; url: string }[];
  filter?: TechInsightsFilter;
}

/** How a rank of Tech Insights Maturity is called, as `techInsights.maturity.rank` says. */
export interface MaturityRank {
  title?: string;
  description?: string;
}

/** What is made of checks of Tech Insights. */
export interface ImportTechInsightsOptions {
  /** Of the scorecard; the last part of its ref: `maturity`. */
  name: string;
  title?: string;
  /** Who answers for it: `group:default/platform`. */
  owner?: string;
  checks: readonly TechInsightsJsonCheck[];
  /** The retrievers that the checks name; they tell of which type each fact is. */
  retrievers: readonly NamedRetriever[];
  ranks?: Readonly<
    Partial<Record<'stone' | 'bronze' | 'silver' | 'gold', MaturityRank>>
  >;
}

/** A document of kind `Scorecard`, and what could not be carried over into it. */
export interface ImportedScorecard {
  /** Null where no check could be. */
  document: Readonly<Record<string, unknown>> | null;
  /** The check is left out: it would ask something else. */
  problems: readonly { check: string; message: string }[];
}

/** What every check belongs to where none has a rank. */
const singleLevel = 'Complete';

const ranks = ['bronze', 'silver', 'gold'] as const;

/** What each is called there unless somebody says otherwise. */
const rankNames = {
  stone: 'Stone',
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
};

/**
 * Makes a document of kind `Scorecard` of the checks of Tech Insights: their rules become expressions, their filters filters, and the rank,
 * the category and the solution that Tech Insights Maturity reads become level, category and solution. Without any rank all checks belong to
 * one level.
 *
 * What has no equal here, such as an operator of somebody's own, is a problem, and the check is left out. Facts are named as the adapter for
 * retrievers names them.
 */
export function importTechInsightsChecks(
  options: ImportTechInsightsOptions,
): ImportedScorecard {
  const problems: { check: string; message: string }[] = [];
  const taken = new Set<string>();
  const imported = options.checks.flatMap(check => {
    try {
      return [importCheck(check, { ...options, taken })];
    } catch (error) {
      if (!(error instanceof ConditionProblem)) {
        throw error;
      }
      problems.push({ check: check.id, message: error.message });
      return [];
    }
  });
  const isRanked = imported.some(({ level }) => level !== undefined);
  const checks = isRanked
    ? imported
    : imported.map(check => ({ ...check, level: singleLevel }));
  const { name, title, owner } = options;
  return {
    document:
      checks.length === 0
        ? null
        : {
            apiVersion: 'opmodel.io/v1alpha1',
            kind: 'Scorecard',
            metadata: { name, ...(title ? { title } : {}) },
            spec: {
              ...(owner ? { owner } : {}),
              ...levelsOf(options.ranks ?? {}, isRanked, checks),
              checks,
            },
          },
    problems,
  };
}

function importCheck(
  check: TechInsightsJsonCheck,
  options: ImportTechInsightsOptions & { taken: Set<string> },
): Record<string, unknown> {
  const { metadata = {}, failureMetadata = {} } = check;
  const retrievers = check.factIds.map(id => {
    const retriever = options.retrievers.find(one => one.id === id);
    if (!retriever) {
      throw new ConditionProblem(
        `The retriever ${id} is not among those given`,
      );
    }
    return retriever;
  });
  const expression = new JsonRuleConditions(retrievers).print(
    check.rule.conditions,
  );
  const filter = printFilter(check.filter);
  const rank = rankOf(check);
  const texts = {
    description: check.description,
    category: metadata.category,
    solution: metadata.solution ?? failureMetadata.solution,
  };
  return {
    id: idOf(check.id, options.taken),
    name: check.name || check.id,
    ...Object.fromEntries(
      Object.entries(texts).filter(
        ([, text]) => typeof text === 'string' && text.trim() !== '',
      ),
    ),
    ...(rank ? { level: nameOf(rank, options.ranks) } : {}),
    ...(filter ? { filter } : {}),
    expression,
    ...(check.links?.length ? { links: check.links } : {}),
  };
}

function levelsOf(
  named: NonNullable<ImportTechInsightsOptions['ranks']>,
  isRanked: boolean,
  checks: readonly Record<string, unknown>[],
): Record<string, unknown> {
  if (!isRanked) {
    return { levels: [{ name: singleLevel, rank: 1 }] };
  }
  return {
    emptyLevel: { name: nameOf('stone', named) },
    levels: ranks.flatMap((rank, at) => {
      const name = nameOf(rank, named);
      const description = named[rank]?.description;
      // A level that nothing asks for would be reached with the one below.
      return checks.some(({ level }) => level === name)
        ? [{ name, rank: at + 1, ...(description ? { description } : {}) }]
        : [];
    }),
  };
}

function nameOf(
  rank: keyof typeof rankNames,
  named: ImportTechInsightsOptions['ranks'],
): string {
  return named?.[rank]?.title ?? rankNames[rank];
}

function rankOf({
  metadata,
}: TechInsightsJsonCheck): (typeof ranks)[number] | undefined {
  return ranks[Number(metadata?.rank) - 1];
}

/** Letters, digits, dashes and underscores alone, each once. */
function idOf(id: string, taken: Set<string>): string {
  const cleaned =
    id
      .replace(/[^a-zA-Z0-9_-]+/g, '-')
      .replace(/^[-_]+/, '')
      .slice(0, scorecardLimits.id) || 'check';
  if (taken.has(cleaned)) {
    throw new ConditionProblem(`Two checks would have the id ${cleaned}`);
  }
  taken.add(cleaned);
  return cleaned;
}
