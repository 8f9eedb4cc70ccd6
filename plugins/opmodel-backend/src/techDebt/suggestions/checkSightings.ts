import type { DebtSightings } from '@opmodel/backstage-plugin-opmodel-node';
import type {
  FoundSuggestion,
  SuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-common';
import { entityOfLink } from '../items/DebtNames';

/**
 * Holds what a source says against its contract, so that no module can speak for another one, or of what it was not asked about.
 *
 * @throws Error that says what is wrong; nothing of it is kept
 */
export function checkSightings(
  source: SuggestionSource,
  asked: ReadonlySet<string>,
  { lookedAt, suggestions }: DebtSightings,
): void {
  const stranger = lookedAt.find(ref => !asked.has(ref));
  hold(stranger === undefined, `it looked at ${stranger} unasked`);
  const seen = new Set<string>();
  for (const suggestion of suggestions) {
    const { entityRef, fingerprint } = suggestion;
    checkSuggestion(source, suggestion);
    hold(asked.has(entityRef), `it found something of ${entityRef} unasked`);
    hold(!seen.has(fingerprint), `it found ${fingerprint} twice`);
    seen.add(fingerprint);
  }
}

/**
 * Holds one suggestion against what can be kept.
 *
 * @throws Error that says what is wrong
 */
export function checkSuggestion(
  source: SuggestionSource,
  suggestion: FoundSuggestion,
): void {
  const { fingerprint, title, principalDays, since } = suggestion;
  hold(
    suggestion.source === source,
    `it found something as ${suggestion.source}`,
  );
  hold(
    fingerprint.startsWith(`${source}:`) && fingerprint.length <= 200,
    `the fingerprint ${fingerprint} is none of its own`,
  );
  hold(
    title.trim() !== '' && title.length <= 200,
    `the title of ${fingerprint} has ${title.length} characters`,
  );
  hold(
    principalDays === null ||
      (Number.isFinite(principalDays) && principalDays > 0),
    `the principal of ${fingerprint} is ${principalDays}`,
  );
  hold(
    since === null || Number.isSafeInteger(since),
    `${fingerprint} is so since ${since}`,
  );
  const documents = new Set(
    suggestion.links.flatMap(link => entityOfLink(link) ?? []),
  );
  // Whoever sees a suggestion sees what it speaks of, and one document is looked for.
  hold(documents.size <= 1, `${fingerprint} speaks of several documents`);
}

function hold(condition: boolean, breach: string): asserts condition {
  if (!condition) {
    throw new Error(`The source of debt breaks its contract: ${breach}`);
  }
}
