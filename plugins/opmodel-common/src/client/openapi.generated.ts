// Generated from openapi.yaml. Do not edit.
export interface paths {
    "/entities/{kind}/{namespace}/{name}/dora": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** DORA report of one entity, or the roll-up of a system, domain or group */
        get: operations["getEntityDora"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Definition, window, sample, exclusions and arithmetic of one number */
        get: operations["explainEntityDora"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deployments and changes behind the numbers, newest first */
        get: operations["listEntityDeployments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dora": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fleet, one row a component */
        get: operations["listDora"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dora/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roll-up of everything that the filter selects; without a filter, the organisation */
        get: operations["getDoraSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes CloudEvents, single or batched, with CDEvents as native payloads
         * @description Structured (`application/cloudevents+json`), batched (`application/cloudevents-batch+json`, at most 1,000 events) and binary (`ce-*` headers with `application/json`) mode, or a bare CDEvent as `application/json`. Idempotent on source and id. A single event that is rejected answers 400; a batch always answers per event.
         */
        post: operations["createEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/unmapped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What intake keeps but cannot tie to an entity yet, counted by reason, most frequent first */
        get: operations["listUnmappedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes deployments as plain JSON, one or `items` */
        post: operations["createDeployments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes changes (pull requests, merge requests, commits) as plain JSON, one or `items` */
        post: operations["createChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes incidents as plain JSON, one or `items` */
        post: operations["createIncidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devlake/plugins/webhook/connections/{connection}/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a deployment in DevLake's form */
        post: operations["createDevlakeDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devlake/plugins/webhook/connections/{connection}/pull_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a pull request in DevLake's form */
        post: operations["createDevlakePullRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devlake/plugins/webhook/connections/{connection}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an incident or another issue in DevLake's form */
        post: operations["createDevlakeIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devlake/plugins/webhook/connections/{connection}/issue/{issueKey}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that an issue ended now */
        post: operations["closeDevlakeIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this portal knows, as far as the caller may see */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs whom, most urgent first */
        get: operations["listAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Snapshot, intake and collectors, for operators */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/unmapped/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Maps everything that waits for an entity once more
         * @description Happens by itself whenever the catalog's links change. Takes the permission `opmodel.event.replay`.
         */
        post: operations["replayUnmappedEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What intake rejected in the last days, counted by producer, source and reason, most frequent first */
        get: operations["listRejectedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a webhook delivery of a configured source
         * @description The raw body, as the outside system sends it: JSON, or a form whose field `payload` is JSON. The caller shows no token of the portal but what the configuration of the source asks for, which most often is a signature over the bytes of the body. 202 is answered only after the delivery was kept. 401: it does not prove where it comes from, or is too old; 404: there is no such source; 413: it is too large; 503: it could not be kept, send it again.
         */
        post: operations["receiveDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhook deliveries by state, newest first; never their content */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets deliveries that were set aside be processed once more
         * @description Takes the permission `opmodel.event.replay`. Without `ids` and `source` everything that was set aside.
         */
        post: operations["replayDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each table of the engine holds, and how long rows are kept */
        get: operations["getStorage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/collectors/{collectorId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the runs of one collector went, newest first */
        get: operations["listCollectorRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        IntakeOutcome: {
            /** @description Null where the event does not say */
            source: string | null;
            /** @description Null where the event does not say */
            id: string | null;
            /**
             * @description `accepted`: stored and tied to entities; `duplicate`: was stored before, nothing changed; `unmapped`: stored, and applied by itself once the catalog tells whose it is; `rejected`: not stored
             * @enum {string}
             */
            status: "accepted" | "duplicate" | "unmapped" | "rejected";
            /** @description Why it is unmapped or rejected */
            reason?: string;
            /** @description What is wrong with a rejected event */
            errors?: {
                /** @description Where: `data.subject.content.environment.id` */
                path: string;
                /** @description What was expected: `required string` */
                message: string;
            }[];
        };
        IntakeAnswer: {
            items: components["schemas"]["IntakeOutcome"][];
        };
        UnmappedEvents: {
            totalEvents: number;
            totalSubjects: number;
            items: {
                /** @enum {string} */
                kind: "deployment" | "change" | "incident" | "work_item" | "environment";
                source: string;
                reason: string;
                events: number;
                /** @description Distinct records that wait */
                subjects: number;
                oldestReceivedAt: string;
                newestReceivedAt: string;
            }[];
        };
        ErrorBody: {
            error: {
                name: string;
                message: string;
            };
            request?: Record<string, never>;
            response: {
                statusCode: number;
            };
        };
        /** @enum {string} */
        DoraMetricId: "change-lead-time" | "deployment-frequency";
        /**
         * @description `ok`; `thin`: fewer samples than the definition asks for, so it is shown and not graded; `no_data`: nothing is known
         * @enum {string}
         */
        NumberState: "ok" | "thin" | "no_data";
        Window: {
            from: string;
            to: string;
            days: number;
            zone: string;
            previous: {
                from: string;
                to: string;
            };
        };
        Scope: {
            /** @description Entity ref, `org`, or `selection` for a filtered fleet */
            ref: string;
            kind: string;
            title: string;
            /** @description True when the numbers are computed over several components */
            rollUp: boolean;
            /** @description Components in the scope that the caller may see */
            components: number;
            /** @description Of them, those with at least one production deployment in the window */
            activeComponents: number;
        };
        Definition: {
            id: string;
            version: string;
            title: string;
            /** @description Path below the documentation root */
            docs: string;
        };
        Freshness: {
            /** @enum {string} */
            state: "fresh" | "stale" | "no_data";
            /** @description When the newest fact in the scope was recorded */
            asOf: string | null;
            /** @description Facts have arrived that the numbers do not hold yet */
            calculating: boolean;
        };
        /** @enum {string} */
        ExclusionReason: "first_deployment" | "no_commit_time" | "deployment_is_commit" | "negative_span" | "already_delivered" | "unknown_change" | "not_production" | "not_successful" | "same_rollout" | "not_finished" | "withdrawn";
        Exclusion: {
            reason: components["schemas"]["ExclusionReason"];
            /** @enum {string} */
            unit: "change" | "deployment";
            count: number;
        };
        /** @description Against the previous window of the same length */
        Change: {
            /** @description (current - previous) / previous */
            ratio: number;
            /** @enum {string} */
            direction: "better" | "worse" | "same";
        };
        DurationMetric: {
            state: components["schemas"]["NumberState"];
            /** @description Seconds */
            median: number | null;
            /** @description Seconds */
            p75: number | null;
            /** @description Seconds */
            p90: number | null;
            /** @description Samples in the window */
            n: number;
            /** @description Below this N the number is not graded */
            minimum: number;
            /** @description Quantiles are from bins, within 1 % */
            approximate: boolean;
            excluded: components["schemas"]["Exclusion"][];
            previous: {
                median: number | null;
                n: number;
            };
            change: components["schemas"]["Change"] | null;
        };
        FrequencyMetric: {
            state: components["schemas"]["NumberState"];
            /** @description Production deployments in the window */
            deployments: number | null;
            /** @description Deployments per week of one component since its first one, over at least a week; null for a roll-up */
            perWeek: number | null;
            /** @description Median per week over the active components of a roll-up; null for one component */
            medianPerWeek: number | null;
            /** @description Share of the reporting components that deployed at least once a week on average; 0 to 1 */
            shareWeekly: number | null;
            /** @description Deployments for one component, active components for a roll-up */
            n: number;
            minimum: number;
            excluded: components["schemas"]["Exclusion"][];
            previous: {
                deployments: number | null;
                perWeek: number | null;
                medianPerWeek: number | null;
            };
            change: components["schemas"]["Change"] | null;
        };
        Stage: {
            /**
             * @description coding (first commit to opened), pickup (opened to first review), review (first review to merged), merge-to-deploy; commit-to-merge where the source knows no review
             * @enum {string}
             */
            id: "coding" | "pickup" | "review" | "commit-to-merge" | "merge-to-deploy";
            median: number | null;
            p75: number | null;
            p90: number | null;
            n: number;
            /** @description Median of this stage over the sum of the medians of the stages shown, 0 to 1 */
            share: number | null;
        };
        TrendPoint: {
            /** @description Monday of the ISO week */
            week: string;
            /** @description The window holds only some days of this week */
            partial: boolean;
            deployments: number | null;
            /** @description Seconds, from bins, within 1 % */
            leadTimeMedian: number | null;
            leadTimeP75: number | null;
            leadTimeP90: number | null;
            n: number;
        };
        DistributionBin: {
            /** @description Seconds, inclusive */
            from: number;
            /** @description Seconds, exclusive */
            to: number;
            count: number;
        };
        DoraMember: {
            entityRef: string;
            title: string;
            kind: string;
            type: string | null;
            tier: string | null;
            lifecycle: string | null;
            ownerRef: string | null;
            systemRef: string | null;
            state: components["schemas"]["NumberState"];
            leadTimeState: components["schemas"]["NumberState"];
            /** @description Seconds, within 1 % */
            leadTimeMedian: number | null;
            leadTimeN: number;
            leadTimeChange: components["schemas"]["Change"] | null;
            deployments: number | null;
            deploymentsPerWeek: number | null;
            lastDeploymentAt: string | null;
            /** @description Deployments in each week of the window's trend, oldest first */
            weeklyDeployments: (number | null)[];
        };
        /** @description One concrete thing that would help, with what it is about */
        NextStep: {
            /** @enum {string} */
            id: "connect-source" | "report-changes" | "slowest-stage" | "report-environment" | "stopped-deploying" | "slowest-member";
            entityRef: string | null;
            values: {
                [key: string]: string | number | null;
            };
        };
        DoraReport: {
            scope: components["schemas"]["Scope"];
            window: components["schemas"]["Window"];
            /** @enum {string} */
            ownership: "now" | "then";
            definition: components["schemas"]["Definition"];
            freshness: components["schemas"]["Freshness"];
            changeLeadTime: components["schemas"]["DurationMetric"];
            deploymentFrequency: components["schemas"]["FrequencyMetric"];
            stages: components["schemas"]["Stage"][];
            trend: components["schemas"]["TrendPoint"][];
            previousTrend: components["schemas"]["TrendPoint"][];
            distribution: components["schemas"]["DistributionBin"][];
            /** @description The components of a roll-up that need attention most, at most 50 */
            members: components["schemas"]["DoraMember"][];
            membersTotal: number;
            nextSteps: components["schemas"]["NextStep"][];
        };
        DoraFleetPage: {
            items: components["schemas"]["DoraMember"][];
            totalItems: number;
            nextCursor: string | null;
            window: components["schemas"]["Window"];
            /** @description The weeks that weeklyDeployments counts */
            weeks: string[];
        };
        ExplainedFigure: {
            /** @enum {string} */
            label: "deployments-recorded" | "deployments-counted" | "changes-carried" | "changes-counted" | "median" | "p75" | "p90" | "rank-below" | "rank-above" | "weeks" | "per-week" | "reporting-components" | "active-components" | "median-per-week" | "share-weekly";
            value: number | null;
            /** @enum {string} */
            unit: "count" | "seconds" | "weeks" | "per-week" | "ratio" | "rank";
        };
        DoraExplanation: {
            metric: components["schemas"]["DoraMetricId"];
            scope: components["schemas"]["Scope"];
            window: components["schemas"]["Window"];
            /** @enum {string} */
            ownership: "now" | "then";
            definition: components["schemas"]["Definition"];
            freshness: components["schemas"]["Freshness"];
            state: components["schemas"]["NumberState"];
            n: number;
            minimum: number;
            approximate: boolean;
            /** @description This case's figures, in the order in which the formula takes them */
            figures: components["schemas"]["ExplainedFigure"][];
            excluded: components["schemas"]["Exclusion"][];
        };
        DeploymentChange: {
            /** @description Commit SHA or id that the deployment lists */
            key: string;
            title: string | null;
            url: string | null;
            commitSha: string | null;
            firstCommitAt: string | null;
            openedAt: string | null;
            firstReviewAt: string | null;
            mergedAt: string | null;
            /** @description Seconds */
            leadTime: number | null;
            exclusion: string | null;
        };
        Deployment: {
            entityRef: string;
            entityTitle: string;
            source: string;
            id: string;
            title: string | null;
            url: string | null;
            environment: string | null;
            environmentTier: string;
            startedAt: string | null;
            finishedAt: string | null;
            day: string | null;
            result: string | null;
            deploymentType: string;
            version: string | null;
            commitSha: string | null;
            hotfix: boolean | null;
            planned: boolean | null;
            counted: boolean;
            exclusion: string | null;
            changesTotal: number;
            /** @description At most 100 of the changes it carries */
            changes: components["schemas"]["DeploymentChange"][];
            recordedAt: string;
        };
        DeploymentPage: {
            items: components["schemas"]["Deployment"][];
            totalItems: number;
            nextCursor: string | null;
        };
        Overview: {
            catalog: {
                components: number;
                systems: number;
                domains: number;
                groups: number;
                asOf: string | null;
            };
            /** @description Current records of entities that the caller may see */
            records: {
                /** @description Null where the caller may not read what is made of them; so for all of these */
                deployments: number | null;
                changes: number | null;
                incidents: number | null;
                workItems: number | null;
            };
            subjects: {
                id: string;
                enabled: boolean;
                /** @description Visible components with data; null where the caller may not read the subject, or it is off */
                reporting: number | null;
                /** @description Visible components; null where the caller may not read the subject, or it is off */
                applicable: number | null;
            }[];
            dataAsOf: string | null;
        };
        AttentionItem: {
            id: string;
            subject: string;
            /** @enum {string} */
            kind: "stopped-deploying" | "lead-time-rising";
            entityRef: string;
            entityTitle: string;
            ownerRef: string | null;
            since: string | null;
            /** @enum {string} */
            urgency: "now" | "soon" | "later";
            values: {
                [key: string]: string | number | null;
            };
        };
        AttentionList: {
            items: components["schemas"]["AttentionItem"][];
            totalItems: number;
        };
        Health: {
            /** @description What needs an operator, worst first; empty when all is well */
            alarms: components["schemas"]["Alarm"][];
            snapshot: {
                /** @enum {string} */
                state: "never" | "running" | "complete" | "failed";
                lastCompleteAt: string | null;
                durationSeconds: number | null;
                entities: number;
                error: string | null;
                /** @description The newest scans, newest first */
                scans: {
                    /** @enum {string} */
                    state: "running" | "complete" | "failed";
                    startedAt: string;
                    durationSeconds: number | null;
                    error: string | null;
                }[];
            };
            /** @description At most a minute old, where counting is slow */
            intake: {
                applied: number;
                unmapped: number;
                lastReceivedAt: string | null;
                /** @description New events of the last 24 hours */
                receivedLastDay: number;
                rejectedLastDay: number;
                recalculationsWaiting: number;
                /** @description Since when the numbers of an entity wait to be computed */
                oldestRecalculationAt: string | null;
            };
            inbox: {
                waiting: number;
                setAside: number;
                processedLastDay: number;
                oldestWaitingAt: string | null;
                lastReceivedAt: string | null;
                sources: components["schemas"]["WebhookSource"][];
            };
            collectors: components["schemas"]["CollectorHealth"][];
            subjects: {
                id: string;
                enabled: boolean;
            }[];
        };
        Alarm: {
            /**
             * @description Kind of alarm; docs/operations.md has a section on each
             * @enum {string}
             */
            id: "snapshot-missing" | "snapshot-stale" | "snapshot-failed" | "inbox-lagging" | "inbox-set-aside" | "source-without-reader" | "collector-failing" | "collector-stale" | "collector-problems" | "events-unmapped" | "events-rejected" | "calculation-lagging" | "retention-failed";
            /** @enum {string} */
            severity: "attention" | "bad";
            /** @description The collector or source that it is about */
            subject: string | null;
            message: string;
            /** @description The next thing to do */
            remedy: string;
            since: string | null;
        };
        WebhookSource: {
            /** @description Last part of its address */
            id: string;
            type: string;
            /** @description Whether an installed module reads its deliveries */
            readable: boolean;
            /** @description Topics of Backstage's events that it also takes deliveries from */
            topics: string[];
            waiting: number;
            setAside: number;
            lastReceivedAt: string | null;
        };
        CollectorHealth: {
            id: string;
            title: string;
            /**
             * @description `held_back`: the run stopped to leave others their share of what the outside system allows; that is no failure
             * @enum {string}
             */
            state: "never" | "running" | "succeeded" | "failed" | "held_back";
            lastSuccessAt: string | null;
            lastRunAt: string | null;
            events: number;
            problems: components["schemas"]["CollectorProblem"][];
            error: string | null;
            consecutiveFailures: number;
            /** @description Until when it is held back, after failures or by its budget; null when it is not */
            nextAttemptAt: string | null;
            /** @description Age of what has been read completely; null where the collector does not tell */
            lagSeconds: number | null;
            /** @description Requests left of what the outside system allows; null where none is known */
            budget: components["schemas"]["RequestBudget"] | null;
        };
        CollectorProblem: {
            subject: string;
            message: string;
        };
        RequestBudget: {
            limit: number | null;
            remaining: number;
            resetAt: string | null;
        };
        CollectorRun: {
            /** @enum {string} */
            state: "running" | "succeeded" | "failed" | "held_back";
            startedAt: string;
            durationSeconds: number | null;
            events: number;
            /** @description Requests to the outside system; null where they are not counted */
            requests: number | null;
            lagSeconds: number | null;
            budget: components["schemas"]["RequestBudget"] | null;
            problems: components["schemas"]["CollectorProblem"][];
            error: string | null;
        };
        UnmappedReplay: {
            /** @description Records that found their entity */
            applied: number;
            /** @description Records that still wait */
            unmapped: number;
        };
        RejectedEvents: {
            totalEvents: number;
            /** @description Rejections before it are forgotten */
            since: string;
            items: {
                producer: string;
                source: string | null;
                reason: string;
                events: number;
                lastEventId: string | null;
                lastRejectedAt: string;
            }[];
        };
        DeliveryPage: {
            totalItems: number;
            items: components["schemas"]["Delivery"][];
            nextCursor: string | null;
        };
        /** @description One webhook delivery, without its content */
        Delivery: {
            id: string;
            source: string;
            /** @description What the sender calls this kind of delivery */
            type: string | null;
            /** @enum {string} */
            state: "waiting" | "processed" | "set_aside";
            receivedAt: string;
            processedAt: string | null;
            attempts: number;
            /** @description Events that it became */
            events: number;
            /** @description Why it was set aside, or why the last attempt failed */
            reason: string | null;
            nextAttemptAt: string | null;
        };
        Storage: {
            measuredAt: string;
            tables: {
                table: string;
                rows: number;
                /** @description False where the database only estimates the rows */
                exact: boolean;
                bytes: number | null;
            }[];
            retention: {
                id: string;
                title: string;
                /** @description Days that rows are kept; null is for ever */
                keepDays: number | null;
                lastRunAt: string | null;
                lastDeleted: number | null;
                error: string | null;
            }[];
        };
    };
    responses: {
        /** @description What was wrong */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /** @description Number or name of the connection, as it is in DevLake */
        Connection: string;
        /** @description The key under which the issue was sent */
        IssueKey: string;
        Kind: string;
        Namespace: string;
        Name: string;
        /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
        Window: string;
        /** @description First day of the window, inclusive */
        From: string;
        /** @description Last day of the window, inclusive */
        To: string;
        /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
        Ownership: "now" | "then";
        Metric: components["schemas"]["DoraMetricId"];
        /** @description Only deployments left out for this reason, or carrying a change left out for it */
        Exclusion: components["schemas"]["ExclusionReason"];
        /** @description Owner refs (groups or users), several allowed */
        Owner: string[];
        /** @description Count what the descendants of the owners own, too */
        Descendants: boolean;
        System: string;
        Domain: string;
        Type: string;
        Tier: string;
        Lifecycle: string;
        /** @description State of the deployment frequency in the window */
        State: components["schemas"]["NumberState"];
        /** @description Part of the name or title */
        Text: string;
        /** @description Field, with a leading minus for descending. Rows without a value come last in both directions. */
        Sort: "name" | "-name" | "leadTime" | "-leadTime" | "deployments" | "-deployments" | "lastDeployment" | "-lastDeployment";
        Cursor: string;
        Limit: number;
    };
    requestBodies: {
        /** @description The body that DevLake's webhook of this name takes. It is checked field by field, not here. */
        DevlakeBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        /** @description One object with the fields of the profile, or `items` with at most 1,000 of them. Each item is checked on its own, so that a wrong one does not lose the others. */
        PlainFacts: {
            content: {
                "application/json": {
                    items?: Record<string, never>[];
                };
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getEntityDora: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
                ownership?: components["parameters"]["Ownership"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainEntityDora: {
        parameters: {
            query: {
                metric: components["parameters"]["Metric"];
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
                ownership?: components["parameters"]["Ownership"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraExplanation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityDeployments: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
                ownership?: components["parameters"]["Ownership"];
                /** @description Only deployments left out for this reason, or carrying a change left out for it */
                exclusion?: components["parameters"]["Exclusion"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deployments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDora: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description State of the deployment frequency in the window */
                state?: components["parameters"]["State"];
                /** @description Part of the name or title */
                text?: components["parameters"]["Text"];
                /** @description Field, with a leading minus for descending. Rows without a value come last in both directions. */
                sort?: components["parameters"]["Sort"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the fleet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraFleetPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDoraSummary: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Part of the name or title */
                text?: components["parameters"]["Text"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report over the selection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": Record<string, never>;
                "application/cloudevents-batch+json": Record<string, never>[];
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description One outcome for each event, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listUnmappedEvents: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by kind, source and reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmappedEvents"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDeployments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each deployment, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each change, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each incident, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDevlakeDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number or name of the connection, as it is in DevLake */
                connection: components["parameters"]["Connection"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DevlakeBody"];
        responses: {
            /** @description One outcome for each repository of the deployment, in the order of its commits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDevlakePullRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number or name of the connection, as it is in DevLake */
                connection: components["parameters"]["Connection"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DevlakeBody"];
        responses: {
            /** @description The outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDevlakeIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number or name of the connection, as it is in DevLake */
                connection: components["parameters"]["Connection"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DevlakeBody"];
        responses: {
            /** @description The outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    closeDevlakeIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number or name of the connection, as it is in DevLake */
                connection: components["parameters"]["Connection"];
                /** @description The key under which the issue was sent */
                issueKey: components["parameters"]["IssueKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts, subjects and freshness */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAttention: {
        parameters: {
            query?: {
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attention list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttentionList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State of the engine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    replayUnmappedEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it came to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmappedReplay"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRejectedEvents: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by producer, source and reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectedEvents"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    receiveDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the source in `opmodel.intake.sources` */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-www-form-urlencoded": {
                    payload: string;
                };
            };
        };
        responses: {
            /** @description It is kept and will be processed, or has been received before */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "received" | "duplicate";
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                state?: "waiting" | "processed" | "set_aside";
                /** @description Only deliveries of one configured source */
                source?: string;
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    replayDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                    source?: string;
                };
            };
        };
        responses: {
            /** @description How many wait again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayed: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getStorage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tables and retention */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Storage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCollectorRuns: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                collectorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CollectorRun"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
