import type {
  Decision,
  DecisionStatus,
  NewDecision,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A decision as somebody types it. */
export interface DecisionDraft {
  title: string;
  context: string;
  decision: string;
  entityRefs: string[];
  ownerRef: string | undefined;
  decidedOn: string;
  reviewOn: string;
  status: DecisionStatus;
  supersedes: string;
  /** A line each: a name, and an address at its end. */
  links: string;
}

/** A field of the form. */
export type DraftField = keyof DecisionDraft;

/** What is wrong with a draft before it is sent: a field that is missing, or the number of a line of links. */
export type DraftProblem =
  | { field: DraftField; kind: 'required' }
  | { field: 'links'; kind: 'link'; line: number };

const required = [
  'title',
  'context',
  'decision',
  'ownerRef',
  'decidedOn',
] as const;

/** An empty form, or a decision as it is now. */
export function draftOf(
  decision: Decision | undefined,
  today: string,
  entityRef: string | undefined,
): DecisionDraft {
  return {
    title: decision?.title ?? '',
    context: decision?.context ?? '',
    decision: decision?.decision ?? '',
    entityRefs:
      decision?.entities.map(({ ref }) => ref) ??
      (entityRef ? [entityRef] : []),
    ownerRef: decision?.ownerRef ?? undefined,
    decidedOn: decision?.decidedOn ?? today,
    reviewOn: decision?.reviewOn ?? '',
    status: decision?.status ?? 'accepted',
    supersedes: decision?.supersedes ?? '',
    links: (decision?.links ?? [])
      .map(({ label, url }) => `${label} ${url}`)
      .join('\n'),
  };
}

/** What is wrong with a draft; empty: it can be sent. */
export function checkDraft(draft: DecisionDraft): DraftProblem[] {
  const problems: DraftProblem[] = required
    .filter(field => !draft[field]?.trim())
    .map(field => ({ field, kind: 'required' }));
  if (draft.entityRefs.length === 0) {
    problems.push({ field: 'entityRefs', kind: 'required' });
  }
  const line = linesOf(draft).findIndex(text => readLink(text) === null);
  return line < 0
    ? problems
    : [...problems, { field: 'links', kind: 'link', line: line + 1 }];
}

/** What is sent of a draft that {@link checkDraft} finds nothing wrong with. */
export function bodyOf(draft: DecisionDraft): NewDecision {
  return {
    title: draft.title,
    context: draft.context,
    decision: draft.decision,
    entityRefs: draft.entityRefs,
    ownerRef: draft.ownerRef ?? '',
    decidedOn: draft.decidedOn,
    reviewOn: draft.reviewOn || null,
    status: draft.status,
    supersedes: draft.supersedes.trim() || null,
    links: linesOf(draft).flatMap(text => readLink(text) ?? []),
  };
}

/** The field that an error of the API names, such as `'reviewOn' must be after …`. */
export function fieldOfError(error: Error | undefined): DraftField | undefined {
  const named = /'(\w+)(?:\[\d+\](?:\.\w+)?)?' /.exec(
    error?.message ?? '',
  )?.[1];
  const fields = Object.keys(draftOf(undefined, '', undefined));
  return fields.find(field => field === named) as DraftField | undefined;
}

function linesOf({ links }: DecisionDraft): string[] {
  return links
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** An address without a name is its own name. */
function readLink(line: string): { label: string; url: string } | null {
  const match = /^(.*?)\s*(https?:\/\/\S+)$/i.exec(line);
  return match ? { label: match[1] || match[2], url: match[2] } : null;
}
