import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Opmodel, the operating model of the organisation. Every key may be left out. */
  opmodel?: {
    /** Subjects by id, such as `dora`. */
    subjects?: {
      [subjectId: string]: {
        /**
         * Whether the subject is there: its API, its tasks, and its tabs and cards on entities. Default: true. A page of
         * its own is taken away by the app, such as with `app.extensions: [page:dora: false]`.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };

    /** How it is found out who may see what. */
    visibility?: {
      /**
       * For how long a decision of the permission policy about what a person may read is used, so that the requests of a page ask
       * for it once; at most a minute, and `{ seconds: 0 }` to ask each time. What somebody does is decided each time. Default: 2
       * seconds.
       */
      rememberDecisions?: HumanDuration | string;
    };

    /** The organisation's calendar, by which days, weeks and quarters are told. */
    calendar?: {
      /** IANA time zone. Default: `UTC`. */
      zone?: string;
      /** First month of the fiscal year, 1 to 12. Default: 1. */
      fiscalYearStartMonth?: number;
      /**
       * Days that count for nothing, whatever the component: not as deployments, and not as days without one. At most 366 days
       * each, none of them before 1970 or more than three years ahead.
       */
      freezes?: Array<{
        /** First ISO day. */
        from: string;
        /** Last ISO day. */
        to: string;
        /** Default: `freeze`. */
        cause?: 'freeze' | 'migration' | 'other';
        /** Shown beside the numbers. */
        reason?: string;
      }>;
      /** Days of the week on which work is done. It counts where `workingTime` says so. Default: Monday to Friday. */
      workingDays?: Array<
        | 'monday'
        | 'tuesday'
        | 'wednesday'
        | 'thursday'
        | 'friday'
        | 'saturday'
        | 'sunday'
      >;
      /**
       * Days on which nobody works, each a single day or a span of at most 366, none of them before 1970 or more than three years
       * ahead. Deployments on them count; see `freezes` for days that count for nothing. Default: none.
       */
      holidays?: Array<
        | {
            /** ISO day. */
            day: string;
            /** Shown beside the numbers. */
            name?: string;
          }
        | {
            /** First ISO day. */
            from: string;
            /** Last ISO day. */
            to: string;
            /** Shown beside the numbers. */
            name?: string;
          }
      >;
      /**
       * Where durations count only working days, each of them from midnight to midnight. Recovery and time to restore always count
       * all time. A change computes everything anew. See docs/calendar.md.
       */
      workingTime?: {
        /** Change lead time and its stages, under the definition `dora-2026` alone. Default: false. */
        changeLeadTime?: boolean;
        /** Cycle time, flow time, blocked time, efficiency, ages and expectations of work items. Default: false. */
        flow?: boolean;
      };
      /** What work is committed to. A quarter such as `2026-Q3` is known without. */
      iterations?: Array<{
        /** As work items name it. */
        id: string;
        /** First ISO day. */
        from: string;
        /** Last ISO day. */
        to: string;
      }>;
    };

    /** How work flows. See docs/flow-configuration.md. */
    flow?: {
      /** Where work begins: with the first start of an item, or with the last one before its end. Default: `first`. */
      start?: 'first' | 'last';
      /** Categories in the order in which they are shown; those that are left out follow. Default: as listed here. */
      categories?: Array<
        'feature' | 'reliability' | 'debt' | 'security' | 'platform'
      >;
      /** How capacity is to be spent. */
      allocation?: {
        /** What it is counted in: completed items, the time in which they were active, or days of engineers. Default: `items`. */
        unit?: 'items' | 'active_time' | 'engineer_days';
        /**
         * What scopes agreed on; of one scope the latest holds. Without one of its own, a scope follows the nearest above it, and
         * where none agreed: 60 % features, 20 % reliability, 10 % debt, 10 % security.
         */
        agreements?: Array<{
          /** Entity ref of a component, system, domain or group, or `org`. */
          scope: string;
          /** First ISO day. */
          from: string;
          /** Per cent of each category; together 100. */
          split: {
            feature?: number;
            reliability?: number;
            debt?: number;
            security?: number;
            platform?: number;
          };
          note?: string;
          /** Days for which something else holds; both are included. */
          exceptions?: Array<{
            from: string;
            to: string;
            /** Per cent of each category; together 100. */
            split: {
              feature?: number;
              reliability?: number;
              debt?: number;
              security?: number;
              platform?: number;
            };
            reason: string;
          }>;
        }>;
      };
      /** How long work may take. */
      serviceLevelExpectation?: {
        /** The share of items that it is made for, between 0 and 1. Default: 0.85. */
        share?: number;
        /** Days. Default: what the share of the items completed in the year before took. */
        days?: number;
      };
    };

    /** What may be excused, excepted or accepted for a time. */
    acceptances?: {
      /** For how many days at most, by risk level, each from 1 to 1,096. Default: 180, 90, 30 and 14. */
      maximumDays?: {
        low?: number;
        medium?: number;
        high?: number;
        critical?: number;
      };
      /** Days within which a request is to be decided, from 1 to 1,096; afterwards it lapses. Default: 14. */
      decideDays?: number;
    };

    /** What counts as owned well. Another definition counts from the day on which it is configured; trends mark that day. */
    ownership?: {
      /** Kinds that are to be owned. Default: all of these. */
      kinds?: Array<'component' | 'api' | 'resource' | 'system' | 'domain'>;
      /** Lifecycles that need no owner any more, such as `deprecated`, in any case. Default: none. */
      excludedLifecycles?: string[];
      /** People that a team needs. Default: 2. */
      minimumMembers?: number;
      /**
       * Days for which a confirmation holds, by tier, at most 1,096; `default` for every other tier and for none. What is given
       * replaces all tiers. Default: 90 for tier `1`, 180 for `2`, else 365.
       */
      reviewDays?: { [tier: string]: number };
      /**
       * How much an entity weighs in a coverage, by tier, above 0; `default` for every other tier and for none. What is given
       * replaces all tiers. Default: 4 for tier `1`, 2 for `2`, else 1.
       */
      tierWeights?: { [tier: string]: number };
      /** Below so many entities a coverage is shown and not graded. Default: 5. */
      minimumEntities?: number;
    };

    /** How delivery is measured. */
    dora?: {
      /**
       * Definitions for which numbers are kept; each takes rows of its own. Default: all. Whoever asks for another is told that
       * it is not enabled.
       */
      profiles?: Array<'dora-2026' | 'devlake' | 'four-keys' | 'gitlab'>;
      /** The definition that holds where none is chosen, one of `profiles`. Default: the first of them. */
      defaultProfile?: 'dora-2026' | 'devlake' | 'four-keys' | 'gitlab';
      /** Edition of the DORA report that numbers are compared with where none is chosen. Default: `2025`. */
      edition?: '2019' | '2021' | '2022' | '2023' | '2024' | '2025';
      /**
       * Shares, 0 to 1, below which a number is shown and not graded. See docs/dora.md.
       */
      quality?: {
        /** Deployments that say what they bring. Default: 0.8. */
        'deployments-with-changes'?: number;
        /** Carried changes whose first commit is known. Default: 0.8. */
        'changes-with-first-commit'?: number;
        /** Incidents that are tied to a deployment, or known to have another cause. Default: 0.5. */
        'incidents-linked'?: number;
        /** Spans that end after they begin. Default: 0.95. */
        clocks?: number;
        /** Days of the window up to which the collectors are complete. Default: 0.9. */
        collection?: number;
        /** Deployments of which it is known how they ended. Default: 0.9. */
        'deployments-with-result'?: number;
      };
      /** Numbers that somebody doubts. */
      disputes?: {
        /** Days until an answer is due, 1 to 365. Default: 14. */
        answerDays?: number;
      };
    };

    /** What needs somebody. */
    attention?: {
      /**
       * What a group is told once a week when something needs it, as a notification to its direct members. It takes the portal's
       * notifications backend.
       */
      digest?: {
        /** Default: true. */
        enabled?: boolean;
        /** Default: `monday`. */
        weekday?:
          | 'monday'
          | 'tuesday'
          | 'wednesday'
          | 'thursday'
          | 'friday'
          | 'saturday'
          | 'sunday';
        /** Hour of the day in the zone of the calendar, 0 to 23. Default: 9. */
        hour?: number;
        /**
         * Whether the digest says how many things wait. They are counted whether or not each member may see them, so turn it on
         * only where members may read all that their group owns. Default: false.
         */
        counts?: boolean;
        /** Page of the portal that shows what needs the reader. Default: `/`. */
        link?: string;
      };
      /**
       * What the direct members of a group, or a single owner, are told at once: that an objective of theirs burns its error budget.
       */
      immediate?: {
        /** Default: true. */
        enabled?: boolean;
        /**
         * Whether a notification names the objective and the entity. It goes to those who own it, whatever else they may see. Without
         * names, it only says that something burns. Default: true.
         */
        names?: boolean;
      };
    };

    /** How much depends on an entity. The annotation `opmodel.io/tier` goes before the label. */
    tier?: {
      /** Label that holds the tier. Default: none. */
      label?: string;
    };

    /** The engine's copy of the catalog. */
    snapshot?: {
      /**
       * When the catalog is scanned. Default: every ten seconds while a scan is quick, a twentieth of the time for a large
       * catalog, and at least every ten minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /**
     * Which environments are which, by name. The first rule that matches decides; after them come the usual names
     * (`prod`, `staging`, `qa`, `dev` and the like), and what matches nothing is `other`.
     */
    environments?: Array<{
      tier: 'production' | 'staging' | 'testing' | 'development' | 'other';
      /** Names in lower case; `*` is any text, `?` one character. */
      match: string[];
    }>;

    /** What comes in from outside. */
    intake?: {
      /** The largest webhook delivery that is taken, in bytes, unpacked. Default: 26214400 (25 MiB). */
      maxBodyBytes?: number;
      /**
       * Who may send events, and what for; the first rule that allows a caller decides. Callers whose tokens are issued elsewhere
       * (`backend.auth.externalAccess` of type `jwks`) are refused without one. See docs/ci-identities.md.
       */
      producers?: Array<
        {
          /**
           * For which entities the producer may write: those that the catalog ties to its repository (`repository`, the default
           * for CI jobs), all (`all`, the default for `subject`), or those that meet one of the criteria.
           */
          entities?:
            | 'all'
            | 'repository'
            | {
                /** Entity refs. */
                refs?: string[];
                /** Refs of those who own the entities directly. */
                owners?: string[];
                /** Refs of the systems that the entities are part of. */
                systems?: string[];
                namespaces?: string[];
              };
          /** Patterns of sources that the producer may name beside its own. Default: none. */
          sources?: string[];
        } & (
          | {
              type: 'github-actions';
              /** That of the entry of type `jwks`. */
              subjectPrefix?: string;
              /** Host of the repositories. Default: `github.com`. */
              host?: string;
              /** Names of organizations whose repositories are all allowed. These or `repositories` are required. */
              organizations?: string[];
              /** Patterns such as `acme/shop` or `acme/*`. */
              repositories?: string[];
              /** Patterns of full refs such as `refs/heads/main`. Default: all, unless `environments` are given. */
              refs?: string[];
              /** Patterns of environments. Default: all, unless `refs` are given. */
              environments?: string[];
              /** Patterns of the reusable workflow that must be running. Default: any or none. */
              workflows?: string[];
              /** Whether jobs of pull requests are allowed. Default: false. */
              pullRequests?: boolean;
            }
          | {
              type: 'gitlab-ci';
              /** That of the entry of type `jwks`. */
              subjectPrefix?: string;
              /** Host of the projects. Default: `gitlab.com`. */
              host?: string;
              /** Patterns such as `acme/shop`, `acme/*` or, with subgroups, `acme/**`. */
              projects: string[];
              /** Patterns of names of branches or tags. Default: all. */
              refs?: string[];
              /** Default: both. */
              refTypes?: Array<'branch' | 'tag'>;
            }
          | {
              type: 'subject';
              /** Pattern of the caller's name in the portal, such as the subject of a static token. */
              subject: string;
            }
        )
      >;
      /** Sources of webhooks by id; `POST /api/opmodel/intake/<id>` takes their deliveries. See docs/webhooks.md. */
      sources?: {
        [sourceId: string]: {
          /** The outside system, such as `github`. The module of that name reads its deliveries. */
          type: string;
          /**
           * What deliveries prove themselves with, each of at least 16 characters; any of them is right, so that they can be
           * rotated. May be left out only where `events` is true; then there is no address for deliveries.
           * @deepVisibility secret
           */
          secrets?: string[];
          /**
           * How deliveries prove themselves. Default: as the type does; `bearer` for senders that sign nothing.
           */
          signature?:
            | 'github'
            | 'gitlab'
            | 'standard-webhooks'
            | 'bitbucket'
            | 'azure-devops'
            | 'pagerduty'
            | 'circleci'
            | 'jira'
            | 'linear'
            | 'snyk'
            | 'semgrep'
            | 'sonarqube'
            | 'launchdarkly'
            | 'grafana'
            | 'bearer'
            | 'basic'
            | 'header-token';
          /** The header that holds the secret; for `signature: header-token` only. */
          header?: string;
          /**
           * How far the time of a delivery may be from ours, in seconds; for signatures that cover a time. Default: 300, for
           * Linear 60.
           */
          toleranceSeconds?: number;
          /** Whether its deliveries are also taken from Backstage's events topics. Default: false. */
          events?: boolean;
          /**
           * Patterns of the repositories that it may speak for, with their host: `github.com/acme/*`. Default: all of its type,
           * so that whoever knows its secret may speak for each of them.
           */
          repositories?: string[];
        };
      };
    };

    /** Collectors by id, such as `git`. */
    collectors?: {
      [collectorId: string]: {
        /** Whether it runs. Default: true. */
        enabled?: boolean;
        /**
         * When it runs, and how long a run may take: a frequency, a cron text or `trigger: manual`. Replicas run it one at a
         * time whatever `scope` says. Default: as its module says.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * How late the outside system may show what has happened; so much is read again in each run. Default: as its module
         * says.
         */
        overlap?: HumanDuration | string;
        /**
         * Share of what the outside system allows that it may use, above 0 and at most 1, so that others who use the same
         * access have the rest. Default: 0.5.
         */
        budget?: number;
      };
    };

    openslo?: {
      /**
       * How strictly OpenSLO documents are checked, in the engine's list of problems as in the catalog: `strict` by the rules of OpenSLO's
       * official SDK; `lenient` accepts what real documents and the specification's own examples contain. Default: `lenient`.
       */
      mode?: 'lenient' | 'strict';
    };

    /** Technical debt; see docs/tech-debt.md. */
    techDebt?: {
      /** Within how many days after it was filed an item of a severity is to be remedied, whole days from 1 to 3660. */
      remediationDays?: {
        /** Default: 7. */
        critical?: number;
        /** Default: 30. */
        high?: number;
        /** Default: 90. */
        medium?: number;
        /** Default: 180. */
        low?: number;
      };
      /** What a day of one person costs, for prices in money. Default: none, so that prices are in person-days alone. */
      dayRate?: {
        /** In the currency, above 0. */
        amount: number;
        /** ISO 4217 code, such as `EUR`. */
        currency: string;
      };
      /** How debt is looked for that nobody filed; see docs/tech-debt-suggestions.md. */
      suggestions?: {
        /** How often it is looked for sources that are due, 1 minute to 1 hour. Default: 5 minutes. */
        frequency?: HumanDuration | string;
        /** How long one source may take in one go, 1 minute to 1 day; what is left is done in the next one. Default: 30 minutes. */
        timeout?: HumanDuration | string;
        /** Checks from which an entity is exempt, or was. */
        exemptions?: {
          /** Whether it is looked for. What was suggested stays. Default: true. */
          enabled?: boolean;
          /** How often it is looked for, 1 minute to 31 days. Default: 1 hour. */
          frequency?: HumanDuration | string;
        };
        /** Checks of scorecards that have failed for long. */
        failingChecks?: {
          /** Whether it is looked for. What was suggested stays. Default: true. */
          enabled?: boolean;
          /** How often it is looked for, 1 minute to 31 days. Default: 6 hours. */
          frequency?: HumanDuration | string;
          /** For how many days a check must have failed, whole days from 0 to 3660. Default: 90. */
          olderThanDays?: number;
        };
        /** Error budgets of which nothing is left, or that an enforced policy turns into debt before. */
        errorBudgets?: {
          /** Whether it is looked for. What was suggested stays. Default: true. */
          enabled?: boolean;
          /** How often it is looked for, 1 minute to 31 days. Default: 1 hour. */
          frequency?: HumanDuration | string;
        };
        /** SARIF files that are sent. */
        sarif?: {
          /** Whether what is sent is kept. Default: true. */
          enabled?: boolean;
          /** Suggestions of one file, the worst first, 1 to 1000. Default: 200. */
          most?: number;
        };
        /** Measures of SonarQube that are sent. */
        sonarqube?: {
          /** Whether what is sent is kept. Default: true. */
          enabled?: boolean;
          /** Where SonarQube is, for links to its pages, such as `https://sonar.example.com`. Default: no links. */
          baseUrl?: string;
          /** The best maintainability rating that is debt. Default: `C`. */
          fromRating?: 'A' | 'B' | 'C' | 'D' | 'E';
          /** Minutes of a person-day, in which SonarQube's effort is told, 1 to 1440. Default: 480. */
          minutesPerDay?: number;
        };
      };
    };

    /** Scorecards; see docs/scorecards.md. */
    scorecards?: {
      /** How providers of facts are asked; see docs/facts.md. */
      facts?: {
        /** How often each replica looks for providers that are due, 10 seconds to 1 hour. Default: 1 minute. */
        frequency?: HumanDuration | string;
        /** How long one run of a provider may take, over all entities, 1 minute to 1 day. Default: 30 minutes. */
        timeout?: HumanDuration | string;
      };
      /** How verdicts follow from facts; see docs/operations.md. */
      evaluation?: {
        /** How often it is looked for what waits to be evaluated and was not at once, 1 second to 1 hour. Default: 10 seconds. */
        frequency?: HumanDuration | string;
        /** How often everything is evaluated, for what time alone changes, 1 minute to 1 day. Default: 1 hour. */
        sweepFrequency?: HumanDuration | string;
      };
      /**
       * Who may tell facts by sending them, by id: the name in expressions, a small letter and then letters and digits, at most 63. Default:
       * nobody.
       */
      pushedFacts?: {
        [providerId: string]: {
          /** For people. Default: the id. */
          title?: string;
          /** For how long a fact is believed after it was told, 1 minute to 3,660 days. */
          freshness: HumanDuration | string;
          /** Its facts, by their names in expressions. */
          facts: {
            [name: string]: {
              /** Default: `string`. */
              type?:
                | 'boolean'
                | 'integer'
                | 'number'
                | 'string'
                | 'datetime'
                | 'set';
              /** What the value means, a sentence. */
              description: string;
              /** Unit of a number, such as `s`, `ratio` or `days`. Default: none. */
              unit?: string;
            };
          };
        };
      };
      /** Annotations and labels of the catalog that are facts of the provider `properties`. Default: none. */
      properties?: Array<{
        /** Name of the fact, a small letter and then letters and digits: `properties.dataClass`. */
        name: string;
        /** The annotation in which it is written; this or `label`. */
        annotation?: string;
        /** The label in which it is written; this or `annotation`. */
        label?: string;
        /** What the text is read as: a `datetime` in ISO 8601, a `set` separated by commas. Default: `string`. */
        type?: 'boolean' | 'integer' | 'number' | 'string' | 'datetime' | 'set';
        /** What the value means, a sentence. */
        description: string;
        /** Unit of a number, such as `s`, `ratio` or `days`. Default: none. */
        unit?: string;
      }>;
      /** What people may vouch for, at most 50; see docs/exemptions.md. Default: nothing. */
      attestations?: Array<{
        /** Name of the fact, a small letter and then letters and digits: `attested.restoreDrill`. */
        name: string;
        title: string;
        description?: string;
        /** For how long a word holds at most, 1 to 1,096 days. */
        maximumDays: number;
      }>;
    };

    /** Service level objectives; see docs/slo-measurement.md. */
    slo?: {
      /** How sources are asked. */
      measurement?: {
        /** How often each replica looks for what is due, 10 seconds to 1 hour. Default: 1 minute. */
        frequency?: HumanDuration | string;
        /** Batches of at most 100 SLOs that each replica asks for at a time, of each type of source, 1 to 64. Default: 4. */
        parallel?: number;
        /**
         * How far back a new SLO is measured, at most 400 days, and two days less than buckets of five minutes are kept. Default: 30
         * days.
         */
        backfill?: HumanDuration | string;
        /** Time that one question covers at most, 1 hour to 31 days: a longer way is gone in steps. Default: 7 days. */
        step?: HumanDuration | string;
        /** How late numbers may come: so much is measured again each time, at most 1 day. Default: 1 hour. */
        overlap?: HumanDuration | string;
        /** Share of what an outside system allows that is used, above 0 and at most 1. Default: 0.5. */
        budget?: number;
      };
      /**
       * Fewer events in a window are shown and not graded, 1 to 1,000,000. Default: as many as hold one bad one within the target,
       * 1 / (1 - target): 1,000 at 99.9 %. Slices of time have a minimum of their own.
       */
      minimumEvents?: number;
      /** The usual alerts on several windows. Those of a document say it themselves. */
      alerts?: {
        /** Whether owners are also told at once that a page is over. Default: true. */
        whenResolved?: boolean;
      };
    };

    /** From when on the state of the engine is an alarm; see docs/operations.md. */
    health?: {
      /** Age of the last complete scan of the catalog. Default: 30 minutes. */
      snapshotStaleAfter?: HumanDuration | string;
      /** Age of the oldest webhook delivery that waits. Default: 15 minutes. */
      inboxLagAfter?: HumanDuration | string;
      /** Age of what a collector has read completely. Default: 24 hours. */
      collectorLagAfter?: HumanDuration | string;
      /** Age of the oldest request to compute the numbers of an entity. Default: 10 minutes. */
      calculationLagAfter?: HumanDuration | string;
      /** Share of all events that wait for an entity, 0 to 1. Default: 0.05. */
      unmappedShare?: number;
    };

    /** How long rows are kept. What is older is deleted each night; see docs/operations.md. */
    retention?: {
      /** When rows are deleted. Default: each night at 02:23. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Webhook deliveries that were processed or set aside. Default: 30 days. */
      inbox?: { keepDays?: number | 'forever' };
      /** Counts of rejected events. Default: 14 days. */
      rejections?: { keepDays?: number | 'forever' };
      /** Runs of collectors. Default: 30 days. */
      'collector-runs'?: { keepDays?: number | 'forever' };
      /** Events that newer ones have overtaken in everything they say. Default: forever. */
      events?: { keepDays?: number | 'forever' };
      /** Days of DORA with their bins and samples, at least 180. Default: forever. */
      'dora-days'?: { keepDays?: number | 'forever' };
      /** Days of flow with what ended on them, at least 180. Default: forever. */
      'flow-days'?: { keepDays?: number | 'forever' };
      /** Kept forecasts with what came of them, at least 366. Default: 730 days. */
      'flow-forecasts'?: { keepDays?: number | 'forever' };
      /** Acceptances that have ended, with their history, at least 732. Default: forever. */
      acceptances?: { keepDays?: number | 'forever' };
      /** What was told at once, at least 7. Default: 91 days. */
      'immediate-notices'?: { keepDays?: number | 'forever' };
      /** What the release gate answered, at least 30. Default: 400 days. */
      'release-gate-decisions'?: { keepDays?: number | 'forever' };
      /** Consequences of error budget policies that have ended, at least 366. Default: forever. */
      'slo-consequences'?: { keepDays?: number | 'forever' };
      /** Past states of ownership, at least 366. Default: forever. */
      'ownership-states'?: { keepDays?: number | 'forever' };
      /** Service levels by five minutes, at least 8 days. Default: 45 days. */
      'slo-five-minutes'?: { keepDays?: number | 'forever' };
      /** Service levels by the hour, at least 32 days. Default: 396 days. */
      'slo-hours'?: { keepDays?: number | 'forever' };
      /** Service levels by the day, at least 366 days. Default: forever. */
      'slo-days'?: { keepDays?: number | 'forever' };
      /** Pushed service levels as they were sent, at least 8 days. What was measured of them stays. Default: 45 days. */
      'slo-pushed'?: { keepDays?: number | 'forever' };
      /** What facts of scorecards were before they changed. Default: 400 days. */
      'fact-changes'?: { keepDays?: number | 'forever' };
      /** Facts of entities that the catalog lost, or of providers that are gone. Default: 30 days. */
      'facts-without-entity'?: { keepDays?: number | 'forever' };
      /** Suggested debt that nobody decided and that is not found any more. Default: 90 days. */
      'debt-suggestions'?: { keepDays?: number | 'forever' };
      /** How verdicts and levels of scorecards changed. Default: forever. */
      'scorecard-changes'?: { keepDays?: number | 'forever' };
      /** How entities stood on scorecards that the catalog lost. Default: 400 days. */
      'scorecard-results-without-entity'?: { keepDays?: number | 'forever' };
      /** Versions of records that a correction has superseded. Default: forever. */
      records?: { keepDays?: number | 'forever' };
    };
  };
}
