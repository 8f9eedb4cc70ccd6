export interface Config {
  /** The demo organisation, for trying the portal out. */
  demo?: {
    /**
     * Sends the demo organisation's events to the intake of Opmodel, at start and then every hour.
     * Default: false. Never switch it on in a portal that holds facts of your own.
     */
    enabled?: boolean;
    /**
     * Any text. The same seed and the same first day give the same events. It cannot be changed once events were sent.
     * Default: `marrowby`.
     */
    seed?: string;
    /**
     * Days of history before the day of the first start, between 30 and 1,000. It cannot be changed once events were
     * sent. Default: 365.
     */
    days?: number;
  };
}
