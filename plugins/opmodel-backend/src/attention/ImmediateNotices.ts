/** What a group or person is told at once. */
export interface ImmediateNotice {
  /** Names what happened, so that it is told once: `slo-burning:slo:default/checkout:0:page_fast:1795000000000`. */
  id: string;
  /** Ref of the group whose members are told, or of a user. */
  ownerRef: string;
  /** What it says; names what it is about. */
  title: string;
  description: string;
  /** What it says where notifications are to name nothing. */
  namelessTitle: string;
  /** Path in the portal. */
  link: string;
  severity: 'critical' | 'normal';
  /** Users can turn it off by it. */
  topic: string;
  /** A later notice of the same scope takes the place of the one before. */
  scope: string;
}

/** Lets subjects have somebody told at once. Each says few things so: a burning SLO, a held release, the gravest incidents. */
export interface ImmediateNotices {
  /** Notes what somebody is to be told. Noting the same again does nothing. */
  request(
    notices: readonly ImmediateNotice[],
    options: { now: number },
  ): Promise<void>;
}
