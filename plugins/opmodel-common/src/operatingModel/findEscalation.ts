import type { EscalationKind } from '../client/DecisionApi';
import type { EscalationPathSpec, EscalationRoute } from './operatingDocuments';

/** An escalation path of the catalog. */
export interface EscalationDocument {
  /** Ref of the catalog entity. */
  ref: string;
  spec: EscalationPathSpec;
}

/** What somebody wants to escalate. */
export interface EscalationQuestion {
  /** What the entity is in, the most specific first: itself, its system, its domain, its owner, the groups above. Refs in lower case. */
  scopes: readonly string[];
  about: EscalationKind;
  /** Such as `sev1`, in any case; null: not known. */
  severity: string | null;
}

/** The way that an escalation takes. */
export interface FoundEscalation {
  documentRef: string;
  /** Which of the scopes the path is attached to; null: to the organisation. */
  attachedTo: string | null;
  route: EscalationRoute;
  url: string | null;
}

/**
 * How near a document is that is attached to some scopes: the place of the first of them among those of an entity, and
 * behind all of them where it is attached to the organisation.
 *
 * @param appliesTo - refs in lower case; empty: the organisation
 * @param scopes - of the entity, the most specific first
 * @returns null where it is not attached to any
 */
export function attachmentOf(
  appliesTo: readonly string[],
  scopes: readonly string[],
): { distance: number; attachedTo: string | null } | null {
  if (appliesTo.length === 0) {
    return { distance: scopes.length, attachedTo: null };
  }
  const distance = scopes.findIndex(scope => appliesTo.includes(scope));
  return distance < 0 ? null : { distance, attachedTo: scopes[distance] };
}

/**
 * Finds the way that an escalation takes. The path with the most specific attachment that has a route for the matter wins; among
 * routes of one attachment the one that names the severity comes before one for all. While the severity is not known, the
 * one for all comes first, and any other is better than none. Ties go to the first document by ref, and in it to the first route.
 *
 * @returns null where no path is attached that has a route for it
 */
export function findEscalation(
  paths: readonly EscalationDocument[],
  { scopes, about, severity }: EscalationQuestion,
): FoundEscalation | null {
  const wanted = severity?.toLowerCase() ?? null;
  let best: { found: FoundEscalation; rank: [number, number, string] } | null =
    null;
  for (const { ref, spec } of paths) {
    const attachment = attachmentOf(spec.appliesTo, scopes);
    for (const route of attachment ? spec.paths : []) {
      const fit = route.about === about ? fitOf(route, wanted) : null;
      if (attachment && fit !== null) {
        const rank: [number, number, string] = [attachment.distance, fit, ref];
        if (best === null || isBefore(rank, best.rank)) {
          const { attachedTo } = attachment;
          best = {
            found: { documentRef: ref, attachedTo, route, url: spec.url },
            rank,
          };
        }
      }
    }
  }
  return best && best.found;
}

/** How well a route fits a severity, 0 the best; null: not at all. */
function fitOf(
  { severities }: EscalationRoute,
  wanted: string | null,
): number | null {
  if (wanted === null) {
    return severities.length === 0 ? 0 : 1;
  }
  if (severities.includes(wanted)) {
    return 0;
  }
  return severities.length === 0 ? 1 : null;
}

function isBefore(
  left: [number, number, string],
  right: [number, number, string],
): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && left[at] < right[at];
}
