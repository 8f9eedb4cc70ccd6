import type { EnvironmentTier } from './observation';

/** Environments whose name matches one of the patterns have the tier. */
export interface EnvironmentRule {
  tier: EnvironmentTier;
  /**
   * Names in lower case, with `_`, `.`, `/`, `:` and spaces written as `-`. `*` is any text, `?` one character, and `[0-9]` one
   * of the characters.
   */
  match: string[];
}

/**
 * Tells tiers by the names that teams commonly give to environments. Names that speak of preparation are looked for first,
 * so that `pre-prod` and `production-test` are not taken for production.
 */
export const defaultEnvironmentRules: EnvironmentRule[] = [
  {
    tier: 'staging',
    match: [
      ...[
        'staging',
        'stage',
        'stg',
        'preprod',
        'pre-prod',
        'uat',
        'acceptance',
      ],
      ...['pre-production', 'preproduction', 'staging[0-9]*', 'stg[0-9]*'],
    ].flatMap(anywhere),
  },
  {
    tier: 'testing',
    match: [
      ...['test', 'testing', 'tst', 'qa', 'qc', 'integration', 'e2e', 'ci'],
      ...['perf', 'performance', 'loadtest', 'test[0-9]*', 'qa[0-9]*'],
      ...['nonprod', 'non-prod', 'non-production'],
    ].flatMap(anywhere),
  },
  {
    tier: 'development',
    match: [
      ...['dev', 'development', 'develop', 'local', 'sandbox', 'preview'],
      ...['review', 'ephemeral', 'dev[0-9]*'],
    ].flatMap(anywhere),
  },
  {
    tier: 'production',
    match: ['prod', 'production', 'prd', 'live', 'prod[0-9]*'].flatMap(
      anywhere,
    ),
  },
];

/** A word as the whole name, at its beginning, at its end or between other words. */
function anywhere(word: string): string[] {
  return [word, `${word}-*`, `*-${word}`, `*-${word}-*`];
}

function normalizeName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[_./:\s]+/g, '-');
}

const expressions = new Map<string, RegExp>();

function globExpression(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = normalizeName(pattern).replace(
      /\[[a-z0-9-]+\]|[\\^$+{}()|[\]*?]/g,
      part => {
        if (part === '*') {
          return '.*';
        }
        if (part === '?') {
          return '.';
        }
        return part.length > 1 ? part : `\\${part}`;
      },
    );
    expression = new RegExp(`^${source}$`);
    expressions.set(pattern, expression);
  }
  return expression;
}

/**
 * The tier of an environment by its name: that of the first rule which matches, else `other`.
 *
 * @param rules - the organisation's rules, usually followed by {@link defaultEnvironmentRules}
 */
export function classifyEnvironment(
  name: string,
  rules: EnvironmentRule[] = defaultEnvironmentRules,
): EnvironmentTier {
  const normalized = normalizeName(name);
  const rule = rules.find(({ match }) =>
    match.some(pattern => globExpression(pattern).test(normalized)),
  );
  return rule?.tier ?? 'other';
}
