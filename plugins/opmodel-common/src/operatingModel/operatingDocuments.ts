import type { DecisionMode, EscalationKind } from '../client/DecisionApi';
import type { RiskLevel } from '../client/AcceptanceApi';

/** API version of the kinds that describe the operating model. */
export const operatingApiVersion = 'opmodel.io/v1alpha1';

/**
 * One decision right of a `DecisionRights` document: who decides what.
 *
 * `deciders`, `peers` and `executives` are refs of groups or users, or `owner` (the owner of the entity) or `owner-parent` (the
 * groups directly above it).
 */
export interface DecisionRight {
  id: string;
  title: string;
  /** What it is about: `acceptance:check` and the like for what is accepted, `hand_over`, or words of the organisation. */
  decides: string[];
  mode: DecisionMode;
  /** Empty: all. */
  riskLevels: RiskLevel[];
  deciders: string[];
  /** `with_peers`: of them one has to agree as well. */
  peers: string[];
  /** `executive_approval`: of them one has to agree as well. */
  executives: string[];
}

/** `spec` of kind `DecisionRights`. */
export interface DecisionRightsSpec {
  /** Groups, systems and domains that it is attached to; it holds for everything in them. Empty: for the organisation. */
  appliesTo: string[];
  rights: DecisionRight[];
}

/** `spec` of kind `DecisionForum`. */
export interface DecisionForumSpec {
  purpose: string | null;
  /** How often it meets, in words or as an ISO 8601 duration. */
  cadence: string | null;
  /** Refs of groups and users. */
  members: string[];
  chair: string | null;
  /** Groups, systems and domains whose matters it decides. Empty: the organisation's. */
  scope: string[];
  decides: string[];
  url: string | null;
}

/** Who is told after a time, and on which way. */
export interface EscalationLevel {
  /** Refs of groups or users, or `owner`, `owner-parent`, `on-call`. */
  targets: string[];
  /** Seconds after the level before; null: at once. */
  afterSeconds: number | null;
  /** Such as `pager`, `phone`, or a channel. */
  via: string | null;
}

/** The levels for one kind of matter. */
export interface EscalationRoute {
  about: EscalationKind;
  /** Severities that it is for, in lower case; empty: all. */
  severities: string[];
  steps: EscalationLevel[];
}

/** `spec` of kind `EscalationPath`. */
export interface EscalationPathSpec {
  appliesTo: string[];
  paths: EscalationRoute[];
  url: string | null;
}

/** An interaction of a Team API. */
export interface TeamApiInteraction {
  /** Ref of the other team. */
  team: string;
  mode: 'collaboration' | 'x-as-a-service' | 'facilitating';
  purpose: string | null;
  /** ISO days. */
  since: string | null;
  expectedEnd: string | null;
}

/** A team as it describes itself, in the words of Team Topologies' Team API. */
export interface TeamApi {
  info: {
    name: string | null;
    focus: string | null;
    type:
      | 'stream-aligned'
      | 'platform'
      | 'enabling'
      | 'complicated-subsystem'
      | null;
  };
  channels: { type: string; name: string; url: string | null }[];
  searchTerms: string[];
  services: {
    name: string;
    url: string | null;
    versioning: string | null;
    /** Ref of the catalog entity. */
    entityRef: string | null;
  }[];
  work: { name: string; url: string | null }[];
  meetings: {
    name: string;
    purpose: string | null;
    time: string | null;
    url: string | null;
  }[];
  interactions: TeamApiInteraction[];
}
