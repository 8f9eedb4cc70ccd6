import type { DebtCategory, DebtSeverity } from '../debtItem';
import type { FoundSuggestion, SuggestionEvidence } from './debtSuggestion';
import type {
  EndOfLifeCycle,
  EndOfLifeProduct,
  EndOfLifeTable,
} from './endOfLifeTable';
import { type EndOfLifeStatus, findEndOfLife } from './findEndOfLife';
import { asMarkdownCode, asOneLine } from './outsideText';
import type { RuntimeUse } from './runtimeUse';
import { dated, linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

const MOST_PLACES = 10;

/** By what the use of versions is judged. */
export interface EndOfLifeOptions {
  table: EndOfLifeTable;
  /** ISO day. */
  today: string;
  /** From how many days before its end on a version is suggested. */
  endingDays?: number;
}

/** A cycle that is over, or soon is, with all places that name it. */
interface Ending {
  product: EndOfLifeProduct;
  cycle: EndOfLifeCycle;
  status: Extract<EndOfLifeStatus, { type: 'ending' | 'ended' }>;
  uses: RuntimeUse[];
}

/**
 * Debt out of versions that their vendor supports no more, or soon will not: one suggestion for each cycle, whatever number of files names
 * it. It is `high` once support has ended, since nobody mends what is found in it, and `medium` before. A version of which the table knows
 * nothing is none.
 */
export function suggestFromEndOfLife(
  { entityRef, uses }: { entityRef: string; uses: readonly RuntimeUse[] },
  options: EndOfLifeOptions,
): FoundSuggestion[] {
  const { table, today, endingDays } = options;
  const endings = new Map<string, Ending>();
  for (const use of [...uses].sort(comparePlaces)) {
    const { product, cycle, status } = findEndOfLife(
      table,
      use,
      today,
      endingDays,
    );
    const isEnding = status.type === 'ending' || status.type === 'ended';
    if (product && cycle && isEnding) {
      const key = JSON.stringify([product.id, cycle.cycle]);
      const ending = endings.get(key) ?? { product, cycle, status, uses: [] };
      ending.uses.push(use);
      endings.set(key, ending);
    }
  }
  return [...endings.values()].map(ending =>
    asSuggestion(ending, entityRef, table.compiledOn),
  );
}

function comparePlaces(one: RuntimeUse, other: RuntimeUse): number {
  const [first, second] = [one, other].map(
    ({ path, line, product, version, written }) =>
      JSON.stringify([
        path,
        String(line ?? 0).padStart(9, '0'),
        product,
        version,
        written,
      ]),
  );
  if (first === second) {
    return 0;
  }
  return first < second ? -1 : 1;
}

function categoryOf({ kind }: EndOfLifeProduct): DebtCategory {
  return kind === 'framework' ? 'dependency' : 'infrastructure';
}

function severityOf({ type }: Ending['status']): DebtSeverity {
  return type === 'ended' ? 'high' : 'medium';
}

function asSuggestion(
  ending: Ending,
  entityRef: string,
  compiledOn: string,
): FoundSuggestion {
  const { product, cycle, status, uses } = ending;
  const name = asOneLine(`${product.name} ${cycle.cycle}`, 120);
  const isOver = status.type === 'ended';
  const endsOn = cycle.endsOn ?? '';
  return {
    source: 'end_of_life',
    fingerprint: suggestionFingerprint('end_of_life', entityRef, [
      product.id,
      cycle.cycle,
    ]),
    entityRef,
    title: isOver
      ? `${name} is past its end of life`
      : `${name} nears its end of life`,
    description: [
      isOver
        ? `Support of ${name} ended on ${endsOn}.`
        : `Support of ${name} ends on ${endsOn}.`,
      uses.slice(0, MOST_PLACES).map(placeLine).join('\n'),
      `By a table of ${compiledOn}; the vendor's page may say otherwise by now.`,
    ].join('\n\n'),
    category: categoryOf(product),
    severity: severityOf(status),
    since: isOver ? Date.parse(`${endsOn}T00:00:00Z`) : null,
    principalDays: null,
    evidence: [
      ...quoted('product', product.name),
      ...quoted('cycle', cycle.cycle),
      ...dated('endsOn', cycle.endsOn),
      ...dated('activeUntil', cycle.activeUntil),
      ...measured(isOver ? 'daysSince' : 'daysLeft', status.days, 'days'),
      ...measured('places', uses.length, 'count'),
      ...uses.slice(0, MOST_PLACES).flatMap(placeEvidence),
      ...dated('tableOf', compiledOn),
      ...linked('vendor', product.sourceUrl),
    ],
    links: [],
  };
}

function placeLine(use: RuntimeUse): string {
  const place = asMarkdownCode(placeOf(use), 300);
  const written = asMarkdownCode(use.written, 300);
  return use.isLowest
    ? `- ${place}: ${written}, which allows ${use.version} as the lowest`
    : `- ${place}: ${written}`;
}

function placeEvidence(use: RuntimeUse): SuggestionEvidence[] {
  return quoted(
    use.isLowest ? 'lowestOfRange' : 'place',
    `${placeOf(use)} ${use.written}`,
  );
}

function placeOf({ path, line }: RuntimeUse): string {
  return line === null ? path : `${path}:${line}`;
}
