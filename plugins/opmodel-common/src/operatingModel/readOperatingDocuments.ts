import { Duration } from 'luxon';
import type { RiskLevel } from '../client/AcceptanceApi';
import type { DecisionMode, EscalationKind } from '../client/DecisionApi';
import { completeRef, completeRefOrRole } from './completeRef';
import {
  type DocumentPart,
  readLimit,
  readList,
  readPart,
  readText,
  readTexts,
  readUrl,
  readWord,
} from './documentValues';
import type {
  DecisionForumSpec,
  DecisionRight,
  DecisionRightsSpec,
  EscalationLevel,
  EscalationPathSpec,
  EscalationRoute,
} from './operatingDocuments';

/** How a right may be exercised. */
export const decisionModes: readonly DecisionMode[] = [
  'independently',
  'with_peers',
  'executive_approval',
];

/** Risk levels, the lowest first. */
export const riskLevels: readonly RiskLevel[] = [
  'low',
  'medium',
  'high',
  'critical',
];

/** What is escalated. */
export const escalationKinds: readonly EscalationKind[] = [
  'incident',
  'roadmap',
  'risk',
];

/** Words for people whom only the entity that it is about can name: its owner, and the groups directly above the owner. */
export const deciderRoles: readonly string[] = ['owner', 'owner-parent'];

/** The same for escalation, with whoever is on call. */
export const escalationRoles: readonly string[] = [...deciderRoles, 'on-call'];

/**
 * Reads the `spec` of kind `DecisionRights` as the snapshot keeps it. It never throws: a right that could not be exercised as it is
 * written is left out, so that nobody is asked for less than was meant.
 *
 * @returns null where it does not say what it applies to
 */
export function readDecisionRights(
  document: DocumentPart | undefined,
): DecisionRightsSpec | null {
  const { appliesTo: written, rights } = readPart(document);
  const appliesTo = readAttachments(written);
  return (
    appliesTo && {
      appliesTo,
      rights: readList(rights).flatMap(right => readRight(right) ?? []),
    }
  );
}

/**
 * Reads the `spec` of kind `DecisionForum` as the snapshot keeps it. It never throws.
 *
 * @returns null where its scope cannot be read
 */
export function readDecisionForum(
  document: DocumentPart | undefined,
): DecisionForumSpec | null {
  const part = readPart(document);
  const scope = readAttachments(part.scope);
  return (
    scope && {
      purpose: readText(part.purpose),
      cadence: readText(part.cadence),
      members: readRefs(part.members, []),
      chair: completeRef(part.chair),
      scope,
      decides: readTexts(part.decides),
      url: readUrl(part.url),
    }
  );
}

/**
 * Reads the `spec` of kind `EscalationPath` as the snapshot keeps it. It never throws: levels that name nobody and routes without
 * a level are left out.
 *
 * @returns null where it does not say what it applies to
 */
export function readEscalationPath(
  document: DocumentPart | undefined,
): EscalationPathSpec | null {
  const { appliesTo: written, paths, url } = readPart(document);
  const appliesTo = readAttachments(written);
  return (
    appliesTo && {
      appliesTo,
      paths: readList(paths).flatMap(path => readRoute(path) ?? []),
      url: readUrl(url),
    }
  );
}

function readAttachments(value: unknown): string[] | null {
  return readLimit(value, item => completeRef(item));
}

function readRefs(value: unknown, roles: readonly string[]): string[] {
  return [
    ...new Set(
      readList(value).flatMap(item => completeRefOrRole(item, roles) ?? []),
    ),
  ];
}

function readRight(value: unknown): DecisionRight | null {
  const part = readPart(value);
  const id = readText(part.id);
  const mode = readWord(part.mode, decisionModes);
  const levels = readLimit(part.riskLevels, level =>
    readWord(level, riskLevels),
  );
  const right = {
    decides: readTexts(part.decides),
    deciders: readRefs(part.deciders, deciderRoles),
    peers: readRefs(part.peers, deciderRoles),
    executives: readRefs(part.executives, deciderRoles),
  };
  const isComplete =
    right.decides.length > 0 &&
    right.deciders.length > 0 &&
    (mode !== 'with_peers' || right.peers.length > 0) &&
    (mode !== 'executive_approval' || right.executives.length > 0);
  return id !== null && mode !== null && levels !== null && isComplete
    ? {
        id,
        title: readText(part.title) ?? id,
        mode,
        riskLevels: levels,
        ...right,
      }
    : null;
}

function readRoute(value: unknown): EscalationRoute | null {
  const part = readPart(value);
  const about = readWord(part.about, escalationKinds);
  const severities = readLimit(
    part.severities,
    severity => readText(severity)?.toLowerCase() ?? null,
  );
  const steps = readList(part.steps).flatMap(step => readLevel(step) ?? []);
  return about !== null && severities !== null && steps.length > 0
    ? { about, severities, steps }
    : null;
}

function readLevel(value: unknown): EscalationLevel | null {
  const part = readPart(value);
  const targets = readRefs(part.targets, escalationRoles);
  return targets.length > 0
    ? { targets, afterSeconds: readWait(part), via: readText(part.via) }
    : null;
}

/** `after` as an ISO 8601 duration, or `afterSeconds`. Seconds. */
function readWait({ after, afterSeconds }: DocumentPart): number | null {
  const seconds =
    typeof afterSeconds === 'number'
      ? afterSeconds
      : Duration.fromISO(readText(after) ?? '').as('seconds');
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds) : null;
}
