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
    "/entities/{kind}/{namespace}/{name}/dora/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One metric over time by day, week or month; weeks begin as the definition says */
        get: operations["getEntityDoraSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents of the window with the deployment each is tied to, newest first */
        get: operations["listEntityIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people decided about the facts of a component, newest first, undone ones too */
        get: operations["listDoraCorrections"];
        put?: never;
        /** Corrects a link, a verdict or a period of a component; numbers are computed again */
        post: operations["createDoraCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/corrections/{correctionId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a correction back; it stays on record */
        post: operations["undoDoraCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes of the numbers of one entity, newest first */
        get: operations["listEntityDisputes"];
        put?: never;
        /** Disputes a number where it stands; it stays visible and is marked */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a dispute, for those who may correct */
        post: operations["answerDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a dispute back, for whoever opened it */
        post: operations["withdrawDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dora/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes of everything that the caller may see, those due first */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dora/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The definitions and benchmark editions that can be chosen */
        get: operations["getDoraDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dora/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Definition, sample, exclusions and arithmetic of one number of everything that the filter selects */
        get: operations["explainDoraSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flow report of one entity, or the roll-up of a system, domain or group */
        get: operations["getEntityFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Definition, sample, exclusions and arithmetic of one number */
        get: operations["explainEntityFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work items behind the numbers, newest first; those in progress oldest first */
        get: operations["listEntityWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When so many items will be done, and how many by a day: Monte Carlo over past throughput */
        get: operations["getEntityForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forecasts that were kept, with what came true, and how well they are calibrated */
        get: operations["listEntityForecasts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow/forecasts/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How forecasts of past Mondays would have held: each made from the days before it alone */
        get: operations["getEntityForecastBackTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/flow/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Success and duration of the pipelines of an entity or scope */
        get: operations["getEntityBuilds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fleet, one row a component */
        get: operations["listFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/flow/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roll-up of everything that the filter selects; without a filter, the organisation */
        get: operations["getFlowSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes runs of pipelines as plain JSON, one or `items` */
        post: operations["createBuilds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes work items as plain JSON, one or `items` */
        post: operations["createWorkItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked to be accepted, those to be decided first */
        get: operations["listAcceptances"];
        put?: never;
        /** Asks those whom a decision right names to accept something until a day */
        post: operations["requestAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acceptances/{acceptanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One acceptance with its history */
        get: operations["getAcceptance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acceptances/{acceptanceId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves, for those whom a decision right names; never for whoever asked */
        post: operations["approveAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acceptances/{acceptanceId}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Denies, with the reason */
        post: operations["denyAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acceptances/{acceptanceId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a request back, for whoever made it */
        post: operations["withdrawAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acceptances/{acceptanceId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends what was approved before its time */
        post: operations["revokeAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns with how far they are, of what the caller may see */
        get: operations["listCampaigns"];
        put?: never;
        /** Begins a campaign */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign */
        get: operations["getCampaign"];
        /** Changes a campaign */
        put: operations["changeCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a campaign before its time */
        post: operations["endCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a campaign away; its report stays */
        post: operations["archiveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/burn-down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was open day by day, beside the straight way to the target date */
        get: operations["getCampaignBurnDown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the campaign asks of each entity, what is open first */
        get: operations["listCampaignItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a campaign went: by team and by check, from its start to its end, or to now */
        get: operations["getCampaignReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a check to be excused for an entity until a day */
        post: operations["requestCheckExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people vouch for of an entity, and what may be vouched for */
        get: operations["listAttestations"];
        put?: never;
        /** Vouches for something of an entity, until a day */
        post: operations["attest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/{itemId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for an item to stay unpaid until a day. Somebody else decides, as about every acceptance. */
        post: operations["requestDebtAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The capacity that was agreed for debt against what was spent on it, out of the flow distribution. Takes opmodel.flow.read as well. */
        get: operations["getDebtCapacity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed today in each system or domain, or by each owner */
        get: operations["getDebtPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/debt-scans/sarif": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a SARIF 2.1.0 file of what a tool found in an entity. What is found is suggested as technical debt; what the same tool and category found before, and does not find any more, is gone. Sending the same again changes nothing. */
        post: operations["sendSarif"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/debt-scans/sonarqube": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an answer of SonarQube's GET api/measures/component with the maintainability rating, debt ratio and remediation effort of a project. A project with a bad rating is suggested as technical debt; with a better one it is gone. */
        post: operations["sendSonarMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/decision-rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decides what about an entity */
        get: operations["listEntityDecisionRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to tell about an entity, and whom then; answered without asking any vendor */
        get: operations["getEntityEscalation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decision-forums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where decisions are made, how often and by whom */
        get: operations["listDecisionForums"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions, the newest first */
        get: operations["listDecisions"];
        put?: never;
        /** Enters a decision */
        post: operations["createDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{decisionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One decision with its earlier versions */
        get: operations["getDecision"];
        /** Replaces a decision that nobody else has changed meanwhile; the earlier text is kept */
        put: operations["updateDecision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who owns an entity and how well, or how well everything in a system, domain or group is owned */
        get: operations["getEntityOwnership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/ownership/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the coverage of an entity or scope comes from */
        get: operations["explainEntityOwnership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/ownership/gap-dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the day by which a gap is to be closed */
        put: operations["setOwnershipGapDate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/ownership/gap-dates/{gap}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes the date of a gap back */
        delete: operations["removeOwnershipGapDate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/ownership/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the reviews and hand-overs of an entity, newest first */
        get: operations["listEntityOwnershipReviews"];
        put?: never;
        /** The owner confirms that the ownership is right */
        post: operations["confirmOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/ownership/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks another group to take an entity over; it holds when the group accepts */
        post: operations["requestHandOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every entity that is to be owned with its ladder, and with its gaps */
        get: operations["listOwnership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coverage of everything that the filter selects, over time */
        get: operations["getOwnershipSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the coverage of the selection comes from */
        get: operations["explainOwnershipSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of the map: organisation, interactions of teams, or domains */
        get: operations["getOwnershipMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/map/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups, systems, domains and what they hold by a part of their name */
        get: operations["searchOwnershipMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ownership that is to be confirmed, those due first */
        get: operations["listOwnershipReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a re-organisation would do to ownership; it changes nothing */
        post: operations["askWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans that name the caller as a reader */
        get: operations["listOwnershipPlans"];
        put?: never;
        /** Saves a plan for its named readers until it expires */
        post: operations["createOwnershipPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plan, with what it would do as of now */
        get: operations["getOwnershipPlan"];
        /** Replaces a plan that nobody else has changed meanwhile */
        put: operations["updateOwnershipPlan"];
        post?: never;
        /** Deletes a plan */
        delete: operations["deleteOwnershipPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ownership/succession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems whose knowledge or on-call rests on one person, as counts */
        get: operations["listSuccession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who tells which facts, and how fresh they are */
        get: operations["listFactProviders"];
        put?: never;
        /** Facts of catalog entities, as plain JSON */
        post: operations["reportEntityFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every scorecard that the caller may see */
        get: operations["listScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with a definition, without keeping it */
        post: operations["checkScorecard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a definition would change, by the facts that are known: which entities move, and which teams */
        post: operations["previewScorecard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scorecard as it holds */
        get: operations["getScorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{namespace}/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a scorecard with what each changed, the latest first */
        get: operations["listScorecardVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{namespace}/{name}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A scorecard as a document for the catalog, ready to be committed */
        get: operations["getScorecardDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts that the caller may edit */
        get: operations["listScorecardDrafts"];
        put?: never;
        /** Begins a draft: empty, of a document, or as a copy of a scorecard */
        post: operations["createScorecardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft, with what is wrong with it and how it differs from what holds */
        get: operations["getScorecardDraft"];
        /** Keeps a draft */
        put: operations["saveScorecardDraft"];
        post?: never;
        /** Throws a draft away */
        delete: operations["deleteScorecardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-drafts/{draftId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a draft hold, as the next version */
        post: operations["publishScorecardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{namespace}/{name}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a scorecard that is written in the portal */
        post: operations["retireScorecard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an entity stands on each scorecard, with every check and what mends it; of a system, domain or group also all that is in it */
        get: operations["getEntityScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Evaluates an entity now, by the facts that are known */
        post: operations["evaluateEntityScorecards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the verdicts and levels of an entity changed, the latest first */
        get: operations["listScorecardChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a verdict came about: the expression, the facts that it read, the version of the check, and what stands behind it */
        get: operations["explainScorecardCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What providers tell of an entity */
        get: operations["getEntityFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every scorecard over all that the filter selects: levels, shares with their coverage, and the checks that fail most */
        get: operations["getScorecardSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities with their levels, sorted and paged */
        get: operations["listScoredEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every verdict of a scorecard for all entities that the filter selects, one letter a check */
        get: operations["getScorecardMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/heat-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams, systems or tiers beside the checks of a scorecard */
        get: operations["getScorecardHeatMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Levels and shares of a scorecard over time, of what the filter selects today */
        get: operations["getScorecardSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/score-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a score moved in a window: which part of the change each cause brought about, and which entities changed their level */
        get: operations["getScoreChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/slos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objectives of an entity with their budgets, or those of everything in a system, domain or group */
        get: operations["getEntitySlos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/slo-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objectives that what was measured of an entity would bear, each as a ready OpenSLO document */
        get: operations["listSloProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/release-gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a release of an entity is allowed by the error budget policies that apply */
        get: operations["getReleaseGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/release-gate/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets releases of an entity pass for 24 hours, for a reason that is kept */
        post: operations["breakReleaseGate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/release-gate/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the gate answered for an entity, newest first */
        get: operations["listReleaseGateDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every objective that the caller may see, the worst first */
        get: operations["listSlos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the objectives of the selection are doing, and which services have none */
        get: operations["getSloSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/uncovered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Components without an objective, those of the highest tier first */
        get: operations["listUncoveredEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with documents */
        get: operations["listSloProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recording and alerting rules for the objectives that are measured in Prometheus, ready to be loaded */
        get: operations["writeSloRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One SLO: its document, its objectives, what is wrong with it and who answers for it */
        get: operations["getSlo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The budget of an objective over time, with deployments and incidents */
        get: operations["getSloSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attainment of each day, for a calendar */
        get: operations["listSloDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How past windows ended, newest first */
        get: operations["listSloWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the budget of an objective comes from */
        get: operations["explainSlo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}/buckets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The counts behind a budget, newest first */
        get: operations["listSloBuckets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{namespace}/{name}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Spans that are left out of the budget, and those that are asked for */
        get: operations["listSloCorrections"];
        put?: never;
        /** Asks for a span of time to be left out of the budget */
        post: operations["requestSloCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slo-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Error budget policies with what they have brought about */
        get: operations["listErrorBudgetPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slo-policies/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy: its thresholds, what it applies to, what it would have held and what it holds */
        get: operations["getErrorBudgetPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slo-policies/{namespace}/{name}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for an entity to be excepted from a policy for a time */
        post: operations["requestPolicyException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sli-measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts of good and total events of objectives, as plain JSON */
        post: operations["reportSliMeasurements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents of the catalog that keep debt, of those that the caller may see, with what is wrong with them */
        get: operations["listDebtDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an import of a file would do, row by row. Nothing is written. */
        post: operations["previewDebtImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the items of a file in. Rows that are right are taken in and those that are wrong are named; the same file again changes nothing, and goes on where it was interrupted. */
        post: operations["importDebtItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All items that a list would have, as a file that an import takes */
        get: operations["exportDebtItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes several items in the same way, each by itself: what cannot be changed hinders no other */
        post: operations["changeDebtItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What debt cost on a day, as teams reported it, of what the caller may see; the latest day first */
        get: operations["listDebtReports"];
        put?: never;
        /** Reports a symptom of debt; an entity and what happened are enough */
        post: operations["createDebtReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report */
        get: operations["getDebtReport"];
        put?: never;
        post?: never;
        /** Takes away what was reported by mistake */
        delete: operations["deleteDebtReport"];
        options?: never;
        head?: never;
        /** Changes what is reported, and which item is its cause. What is not there stays as it is; null empties a field. 409: somebody else changed it. */
        patch: operations["changeDebtReport"];
        trace?: never;
    };
    "/tech-debt/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Debt that sources found by themselves, of what the caller may see */
        get: operations["listDebtSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/suggestions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promotes, dismisses or puts back up to 100 suggestions, each by itself: one that cannot be decided keeps no other from it */
        post: operations["decideDebtSuggestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/suggestions/{suggestionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One suggestion with its evidence, the item that promoting it would file, and the items that it may be the same as */
        get: operations["getDebtSuggestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/suggestions/{suggestionId}/promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files a suggestion as an item, or says which item it is. Asked again, it answers the same item. */
        post: operations["promoteDebtSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/suggestions/{suggestionId}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismisses a suggestion for good, however often it is found again */
        post: operations["dismissDebtSuggestion"];
        /** Takes a dismissal back, so that the suggestion is to be decided again */
        delete: operations["putBackDebtSuggestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/suggestion-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What debt is looked for by, and how that goes */
        get: operations["listDebtSuggestionSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of technical debt with their prices, of what the caller may see */
        get: operations["listDebtItems"];
        put?: never;
        /** Files an item; a title and an entity are enough. Items that it may be the same as are answered beside it. */
        post: operations["createDebtItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Items that one that is not filed yet may be the same as */
        post: operations["findDebtDuplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item */
        get: operations["getDebtItem"];
        put?: never;
        post?: never;
        /** Takes an item that was filed by mistake away with its history */
        delete: operations["deleteDebtItem"];
        options?: never;
        head?: never;
        /** Changes what is said of an item. What is not there stays as it is; null empties a field. */
        patch: operations["changeDebtItem"];
        trace?: never;
    };
    "/tech-debt/items/{itemId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes where an item stands */
        post: operations["changeDebtStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/{itemId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed which fields of an item, the latest first */
        get: operations["listDebtItemVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/items/{itemId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said of an item, the oldest first. What was said until it last hung on something that the caller may not see is left out */
        get: operations["listDebtItemComments"];
        put?: never;
        /** Says something of an item */
        post: operations["commentOnDebtItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed, overdue and past its remediation time. Interests are not added up. */
        get: operations["getDebtSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items by impact and likelihood; those that are still owed, unless a status is asked for */
        get: operations["getDebtMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Debt that was opened, paid, accepted, re-scoped and moved in each period */
        get: operations["getDebtFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/top-ten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What paying the first items of an order would take and buy */
        get: operations["getDebtTopTen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tech-debt/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the kinds of debt that recur are written down */
        get: operations["listDebtTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/tech-debt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Technical debt of an entity, or of all that counts in a system or domain, or of what a group answers for */
        get: operations["getEntityTechDebt"];
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
                kind: "deployment" | "change" | "incident" | "work_item" | "pipeline_run" | "environment";
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
        DoraMetricId: "change-lead-time" | "deployment-frequency" | "failed-deployment-recovery-time" | "change-fail-rate" | "deployment-rework-rate" | "time-to-restore" | "incident-recurrence";
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
            workingTime?: components["schemas"]["WorkingTime"];
        };
        /**
         * @description Given where durations count only what lies on working days, each of them from midnight to midnight: of DORA change lead time
         *     and its stages, of flow all durations and ages of work items. Absent where they count all time.
         */
        WorkingTime: {
            weekdays: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
            holidays: {
                /** @description First ISO day */
                from: string;
                /** @description Last ISO day */
                to: string;
                name: string | null;
            }[];
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
        ExclusionReason: "first_deployment" | "no_commit_time" | "deployment_is_commit" | "negative_span" | "already_delivered" | "unknown_change" | "not_production" | "not_successful" | "unknown_changes" | "same_rollout" | "not_finished" | "withdrawn" | "rollback" | "excluded_period" | "zero_span" | "not_requested" | "not_recovered" | "no_recovery_known" | "ended_after_window" | "other_cause" | "not_severe" | "severity_unknown" | "not_mitigated" | "no_start" | "no_deployment_in_time" | "decided";
        Exclusion: {
            reason: components["schemas"]["ExclusionReason"];
            /** @enum {string} */
            unit: "change" | "deployment" | "incident";
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
            /** @description First day of the week, as the definition begins weeks */
            week: string;
            /** @description The window holds only some days of this week */
            partial: boolean;
            deployments: number | null;
            /** @description Seconds, from bins, within 1 % */
            leadTimeMedian: number | null;
            leadTimeP75: number | null;
            leadTimeP90: number | null;
            n: number;
            failedDeployments: number | null;
            changeFailRate: number | null;
            reworkDeployments: number | null;
            reworkRate: number | null;
            /** @description Seconds, within 1 % */
            recoveryMedian: number | null;
            recoveries: number;
            /** @description Seconds, within 1 % */
            restoreMedian: number | null;
            incidents: number | null;
            recurrences: number | null;
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
            /** @description 0 to 1; null without deployments in the window */
            changeFailRate: number | null;
            failedDeployments: number | null;
            /** @description Seconds, within 1 % */
            recoveryMedian: number | null;
            recoveryN: number;
            reworkRate: number | null;
            incidents: number | null;
            openDisputes: number;
        };
        /** @description One concrete thing that would help, with what it is about */
        NextStep: {
            /** @enum {string} */
            id: "connect-source" | "report-changes" | "slowest-stage" | "report-environment" | "stopped-deploying" | "slowest-member" | "link-incidents" | "report-incidents" | "worst-change-fail-rate" | "open-failures" | "mend-clocks" | "answer-disputes";
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
            failedDeploymentRecoveryTime: components["schemas"]["DurationMetric"];
            changeFailRate: components["schemas"]["RatioMetric"];
            deploymentReworkRate: components["schemas"]["RatioMetric"];
            timeToRestore: components["schemas"]["DurationMetric"];
            incidentRecurrence: components["schemas"]["RatioMetric"];
            edition: components["schemas"]["BenchmarkEditionId"];
            /** @description What stands beside each metric, one entry a metric in the order of DoraMetricId */
            contexts: components["schemas"]["MetricContext"][];
            /** @description Periods of a component, or of the whole organisation, that touch the window and count for nothing */
            excludedPeriods: components["schemas"]["ExcludedPeriod"][];
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
            label: "deployments-recorded" | "deployments-counted" | "changes-carried" | "changes-counted" | "median" | "p75" | "p90" | "rank-below" | "rank-above" | "weeks" | "per-week" | "reporting-components" | "active-components" | "median-per-week" | "share-weekly" | "failed-deployments" | "rework-deployments" | "incidents-recorded" | "incidents-linked" | "incidents-counted" | "recurrences" | "recoveries-counted" | "rate" | "deployment-days" | "days" | "per-day" | "printed";
            value: number | null;
            /** @enum {string} */
            unit: "count" | "seconds" | "weeks" | "days" | "per-week" | "per-day" | "ratio" | "rank";
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
            context: components["schemas"]["MetricContext"];
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
            failed: boolean;
            /** @description Why it is known to have failed, the most certain reason first */
            failures: components["schemas"]["FailureLink"][];
            rework: boolean;
            recoveredAt: string | null;
            recoverySeconds: number | null;
            /** @description What people decided about it and still holds */
            corrections: components["schemas"]["DoraCorrection"][];
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
            kind: "stopped-deploying" | "lead-time-rising" | "change-fail-rate-rising" | "failure-not-recovered" | "incident-unlinked" | "dispute-open" | "dispute-overdue" | "work-item-aged" | "allocation-off" | "builds-failing" | "owner-missing" | "owner-dangling" | "ownership-gap-overdue" | "ownership-review-overdue" | "decision-review-overdue" | "acceptance-waiting" | "acceptance-expiring" | "slo-burning" | "slo-exhausted" | "slo-not-measured" | "slo-review-overdue" | "slo-document-wrong" | "error-budget-policy" | "release-held" | "campaign-open" | "campaign-delayed" | "check-starting" | "level-lost" | "scorecard-wrong" | "standard-in-question" | "debt-overdue" | "debt-remediation-over" | "debt-review-overdue" | "debt-undated" | "debt-owner-missing" | "debt-acceptance-ended";
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
            id: "snapshot-missing" | "snapshot-stale" | "snapshot-failed" | "inbox-lagging" | "inbox-set-aside" | "source-without-reader" | "collector-failing" | "collector-stale" | "collector-problems" | "events-unmapped" | "events-rejected" | "calculation-lagging" | "retention-failed" | "facts-failing" | "facts-stale" | "evaluation-failing" | "debt-source-failing" | "debt-document-problems";
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
        /** @enum {string} */
        DoraProfileId: "dora-2026" | "devlake" | "four-keys" | "gitlab";
        /** @enum {string} */
        BenchmarkEditionId: "2019" | "2021" | "2022" | "2023" | "2024" | "2025";
        RecordKey: {
            source: string;
            id: string;
        };
        /** @description A share with what it is computed from */
        RatioMetric: {
            state: components["schemas"]["NumberState"];
            /** @description Numerator by denominator. 0 to 1, unless the definition counts several incidents of one deployment */
            value: number | null;
            numerator: number | null;
            denominator: number | null;
            /** @description What is divided by; 0 without data */
            n: number;
            minimum: number;
            excluded: components["schemas"]["Exclusion"][];
            previous: {
                value: number | null;
                numerator: number | null;
                denominator: number | null;
            };
            change: components["schemas"]["Change"] | null;
        };
        MetricContext: {
            metric: components["schemas"]["DoraMetricId"];
            /**
             * @description `beside`: not one of the five metrics
             * @enum {string}
             */
            family: "throughput" | "instability" | "beside";
            quality: components["schemas"]["MetricQuality"];
            benchmark: components["schemas"]["Benchmark"] | null;
            /**
             * @description Why there is no benchmark; null where there is one
             * @enum {string|null}
             */
            ungraded: "no_data" | "thin" | "doubtful" | "definition" | "edition" | "roll_up" | null;
            printed: components["schemas"]["PrintedValue"] | null;
            /** @description Disputes of this number, by anybody, that are not answered */
            openDisputes: number;
        };
        MetricQuality: {
            /**
             * @description `doubtful`: a check is below its threshold, so the number is not graded
             * @enum {string}
             */
            state: "good" | "doubtful" | "unknown";
            checks: components["schemas"]["QualityCheck"][];
        };
        QualityCheck: {
            /** @enum {string} */
            id: "deployments-with-changes" | "changes-with-first-commit" | "incidents-linked" | "clocks" | "collection" | "deployments-with-result";
            /** @description 0 to 1; null where nothing could be checked */
            share: number | null;
            numerator: number;
            denominator: number;
            threshold: number;
            /** @description Null where nothing could be checked */
            passed: boolean | null;
        };
        Benchmark: {
            edition: components["schemas"]["BenchmarkEditionId"];
            /** @enum {string} */
            kind: "tier" | "distribution";
            /**
             * @description Only of editions that had tiers
             * @enum {string|null}
             */
            tier: "elite" | "high" | "medium" | "low" | null;
            /** @description The range that the value falls into, such as `1d-1w` */
            band: string;
            /** @description The report gave only a point or an answer scale here; where the band ends was chosen by this tool */
            chosenByTool: boolean;
            /** @description Share of the respondents of that edition with a better answer, 0 to 1 */
            shareBetter: number | null;
            /** @description Share of the respondents with the same answer */
            shareSame: number | null;
            /** @description 0 to 10, as the DORA Quick Check scores it */
            quickCheckScore: number | null;
            /** @description All bands, from better to worse */
            bands: {
                band: string;
                tier: string | null;
                share: number | null;
            }[];
        };
        /** @description The number as the tool of this definition prints it, to its unit and rounding */
        PrintedValue: {
            value: number | null;
            /** @enum {string} */
            unit: "seconds" | "minutes" | "hours" | "days" | "percent" | "per-week" | "per-day" | "deployment-days-per-week" | "bucket";
            /** @description The band or bucket that the tool prints, in its own words */
            text: string | null;
        };
        ExcludedPeriod: {
            from: string;
            to: string;
            /** @enum {string} */
            cause: "freeze" | "migration" | "other";
            /** @enum {string} */
            origin: "calendar" | "correction";
            reason: string | null;
        };
        FailureLink: {
            /** @enum {string} */
            kind: "person" | "explicit" | "rollback" | "revert" | "hotfix" | "time_window";
            /** @description 0 to 1 */
            confidence: number;
            cause: {
                /** @enum {string} */
                type: "incident" | "deployment" | "decision";
                source: string | null;
                id: string | null;
                title: string | null;
                url: string | null;
            };
            deployment: components["schemas"]["RecordKey"] | null;
            lagSeconds: number | null;
            decidedBy: string | null;
            correctionId: string | null;
        };
        DoraSeries: {
            metric: components["schemas"]["DoraMetricId"];
            /** @enum {string} */
            interval: "day" | "week" | "month";
            window: components["schemas"]["Window"];
            definition: components["schemas"]["Definition"];
            points: {
                from: string;
                to: string;
                partial: boolean;
                /** @description Median in seconds, rate, or deployments; null where nothing is known */
                value: number | null;
                p75: number | null;
                p90: number | null;
                n: number;
                numerator: number | null;
                denominator: number | null;
            }[];
        };
        Incident: {
            entityRef: string;
            entityTitle: string;
            source: string;
            id: string;
            title: string | null;
            url: string | null;
            severity: string | null;
            causeClass: string | null;
            environment: string | null;
            startedAt: string | null;
            detectedAt: string | null;
            mitigatedAt: string | null;
            resolvedAt: string | null;
            day: string;
            link: components["schemas"]["FailureLink"] | null;
            linkedDeployment: {
                source: string;
                id: string;
                title: string | null;
                url: string | null;
                version: string | null;
                finishedAt: string | null;
            } | null;
            unlinked: string | null;
            restoreSeconds: number | null;
            restoreExclusion: string | null;
            recurrence: boolean;
            recurrenceOf: string | null;
            recordedAt: string;
            corrections: components["schemas"]["DoraCorrection"][];
        };
        IncidentPage: {
            items: components["schemas"]["Incident"][];
            totalItems: number;
            nextCursor: string | null;
        };
        NewDoraCorrection: {
            /** @enum {string} */
            kind: "failure_link" | "deployment_failed" | "deployment_planned" | "excluded_period";
            reason: string;
            /** @description Of a failure link */
            incident?: components["schemas"]["RecordKey"];
            /** @description Of a failure link: null where no deployment caused it; of a verdict: what it is about */
            deployment?: components["schemas"]["RecordKey"] | null;
            failed?: boolean;
            planned?: boolean;
            from?: string;
            to?: string;
            /** @enum {string} */
            cause?: "freeze" | "migration" | "other";
        };
        DoraCorrection: {
            id: string;
            entityRef: string;
            /** @enum {string} */
            kind: "failure_link" | "deployment_failed" | "deployment_planned" | "excluded_period";
            /**
             * @description A later correction of the same supersedes an earlier one
             * @enum {string}
             */
            state: "active" | "superseded" | "undone";
            incident: components["schemas"]["RecordKey"] | null;
            deployment: components["schemas"]["RecordKey"] | null;
            failed: boolean | null;
            planned: boolean | null;
            from: string | null;
            to: string | null;
            cause: string | null;
            reason: string;
            decidedBy: string;
            decidedAt: string;
            undoneBy: string | null;
            undoneAt: string | null;
            undoReason: string | null;
            mayUndo: boolean;
        };
        DoraCorrectionPage: {
            items: components["schemas"]["DoraCorrection"][];
            totalItems: number;
            nextCursor: string | null;
            /** @description Whether the caller may correct the facts of this entity */
            mayCorrect: boolean;
        };
        /** @enum {string} */
        DisputeState: "open" | "accepted" | "rejected" | "withdrawn";
        NewDispute: {
            metric: components["schemas"]["DoraMetricId"];
            from: string;
            to: string;
            profile?: components["schemas"]["DoraProfileId"];
            reason: string;
        };
        Dispute: {
            id: string;
            scopeRef: string;
            scopeTitle: string;
            metric: components["schemas"]["DoraMetricId"];
            profile: components["schemas"]["DoraProfileId"];
            from: string;
            to: string;
            /** @description What the number was when it was disputed, as the person saw it */
            value: number | null;
            reason: string;
            openedBy: string;
            openedAt: string;
            /** @description Who is to answer */
            ownerRef: string | null;
            /** @description ISO day */
            answerDue: string;
            overdue: boolean;
            state: components["schemas"]["DisputeState"];
            answer: string | null;
            answeredBy: string | null;
            answeredAt: string | null;
            mayAnswer: boolean;
            mayWithdraw: boolean;
        };
        DisputePage: {
            items: components["schemas"]["Dispute"][];
            totalItems: number;
            nextCursor: string | null;
        };
        DoraDefinitions: {
            defaultProfile: components["schemas"]["DoraProfileId"];
            defaultEdition: components["schemas"]["BenchmarkEditionId"];
            profiles: {
                id: components["schemas"]["DoraProfileId"];
                version: string;
                title: string;
                docs: string;
                /** @description Every choice that changes the answer */
                decisions: {
                    id: string;
                    value: string;
                }[];
                workingTime?: components["schemas"]["WorkingTime"];
            }[];
            editions: {
                id: components["schemas"]["BenchmarkEditionId"];
                /** @enum {string} */
                kind: "tier" | "distribution";
                title: string;
                source: string;
            }[];
        };
        /** @enum {string} */
        FlowMetricId: "cycle-time" | "flow-time" | "throughput" | "wip" | "work-item-age" | "flow-efficiency" | "allocation" | "escaped-defects" | "predictability" | "build-success" | "build-duration";
        /** @enum {string} */
        FlowCategory: "feature" | "reliability" | "debt" | "security" | "platform" | "unclassified";
        CountMetric: {
            state: components["schemas"]["NumberState"];
            value: number | null;
            perWeek: number | null;
            previous: {
                value: number | null;
            };
            change: components["schemas"]["Change"] | null;
        };
        FlowReport: {
            scope: components["schemas"]["Scope"];
            window: components["schemas"]["Window"];
            /** @enum {string} */
            ownership: "now" | "then";
            definition: components["schemas"]["Definition"];
            freshness: components["schemas"]["Freshness"];
            /** @description Started to completed, of items completed in the window */
            cycleTime: components["schemas"]["DurationMetric"];
            /** @description Arrival (creation, or an earlier start) to completion, waits included */
            flowTime: components["schemas"]["DurationMetric"];
            throughput: components["schemas"]["CountMetric"];
            arrivals: components["schemas"]["CountMetric"];
            wip: {
                state: components["schemas"]["NumberState"];
                /** @description In progress at the end of the window */
                items: number | null;
                blocked: number | null;
                /** @description WIP by throughput a week */
                weeksOfWork: number | null;
            };
            age: {
                state: components["schemas"]["NumberState"];
                median: number | null;
                p85: number | null;
                oldest: number | null;
                n: number;
                /** @description Items in progress older than the service level expectation */
                beyondExpectation: number | null;
            };
            serviceLevelExpectation: {
                /** @description 0 to 1 */
                share: number;
                seconds: number | null;
                /**
                 * @description `observed`: the 85th percentile of the year before the window
                 * @enum {string}
                 */
                origin: "configured" | "observed" | "none";
                /** @description Share of items completed in the window that met it */
                met: number | null;
                n: number;
            };
            /** @description Active seconds by flow seconds of completed items; numerator and denominator in seconds */
            efficiency: components["schemas"]["RatioMetric"];
            allocation: components["schemas"]["FlowAllocation"];
            escapedDefects: {
                state: components["schemas"]["NumberState"];
                /** @description Found in production, of all defects found */
                value: number | null;
                numerator: number | null;
                denominator: number | null;
                bySeverity: {
                    severity: string;
                    production: number;
                    earlier: number;
                    unknown: number;
                }[];
            };
            blocked: {
                /** @description Of those completed in the window, blocked at least once */
                items: number | null;
                /** @description Seconds blocked, of those */
                median: number | null;
                n: number;
            };
            reopened: components["schemas"]["RatioMetric"];
            weeks: {
                week: string;
                partial: boolean;
                arrived: number | null;
                started: number | null;
                completed: number | null;
                cycleTimeMedian: number | null;
                wip: number | null;
            }[];
            /** @description Items in each state at the end of each day, from the work known at the start of the window */
            cumulative: {
                day: string;
                arrived: number;
                started: number;
                completed: number;
                todo: number;
                inProgress: number;
                waiting: number;
                done: number;
            }[];
            distribution: components["schemas"]["DistributionBin"][];
            periods: components["schemas"]["PeriodPredictability"][];
            forecastCalibration: components["schemas"]["ForecastCalibration"];
            builds: components["schemas"]["BuildReport"];
            quality: components["schemas"]["FlowQuality"];
            members: components["schemas"]["FlowMember"][];
            membersTotal: number;
            nextSteps: components["schemas"]["NextStepOfFlow"][];
        };
        FlowAllocation: {
            /**
             * @description `unclassified`: more than a fifth of the work has no category, so it is not graded
             * @enum {string}
             */
            state: "ok" | "thin" | "no_data" | "unclassified";
            /** @enum {string} */
            unit: "items" | "active_time" | "engineer_days";
            total: number | null;
            unclassifiedShare: number | null;
            categories: {
                category: components["schemas"]["FlowCategory"];
                amount: number;
                /** @description Of what is classified, 0 to 1 */
                share: number | null;
                target: number | null;
                /** @description Share less target */
                delta: number | null;
            }[];
            agreement: {
                scopeRef: string;
                from: string;
                note: string | null;
                exception: {
                    from: string;
                    to: string;
                    reason: string;
                } | null;
            } | null;
        };
        PeriodPredictability: {
            period: string;
            from: string | null;
            to: string | null;
            /** @enum {string} */
            state: "open" | "closed" | "unknown";
            /** @description Committed when the period began */
            committed: number;
            /** @description Committed after it began */
            added: number;
            removed: number;
            /** @description Of those committed when it began, done by its end */
            done: number;
            addedDone: number;
            carriedOver: number;
            /** @description Done by committed, 0 to 1 */
            ratio: number | null;
        };
        ForecastPercentile: {
            /** @description 0 to 1 */
            confidence: number;
            /** @description A day, or a number of items */
            value: string | number | null;
        };
        Forecast: {
            scope: components["schemas"]["Scope"];
            /**
             * @description `thin`: fewer than 10 completed items in the history
             * @enum {string}
             */
            state: "ok" | "thin" | "no_data";
            seed: number;
            trials: number;
            history: {
                from: string;
                to: string;
                days: number;
                completed: number;
                zeroDays: number;
            };
            madeAt: string;
            when: {
                items: number;
                percentiles: components["schemas"]["ForecastPercentile"][];
            } | null;
            howMany: {
                by: string;
                days: number;
                percentiles: components["schemas"]["ForecastPercentile"][];
            } | null;
        };
        KeptForecast: {
            id: string;
            scopeRef: string;
            madeOn: string;
            dueOn: string;
            /** @enum {string} */
            kind: "when" | "how_many";
            items: number | null;
            percentiles: components["schemas"]["ForecastPercentile"][];
            /** @description What came: a day, or a number of items; null while it is not due */
            outcome: string | number | null;
            /** @description The lowest confidence whose bound held */
            metConfidence: number | null;
        };
        ForecastCalibration: {
            state: components["schemas"]["NumberState"];
            /** @description Forecasts that are due */
            n: number;
            levels: {
                confidence: number;
                held: number;
                n: number;
                share: number | null;
            }[];
            /** @description Mean of outcome less median, relative to the median; above 0: more was done than foretold */
            bias: number | null;
            /** @description Mean pinball loss over the levels, in items */
            pinball: number | null;
        };
        ForecastPage: {
            items: components["schemas"]["KeptForecast"][];
            totalItems: number;
            nextCursor: string | null;
            calibration: components["schemas"]["ForecastCalibration"];
        };
        ForecastBackTest: {
            scope: components["schemas"]["Scope"];
            /** @description The days that are known; null where there was never an item */
            history: {
                from: string;
                to: string;
            } | null;
            trials: number;
            /** @description Below so many forecasts that share no day, a score is not graded */
            minimum: number;
            /** @description The Mondays on which enough was known, oldest first */
            cutOffs: components["schemas"]["ForecastBackTestCutOff"][];
            /** @description One of each question */
            scores: components["schemas"]["ForecastBackTestScore"][];
        };
        ForecastBackTestCutOff: {
            /** @description Nothing of it and after it is known */
            day: string;
            history: {
                days: number;
                completed: number;
            };
            forecasts: {
                /** @enum {string} */
                kind: "when" | "how_many";
                /** @description Days */
                horizon: number;
                /** @description Of when; as many as the history did in the days of the horizon */
                items: number | null;
                bounds: components["schemas"]["ForecastPercentile"][];
                /** @description What came: a day, or a number of items; null: not done, and all bounds have passed */
                outcome: string | number | null;
            }[];
        };
        ForecastBackTestScore: {
            /** @enum {string} */
            kind: "when" | "how_many";
            /** @description Days */
            horizon: number;
            state: components["schemas"]["NumberState"];
            /** @description Forecasts that were tested */
            n: number;
            /** @description Of those, the most that share no day with one another */
            independent: number;
            levels: {
                confidence: number;
                held: number;
                n: number;
                share: number | null;
            }[];
            /** @description Mean of outcome less median, relative to the median; above 0: more was done than foretold, or it took longer */
            bias: number | null;
            /** @description Mean pinball loss over the levels, in items or in days */
            pinball: number | null;
        };
        BuildReport: {
            state: components["schemas"]["NumberState"];
            success: components["schemas"]["RatioMetric"];
            duration: components["schemas"]["DurationMetric"];
            queue: components["schemas"]["DurationMetric"];
            weeks: {
                week: string;
                runs: number | null;
                successRate: number | null;
                durationMedian: number | null;
            }[];
            /** @description At most 50, those that fail most first */
            pipelines: {
                pipeline: string;
                entityRef: string;
                entityTitle: string;
                runs: number;
                successRate: number | null;
                durationMedian: number | null;
                lastRunAt: string | null;
                lastResult: string | null;
                url: string | null;
            }[];
        };
        FlowQuality: {
            /** @enum {string} */
            state: "good" | "doubtful" | "unknown";
            checks: {
                /** @enum {string} */
                id: "items-with-start" | "items-with-category" | "items-with-states" | "clocks" | "collection";
                share: number | null;
                numerator: number;
                denominator: number;
                threshold: number;
                passed: boolean | null;
            }[];
        };
        FlowMember: {
            entityRef: string;
            title: string;
            kind: string;
            type: string | null;
            tier: string | null;
            lifecycle: string | null;
            ownerRef: string | null;
            systemRef: string | null;
            state: components["schemas"]["NumberState"];
            cycleTimeMedian: number | null;
            cycleTimeN: number;
            throughput: number | null;
            wip: number | null;
            oldestAge: number | null;
            blocked: number | null;
            weeklyCompleted: (number | null)[];
        };
        FlowFleetPage: {
            items: components["schemas"]["FlowMember"][];
            totalItems: number;
            nextCursor: string | null;
            window: components["schemas"]["Window"];
            weeks: string[];
        };
        NextStepOfFlow: {
            /** @enum {string} */
            id: "connect-tracker" | "report-start" | "classify-items" | "aged-items" | "blocked-items" | "wip-growing" | "builds-failing";
            entityRef: string | null;
            values: {
                [key: string]: string | number | null;
            };
        };
        WorkItem: {
            entityRef: string;
            entityTitle: string;
            source: string;
            id: string;
            title: string | null;
            url: string | null;
            category: components["schemas"]["FlowCategory"];
            severity: string | null;
            foundIn: string | null;
            state: string;
            createdAt: string | null;
            startedAt: string | null;
            completedAt: string | null;
            cancelledAt: string | null;
            committedPeriod: string | null;
            cycleSeconds: number | null;
            ageSeconds: number | null;
            blockedSeconds: number | null;
            reopened: number;
            exclusion: string | null;
            recordedAt: string;
        };
        WorkItemPage: {
            items: components["schemas"]["WorkItem"][];
            totalItems: number;
            nextCursor: string | null;
        };
        FlowExplanation: {
            metric: components["schemas"]["FlowMetricId"];
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
            figures: {
                label: string;
                value: number | null;
                unit: string;
            }[];
            excluded: {
                reason: string;
                unit: string;
                count: number;
            }[];
        };
        /** @enum {string} */
        AcceptanceSubject: "check" | "debt" | "finding" | "slo_correction" | "slo_policy" | "gate" | "control" | "risk" | "hand_over";
        /**
         * @description lapsed: nobody decided in time
         * @enum {string}
         */
        AcceptanceState: "requested" | "approved" | "denied" | "withdrawn" | "lapsed" | "revoked" | "expired";
        /** @enum {string} */
        RiskLevel: "low" | "medium" | "high" | "critical";
        Approver: {
            ref: string;
            title: string;
            exists: boolean;
            /** @description The decision right that names it; null: the rule that holds without one */
            rightId: string | null;
        };
        AcceptanceApproval: {
            by: string;
            at: string;
            /** @enum {string} */
            verdict: "approved" | "denied";
            /** @description The approver for whom the person decided */
            asRef: string | null;
            note: string | null;
        };
        AcceptanceEvent: {
            at: string;
            /** @enum {string} */
            kind: "requested" | "approved" | "denied" | "withdrawn" | "lapsed" | "revoked" | "expired";
            by: string | null;
            note: string | null;
            /** @description Who could decide at that time; null where nobody was asked */
            approverRefs: string[] | null;
            approvalsNeeded: number | null;
        };
        AcceptanceEntity: {
            ref: string;
            title: string;
            ownerRef: string | null;
        };
        Acceptance: {
            id: string;
            subject: components["schemas"]["AcceptanceSubject"];
            /** @description What of the entities it is about, such as the id of a check */
            subjectRef: string | null;
            title: string;
            entities: components["schemas"]["AcceptanceEntity"][];
            riskLevel: components["schemas"]["RiskLevel"];
            reason: string;
            compensatingControl: string | null;
            requestedBy: string;
            requestedAt: string;
            /** @description ISO day; nobody decided until its end: lapsed */
            decideBy: string;
            approvers: components["schemas"]["Approver"][];
            approvalsNeeded: number;
            approvals: components["schemas"]["AcceptanceApproval"][];
            /** @description ISO day after which it no longer holds; null for what does not end, such as a hand-over */
            expiresOn: string | null;
            /** @description That its risk level allows */
            maximumDays: number | null;
            state: components["schemas"]["AcceptanceState"];
            details: {
                [key: string]: string | number | null;
            };
            history: components["schemas"]["AcceptanceEvent"][];
            mayDecide: boolean;
            mayWithdraw: boolean;
            mayRevoke: boolean;
        };
        AcceptancePage: {
            items: components["schemas"]["Acceptance"][];
            totalItems: number;
            nextCursor: string | null;
        };
        NewAcceptance: {
            /**
             * @description A hand-over is asked for at its entity
             * @enum {string}
             */
            subject: "check" | "debt" | "finding" | "slo_correction" | "slo_policy" | "gate" | "control" | "risk";
            subjectRef?: string;
            title: string;
            entityRefs: string[];
            riskLevel: components["schemas"]["RiskLevel"];
            reason: string;
            compensatingControl?: string;
            /** @description Default: as late as the risk level allows */
            expiresOn?: string;
        };
        AcceptanceVerdict: {
            /** @description Needed where it is denied or revoked */
            note?: string;
        };
        /** @enum {string} */
        CampaignStatus: "draft" | "scheduled" | "in_progress" | "delayed" | "ended" | "archived";
        /** @description The checks, or all checks of the levels, that are to be met */
        CampaignEmphasis: {
            checks?: string[];
            levels?: string[];
        };
        /** @description Of what it is asked; empty: of all that the scorecard is asked of. Values of one list are alternatives; lists are combined by AND. */
        CampaignScope: {
            ownerRefs?: string[];
            systemRefs?: string[];
            domainRefs?: string[];
            tiers?: string[];
            lifecycles?: string[];
        };
        NewCampaign: {
            title: string;
            description?: string;
            ownerRef: string;
            scorecardRef: string;
            emphasis: components["schemas"]["CampaignEmphasis"];
            scope?: components["schemas"]["CampaignScope"];
            isDraft?: boolean;
            startsOn: string;
            targetOn: string;
            /** @description How often owners of what is open hear of it in their digest; 0: never */
            remindEveryDays?: number;
        };
        CampaignEdit: {
            title: string;
            description?: string;
            ownerRef: string;
            scorecardRef: string;
            emphasis: components["schemas"]["CampaignEmphasis"];
            scope?: components["schemas"]["CampaignScope"];
            isDraft?: boolean;
            startsOn: string;
            targetOn: string;
            /** @description How often owners of what is open hear of it in their digest; 0: never */
            remindEveryDays?: number;
            /** @description That was read */
            revision: number;
        };
        CampaignNote: {
            revision: number;
            note: string;
        };
        CampaignProgress: {
            /** @description Pairs of entity and check that it asks for, as far as the caller may see */
            total: number;
            met: number;
            open: number;
            exempt: number;
            /** @description Not reported or in error, with nothing found before */
            unknown: number;
            /** @description Met or exempt, of those that are known; null: none is */
            share: number | null;
            entities: number;
            entitiesDone: number;
        };
        Campaign: {
            id: string;
            title: string;
            description: string | null;
            ownerRef: string;
            ownerTitle: string;
            scorecardRef: string;
            scorecardTitle: string;
            emphasis: components["schemas"]["CampaignEmphasis"];
            scope: components["schemas"]["CampaignScope"];
            status: components["schemas"]["CampaignStatus"];
            startsOn: string;
            targetOn: string;
            remindEveryDays: number;
            endedAt: string | null;
            endedNote: string | null;
            archivedAt: string | null;
            progress: components["schemas"]["CampaignProgress"];
            checks: components["schemas"]["MatrixCheck"][];
            revision: number;
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            mayEdit: boolean;
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            totalItems: number;
            nextCursor: string | null;
            mayCreate: boolean;
        };
        BurnDownDay: {
            day: string;
            open: number | null;
            exempt: number | null;
            ideal: number | null;
        };
        CampaignBurnDown: {
            points: components["schemas"]["BurnDownDay"][];
            /** @description Day on which nothing would be open at the pace of the last four weeks; null: not at this pace, or not known */
            projectedOn: string | null;
        };
        CampaignItem: {
            entityRef: string;
            title: string;
            ownerRef: string | null;
            ownerTitle: string | null;
            tier: string | null;
            open: number;
            checks: components["schemas"]["CampaignItemCheck"][];
        };
        CampaignItemCheck: {
            checkId: string;
            name: string;
            state: components["schemas"]["VerdictState"];
            /** @enum {string} */
            standing: "open" | "met" | "exempt" | "unknown";
            since: string | null;
            message: string | null;
        };
        CampaignItemPage: {
            items: components["schemas"]["CampaignItem"][];
            totalItems: number;
            nextCursor: string | null;
        };
        CampaignReportRow: {
            ref: string | null;
            title: string;
            start: components["schemas"]["CampaignProgress"];
            end: components["schemas"]["CampaignProgress"];
        };
        CampaignReport: {
            campaign: components["schemas"]["Campaign"];
            from: string;
            to: string;
            /** @description Whether the campaign is over */
            isFinal: boolean;
            start: components["schemas"]["CampaignProgress"];
            end: components["schemas"]["CampaignProgress"];
            teams: components["schemas"]["CampaignReportRow"][];
            checks: components["schemas"]["CampaignReportRow"][];
        };
        NewCheckExemption: {
            scorecard: string;
            check: string;
            reason: string;
            riskLevel: components["schemas"]["RiskLevel"];
            compensatingControl?: string;
            expiresOn?: string;
        };
        AttestationKind: {
            name: string;
            title: string;
            description: string | null;
            maximumDays: number;
        };
        Attestation: {
            id: string;
            name: string;
            title: string;
            holds: boolean;
            comment: string;
            attestedBy: string;
            attestedAt: string;
            expiresOn: string;
            isExpired: boolean;
        };
        AttestationList: {
            /** @description The last of each kind */
            items: components["schemas"]["Attestation"][];
            /** @description What may be vouched for */
            kinds: components["schemas"]["AttestationKind"][];
            mayAttest: boolean;
        };
        NewAttestation: {
            name: string;
            holds: boolean;
            comment: string;
            expiresOn?: string;
        };
        NewDebtAcceptance: {
            reason: string;
            riskLevel: components["schemas"]["RiskLevel"];
            compensatingControl?: string;
            /** @description Last ISO day; debt is never accepted for good */
            expiresOn: string;
        };
        /** @description An acceptance of the item that holds or is asked for */
        DebtItemAcceptance: {
            acceptanceId: string;
            /**
             * @description `approved`: it holds; `requested`: nobody has decided yet
             * @enum {string}
             */
            state: "requested" | "approved";
            riskLevel: components["schemas"]["RiskLevel"];
            reason: string;
            requestedBy: string;
            requestedAt: string;
            /** @description Null: nobody yet, or the organisation, where fewer have to agree than before */
            approvedBy: string | null;
            /** @description Last ISO day */
            expiresOn: string;
        };
        DebtLinkAnswer: {
            type: components["schemas"]["DebtLinkTypeName"];
            ref: string;
            /** @description How it was called by whoever linked it, or else how it calls itself; null: by its ref */
            title: string | null;
            /**
             * @description `external`: an address that is not ours; `resolved`: it is there, and the caller may see it; `unresolved`: it is not there, or the caller may not see it; absent: it was not looked up
             * @enum {string}
             */
            state?: "external" | "resolved" | "unresolved";
            /** @description Where it is in the portal, as its pages usually are; null: nowhere, or the caller may not see it */
            path?: string | null;
        };
        DebtCapacity: {
            /** @description Null: all that the caller may see */
            scope: {
                ref: string;
                title: string;
            } | null;
            window: components["schemas"]["Window"];
            /** @enum {string} */
            ownership: "now" | "then";
            /**
             * @description What amounts are counted in: completed items, seconds in which they were active, or days of engineers
             * @enum {string}
             */
            unit: "items" | "active_time" | "engineer_days";
            /**
             * @description Why nothing is known of the window: the subject flow is switched off, nothing was completed, or none of what was completed has a category; null: it is known
             * @enum {string|null}
             */
            noDataBecause: "flow_off" | "nothing_completed" | "nothing_classified" | null;
            /** @description The agreement in force on the last day of the window; null: nobody agreed on anything */
            agreement: {
                /** @description Whose agreement it is: of the scope itself, or of the nearest one above it; `org` is the organisation's */
                scopeRef: string;
                from: string;
                note: string | null;
                exception: {
                    from: string;
                    to: string;
                    reason: string;
                } | null;
            } | null;
            current: components["schemas"]["DebtCapacitySpan"];
            /** @description The window before, of the same length, by what was agreed then */
            previous: components["schemas"]["DebtCapacitySpan"];
        };
        /** @description Amounts are in the unit; shares are from 0 to 1 */
        DebtCapacitySpan: {
            from: string;
            to: string;
            /**
             * @description `thin`: too little was completed to grade it; `unclassified`: more than a fifth of it has no category, so that it is shown and not graded
             * @enum {string}
             */
            state: "ok" | "thin" | "no_data" | "unclassified";
            /**
             * @description Where the agreed share comes from: an agreement, an exception from one, or what the definition proposes where nobody agreed on anything (`default`). `none`: what is in force asks nothing for debt
             * @enum {string}
             */
            basis: "agreed" | "exception" | "default" | "none";
            /** @description Of the capacity; null: nothing is asked for debt */
            agreedShare: number | null;
            /** @description Of what is classified; null: nothing is */
            spentShare: number | null;
            /** @description Spent less agreed */
            delta: number | null;
            /** @description What went to debt */
            spent: number | null;
            /** @description What the agreed share comes to of all that is classified */
            agreed: number | null;
            /** @description What was completed and has a category */
            classified: number | null;
            /** @description Each number that is known, with the figures that it is made of */
            explanation: {
                /** @enum {string} */
                number: "spentShare" | "agreedShare" | "delta" | "unclassifiedShare";
                numerator: number | null;
                denominator: number | null;
                formula: string;
            }[];
        };
        DebtPlaces: {
            /** @enum {string} */
            by: "owner" | "system" | "domain";
            /** @description The day of the organisation on which this is owed */
            day: string;
            /** @description All that is owed of what is selected, each item once. Places do not add up to it: an item counts in each of its places */
            owed: components["schemas"]["DebtAmountAnswer"];
            /** @description Those with most items first, at most 50 */
            places: components["schemas"]["DebtPlace"][];
            /** @description How many more there are */
            omittedPlaces: number;
        };
        DebtPlace: components["schemas"]["DebtAmountAnswer"] & {
            /** @description Null: what the caller may not see, or nothing */
            ref: string | null;
            title: string | null;
        };
        DebtScanOutcome: {
            /**
             * @description unmapped: it is kept, and shown once the catalog has the entity
             * @enum {string}
             */
            status: "accepted" | "unmapped";
            /** @description Why it is unmapped */
            reason?: string;
            /** @description Findings that are suggested as debt */
            suggested: number;
            /** @description Findings beyond the bound of what is suggested */
            leftOut: number;
            /** @description Results that somebody suppressed */
            suppressed: number;
            /** @description Results that say that nothing is wrong */
            passed: number;
            /** @description Results beyond the bound of what is read */
            unread: number;
            /** @description Whether all there is was read; else what was found before and is not in it any more stays */
            isComplete: boolean;
            /** @description What is wrong with parts of it, which are left out */
            problems: components["schemas"]["DebtScanProblem"][];
        };
        DebtScanProblem: {
            /** @description Where it stands, such as runs[0].results[3].level */
            path: string;
            message: string;
        };
        /** @enum {string} */
        EscalationKind: "incident" | "roadmap" | "risk";
        /** @enum {string} */
        DecisionMode: "independently" | "with_peers" | "executive_approval";
        /** @enum {string} */
        DecisionStatus: "proposed" | "accepted" | "superseded" | "rejected";
        AppliedRight: {
            id: string;
            title: string;
            /** @description The catalog entity that says it */
            documentRef: string;
            /** @description What it is about, such as acceptance:check, hand_over, architecture */
            decides: string[];
            mode: components["schemas"]["DecisionMode"];
            /** @description Empty: all */
            riskLevels: components["schemas"]["RiskLevel"][];
            deciders: components["schemas"]["Approver"][];
            peers: components["schemas"]["Approver"][];
            executives: components["schemas"]["Approver"][];
            /** @description The ref of the group, system or domain that it is attached to */
            appliesBecause: string;
        };
        AppliedRights: {
            items: components["schemas"]["AppliedRight"][];
            forums: components["schemas"]["DecisionForum"][];
            /** @description Decisions about the entity that the caller may see */
            decisions: number;
        };
        EscalationTarget: {
            ref: string | null;
            title: string;
            exists: boolean;
            contacts: components["schemas"]["OwnershipContact"][];
        };
        EscalationStep: {
            level: number;
            afterSeconds: number | null;
            targets: components["schemas"]["EscalationTarget"][];
            via: string | null;
        };
        Escalation: {
            entityRef: string;
            about: components["schemas"]["EscalationKind"];
            severity: string | null;
            /**
             * @description owner_chain: nobody wrote a path, so it goes up the groups from the owner
             * @enum {string}
             */
            source: "document" | "team_api" | "annotation" | "owner_chain" | "none";
            documentRef: string | null;
            attachedTo: string | null;
            steps: components["schemas"]["EscalationStep"][];
            url: string | null;
            asOf: string | null;
        };
        DecisionForum: {
            ref: string;
            title: string;
            purpose: string | null;
            cadence: string | null;
            members: components["schemas"]["Approver"][];
            chair: components["schemas"]["Approver"] | null;
            scopeRefs: string[];
            decides: string[];
            url: string | null;
        };
        DecisionForumPage: {
            items: components["schemas"]["DecisionForum"][];
            totalItems: number;
            nextCursor: string | null;
        };
        DecisionLink: {
            label: string;
            url: string;
        };
        NewDecision: {
            title: string;
            context: string;
            decision: string;
            entityRefs: string[];
            ownerRef: string;
            decidedOn: string;
            reviewOn?: string | null;
            status?: components["schemas"]["DecisionStatus"];
            supersedes?: string | null;
            links?: components["schemas"]["DecisionLink"][];
        };
        ChangedDecision: {
            title: string;
            context: string;
            decision: string;
            entityRefs: string[];
            ownerRef: string;
            decidedOn: string;
            reviewOn?: string | null;
            status?: components["schemas"]["DecisionStatus"];
            supersedes?: string | null;
            links?: components["schemas"]["DecisionLink"][];
            version: number;
        };
        Decision: {
            id: string;
            title: string;
            context: string;
            decision: string;
            entities: components["schemas"]["AcceptanceEntity"][];
            /** @description Null: somebody whom the caller may not see */
            ownerRef: string | null;
            ownerTitle: string | null;
            decidedOn: string;
            reviewOn: string | null;
            reviewOverdue: boolean;
            status: components["schemas"]["DecisionStatus"];
            supersedes: string | null;
            supersededBy: string | null;
            links: components["schemas"]["DecisionLink"][];
            createdBy: string;
            createdAt: string;
            updatedBy: string | null;
            updatedAt: string | null;
            version: number;
            /** @description Earlier ones, newest first; empty in lists */
            versions: components["schemas"]["DecisionVersion"][];
            mayChange: boolean;
        };
        DecisionVersion: {
            version: number;
            at: string;
            by: string;
            title: string;
            decision: string;
            status: components["schemas"]["DecisionStatus"];
        };
        DecisionPage: {
            items: components["schemas"]["Decision"][];
            totalItems: number;
            nextCursor: string | null;
        };
        /**
         * @description The rungs of the ladder, from the lowest
         * @enum {string}
         */
        OwnershipRungId: "owner_set" | "owner_resolves" | "owner_is_group" | "has_members" | "has_contact" | "has_escalation" | "reviewed";
        /** @enum {string} */
        OwnershipGap: "unowned" | "dangling_owner" | "owner_is_user" | "empty_team" | "single_member_team" | "owner_without_contact" | "owner_without_escalation" | "review_overdue";
        OwnershipRung: {
            id: components["schemas"]["OwnershipRungId"];
            /**
             * @description blocked: a lower rung is missing, so that this one cannot be asked for; unknown: what it rests on could not be read
             * @enum {string}
             */
            state: "reached" | "missing" | "blocked" | "unknown";
            /** @description What is missing */
            gap: components["schemas"]["OwnershipGap"] | null;
            /** @description The evidence */
            values: {
                [key: string]: string | number | null;
            };
        };
        OwnershipLadder: {
            definition: components["schemas"]["Definition"];
            rungs: components["schemas"]["OwnershipRung"][];
            /** @description Rungs reached without a gap below them */
            reached: number;
            gaps: components["schemas"]["OwnershipGap"][];
            assessedAt: string;
        };
        OwnerBrief: {
            ref: string;
            title: string;
            /** @description False where the catalog has none of this name that the caller may see; of the first owner it says what the ladder does */
            exists: boolean;
            primary: boolean;
        };
        ChainLink: {
            ref: string;
            title: string;
            type: string | null;
        };
        OwnershipContact: {
            /** @enum {string} */
            type: "email" | "chat" | "phone" | "link" | "page";
            label: string;
            value: string;
            url: string | null;
            /** @enum {string} */
            source: "team_api" | "profile" | "link" | "annotation";
        };
        /** @description Who is on call. unavailable: the provider did not answer; what is told is what it said last */
        OnCall: {
            provider: string;
            /** @enum {string} */
            state: "known" | "nobody" | "unavailable" | "not_set_up";
            entries: components["schemas"]["OnCallEntry"][];
            asOf: string | null;
            url: string | null;
        };
        OnCallEntry: {
            level: number;
            label: string;
            userRef: string | null;
            until: string | null;
        };
        TeamInteraction: {
            teamRef: string;
            teamTitle: string;
            /** @enum {string} */
            mode: "collaboration" | "x-as-a-service" | "facilitating";
            purpose: string | null;
            since: string | null;
            expectedEnd: string | null;
            overdue: boolean;
        };
        TeamProfile: {
            ref: string;
            title: string;
            focus: string | null;
            /** @enum {string|null} */
            type: "stream-aligned" | "platform" | "enabling" | "complicated-subsystem" | null;
            members: number;
            channels: components["schemas"]["OwnershipContact"][];
            searchTerms: string[];
            services: components["schemas"]["TeamService"][];
            work: components["schemas"]["TeamWork"][];
            meetings: components["schemas"]["TeamMeeting"][];
            interactions: components["schemas"]["TeamInteraction"][];
            /** @description Where the Team API document was read */
            source: string | null;
        };
        TeamService: {
            name: string;
            url: string | null;
            versioning: string | null;
            entityRef: string | null;
        };
        TeamWork: {
            name: string;
            url: string | null;
        };
        TeamMeeting: {
            name: string;
            purpose: string | null;
            time: string | null;
            url: string | null;
        };
        /**
         * @description never: nobody has confirmed it since it is owned by this owner
         * @enum {string}
         */
        OwnershipReviewState: "verified" | "due" | "overdue" | "never";
        OwnershipReview: {
            entityRef: string;
            entityTitle: string;
            kind: string;
            tier: string | null;
            ownerRef: string | null;
            ownerTitle: string | null;
            state: components["schemas"]["OwnershipReviewState"];
            verifiedAt: string | null;
            verifiedBy: string | null;
            expiresAt: string | null;
            dueDay: string | null;
            /** @description A hand-over that waits for the receiving team */
            handOverId: string | null;
            mayReview: boolean;
        };
        OwnershipReviewPage: {
            items: components["schemas"]["OwnershipReview"][];
            totalItems: number;
            nextCursor: string | null;
        };
        OwnershipReviewEvent: {
            id: string;
            /** @enum {string} */
            kind: "confirmed" | "expired" | "hand_over_requested" | "hand_over_accepted" | "hand_over_denied" | "hand_over_withdrawn" | "owner_changed";
            at: string;
            by: string | null;
            ownerRef: string | null;
            toRef: string | null;
            note: string | null;
        };
        OwnershipReviewEventPage: {
            items: components["schemas"]["OwnershipReviewEvent"][];
            totalItems: number;
            nextCursor: string | null;
        };
        NewOwnershipReview: {
            note?: string;
        };
        NewHandOver: {
            /** @description The group that is to take it over */
            toRef: string;
            reason: string;
        };
        PastOwnership: {
            ownerRef: string | null;
            ownerTitle: string | null;
            /** @description Null: the beginning is not known */
            from: string | null;
            /** @description Null: owns it now */
            to: string | null;
        };
        CodeownersComparison: {
            /** @enum {string} */
            state: "agrees" | "differs" | "partly" | "not_resolved" | "no_file" | "unknown";
            /** @description The file */
            path: string | null;
            /** @description The folder of the entity in its repository */
            folder: string | null;
            owners: components["schemas"]["CodeownersOwner"][];
            rules: components["schemas"]["CodeownersRule"][];
            asOf: string | null;
        };
        CodeownersOwner: {
            /** @description As the file has it, such as @org/team. People are left out: of an address only its domain is told, and a handle without an organisation, which may be a person's, is @… */
            name: string;
            /** @description The group that it names */
            ref: string | null;
            title: string | null;
            isCatalogOwner: boolean;
        };
        CodeownersRule: {
            pattern: string;
            line: number;
            owners: string[];
        };
        OwnerSuggestion: {
            ownerRef: string;
            ownerTitle: string;
            commits: number;
            /** @description Of the commits of the window */
            share: number;
            /** @description Distinct people of the team; never who they are */
            contributors: number;
            /** @description A ready change of catalog-info.yaml */
            change: string;
        };
        OwnerSuggestions: {
            /** @enum {string} */
            state: "known" | "thin" | "none";
            items: components["schemas"]["OwnerSuggestion"][];
            /** @description Commits of people whose team is not known */
            unassignedShare: number | null;
            from: string | null;
            to: string | null;
            asOf: string | null;
        };
        OwnershipFreshness: {
            snapshotAt: string | null;
            assessedAt: string | null;
        };
        OwnershipSubject: {
            ref: string;
            kind: string;
            title: string;
            type: string | null;
            tier: string | null;
            tierSource: string | null;
            lifecycle: string | null;
        };
        OwnershipReport: {
            entity: components["schemas"]["OwnershipSubject"];
            freshness: components["schemas"]["OwnershipFreshness"];
            /** @description Null for what nobody is to own, such as a group */
            ladder: components["schemas"]["OwnershipLadder"] | null;
            owners: components["schemas"]["OwnerBrief"][];
            /** @description From the owner up to the head of the organisation */
            chain: components["schemas"]["ChainLink"][];
            contacts: components["schemas"]["OwnershipContact"][];
            onCall: components["schemas"]["OnCall"];
            /** @description Of the owner; of a group: its own */
            team: components["schemas"]["TeamProfile"] | null;
            review: components["schemas"]["OwnershipReview"] | null;
            history: components["schemas"]["PastOwnership"][];
            codeowners: components["schemas"]["CodeownersComparison"] | null;
            suggestions: components["schemas"]["OwnerSuggestions"] | null;
            gapDates: components["schemas"]["GapDate"][];
            /** @description Of a system, domain or group: everything in it */
            rollUp: components["schemas"]["OwnershipSummary"] | null;
            /** @description Of a group */
            load: components["schemas"]["TeamLoad"] | null;
            nextSteps: components["schemas"]["OwnershipNextStep"][];
        };
        OwnershipNextStep: {
            /** @enum {string} */
            id: "set_owner" | "correct_owner" | "own_by_group" | "add_members" | "add_contact" | "add_escalation" | "review" | "hand_over_open" | "team_type" | "overdue_interaction" | "close_gaps";
            entityRef: string | null;
            values: {
                [key: string]: string | number | null;
            };
        };
        OwnershipCoverage: {
            /** @description Entities that are to be owned and that the caller may see */
            entities: number;
            /** @description Of them, those that reach every rung */
            full: number;
            /** @description full / entities; null without entities */
            share: number | null;
            /** @description The same with each entity counted by the weight of its tier */
            weightedShare: number | null;
            state: components["schemas"]["NumberState"];
        };
        RungCoverage: {
            rung: components["schemas"]["OwnershipRungId"];
            reached: number;
            entities: number;
            share: number | null;
            weightedShare: number | null;
        };
        GapCount: {
            gap: components["schemas"]["OwnershipGap"];
            entities: number;
        };
        TierCoverage: {
            tier: string | null;
            weight: number;
            coverage: components["schemas"]["OwnershipCoverage"];
        };
        CoveragePoint: {
            day: string;
            entities: number;
            full: number;
            share: number | null;
            weightedShare: number | null;
            /** @description Entities that reach each rung, from the lowest */
            rungs: number[];
            definitionChanged: boolean;
        };
        OwnershipSummary: {
            scope: components["schemas"]["Scope"];
            window: components["schemas"]["Window"];
            definition: components["schemas"]["Definition"];
            coverage: components["schemas"]["OwnershipCoverage"];
            rungs: components["schemas"]["RungCoverage"][];
            gaps: components["schemas"]["GapCount"][];
            tiers: components["schemas"]["TierCoverage"][];
            trend: components["schemas"]["CoveragePoint"][];
            /** @description Of the share against the beginning of the window, in points */
            change: number | null;
            freshness: components["schemas"]["OwnershipFreshness"];
        };
        OwnershipExplanation: {
            scope: components["schemas"]["Scope"];
            definition: components["schemas"]["Definition"];
            freshness: components["schemas"]["OwnershipFreshness"];
            state: components["schemas"]["NumberState"];
            n: number;
            figures: components["schemas"]["OwnershipFigure"][];
            weights: components["schemas"]["TierWeight"][];
            excluded: components["schemas"]["OwnershipExclusion"][];
        };
        OwnershipFigure: {
            /**
             * @description In the order in which the formula takes them: share = full / entities, weighted-share = full-weight / weight
             * @enum {string}
             */
            label: "full" | "entities" | "share" | "full-weight" | "weight" | "weighted-share";
            value: number | null;
        };
        TierWeight: {
            tier: string | null;
            weight: number;
            entities: number;
            full: number;
        };
        OwnershipExclusion: {
            /** @enum {string} */
            reason: "kind_not_owned" | "lifecycle_left_out";
            count: number;
        };
        OwnershipRow: {
            ref: string;
            kind: string;
            title: string;
            type: string | null;
            tier: string | null;
            lifecycle: string | null;
            systemRef: string | null;
            ownerRef: string | null;
            ownerTitle: string | null;
            reached: number;
            rungs: number;
            gaps: components["schemas"]["OwnershipGap"][];
            /** @description The earliest day by which a gap is to be closed */
            dueDay: string | null;
            overdue: boolean;
            gapDates: components["schemas"]["GapDate"][];
            reviewState: components["schemas"]["OwnershipReviewState"] | null;
            verifiedAt: string | null;
        };
        OwnershipPage: {
            items: components["schemas"]["OwnershipRow"][];
            totalItems: number;
            nextCursor: string | null;
        };
        NewGapDate: {
            gap: components["schemas"]["OwnershipGap"];
            dueDay: string;
            note?: string;
        };
        GapDate: {
            entityRef: string;
            gap: components["schemas"]["OwnershipGap"];
            dueDay: string;
            note: string | null;
            setBy: string;
            setAt: string;
            overdue: boolean;
        };
        TeamLoad: {
            /** @description Entities owned directly */
            entities: number;
            /** @description Each by the weight of its tier */
            weighted: number;
            /** @description Null where the caller may not see them */
            members: number | null;
            onCall: boolean | null;
            /** @description Null where DORA is off or may not be read */
            openIncidents: number | null;
            /** @description Of the last 30 days */
            deployments: number | null;
            interactions: number;
        };
        MapNode: {
            ref: string;
            kind: string;
            title: string;
            type: string | null;
            tier: string | null;
            parentRef: string | null;
            /** @description Directly below, shown or not */
            children: number;
            /** @description Directly below and not shown */
            more: number;
            /** @description Entities to be owned, in it and below, each once */
            entities: number;
            /** @description Of them, those that reach every rung */
            full: number | null;
            /** @description Rungs, of an entity */
            reached: number | null;
            gaps: components["schemas"]["OwnershipGap"][];
            load: components["schemas"]["TeamLoad"] | null;
        };
        MapEdge: {
            from: string;
            to: string;
            /** @enum {string} */
            kind: "parent" | "owns" | "part_of" | "interaction";
            interaction: components["schemas"]["TeamInteraction"] | null;
        };
        OwnershipMap: {
            /** @enum {string} */
            view: "organisation" | "interactions" | "domains";
            rootRef: string | null;
            /** @description From the top to the root */
            path: components["schemas"]["ChainLink"][];
            nodes: components["schemas"]["MapNode"][];
            edges: components["schemas"]["MapEdge"][];
            shown: number;
            /** @description Nodes that there are in the part, shown or not */
            total: number;
            freshness: components["schemas"]["OwnershipFreshness"];
        };
        MapSearchResult: {
            items: components["schemas"]["MapSearchHit"][];
            totalItems: number;
        };
        MapSearchHit: {
            ref: string;
            kind: string;
            title: string;
            path: components["schemas"]["ChainLink"][];
        };
        PlanChange: {
            /** @enum {string} */
            type: "merge_teams" | "dissolve_team" | "move_systems" | "people_leave";
            /** @description merge_teams: those that end; dissolve_team, people_leave: the team; at most 200 in all changes together */
            teamRefs?: string[];
            /** @description merge_teams, move_systems: who takes over */
            toRef?: string;
            /** @description move_systems: systems, or single entities */
            entityRefs?: string[];
            /** @description people_leave: how many; never who */
            people?: number;
        };
        WhatIfRequest: {
            changes: components["schemas"]["PlanChange"][];
        };
        WhatIfEntity: {
            ref: string;
            title: string;
            kind: string;
            tier: string | null;
            ownerBefore: string | null;
            ownerAfter: string | null;
            reachedBefore: number;
            reachedAfter: number;
            newGaps: components["schemas"]["OwnershipGap"][];
            closedGaps: components["schemas"]["OwnershipGap"][];
        };
        WhatIfTeam: {
            ref: string;
            title: string;
            ends: boolean;
            before: components["schemas"]["TeamLoad"];
            after: components["schemas"]["TeamLoad"] | null;
            perMemberBefore: number | null;
            perMemberAfter: number | null;
        };
        WhatIfAnswer: {
            before: components["schemas"]["OwnershipCoverage"];
            after: components["schemas"]["OwnershipCoverage"];
            gaps: {
                gap: components["schemas"]["OwnershipGap"];
                before: number;
                after: number;
            }[];
            /** @description Those whose owner or ladder differs, the most important first; at most 200 */
            entities: components["schemas"]["WhatIfEntity"][];
            moreEntities: number;
            teams: components["schemas"]["WhatIfTeam"][];
            warnings: {
                /** @enum {string} */
                id: "only_visible" | "interactions_end" | "children_without_parent" | "decision_rights_end" | "escalation_ends";
                values: {
                    [key: string]: string | number | null;
                };
            }[];
            asOf: string | null;
        };
        NewOwnershipPlan: {
            name: string;
            changes: components["schemas"]["PlanChange"][];
            /** @description People who may read it beside whoever saves it */
            readerRefs: string[];
            /** @description Default: in 90 days; at most 365 */
            expiresOn?: string;
        };
        ChangedOwnershipPlan: {
            name: string;
            changes: components["schemas"]["PlanChange"][];
            readerRefs: string[];
            expiresOn: string;
            /** @description The version that was changed */
            version: number;
        };
        OwnershipPlan: {
            id: string;
            name: string;
            changes: components["schemas"]["PlanChange"][];
            readerRefs: string[];
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            expiresOn: string;
            version: number;
            mayChange: boolean;
            /** @description Null in lists, and where there is a problem */
            answer: components["schemas"]["WhatIfAnswer"] | null;
            /** @description Why the plan has no answer: what it names is not there any more, or the caller may not see it */
            problem: string | null;
        };
        OwnershipPlanPage: {
            items: components["schemas"]["OwnershipPlan"][];
            totalItems: number;
            nextCursor: string | null;
        };
        SuccessionRow: {
            ref: string;
            kind: string;
            title: string;
            tier: string | null;
            ownerRef: string | null;
            ownerTitle: string | null;
            /** @description Entities with known activity */
            entities: number;
            /** @description Of them, those with one contributor in the window */
            knowledgeOnOne: number;
            /** @description One person is all that is on call; null where that is not known */
            onCallOnOne: boolean | null;
            asOf: string | null;
        };
        SuccessionPage: {
            /** @description Of how many systems, and components in no system, it is known at all */
            coverage: {
                systems: number;
                withKnowledge: number;
                withOnCall: number;
            };
            items: components["schemas"]["SuccessionRow"][];
            totalItems: number;
            nextCursor: string | null;
        };
        /** @enum {string} */
        FactType: "boolean" | "integer" | "number" | "string" | "datetime" | "set";
        /** @description The `spec` of a document of kind Scorecard; what is wrong with it is told field by field */
        ScorecardSpec: {
            [key: string]: unknown;
        };
        FactDescription: {
            name: string;
            type: components["schemas"]["FactType"];
            unit: string | null;
            description: string;
        };
        FactProviderView: {
            id: string;
            title: string;
            /** @description Null: it is told, not asked */
            cadenceSeconds: number | null;
            freshnessSeconds: number;
            /**
             * @description Failed: the last run did, whatever is still believed
             * @enum {string}
             */
            state: "fresh" | "stale" | "failed" | "never";
            reportedAt: string | null;
            nextAt: string | null;
            /** @description Entities of which its last run that went well told anything; as error, for those who may read the health of the engine */
            entities: number | null;
            /** @description Entities of which that run could not tell; as error, for those who may read the health of the engine */
            problems: number | null;
            /** @description For those who may read the health of the engine; null for everyone else */
            error: string | null;
            facts: components["schemas"]["FactDescription"][];
        };
        FactProviderList: {
            items: components["schemas"]["FactProviderView"][];
        };
        ScorecardListItem: {
            scorecard: components["schemas"]["ScorecardView"];
            checks: number;
            /** @description Of the draft that the caller may edit */
            draftId: string | null;
            mayEdit: boolean;
        };
        ScorecardList: {
            items: components["schemas"]["ScorecardListItem"][];
            mayCreate: boolean;
        };
        TextRange: {
            from: number;
            to: number;
        };
        ScorecardProblemView: {
            /** @description `checks[3].expression` */
            path: string;
            message: string;
            /** @description Within the text at the path; null: all of it */
            range: components["schemas"]["TextRange"] | null;
        };
        ScorecardText: {
            name: string;
            spec: components["schemas"]["ScorecardSpec"];
        };
        ScorecardCheckAnswer: {
            problems: components["schemas"]["ScorecardProblemView"][];
        };
        ScorecardPreviewRequest: {
            name: string;
            spec: components["schemas"]["ScorecardSpec"];
            entityRefs?: string[];
        };
        ImpactCounts: {
            entities: number;
            up: number;
            down: number;
            same: number;
            joining: number;
            leaving: number;
        };
        TeamImpactView: {
            ownerRef: string | null;
            ownerTitle: string | null;
            counts: components["schemas"]["ImpactCounts"];
            lowestBefore: components["schemas"]["ScorecardLevelView"] | null;
            lowestAfter: components["schemas"]["ScorecardLevelView"] | null;
        };
        PreviewMove: {
            entityRef: string;
            title: string;
            ownerRef: string | null;
            levelBefore: components["schemas"]["ScorecardLevelView"] | null;
            levelAfter: components["schemas"]["ScorecardLevelView"] | null;
            /** @description Those that differ */
            checks: components["schemas"]["StateChangeView"][];
        };
        ScorecardPreview: {
            problems: components["schemas"]["ScorecardProblemView"][];
            counts: components["schemas"]["ImpactCounts"];
            teamsDown: number;
            teams: components["schemas"]["TeamImpactView"][];
            /** @description Teams that lose a level, by level */
            levelsLost: components["schemas"]["LevelLoss"][];
            /** @description The first hundred, those that fall first */
            moves: components["schemas"]["PreviewMove"][];
            /** @description Of the entities that were asked for and that the caller may see, in the order asked, as they would stand */
            samples: components["schemas"]["PreviewSample"][];
        };
        PreviewSample: {
            entityRef: string;
            title: string;
            standing: components["schemas"]["EntityScorecard"];
        };
        LevelLoss: {
            level: components["schemas"]["ScorecardLevelView"];
            teams: number;
        };
        ScorecardDetail: {
            scorecard: components["schemas"]["ScorecardView"];
            spec: components["schemas"]["ScorecardSpec"];
            problems: components["schemas"]["ScorecardProblemView"][];
            publishedBy: string | null;
            note: string | null;
            /** @description Where the document lies; null: it is written in the portal */
            source: string | null;
            draftId: string | null;
            /** @description Whether the caller may edit it in the portal */
            mayEdit: boolean;
            mayCopy: boolean;
        };
        DefinitionChange: {
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            /** @description `checks.has-owner.expression` */
            path: string;
            before: string | null;
            after: string | null;
        };
        ScorecardVersionView: {
            version: number;
            publishedAt: string;
            publishedBy: string | null;
            note: string | null;
            changes: components["schemas"]["DefinitionChange"][];
        };
        ScorecardVersionPage: {
            items: components["schemas"]["ScorecardVersionView"][];
            nextCursor: string | null;
        };
        ScorecardDocument: {
            /** @description Of the scorecard */
            name: string;
            yaml: string;
        };
        ScorecardDraft: {
            id: string;
            scorecardRef: string;
            name: string;
            spec: components["schemas"]["ScorecardSpec"];
            /** @description Version that it was begun from; null: a new scorecard */
            basedOn: number | null;
            /** @description Another version has been published since */
            isOutdated: boolean;
            revision: number;
            problems: components["schemas"]["ScorecardProblemView"][];
            /** @description Against what holds */
            changes: components["schemas"]["DefinitionChange"][];
            createdBy: string;
            createdAt: string;
            updatedBy: string;
            updatedAt: string;
            mayPublish: boolean;
        };
        ScorecardDraftList: {
            items: components["schemas"]["ScorecardDraft"][];
        };
        NewScorecardDraft: {
            name?: string;
            spec?: components["schemas"]["ScorecardSpec"];
            /** @description Ref of a scorecard; with a name: as a new scorecard */
            copyOf?: string;
        };
        ScorecardDraftChange: {
            spec: components["schemas"]["ScorecardSpec"];
            /** @description That was read; a draft that somebody else has saved since is not overwritten */
            revision: number;
        };
        ScorecardPublication: {
            revision: number;
            note: string;
        };
        ScorecardRetirement: {
            note: string;
        };
        /**
         * @description What was found for one entity and one check
         * @enum {string}
         */
        VerdictState: "failed" | "warning" | "passed" | "exempt" | "not_reported" | "error" | "not_applicable";
        /** @enum {string} */
        ScoreCause: "entity" | "rule" | "population" | "data" | "exemption";
        ScorecardLevelView: {
            name: string;
            /** @description 0 is the empty level */
            rank: number;
            color: string | null;
            description: string | null;
        };
        ScorecardView: {
            ref: string;
            title: string;
            description: string | null;
            ownerRef: string | null;
            ownerTitle: string | null;
            /** @enum {string} */
            origin: "catalog" | "portal";
            /** @enum {string} */
            scheme: "levels" | "points";
            version: number;
            publishedAt: string;
            countsToOverall: boolean;
            /** @description From the lowest; the empty level first */
            levels: components["schemas"]["ScorecardLevelView"][];
            /** @description Things wrong with its definition */
            problems: number;
        };
        VerdictCounts: {
            passed: number;
            failed: number;
            warning: number;
            not_applicable: number;
            not_reported: number;
            error: number;
            exempt: number;
        };
        VerdictSummary: {
            /** @description Of those that are judged, the share that passed, with a warning or without; null: none is judged */
            passing: number | null;
            judged: number;
            /** @description All but those that are not asked */
            applicable: number;
            /** @description Judged of applicable; null: nothing is asked */
            coverage: number | null;
            /** @description Exempt of applicable; null: nothing is asked */
            exempt: number | null;
            counts: components["schemas"]["VerdictCounts"];
            /** @description Thin where too few are judged to grade it */
            state: components["schemas"]["NumberState"];
        };
        FactEvidence: {
            /** @description Full name, as an expression writes it */
            fact: string;
            description: string;
            providerTitle: string;
            value: boolean | number | string | string[] | null;
            unit: string | null;
            /** @description Null: it was never told */
            reportedAt: string | null;
            /** @description Older than it is believed */
            isStale: boolean;
        };
        ScorecardLink: {
            title: string;
            url: string;
        };
        PendingVerdict: {
            state: components["schemas"]["VerdictState"];
            times: number;
            /** @description How many in a row it takes */
            of: number;
        };
        CheckExemption: {
            acceptanceId: string;
            /** @enum {string} */
            state: "requested" | "approved";
            reason: string;
            expiresOn: string | null;
        };
        EntityCheck: {
            checkId: string;
            name: string;
            description: string | null;
            category: string | null;
            level: string | null;
            weight: number;
            ownerRef: string | null;
            state: components["schemas"]["VerdictState"];
            /** @description Null: not evaluated yet */
            since: string | null;
            value: boolean | number | string | null;
            unit: string | null;
            /**
             * @description What was found last, while nothing can be found now
             * @enum {string|null}
             */
            standing: "passed" | "warning" | "failed" | null;
            pending: components["schemas"]["PendingVerdict"] | null;
            /** @description What is wrong, filled in */
            message: string | null;
            /** @description How to mend it, in Markdown, filled in */
            solution: string | null;
            links: components["schemas"]["ScorecardLink"][];
            /** @description Why it is no verdict of the entity: the fact that is missing, the error, or why it is not asked */
            detail: string | null;
            /** @description From when on it is asked, where that is to come */
            startsAt: string | null;
            evidence: components["schemas"]["FactEvidence"][];
            exemption: components["schemas"]["CheckExemption"] | null;
            /** @description Name of what people vouch for, where the check is about that */
            attestation: string | null;
            expression: string;
            filter: string | null;
        };
        MissingCheck: {
            checkId: string;
            name: string;
            /**
             * @description Missed: it fails; unknown: it is not reported yet
             * @enum {string}
             */
            bearing: "missed" | "unknown";
        };
        ScorecardPoints: {
            earned: number;
            known: number;
            possible: number;
            share: number | null;
        };
        RequiredLevel: {
            scorecardRef: string;
            title: string;
            level: string;
            isMet: boolean;
        };
        EntityScorecard: {
            scorecard: components["schemas"]["ScorecardView"];
            /** @description Whether anything is asked of the entity */
            isAsked: boolean;
            /** @description Null: nothing is asked of it */
            level: components["schemas"]["ScorecardLevelView"] | null;
            levelSince: string | null;
            /** @description Null: there is none above */
            next: components["schemas"]["ScorecardLevelView"] | null;
            /** @description What is missing for the next level */
            missing: components["schemas"]["MissingCheck"][];
            /** @description Checks that count by what stood before their data went missing */
            held: string[];
            points: components["schemas"]["ScorecardPoints"] | null;
            requires: components["schemas"]["RequiredLevel"][];
            summary: components["schemas"]["VerdictSummary"];
            checks: components["schemas"]["EntityCheck"][];
        };
        ScoredScope: {
            ref: string;
            kind: string;
            title: string;
            ownerRef: string | null;
            ownerTitle: string | null;
            tier: string | null;
        };
        OverallLevel: {
            /** @description The scorecard that holds it back: the overall level is the weakest of those that count */
            scorecardRef: string;
            scorecardTitle: string;
            level: components["schemas"]["ScorecardLevelView"];
            next: components["schemas"]["ScorecardLevelView"] | null;
            /** @description That count */
            scorecards: number;
        };
        FixStep: {
            scorecardRef: string;
            scorecardTitle: string;
            checkId: string;
            name: string;
            level: string | null;
            state: components["schemas"]["VerdictState"];
            message: string | null;
            solution: string | null;
            links: components["schemas"]["ScorecardLink"][];
            /** @description Level that is reached with it alone; null: more is missing */
            unlocks: string | null;
        };
        EntityScorecards: {
            scope: components["schemas"]["ScoredScope"];
            overall: components["schemas"]["OverallLevel"] | null;
            scorecards: components["schemas"]["EntityScorecard"][];
            /** @description What to mend first */
            nextSteps: components["schemas"]["FixStep"][];
            /** @description Of a system, domain or group: all that is in it, each once; null for everything else */
            members: components["schemas"]["ScorecardSummary"] | null;
            /** @description Whether something is known that is not evaluated yet */
            waiting: boolean;
            /** @description When the last change was found; null: never evaluated */
            evaluatedAt: string | null;
            mayEvaluate: boolean;
            mayRequestExemption: boolean;
            mayAttest: boolean;
        };
        LevelCount: {
            level: components["schemas"]["ScorecardLevelView"];
            entities: number;
        };
        CheckTotals: {
            checkId: string;
            name: string;
            category: string | null;
            level: string | null;
            ownerRef: string | null;
            startsAt: string | null;
            summary: components["schemas"]["VerdictSummary"];
            /** @description So much is exempt from it that the check is in question */
            isBadStandard: boolean;
        };
        ScorecardTotals: {
            scorecard: components["schemas"]["ScorecardView"];
            /** @description That anything is asked of */
            entities: number;
            levels: components["schemas"]["LevelCount"][];
            summary: components["schemas"]["VerdictSummary"];
            /** @description Those that fail most first */
            checks: components["schemas"]["CheckTotals"][];
            /** @description Of the passing share in the last 90 days; null: not known */
            change: number | null;
        };
        HeldBack: {
            scorecardRef: string;
            scorecardTitle: string;
            /** @description Whose weakest level is on this scorecard */
            entities: number;
        };
        OverallTotals: {
            /** @description Of which a scorecard that counts asks something */
            entities: number;
            /** @description From the lowest, each entity once at the weakest of its levels. Levels that are as far up in their scorecards are one, with the names of all */
            levels: components["schemas"]["LevelCount"][];
            /** @description By scorecard, most entities first */
            heldBackBy: components["schemas"]["HeldBack"][];
            /** @description Of all checks of the scorecards that count */
            summary: components["schemas"]["VerdictSummary"];
        };
        ScorecardSummary: {
            /** @description Selected */
            entities: number;
            /** @description Of them, those that any scorecard asks something of */
            scored: number;
            /** @description Over all scorecards that count; null: none of them asks anything of what is selected */
            overall: components["schemas"]["OverallTotals"] | null;
            scorecards: components["schemas"]["ScorecardTotals"][];
            asOf: string | null;
        };
        StateChangeView: {
            checkId: string;
            name: string;
            before: components["schemas"]["VerdictState"] | null;
            after: components["schemas"]["VerdictState"] | null;
            cause: components["schemas"]["ScoreCause"];
        };
        ScorecardChange: {
            scorecardRef: string;
            scorecardTitle: string;
            version: number;
            changedAt: string;
            levelBefore: components["schemas"]["ScorecardLevelView"] | null;
            levelAfter: components["schemas"]["ScorecardLevelView"] | null;
            ownerRef: string | null;
            checks: components["schemas"]["StateChangeView"][];
        };
        ScorecardChangePage: {
            items: components["schemas"]["ScorecardChange"][];
            nextCursor: string | null;
        };
        ScorecardExplanation: {
            scorecard: components["schemas"]["ScorecardView"];
            check: components["schemas"]["EntityCheck"];
            /** @description Where the scorecard is written */
            definedIn: string | null;
            /** @description Version in which the check became what it is */
            checkVersion: number;
            /** @description Whether it is asked of the entity, by each filter */
            filterResults: components["schemas"]["FilterResult"][];
            warning: string | null;
            /** @description For how long its facts are believed; null: as their providers say */
            freshnessSeconds: number | null;
            confirmations: number;
            /** @enum {string} */
            whenNotReported: "wait" | "ignore" | "fail";
            /** @description The last ones */
            changes: components["schemas"]["StateChangeView"][];
        };
        FilterResult: {
            expression: string;
            /** @enum {string} */
            of: "scorecard" | "check";
            holds: boolean | null;
        };
        EntityFact: {
            name: string;
            type: components["schemas"]["FactType"];
            unit: string | null;
            description: string;
            value: boolean | number | string | string[] | null;
            reportedAt: string | null;
            isStale: boolean;
        };
        EntityFactsOfProvider: {
            provider: string;
            title: string;
            /** @description Why it can tell nothing of the entity now */
            problem: string | null;
            facts: components["schemas"]["EntityFact"][];
        };
        EntityFactReport: {
            entityRef: string;
            title: string;
            providers: components["schemas"]["EntityFactsOfProvider"][];
        };
        CheckResultView: {
            state: components["schemas"]["VerdictState"];
            since: string | null;
            value: boolean | number | string | null;
            detail: string | null;
        };
        ScoredEntity: {
            entityRef: string;
            title: string;
            kind: string;
            ownerRef: string | null;
            ownerTitle: string | null;
            tier: string | null;
            /** @description The one that is asked for, or the one that holds the entity back */
            scorecardRef: string;
            level: components["schemas"]["ScorecardLevelView"];
            levelSince: string;
            summary: components["schemas"]["VerdictSummary"];
            /** @description Of the check that is asked for */
            check: components["schemas"]["CheckResultView"] | null;
        };
        ScoredEntityPage: {
            items: components["schemas"]["ScoredEntity"][];
            totalItems: number;
            nextCursor: string | null;
        };
        MatrixCheck: {
            checkId: string;
            name: string;
            category: string | null;
            level: string | null;
        };
        MatrixRow: {
            entityRef: string;
            title: string;
            ownerRef: string | null;
            /** @description 0 is the empty level */
            rank: number;
            /** @description A letter for each check, in their order: P passed, W warning, F failed, X exempt, R not reported, E error, N not applicable */
            states: string;
        };
        ScorecardMatrix: {
            scorecard: components["schemas"]["ScorecardView"];
            checks: components["schemas"]["MatrixCheck"][];
            rows: components["schemas"]["MatrixRow"][];
            totalItems: number;
            nextCursor: string | null;
        };
        HeatMapCell: {
            passing: number | null;
            judged: number;
            applicable: number;
            failed: number;
            exempt: number;
            /** @description Not reported or in error */
            silent: number;
        };
        HeatMapRow: {
            /** @description Null: none */
            ref: string | null;
            title: string;
            /** @description What a group owns itself, beside its groups */
            isOwnOnly: boolean;
            entities: number;
            levels: components["schemas"]["LevelCount"][];
            summary: components["schemas"]["VerdictSummary"];
            cells: components["schemas"]["HeatMapCell"][];
        };
        ScorecardHeatMap: {
            scorecard: components["schemas"]["ScorecardView"];
            checks: components["schemas"]["MatrixCheck"][];
            rows: components["schemas"]["HeatMapRow"][];
            /** @description Everything that is selected, each entity once */
            total: components["schemas"]["HeatMapRow"];
        };
        RankCount: {
            rank: number;
            entities: number;
        };
        ScorecardPoint: {
            /** @description Last day of the step */
            day: string;
            entities: number;
            levels: components["schemas"]["RankCount"][];
            passing: number | null;
            coverage: number | null;
        };
        ScorecardSeries: {
            scorecard: components["schemas"]["ScorecardView"];
            points: components["schemas"]["ScorecardPoint"][];
            /** @description When the scorecard itself became another one */
            definitionChanges: components["schemas"]["DefinitionMark"][];
        };
        DefinitionMark: {
            day: string;
            version: number;
            note: string | null;
        };
        ScoreParts: {
            entity: number;
            rule: number;
            population: number;
            data: number;
            exemption: number;
        };
        LevelMoveView: {
            entityRef: string;
            title: string;
            ownerRef: string | null;
            ownerTitle: string | null;
            levelBefore: components["schemas"]["ScorecardLevelView"] | null;
            levelAfter: components["schemas"]["ScorecardLevelView"] | null;
            changedAt: string;
            cause: components["schemas"]["ScoreCause"];
            checks: components["schemas"]["StateChangeView"][];
        };
        ScoreChangeReport: {
            scorecard: components["schemas"]["ScorecardView"];
            from: string;
            to: string;
            before: number | null;
            after: number | null;
            change: number | null;
            parts: components["schemas"]["ScoreParts"] | null;
            /** @description Entities whose level changed, the latest first */
            items: components["schemas"]["LevelMoveView"][];
            totalItems: number;
            nextCursor: string | null;
        };
        /**
         * @description at_risk: less than a quarter of the budget is left, or an alert fires; thin: too few events to judge by
         * @enum {string}
         */
        SloState: "exhausted" | "at_risk" | "met" | "thin" | "no_data";
        /** @enum {string} */
        BudgetingMethodId: "Occurrences" | "Timeslices" | "RatioTimeslices";
        /**
         * @description none: the document names no day
         * @enum {string}
         */
        SloReviewState: "current" | "due" | "overdue" | "none";
        /** @enum {string} */
        ReleaseDecision: "allowed" | "held" | "unknown";
        /** @enum {string} */
        ConsequenceKind: "attention" | "debt" | "freeze_risky_releases" | "require_approval";
        SloWindow: {
            /** @enum {string} */
            type: "rolling" | "calendar";
            /** @description OpenSLO shorthand, such as 30d or 1M */
            duration: string;
            zone: string | null;
            startTime: string | null;
            /** @description First instant of the present window */
            from: string;
            /** @description End of the present window; of a rolling one: now */
            to: string;
        };
        SloBudget: {
            /**
             * @description What is counted
             * @enum {string}
             */
            unit: "events" | "slices" | "share";
            /** @description Bad ones that the target allows in the window */
            allowed: number | null;
            /** @description Bad ones so far */
            spent: number | null;
            /** @description spent / allowed; may pass 1 */
            consumed: number | null;
            /** @description 1 - consumed; may be below 0 */
            remaining: number | null;
            /** @description Whether allowed rests on an estimate of the events that are still to come */
            estimated: boolean;
        };
        SloBurn: {
            /** @description Length of the time looked at */
            seconds: number;
            /** @description 1: the budget lasts exactly as long as its window */
            rate: number | null;
        };
        SloAlert: {
            id: string;
            /** @enum {string} */
            severity: "page" | "ticket";
            /** @enum {string} */
            state: "ok" | "pending" | "firing" | "resolving" | "no_data";
            longSeconds: number;
            shortSeconds: number;
            threshold: number;
            since: string | null;
            /** @description False where the target is so low that the burn can never get there */
            canFire: boolean;
            /** @enum {string} */
            origin: "default" | "document";
        };
        SloObjectiveStatus: {
            index: number;
            title: string | null;
            target: number;
            state: components["schemas"]["SloState"];
            attainment: number | null;
            good: number | null;
            total: number | null;
            budget: components["schemas"]["SloBudget"];
            burns: components["schemas"]["SloBurn"][];
            alerts: components["schemas"]["SloAlert"][];
            /** @description When the budget is used up if it goes on like in the last hour */
            exhaustsAt: string | null;
            /** @description Of a threshold metric: what a value is compared with, such as <= 0.3 */
            comparison: string | null;
            /** @description Kind of indicator: ratio, raw or threshold */
            indicator: string | null;
            /** @description In a composite */
            weight: number | null;
            minimumEvents: number;
        };
        SloStatus: {
            ref: string;
            title: string;
            description: string | null;
            entityRef: string | null;
            entityTitle: string | null;
            ownerRef: string | null;
            ownerTitle: string | null;
            tier: string | null;
            budgetingMethod: components["schemas"]["BudgetingMethodId"];
            window: components["schemas"]["SloWindow"];
            composite: boolean;
            /** @description Of its worst objective */
            state: components["schemas"]["SloState"];
            objectives: components["schemas"]["SloObjectiveStatus"][];
            /** @description Of a composite: how it stands as a whole; its index is -1 */
            whole?: components["schemas"]["SloObjectiveStatus"] | null;
            /** @description What error budget policies that may be seen bring about for it now, or would bring about in shadow mode; the newest first */
            consequences: components["schemas"]["PolicyConsequence"][];
            /** @description The latest 30 days of the worst objective */
            trend: components["schemas"]["SloDay"][];
            source: components["schemas"]["SloSourceState"];
            problems: number;
            reviewOn: string | null;
            reviewState: components["schemas"]["SloReviewState"];
        };
        SloSourceState: {
            /** @description Where it is measured; null: nowhere */
            type: string | null;
            title: string | null;
            /** @enum {string} */
            state: "fresh" | "stale" | "failing" | "never" | "none";
            measuredAt: string | null;
            /** @description What went wrong last */
            error: string | null;
        };
        SloDay: {
            day: string;
            attainment: number | null;
            good: number | null;
            total: number | null;
            /** @enum {string} */
            state: "met" | "missed" | "thin" | "no_data";
        };
        SloFreshness: {
            asOf: string | null;
            evaluatedAt: string | null;
        };
        SloNextStep: {
            /** @enum {string} */
            id: "add_slo" | "connect_source" | "mend_document" | "spend_less" | "review" | "lower_target" | "raise_traffic" | "add_policy" | "loosen_dependency";
            entityRef: string | null;
            values: {
                [key: string]: string | number | null;
            };
        };
        SloReport: {
            entity: components["schemas"]["SloSubject"];
            freshness: components["schemas"]["SloFreshness"];
            /** @description The worst first */
            items: components["schemas"]["SloStatus"][];
            totalItems: number;
            nextCursor: string | null;
            /** @description Of a system, domain or group */
            summary: components["schemas"]["SloSummary"] | null;
            policies: components["schemas"]["AppliedPolicy"][];
            agreements: components["schemas"]["SloAgreement"][];
            dependencies: components["schemas"]["SloDependencyFinding"][];
            gate: components["schemas"]["ReleaseGate"] | null;
            nextSteps: components["schemas"]["SloNextStep"][];
            minimumEvents: number;
        };
        SloSubject: {
            ref: string;
            kind: string;
            title: string;
            tier: string | null;
            ownerRef: string | null;
            rollUp: boolean;
        };
        AppliedPolicy: {
            ref: string;
            title: string;
            /** @enum {string} */
            mode: "shadow" | "enforced";
            version: string;
            consequences: components["schemas"]["PolicyConsequence"][];
        };
        PolicyConsequence: {
            id: string;
            kind: components["schemas"]["ConsequenceKind"];
            policyRef: string;
            sloRef: string;
            sloTitle: string;
            objective: number;
            /** @description Share of the budget left at which it holds */
            threshold: number;
            /** @description Share of the budget that was left when it began */
            remaining: number | null;
            since: string;
            /** @description When it ended; null: it holds */
            until: string | null;
            /** @enum {string} */
            mode: "shadow" | "enforced";
            excepted: boolean;
        };
        SloAgreement: {
            ref: string;
            title: string;
            sloRef: string | null;
            target: number;
            sloTarget: number | null;
            period: string;
            /** @description Whether the SLO is stricter than the agreement; null: it cannot be told */
            holds: boolean | null;
            validUntil: string | null;
        };
        SloDependencyFinding: {
            sloRef: string;
            sloTitle: string;
            objective: number;
            target: number;
            /** @description Product of the objectives of what it depends on */
            attainable: number;
            dependencies: components["schemas"]["SloDependency"][];
        };
        SloDependency: {
            entityRef: string;
            entityTitle: string;
            sloRef: string;
            target: number;
        };
        SloPage: {
            items: components["schemas"]["SloStatus"][];
            totalItems: number;
            nextCursor: string | null;
        };
        SloStateCount: {
            state: components["schemas"]["SloState"];
            slos: number;
        };
        SloCoverageOfTier: {
            tier: string | null;
            entities: number;
            covered: number;
            share: number | null;
        };
        SloSummary: {
            slos: number;
            states: components["schemas"]["SloStateCount"][];
            burning: number;
            problems: number;
            reviewsOverdue: number;
            /** @description Components with at least one objective that is measured */
            coverage: components["schemas"]["SloCoverageOfTier"][];
            entities: number;
            covered: number;
            share: number | null;
            state: components["schemas"]["NumberState"];
            asOf: string | null;
        };
        UncoveredEntity: {
            entityRef: string;
            title: string;
            tier: string | null;
            ownerRef: string | null;
            ownerTitle: string | null;
            /** @enum {string} */
            reason: "no_slo" | "not_measured";
        };
        UncoveredEntityPage: {
            items: components["schemas"]["UncoveredEntity"][];
            totalItems: number;
            nextCursor: string | null;
        };
        SloProblem: {
            sloRef: string;
            title: string;
            entityRef: string | null;
            ownerRef: string | null;
            /** @enum {string} */
            severity: "error" | "warning";
            rule: string;
            path: string | null;
            value: string | null;
            message: string;
            /** @description File or address of the document */
            source: string | null;
        };
        SloProblemPage: {
            items: components["schemas"]["SloProblem"][];
            totalItems: number;
            nextCursor: string | null;
        };
        SloRules: {
            format: string;
            text: string;
            /** @description Objectives that it holds */
            slos: number;
            leftOut: components["schemas"]["SloRuleGap"][];
        };
        SloRuleGap: {
            sloRef: string;
            reason: string;
        };
        SloDetail: {
            status: components["schemas"]["SloStatus"];
            /** @description The document as OpenSLO YAML */
            document: string;
            /** @description Where it stands */
            source: string | null;
            service: string | null;
            problems: components["schemas"]["SloProblem"][];
            indicators: components["schemas"]["SloIndicatorText"][];
            policies: components["schemas"]["AppliedPolicy"][];
            agreements: components["schemas"]["SloAgreement"][];
            lints: components["schemas"]["SloLint"][];
            mayCorrect: boolean;
        };
        SloIndicatorText: {
            objective: number;
            type: string;
            queries: components["schemas"]["SloQuery"][];
        };
        SloQuery: {
            /** @enum {string} */
            part: "good" | "bad" | "total" | "raw" | "threshold";
            text: string;
            url: string | null;
        };
        SloLint: {
            /** @enum {string} */
            id: "alert_never_fires" | "pages_while_met" | "one_event_pages" | "no_alert" | "low_traffic";
            objective: number;
            values: {
                [key: string]: string | number | null;
            };
        };
        SloPoint: {
            at: string;
            seconds: number;
            good: number | null;
            total: number | null;
            attainment: number | null;
            /** @description Budget left at the end of the point */
            remaining: number | null;
            burn: number | null;
        };
        SloMark: {
            /** @enum {string} */
            kind: "deployment" | "incident" | "correction";
            at: string;
            to: string | null;
            title: string;
            id: string | null;
            url: string | null;
            /** @description Share of the budget of the window that burned until the next deployment, 24 hours at most; null: not known */
            burned: number | null;
            failed: boolean | null;
        };
        SloSeries: {
            window: components["schemas"]["Window"];
            objective: number;
            target: number;
            points: components["schemas"]["SloPoint"][];
            marks: components["schemas"]["SloMark"][];
            marksTotal: number;
            freshness: components["schemas"]["SloFreshness"];
        };
        SloDays: {
            window: components["schemas"]["Window"];
            objective: number;
            target: number;
            days: components["schemas"]["SloDay"][];
        };
        SloPastWindow: {
            from: string;
            to: string;
            attainment: number | null;
            target: number;
            remaining: number | null;
            state: components["schemas"]["SloState"];
            good: number | null;
            total: number | null;
            complete: boolean;
        };
        SloWindowPage: {
            items: components["schemas"]["SloPastWindow"][];
            totalItems: number;
            nextCursor: string | null;
        };
        SloExplanation: {
            definition: components["schemas"]["Definition"];
            window: components["schemas"]["SloWindow"];
            objective: number;
            target: number;
            method: components["schemas"]["BudgetingMethodId"];
            figures: components["schemas"]["SloFigure"][];
            /** @description The formula with the figures of this case */
            formula: string;
            leftOut: components["schemas"]["SloLeftOut"][];
            queries: components["schemas"]["SloQuery"][];
            buckets: number;
            missingBuckets: number;
            freshness: components["schemas"]["SloFreshness"];
        };
        SloFigure: {
            id: string;
            value: number | null;
            unit: string;
        };
        SloLeftOut: {
            /** @enum {string} */
            reason: "correction" | "not_measured" | "partial_slice" | "empty_slice";
            buckets: number;
            seconds: number;
        };
        SloBucketRow: {
            start: string;
            seconds: number;
            good: number;
            total: number;
            slices: number | null;
            goodSlices: number | null;
            corrected: boolean;
        };
        SloBucketPage: {
            items: components["schemas"]["SloBucketRow"][];
            totalItems: number;
            nextCursor: string | null;
        };
        SloCorrection: {
            id: string;
            from: string;
            to: string;
            reason: string;
            state: string;
            requestedBy: string;
            objective: number | null;
        };
        SloCorrectionPage: {
            items: components["schemas"]["SloCorrection"][];
            totalItems: number;
            nextCursor: string | null;
        };
        NewSloCorrection: {
            /** @description First instant, ISO 8601 with a zone */
            from: string;
            /** @description End, ISO 8601 with a zone */
            to: string;
            reason: string;
            riskLevel?: components["schemas"]["RiskLevel"];
        };
        NewPolicyException: {
            entityRef: string;
            reason: string;
            riskLevel?: components["schemas"]["RiskLevel"];
            expiresOn?: string;
            compensatingControl?: string;
        };
        NewBreakGlass: {
            reason: string;
            reference?: string;
        };
        SloProposal: {
            title: string;
            /** @description Its type, or the signal of own data that would be measured */
            indicator: string;
            /** @description Null: too little is known */
            target: number | null;
            state: components["schemas"]["NumberState"];
            /** @description Days that were measured */
            days: number;
            worstDay: number | null;
            attainment: number | null;
            /** @description Share of past windows of a week in which the target held */
            wouldBeMetOn: number | null;
            /** @description OpenSLO, as YAML; empty where there is neither an SLO nor a target to write one with */
            document: string;
            values: {
                [key: string]: string | number | null;
            };
        };
        SloProposals: {
            items: components["schemas"]["SloProposal"][];
            from: string;
            to: string;
        };
        ReleaseGateReason: {
            /** @enum {string} */
            kind: "budget_exhausted" | "budget_low" | "approval_required" | "no_data" | "excepted" | "break_glass" | "shadow" | "low_risk" | "no_policy" | "no_objective";
            policyRef: string | null;
            policyTitle: string | null;
            sloRef: string | null;
            sloTitle: string | null;
            objective: number | null;
            values: {
                [key: string]: string | number | null;
            };
        };
        GateApprover: {
            ref: string;
            title: string;
        };
        ReleaseGate: {
            entityRef: string;
            decision: components["schemas"]["ReleaseDecision"];
            /** @description Whether a pipeline may go on; an unknown answer is open unless the policy says closed */
            open: boolean;
            /** @enum {string} */
            mode: "none" | "shadow" | "enforced";
            /** @description What it would have answered if it were enforced */
            wouldHold: boolean;
            reasons: components["schemas"]["ReleaseGateReason"][];
            ruleVersion: string | null;
            approvers: components["schemas"]["GateApprover"][];
            /** @description When it is worth to ask again */
            until: string | null;
            breakGlassUntil: string | null;
            evaluatedAt: string;
            asOf: string | null;
        };
        ReleaseGateDecision: {
            id: string;
            at: string;
            decision: components["schemas"]["ReleaseDecision"];
            mode: string;
            wouldHold: boolean;
            reference: string | null;
            environment: string | null;
            reasons: components["schemas"]["ReleaseGateReason"][];
            ruleVersion: string | null;
            /**
             * @description What became of the deployment that followed; null: not known
             * @enum {string|null}
             */
            outcome: "failed" | "fine" | null;
        };
        ReleaseGateDecisionPage: {
            items: components["schemas"]["ReleaseGateDecision"][];
            totalItems: number;
            nextCursor: string | null;
        };
        PolicyThreshold: {
            /** @description Share of the budget left, at or below which it holds */
            remaining: number;
            consequences: components["schemas"]["ConsequenceKind"][];
        };
        PolicyApproval: {
            /** @enum {string} */
            role: "reliability" | "product";
            approvedBy: string | null;
            approvedOn: string | null;
        };
        ErrorBudgetPolicySummary: {
            ref: string;
            title: string;
            description: string | null;
            ownerRef: string | null;
            /** @enum {string} */
            mode: "shadow" | "enforced";
            version: string;
            closedWhenUnknown: boolean;
            thresholds: components["schemas"]["PolicyThreshold"][];
            approvals: components["schemas"]["PolicyApproval"][];
            /** @description Entities that it applies to and that the caller may see */
            entities: number;
            /** @description Consequences that hold now */
            holding: number;
        };
        ErrorBudgetPolicyPage: {
            items: components["schemas"]["ErrorBudgetPolicySummary"][];
            totalItems: number;
            nextCursor: string | null;
        };
        ShadowReport: {
            from: string;
            to: string;
            decisions: number;
            /** @description Releases that were held, or would have been */
            held: number;
            /** @description Of them, those whose deployment failed */
            failed: number;
            fine: number;
            unknown: number;
            /** @description Releases that were let pass and failed */
            passedFailed: number;
        };
        ErrorBudgetPolicyReport: {
            policy: components["schemas"]["ErrorBudgetPolicySummary"];
            consequences: components["schemas"]["PolicyConsequence"][];
            shadow: components["schemas"]["ShadowReport"];
            exceptions: number;
        };
        /** @description Why an item of a document, or the whole of it, was not taken in as it is written */
        DebtDocumentProblem: {
            /** @description Place of the item in the document, from 1; null: it is about the document */
            row: number | null;
            /** @description What the document calls the item; null: it cannot be read, or it is about the document */
            name: string | null;
            /** @description Path of the field, such as `estimate.impact`; empty: the item or the document as a whole */
            field: string;
            message: string;
        };
        DebtDocumentState: {
            /** @description Such as `techdebtregister:default/checkout` */
            entityRef: string;
            title: string;
            /** @description When the items were last made what it says; null: they have not been yet */
            keptAt: string | null;
            /** @description Items of the register that come from it, of those that the caller may see; whatever their status */
            items: number;
            /** @description The first of what is wrong, in the order of the items, 20 at most. An item that names what the caller may not see is told as one that names what does not exist. */
            problems: components["schemas"]["DebtDocumentProblem"][];
            /** @description Whether more is wrong than is told */
            moreProblems: boolean;
        };
        DebtDocumentPage: {
            /** @description In the order of their refs */
            items: components["schemas"]["DebtDocumentState"][];
            /** @description Of all pages */
            totalItems: number;
            /** @description Where the next page begins; null: this is the last one */
            nextCursor: string | null;
        };
        /** @enum {string} */
        DebtFileFormatName: "csv" | "json" | "yaml";
        /** @description An item in the version that was read */
        DebtVersionRead: {
            id: string;
            version: number;
        };
        DebtColumnChoice: {
            header: string;
            /** @description Path of a field such as `estimate.impact`; null leaves the column out */
            field: string | null;
        };
        DebtImportFile: {
            format: components["schemas"]["DebtFileFormatName"];
            /** @description The file, at most 25,000 rows */
            text: string;
            /** @description What columns of a CSV file are for, where somebody knows better than their headers */
            columns?: components["schemas"]["DebtColumnChoice"][];
        };
        DebtImport: {
            format: components["schemas"]["DebtFileFormatName"];
            /** @description The file, at most 25,000 rows */
            text: string;
            /** @description What columns of a CSV file are for, where somebody knows better than their headers */
            columns?: components["schemas"]["DebtColumnChoice"][];
            /**
             * @description What becomes of rows that look like an item that there is already, or like an earlier row. `skip` where nothing is said.
             * @enum {string}
             */
            possibleDuplicates?: "skip" | "create";
            /** @description Rows that are taken in although they look like something else */
            createRows?: number[];
            /** @description `versions` of the preview: an item that is another by now is left as it is, and so is one that the preview did not name. Without them, rows change what they find. */
            versions?: components["schemas"]["DebtVersionRead"][];
        };
        DebtImportColumn: {
            header: string;
            /** @description Path of the field that is read of it; null: it is left out, as no field is called so, or another column is that field already */
            field: string | null;
        };
        DebtImportProblem: {
            /** @description Path of the field, such as `estimate.impact`; empty: the row or the file as a whole */
            field: string;
            /** @description Name of the column in the file; null: there is none */
            column: string | null;
            /** @description To be read after the name of the field */
            message: string;
        };
        DebtImportDifference: {
            field: string;
            /** @description As the text of a cell, its first 500 characters; null: empty */
            before: string | null;
            after: string | null;
        };
        /** @description What a row looks like; an item or an earlier row */
        DebtImportLikeness: {
            itemId: string | null;
            title: string | null;
            ofRow: number | null;
        };
        DebtImportRow: {
            /** @description Of a CSV file the line of a spreadsheet, whose header is 1; else the place in the list, from 1 */
            row: number;
            /** @description What a document calls the item; null: the file is no document */
            name: string | null;
            /**
             * @description `repeated`: it says what the earlier row `ofRow` says
             * @enum {string}
             */
            outcome: "create" | "change" | "unchanged" | "repeated" | "bad";
            /** @description Null: of what is bad or repeated */
            title: string | null;
            /** @description The item that the row means; null: there is none yet */
            itemId: string | null;
            ofRow: number | null;
            /** @description Of `change` */
            differences: components["schemas"]["DebtImportDifference"][];
            /** @description Of `bad` */
            problems: components["schemas"]["DebtImportProblem"][];
            /** @description Of `create` */
            possibleDuplicate: components["schemas"]["DebtImportLikeness"] | null;
        };
        DebtImportPreview: {
            /** @description The columns of a CSV file in its order */
            columns: components["schemas"]["DebtImportColumn"][];
            /** @description What is wrong with the file itself, of which then nothing is read */
            problems: components["schemas"]["DebtImportProblem"][];
            counts: {
                /** @description With those that may be duplicates */
                create: number;
                change: number;
                unchanged: number;
                repeated: number;
                bad: number;
                possibleDuplicates: number;
            };
            /** @description Of each outcome the first 1,000, those that may be duplicates first; in the order of the file */
            rows: components["schemas"]["DebtImportRow"][];
            /** @description The items that would be changed, all of them, as they were compared. To be sent with the import. */
            versions: components["schemas"]["DebtVersionRead"][];
        };
        DebtImportRowResult: {
            row: number;
            name: string | null;
            /**
             * @description `skipped`: it may be a duplicate; `conflict`: somebody changed the item since the preview
             * @enum {string}
             */
            outcome: "created" | "changed" | "unchanged" | "repeated" | "skipped" | "conflict" | "bad";
            itemId: string | null;
            problems: components["schemas"]["DebtImportProblem"][];
        };
        DebtImportResult: {
            /** @description What is wrong with the file itself, of which then nothing is read */
            problems: components["schemas"]["DebtImportProblem"][];
            counts: {
                created: number;
                changed: number;
                unchanged: number;
                repeated: number;
                skipped: number;
                conflict: number;
                bad: number;
            };
            /** @description All rows, in the order of the file */
            rows: components["schemas"]["DebtImportRowResult"][];
        };
        /** @description What becomes different; null empties a field */
        DebtBulkFields: {
            ownerRef?: string;
            category?: components["schemas"]["DebtCategoryName"];
            /** @enum {string|null} */
            severity?: "critical" | "high" | "medium" | "low" | null;
            /** @enum {string|null} */
            intent?: "deliberate" | "inadvertent" | null;
            /** @enum {string|null} */
            prudence?: "prudent" | "reckless" | null;
            targetDate?: string | null;
            reviewDate?: string | null;
        };
        DebtBulkStatus: {
            deed: components["schemas"]["DebtDeedName"];
            /** @description How they were paid, or why they never will be; `resolve` and `give_up` ask for it */
            resolution?: string;
        };
        /** @description Either `fields` or `status` */
        DebtBulkChange: {
            items: components["schemas"]["DebtVersionRead"][];
            fields?: components["schemas"]["DebtBulkFields"];
            status?: components["schemas"]["DebtBulkStatus"];
            /** @description Why, for the history of each */
            note?: string;
        };
        DebtBulkItemResult: {
            id: string;
            /**
             * @description `conflict`: somebody changed it in the meantime, or it cannot be done where it stands; `not_found`: there is none, or it may not be seen; `bad`: the change makes no sense for it
             * @enum {string}
             */
            outcome: "changed" | "unchanged" | "conflict" | "not_allowed" | "not_found" | "bad";
            /** @description Its version now; null: it may not be seen */
            version: number | null;
            /** @description What the message is about; null: the item */
            field: string | null;
            message: string | null;
        };
        DebtBulkResult: {
            counts: {
                changed: number;
                unchanged: number;
                conflict: number;
                not_allowed: number;
                not_found: number;
                bad: number;
            };
            /** @description In the order in which they were named */
            items: components["schemas"]["DebtBulkItemResult"][];
        };
        NewDebtReport: {
            /** @description Where it was */
            entityRef: string;
            /** @description What happened, at most 5,000 characters */
            what: string;
            /** @description ISO day on which the time was lost, today where none is said; not after today, and at most three years ago */
            day?: string;
            /** @description Hours that the team lost, all of its people together, from 0.001 to 10,000; null: nobody said, or it cost something other than time */
            hoursLost?: number | null;
            /** @description The group that lost them; null: not known. Persons are not named. */
            teamRef?: string | null;
            /** @description The item that is its cause; null: nobody knows it yet */
            itemId?: string | null;
        };
        DebtReportEdit: {
            /** @description The version that was read */
            version: number;
            entityRef?: string;
            what?: string;
            day?: string;
            hoursLost?: number | null;
            teamRef?: string | null;
            itemId?: string | null;
        };
        DescribedDebtReport: {
            id: string;
            version: number;
            day: string;
            hoursLost: number | null;
            what: string;
            entity: components["schemas"]["DebtCarrier"];
            /** @description Null: not known, or a group that the caller may not see */
            team: components["schemas"]["DebtCarrier"] | null;
            /** @description Null: it is linked to none, or to one that the caller may not see */
            item: {
                id: string;
                title: string;
                status: components["schemas"]["DebtStatusName"];
            } | null;
            createdAt: string;
            updatedAt: string;
            may: {
                change: boolean;
                /** @description Whether there may be an item to which the caller may link it: any one where they may change the report, else one that they may change */
                link: boolean;
                /** @description Whether they may say that its item is not its cause */
                unlink: boolean;
                delete: boolean;
            };
        };
        DebtReportPage: {
            items: components["schemas"]["DescribedDebtReport"][];
            totalItems: number;
            nextCursor: string | null;
            /** @description Whether there may be reports that the caller may file */
            mayCreate: boolean;
        };
        /** @description Interest as it was measured: the hours that teams reported as lost, in person-days per month over the days that were watched. It stands beside the interest that was estimated and is never mixed with it. */
        MeasuredDebtInterest: {
            /**
             * @description `no_data`: nobody reported hours, which does not say that none were lost
             * @enum {string}
             */
            confidence: "ok" | "thin" | "no_data";
            thinBecause: ("few_reports" | "few_days")[];
            /** @description Null: no data */
            personDaysPerMonth: number | null;
            hoursLost: number | null;
            /** @description Of the period */
            reports: number;
            reportsWithHours: number;
            /** @description Those that lost most hours first, without those that the caller may not see */
            teams: {
                teamRef: string;
                title: string;
                reports: number;
                hoursLost: number;
            }[];
            /** @description ISO days of which reports are counted, both included: 90 days until today, of an item that was paid until then */
            period: components["schemas"]["DebtReportDays"];
            /** @description The part of the period in which it could be reported: of an item since it was filed, or since the first report of it; of an entity or scope since the first report of anything that the caller may see. Null: nobody has reported anything yet */
            watched: components["schemas"]["DebtReportDays"] | null;
            /** @description Such as `12 ÷ 8 × 30.4375 ÷ 90 ≈ 0.507292`: hours ÷ hours of a day × days of a month ÷ watched days; empty without hours */
            formula: string;
        };
        /** @description What is measured of what an item is linked to, as far as the caller may see that; each in its own unit, and nothing of it is added up */
        DebtEvidenceAnswer: {
            /** @description Linked checks that fail on an entity of the item now, the one that has failed longest first */
            failingChecks: {
                /** @description Such as `scorecard:default/readiness#has-owner` */
                checkRef: string;
                title: string;
                entityRef: string;
                /**
                 * Format: date-time
                 * @description Since when it fails without a pause
                 */
                failingSince: string;
                /** @description Whole days until today; 0: it began to fail today */
                days: number;
            }[];
            /** @description Of linked SLOs in their present window, the one that spent most first */
            errorBudgets: {
                sloRef: string;
                title: string;
                /** @description Error budget of the window as time; null: not known */
                allowedSeconds: number | null;
                /** @description What was spent of it as time; null: it was not measured */
                spentSeconds: number | null;
                /** @description Spent by allowed, above 1 once the budget is exhausted; null: not known */
                consumed: number | null;
            }[];
        };
        DebtReportDays: {
            from: string;
            to: string;
            days: number;
        };
        /**
         * @description `open`: to be decided; `gone`: nobody decided it, and it is not found any more
         * @enum {string}
         */
        DebtSuggestionStateName: "open" | "dismissed" | "promoted" | "gone";
        /** @enum {string} */
        DebtSuggestionSourceName: "exemption" | "failing_check" | "error_budget" | "hotspot" | "todo" | "end_of_life" | "sonarqube" | "sarif";
        /** @description One thing that speaks for a suggestion: a measured `value` with its `unit`, a text, an ISO day, or a link with its `url` */
        DebtSuggestionEvidence: {
            /** @enum {string} */
            type: "measure" | "text" | "day" | "link";
            /** @description Key of its source, such as `debtRatio` */
            name: string;
            value?: number | string;
            /**
             * @description A `share` is from 0 to 1; a `score` has no unit
             * @enum {string}
             */
            unit?: "days" | "minutes" | "count" | "commits" | "lines" | "share" | "score";
            /** @description With http or https */
            url?: string;
        };
        DebtSuggestionPromotedAs: {
            /** @description Null: an item that the caller may not see, or that was deleted since */
            itemId: string | null;
            by: string;
            at: string;
        };
        DebtSuggestionDismissedAs: {
            reason: string;
            by: string;
            at: string;
        };
        /** @description What the caller may do with the suggestion */
        DebtSuggestionMay: {
            promote: boolean;
            dismiss: boolean;
            putBack: boolean;
        };
        DebtSuggestionRow: {
            id: string;
            source: components["schemas"]["DebtSuggestionSourceName"];
            state: components["schemas"]["DebtSuggestionStateName"];
            /** @description Plain text */
            title: string;
            entity: components["schemas"]["DebtCarrier"];
            category: components["schemas"]["DebtCategoryName"];
            /**
             * @description Null: the source says nothing of it
             * @enum {string|null}
             */
            severity: "critical" | "high" | "medium" | "low" | null;
            /** @description Since when it is so; null: the source does not tell */
            since: string | null;
            /** @description Person-days that paying it takes, as the source reckons; null: it does not */
            principalDays: number | null;
            /** @description Last ISO day on which somebody accepts it, as by an exemption; null: nobody does */
            acceptedUntil: string | null;
            firstSeen: string;
            lastSeen: string;
            /** @description When it was looked for in vain, also where it was promoted or dismissed; null: it was there when it was last looked for */
            goneSince: string | null;
            promotion: components["schemas"]["DebtSuggestionPromotedAs"] | null;
            dismissal: components["schemas"]["DebtSuggestionDismissedAs"] | null;
            may: components["schemas"]["DebtSuggestionMay"];
        };
        DebtSuggestionDetail: components["schemas"]["DebtSuggestionRow"] & {
            /** @description Markdown, in which whatever came from outside stands as text */
            description: string;
            evidence: components["schemas"]["DebtSuggestionEvidence"][];
            /** @description Without those to what the caller may not see */
            links: components["schemas"]["DebtLinkContent"][];
            /** @description What promoting it files unless something else is said */
            proposed: components["schemas"]["NewDebtItem"];
            /** @description Items that it may be the same as, the most likely first */
            duplicates: components["schemas"]["FoundDebtDuplicate"][];
            /** @description Items on the same entity that were not compared, because there are too many */
            unread: number;
        };
        DebtSuggestionPage: {
            items: components["schemas"]["DebtSuggestionRow"][];
            totalItems: number;
            nextCursor: string | null;
        };
        /** @description What of the item is to be other than proposed */
        DebtSuggestionItemFields: {
            /** @description One line of at most 200 characters */
            title?: string;
            /** @description Markdown, at most 20,000 characters */
            description?: string | null;
            /** @description Refs of what carries the debt, at most 100 */
            entityRefs?: string[];
            /** @description Ref of the group that answers for it */
            ownerRef?: string;
            category?: components["schemas"]["DebtCategoryName"];
            /** @enum {string|null} */
            intent?: "deliberate" | "inadvertent" | null;
            /** @enum {string|null} */
            prudence?: "prudent" | "reckless" | null;
            /** @enum {string|null} */
            severity?: "critical" | "high" | "medium" | "low" | null;
            estimate?: components["schemas"]["DebtEstimateContent"];
            /** @description What it does to the business, at most 10,000 characters */
            businessImpact?: string | null;
            /** @description How it is to be paid; Markdown, at most 20,000 characters */
            remediationPlan?: string | null;
            /** @description ISO day by which it is to be paid */
            targetDate?: string | null;
            /** @description ISO day on which somebody looks at it again */
            reviewDate?: string | null;
            /** @description At most 50 */
            links?: components["schemas"]["DebtLinkContent"][];
        };
        /** @description Nothing of it has to be said. An item that is there already is not changed. */
        DebtSuggestionPromotion: {
            item?: components["schemas"]["DebtSuggestionItemFields"];
            /** @description Id of an item that says the same already; nothing is filed then. Together with `item` it is refused. */
            itemId?: string;
        };
        PromotedDebtSuggestion: {
            suggestion: components["schemas"]["DebtSuggestionRow"];
            /** @description Null: an item that the caller may not see, or that was deleted since it was promoted */
            item: components["schemas"]["PricedDebtItem"] | null;
        };
        DebtSuggestionDismissal: {
            /** @description Why it is no debt, or is not worth an item */
            reason: string;
        };
        DebtSuggestionDecisions: {
            /** @enum {string} */
            deed: "promote" | "dismiss" | "put_back";
            /** @description Each once */
            ids: string[];
            /** @description Why they are dismissed; `dismiss` asks for it */
            reason?: string;
        };
        DebtSuggestionResult: {
            id: string;
            /**
             * @description `done`: as asked, also where it was so before; `not_found`: there is none that the caller may see; `refused`: they may not, or it cannot be filed as it is; `conflict`: somebody else decided it otherwise
             * @enum {string}
             */
            status: "done" | "not_found" | "refused" | "conflict";
            /** @description What stood against it; null: nothing */
            message: string | null;
            /** @description Of the item that it was promoted to */
            itemId: string | null;
        };
        DebtSuggestionResults: {
            /** @description In the order in which they were asked for */
            results: components["schemas"]["DebtSuggestionResult"][];
        };
        DebtSuggestionSourceState: {
            source: components["schemas"]["DebtSuggestionSourceName"];
            title: string;
            /**
             * @description `waiting`: it has not ended a run yet; `pushed`: nobody looks, others send it; `off`: `offBecause` says why
             * @enum {string}
             */
            state: "ok" | "failing" | "running" | "waiting" | "pushed" | "off";
            /**
             * @description `configuration` switched it off, the `subject` that it reads is off, or no module is `installed` that knows it; null: it is on
             * @enum {string|null}
             */
            offBecause: "configuration" | "subject" | "installed" | null;
            /** @description When a run was last begun, or something was last sent. Of what is sent only who sees everything is told: it may be about what others may not see */
            lastRunAt: string | null;
            lastSuccessAt: string | null;
            nextRunAt: string | null;
            /** @description Suggestions to be decided, of what the caller may see */
            openSuggestions: number;
            /** @description Entities that the last run looked at; null: it has not ended, or the caller may not see how the engine fares */
            lookedAt: number | null;
            /** @description Entities that could not be looked at, or not all of them; null as with `lookedAt` */
            problemEntities: number | null;
            /** @description Why the last run failed; null: it did not, or the caller may not see how the engine fares */
            problem: string | null;
        };
        DebtSuggestionSourceList: {
            /** @description All sources that there are */
            items: components["schemas"]["DebtSuggestionSourceState"][];
        };
        /** @enum {string} */
        DebtStatusName: "open" | "planned" | "in_progress" | "accepted" | "resolved" | "wont_fix";
        /** @enum {string} */
        DebtCategoryName: "architecture" | "code" | "test" | "dependency" | "infrastructure" | "documentation" | "security" | "process";
        /** @enum {string} */
        DebtSeverityName: "critical" | "high" | "medium" | "low";
        /** @enum {string} */
        DebtLinkTypeName: "issue" | "pull_request" | "adr" | "incident" | "slo" | "check" | "deployment" | "exemption" | "decision";
        /** @enum {string} */
        DebtDeedName: "plan" | "start" | "put_back" | "resolve" | "give_up" | "reopen";
        DebtLinkContent: {
            type: components["schemas"]["DebtLinkTypeName"];
            /** @description What is meant: an http(s) address for `issue`, `pull_request` and `adr`; `slo:default/checkout` for `slo`; `scorecard:default/readiness#has-owner` for `check`; the id of the record for the others */
            ref: string;
            title?: string | null;
        };
        /** @description What an item costs, as far as somebody estimated it; null: nobody did */
        DebtEstimateContent: {
            /** @description Person-days that paying it takes once, from 0.001 to 100,000 */
            principalDays?: number | null;
            /** @description Person-days that each occurrence costs, from 0 to 100,000 */
            interestDays?: number | null;
            /** @description From 0.001 to 100,000 */
            occurrencesPerMonth?: number | null;
            /** @description 1 to 5 */
            impact?: number | null;
            /** @description 1 to 5 */
            likelihood?: number | null;
            /** @description 1, 2, 3, 5, 8, 13 or 20 */
            businessValue?: number | null;
            /** @description 1, 2, 3, 5, 8, 13 or 20 */
            timeCriticality?: number | null;
            /** @description 1, 2, 3, 5, 8, 13 or 20 */
            riskReduction?: number | null;
        };
        /** @description An item to file. Its category is `code` where none is said. */
        NewDebtItem: {
            /** @description One line of at most 200 characters */
            title: string;
            /** @description Markdown, at most 20,000 characters */
            description?: string | null;
            /** @description Refs of what carries the debt, at most 100 */
            entityRefs: string[];
            /** @description Ref of the group that answers for it. Where none is said, the first group that owns one of the entities. */
            ownerRef?: string;
            category?: components["schemas"]["DebtCategoryName"];
            /** @enum {string|null} */
            intent?: "deliberate" | "inadvertent" | null;
            /** @enum {string|null} */
            prudence?: "prudent" | "reckless" | null;
            /** @enum {string|null} */
            severity?: "critical" | "high" | "medium" | "low" | null;
            estimate?: components["schemas"]["DebtEstimateContent"];
            /** @description What it does to the business, at most 10,000 characters */
            businessImpact?: string | null;
            /** @description How it is to be paid; Markdown, at most 20,000 characters */
            remediationPlan?: string | null;
            /** @description ISO day by which it is to be paid */
            targetDate?: string | null;
            /** @description ISO day on which somebody looks at it again */
            reviewDate?: string | null;
            /** @description At most 50 */
            links?: components["schemas"]["DebtLinkContent"][];
        };
        /** @description What is to become different. An estimate may have some of its fields. */
        DebtItemEdit: {
            /** @description That was read */
            version: number;
            /** @description Why it is changed, for its history */
            note?: string;
            /** @description One line of at most 200 characters */
            title?: string;
            /** @description Markdown, at most 20,000 characters */
            description?: string | null;
            /** @description Refs of what carries the debt, at most 100 */
            entityRefs?: string[];
            /** @description Ref of the group that answers for it. */
            ownerRef?: string;
            category?: components["schemas"]["DebtCategoryName"];
            /** @enum {string|null} */
            intent?: "deliberate" | "inadvertent" | null;
            /** @enum {string|null} */
            prudence?: "prudent" | "reckless" | null;
            /** @enum {string|null} */
            severity?: "critical" | "high" | "medium" | "low" | null;
            estimate?: components["schemas"]["DebtEstimateContent"];
            /** @description What it does to the business, at most 10,000 characters */
            businessImpact?: string | null;
            /** @description How it is to be paid; Markdown, at most 20,000 characters */
            remediationPlan?: string | null;
            /** @description ISO day by which it is to be paid */
            targetDate?: string | null;
            /** @description ISO day on which somebody looks at it again */
            reviewDate?: string | null;
            /** @description At most 50 */
            links?: components["schemas"]["DebtLinkContent"][];
        };
        DebtStatusDeed: {
            /** @description That was read */
            version: number;
            deed: components["schemas"]["DebtDeedName"];
            /** @description How it was paid, or why it never will be; `resolve` and `give_up` ask for it */
            resolution?: string;
            /** @description Why, for its history */
            note?: string;
        };
        DebtDuplicateQuestion: {
            title: string;
            entityRefs: string[];
            links?: components["schemas"]["DebtLinkContent"][];
        };
        NewDebtItemComment: {
            /** @description Markdown */
            text: string;
        };
        DebtPriceTerm: {
            /** @description Name of the input in the estimate */
            id: string;
            value: number;
            /** @enum {string} */
            unit: "person_days" | "per_month" | "points";
        };
        ScoredDebtPrice: {
            /** @enum {string} */
            state: "scored";
            value: number;
            /** @enum {string} */
            unit: "person_days" | "per_month" | "points" | "person_days_per_month" | "months" | "score";
            terms: components["schemas"]["DebtPriceTerm"][];
            /** @description The formula with the terms put in, such as `4 × 3 = 12` */
            formula: string;
        };
        /** @description An input is missing, so there is no price; it is not 0 */
        UnscoredDebtPrice: {
            /** @enum {string} */
            state: "not_scored";
            missing: string[];
        };
        /** @description It costs nothing while it is not paid */
        NeverPaysBackPrice: {
            /** @enum {string} */
            state: "never_pays_back";
            terms: components["schemas"]["DebtPriceTerm"][];
        };
        DebtPriceAnswer: components["schemas"]["ScoredDebtPrice"] | components["schemas"]["UnscoredDebtPrice"];
        DebtPaybackAnswer: components["schemas"]["ScoredDebtPrice"] | components["schemas"]["UnscoredDebtPrice"] | components["schemas"]["NeverPaysBackPrice"];
        DebtCostAnswer: {
            amount: number;
            currency: string;
            /** @enum {string} */
            per: "once" | "month";
            formula: string;
        };
        DebtPricesAnswer: {
            risk: components["schemas"]["DebtPriceAnswer"];
            interest: components["schemas"]["DebtPriceAnswer"];
            wsjf: components["schemas"]["DebtPriceAnswer"];
            priority: components["schemas"]["DebtPriceAnswer"];
            payback: components["schemas"]["DebtPaybackAnswer"];
            /** @description Null: no day rate is configured, or nobody estimated the principal */
            principalCost: components["schemas"]["DebtCostAnswer"] | null;
            interestCost: components["schemas"]["DebtCostAnswer"] | null;
        };
        /** @description Days of the calendar; what was filed today is 0 days old */
        DebtAgeAnswer: {
            days: number;
            daysInStatus: number;
            /** @description Null: its target date is not over, or it has none */
            daysOverdue: number | null;
            daysSinceReview: number | null;
        };
        DebtRemediation: {
            severity: components["schemas"]["DebtSeverityName"];
            days: number;
            dueDay: string;
            /** @enum {string} */
            state: "within" | "overdue" | "accepted" | "in_time" | "late" | "given_up";
            daysOver: number | null;
            daysLeft: number | null;
        };
        DebtCarrier: {
            ref: string;
            title: string;
            /** @description Whether the catalog still has it */
            exists: boolean;
        };
        DebtOriginAnswer: {
            /** @enum {string} */
            type: "person" | "import" | "document" | "scaffolder" | "suggestion";
            source?: string;
            ref?: string;
            /**
             * Format: date-time
             * @description Of a document that the caller sees: since when it no longer names the item, which then is changed by hand; null: it names it
             */
            leftAt?: string | null;
        };
        /** @description What the caller may do with the item */
        DebtMay: {
            change: boolean;
            delete: boolean;
            comment: boolean;
            /** @description What they may do to where it stands */
            deeds: components["schemas"]["DebtDeedName"][];
        };
        DebtItemRow: {
            id: string;
            version: number;
            /** @description What the system that it was imported from calls it; null: it has no name there */
            externalId?: string | null;
            title: string;
            entities: components["schemas"]["DebtCarrier"][];
            /** @description Null: a group that the caller may not see */
            ownerRef: string | null;
            ownerTitle: string | null;
            category: components["schemas"]["DebtCategoryName"];
            /** @enum {string|null} */
            intent: "deliberate" | "inadvertent" | null;
            /** @enum {string|null} */
            prudence: "prudent" | "reckless" | null;
            /** @enum {string|null} */
            severity: "critical" | "high" | "medium" | "low" | null;
            estimate: {
                principalDays: number | null;
                interestDays: number | null;
                occurrencesPerMonth: number | null;
                impact: number | null;
                likelihood: number | null;
                businessValue: number | null;
                timeCriticality: number | null;
                riskReduction: number | null;
            };
            targetDate: string | null;
            reviewDate: string | null;
            /** @description Without those to what the caller may not see */
            links: components["schemas"]["DebtLinkAnswer"][];
            status: components["schemas"]["DebtStatusName"];
            reportedBy: string;
            origin: components["schemas"]["DebtOriginAnswer"];
            createdAt: string;
            updatedAt: string;
            statusSince: string;
            resolvedAt: string | null;
            /** @description Last ISO day of its acceptance */
            acceptedUntil: string | null;
            prices: components["schemas"]["DebtPricesAnswer"];
            age: components["schemas"]["DebtAgeAnswer"];
            /** @description Null: it has no severity */
            remediation: components["schemas"]["DebtRemediation"] | null;
            may: components["schemas"]["DebtMay"];
        };
        /** @description An item with its prices and its texts */
        PricedDebtItem: components["schemas"]["DebtItemRow"] & {
            /** @description Out of reports that are linked to the item, beside the interest that was estimated */
            measuredInterest?: components["schemas"]["MeasuredDebtInterest"];
            /** @description What is measured now of what the item is linked to, beside its interest and never mixed with it */
            evidence?: components["schemas"]["DebtEvidenceAnswer"];
            description: string | null;
            businessImpact: string | null;
            remediationPlan: string | null;
            resolution: string | null;
            acceptedBy: string | null;
            /** @description Those that hold or are asked for, the oldest first; null where the caller may not read acceptances */
            acceptances?: components["schemas"]["DebtItemAcceptance"][] | null;
            /** @description Whether the caller may ask for the item to be accepted, as it stands now */
            mayAskAcceptance?: boolean;
        };
        DebtItemPage: {
            items: components["schemas"]["DebtItemRow"][];
            totalItems: number;
            nextCursor: string | null;
            /** @description Whether there may be items that the caller may file */
            mayCreate: boolean;
        };
        FoundDebtDuplicate: {
            id: string;
            title: string;
            status: components["schemas"]["DebtStatusName"];
            /** @enum {string} */
            certainty: "certain" | "likely";
            score: number;
            reasons: {
                /** @enum {string} */
                type: "same_link" | "shared_evidence" | "similar_title";
                link?: components["schemas"]["DebtLinkContent"];
                similarity?: number;
            }[];
        };
        DebtDuplicates: {
            /** @description The most likely first, at most ten */
            duplicates: components["schemas"]["FoundDebtDuplicate"][];
            /** @description Items on the same entities that were not compared, because there are too many */
            unread: number;
        };
        FiledDebtItem: {
            item: components["schemas"]["PricedDebtItem"];
            duplicates: components["schemas"]["FoundDebtDuplicate"][];
        };
        DebtFieldChangeAnswer: {
            /** @description Such as `estimate.principalDays` */
            field: string;
            before: unknown;
            after: unknown;
        };
        DebtItemVersion: {
            version: number;
            at: string;
            by: string;
            note: string | null;
            changes: components["schemas"]["DebtFieldChangeAnswer"][];
            /** @description Whether what was changed is not told, because the item hung on something that the caller may not see */
            withheld: boolean;
        };
        DebtItemVersionPage: {
            items: components["schemas"]["DebtItemVersion"][];
            nextCursor: string | null;
        };
        DebtItemComment: {
            id: string;
            at: string;
            by: string;
            text: string;
        };
        DebtItemCommentPage: {
            items: components["schemas"]["DebtItemComment"][];
            nextCursor: string | null;
        };
        DebtItemConflict: {
            error: {
                name: string;
                message: string;
                current: components["schemas"]["PricedDebtItem"];
                /** @description Who changed what since the version that was read, the latest first; empty where nothing was changed since */
                changes: components["schemas"]["DebtItemVersion"][];
            };
            request?: Record<string, never>;
            response: {
                statusCode: number;
            };
        };
        DebtAmountAnswer: {
            items: number;
            /** @description Person-days of the items that have a principal; null: there are items, and none of them has one */
            principalDays: number | null;
            withoutPrincipal: number;
        };
        DebtStatusTotal: components["schemas"]["DebtAmountAnswer"] & {
            status: components["schemas"]["DebtStatusName"];
        };
        /** @description Items that are to be paid and whose remediation time is over */
        DebtBreaches: {
            bySeverity: {
                severity: components["schemas"]["DebtSeverityName"];
                /** @description Within which such an item is to be remedied */
                days: number;
                items: number;
            }[];
            /** @description The most severe first, of these the one that is over longest; at most 20 */
            items: {
                id: string;
                title: string;
                severity: components["schemas"]["DebtSeverityName"];
                dueDay: string;
                daysOver: number;
            }[];
        };
        DebtSummary: {
            /** @description All of them, in the order of a board */
            statuses: components["schemas"]["DebtStatusTotal"][];
            /** @description What is not paid or given up, accepted or not */
            owed: components["schemas"]["DebtAmountAnswer"];
            /** @description How old what is owed is, in days of the calendar; null where nothing is owed */
            ages: {
                /** @description Half of the items are as old as this or older; the mean of the two in the middle where their number is even */
                medianDays: number | null;
                oldestDays: number | null;
            };
            overdue: number;
            reviewDue: number;
            breaches: components["schemas"]["DebtBreaches"];
            /** @description What a day of one person costs; null: none is configured */
            dayRate: {
                amount: number;
                currency: string;
            } | null;
        };
        DebtMatrix: {
            /** @description Of impact and likelihood, those that hold items */
            cells: {
                impact: number;
                likelihood: number;
                risk: number;
                items: number;
            }[];
            /** @description Items without an impact or a likelihood */
            unscored: number;
        };
        DebtBalanceAnswer: {
            owed: components["schemas"]["DebtAmountAnswer"];
            open: components["schemas"]["DebtAmountAnswer"];
            accepted: components["schemas"]["DebtAmountAnswer"];
        };
        DebtFlowPeriodAnswer: {
            from: string;
            to: string;
            opened: components["schemas"]["DebtAmountAnswer"];
            reopened: components["schemas"]["DebtAmountAnswer"];
            resolved: components["schemas"]["DebtAmountAnswer"];
            givenUp: components["schemas"]["DebtAmountAnswer"];
            accepted: components["schemas"]["DebtAmountAnswer"];
            acceptanceEnded: components["schemas"]["DebtAmountAnswer"];
            movedIn: components["schemas"]["DebtAmountAnswer"];
            movedOut: components["schemas"]["DebtAmountAnswer"];
            rescoped: {
                items: number;
                principalDays: number;
                withoutPrincipal: number;
            };
            balance: components["schemas"]["DebtBalanceAnswer"];
        };
        DebtFlowAnswer: {
            opening: components["schemas"]["DebtBalanceAnswer"];
            periods: components["schemas"]["DebtFlowPeriodAnswer"][];
        };
        DebtBurnMeasureAnswer: {
            scope: number;
            ended: number;
            owed: number;
        };
        DebtFlowReport: {
            window: components["schemas"]["Window"];
            /** @enum {string} */
            interval: "day" | "week" | "month";
            /** @enum {string} */
            ownership: "now" | "then";
            /** @enum {string|null} */
            by: "owner" | "system" | "domain" | null;
            flow: components["schemas"]["DebtFlowAnswer"];
            /** @description Burn-up and burn-down; the first point is the day before the window */
            burn: {
                day: string;
                items: components["schemas"]["DebtBurnMeasureAnswer"];
                principalDays: components["schemas"]["DebtBurnMeasureAnswer"] | null;
                withoutPrincipal: number;
            }[];
            /** @description Those with most items owed at the end first, at most 50 */
            groups: {
                /** @description Null: what the caller may not see, or nothing */
                ref: string | null;
                title: string | null;
                flow: components["schemas"]["DebtFlowAnswer"];
            }[];
            omittedGroups: number;
        };
        DebtTopTen: {
            /** @enum {string} */
            order: "priority" | "wsjf" | "risk" | "interest" | "payback";
            /** @description The first one first. Their interests stand with each and nowhere in a sum. */
            items: {
                id: string;
                title: string;
                /** @description Null: a group that the caller may not see */
                ownerRef: string | null;
                entityRefs: string[];
                chosenBy: components["schemas"]["DebtPaybackAnswer"];
                principalDays: number | null;
                interest: components["schemas"]["DebtPriceAnswer"];
                payback: components["schemas"]["DebtPaybackAnswer"];
                risk: components["schemas"]["DebtPriceAnswer"];
            }[];
            /** @description Person-days that paying all of them takes, of those that have a principal */
            principalDays: number | null;
            withoutPrincipal: number;
            cost: components["schemas"]["DebtCostAnswer"] | null;
            risksRemoved: {
                impact: number;
                likelihood: number;
                items: number;
            }[];
            /** @description Items to be paid that lack an input of the order */
            notScored: number;
            accepted: number;
        };
        DebtTemplateList: {
            items: {
                id: string;
                name: string;
                titlePattern: string;
                places: string[];
                category: components["schemas"]["DebtCategoryName"];
                proposed: {
                    field: string;
                    value: number;
                    why: string;
                }[];
                outline: string;
                expectedLinks: components["schemas"]["DebtLinkTypeName"][];
            }[];
        };
        EntityTechDebt: {
            entityRef: string;
            title: string;
            /** @description Whether it tells of more than the entity alone */
            isRollUp: boolean;
            /**
             * @description Which items these are: of an `entity` those that hang on it; of a `scope`, which is a system or domain, those of which an entity counts in it today; of an `owner`, which is a group, those that it and the groups below it answer for, wherever they lie
             * @enum {string}
             */
            countedBy: "entity" | "scope" | "owner";
            /** @description Of all items of the entity, whatever is filtered */
            summary: components["schemas"]["DebtSummary"];
            /** @description Out of the reports of the entity, or of all that counts in it, linked to an item or not. It is no sum of the interests of items. */
            measuredInterest?: components["schemas"]["MeasuredDebtInterest"];
            items: components["schemas"]["DebtItemRow"][];
            totalItems: number;
            nextCursor: string | null;
            mayCreate: boolean;
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
        Sort: "name" | "-name" | "leadTime" | "-leadTime" | "deployments" | "-deployments" | "lastDeployment" | "-lastDeployment" | "changeFailRate" | "-changeFailRate" | "recovery" | "-recovery";
        Cursor: string;
        Limit: number;
        /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
        Profile: components["schemas"]["DoraProfileId"];
        /** @description Edition of the DORA report that numbers are compared with. Default: the configured one, 2025 unless set */
        Edition: components["schemas"]["BenchmarkEditionId"];
        /** @description Only deployments that failed, or only those that did not */
        Failed: boolean;
        /** @description Only deployments that are rework, or only those that are not */
        Rework: boolean;
        FlowMetric: components["schemas"]["FlowMetricId"];
        /** @description What was scanned, such as component:default/checkout */
        ScannedEntity: string;
        /** @description When it was scanned. Now, where it does not say. What is older than what is known already changes nothing */
        ScannedAt: string;
        /** @description Documents of a page; each may have thousands of items */
        DebtDocumentLimit: number;
        /** @description `yaml` is a document of kind TechDebtRegister with at most 5,000 items */
        DebtFileFormat: components["schemas"]["DebtFileFormatName"];
        DebtReportId: string;
        /** @description Id of an item; reports that are linked to it as their cause */
        DebtReportItem: string;
        /** @description Only reports that are linked to no item */
        DebtReportUnlinked: boolean;
        DebtSuggestionId: string;
        /** @description States, several allowed */
        DebtSuggestionStateFilter: components["schemas"]["DebtSuggestionStateName"][];
        /** @description Sources, several allowed */
        DebtSuggestionSourceFilter: components["schemas"]["DebtSuggestionSourceName"][];
        /** @description Words that the title or the description holds, each of them, also as parts of words */
        DebtSuggestionText: string;
        /** @description Id of an item that suggestions were promoted to */
        DebtSuggestionItem: string;
        /** @description Field, with a leading minus for descending; of those alike the one that is so longest comes first. Suggestions without a value come last in both directions. `severity` begins with the worst, `since` with the oldest. */
        DebtSuggestionSort: "severity" | "-severity" | "since" | "-since" | "firstSeen" | "-firstSeen" | "title" | "-title" | "entity" | "-entity";
        DebtItemId: string;
        /** @description The version of the item that was read */
        DebtVersionSeen: number;
        /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
        DebtScope: string;
        /** @description Ref of an entity that items hang on */
        DebtEntity: string;
        /** @description Statuses, several allowed */
        DebtStatusFilter: components["schemas"]["DebtStatusName"][];
        /** @description Categories, several allowed */
        DebtCategoryFilter: components["schemas"]["DebtCategoryName"][];
        /** @description Severities, several allowed */
        DebtSeverityFilter: components["schemas"]["DebtSeverityName"][];
        DebtImpact: number;
        DebtLikelihood: number;
        /** @description Only items that are to be paid and whose target date is over; what is accepted is not due until that ends */
        DebtOverdue: boolean;
        /** @description Only items that are still owed and whose review date is over */
        DebtReviewDue: boolean;
        /** @description Beginnings of words of the title or the description, each of them, in any case */
        DebtText: string;
        /** @description Together with `linkRef`, items that are linked to it; none where the caller may not see what that is */
        DebtLinkTypeFilter: components["schemas"]["DebtLinkTypeName"];
        DebtLinkRef: string;
        /** @description Field, with a leading minus for descending. Items without a value come last in both directions. */
        DebtSort: "title" | "-title" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "statusSince" | "-statusSince" | "targetDate" | "-targetDate" | "reviewDate" | "-reviewDate" | "owner" | "-owner" | "status" | "-status" | "category" | "-category" | "severity" | "-severity" | "risk" | "-risk" | "interest" | "-interest" | "principal" | "-principal" | "wsjf" | "-wsjf" | "priority" | "-priority" | "payback" | "-payback";
        /** @description How long a period is; the first and the last are cut off where the window begins and ends. At most 400 periods. */
        DebtInterval: "day" | "week" | "month";
        /** @description Also the flow of each owner, or of each system or domain, as entities belong to them today. What several of these share counts in each. */
        DebtBy: "owner" | "system" | "domain";
        /** @description `then` counts an item for the owner and the entities that it had at each time; `now` as if it had always had those of today */
        DebtFlowOwnership: "now" | "then";
        DebtTopOrder: "priority" | "wsjf" | "risk" | "interest" | "payback";
        DebtTopCount: number;
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
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
                /** @description Edition of the DORA report that numbers are compared with. Default: the configured one, 2025 unless set */
                edition?: components["parameters"]["Edition"];
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
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
                /** @description Edition of the DORA report that numbers are compared with. Default: the configured one, 2025 unless set */
                edition?: components["parameters"]["Edition"];
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
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
                /** @description Only deployments that failed, or only those that did not */
                failed?: components["parameters"]["Failed"];
                /** @description Only deployments that are rework, or only those that are not */
                rework?: components["parameters"]["Rework"];
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
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
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
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
                /** @description Edition of the DORA report that numbers are compared with. Default: the configured one, 2025 unless set */
                edition?: components["parameters"]["Edition"];
                /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
                ownership?: components["parameters"]["Ownership"];
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
    getEntityDoraSeries: {
        parameters: {
            query: {
                metric: components["parameters"]["Metric"];
                interval?: "day" | "week" | "month";
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
                ownership?: components["parameters"]["Ownership"];
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraSeries"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityIncidents: {
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
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
                /** @description Only incidents tied to a deployment, tied to none, or not over yet */
                state?: "linked" | "unlinked" | "open";
                /** @description Only incidents left out for this reason */
                exclusion?: components["schemas"]["ExclusionReason"];
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDoraCorrections: {
        parameters: {
            query?: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraCorrectionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDoraCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDoraCorrection"];
            };
        };
        responses: {
            /** @description The correction */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraCorrection"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    undoDoraCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraCorrection"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityDisputes: {
        parameters: {
            query?: {
                state?: components["schemas"]["DisputeState"];
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDispute"];
            };
        };
        responses: {
            /** @description The dispute */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    answerDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    verdict: "accepted" | "rejected";
                    answer: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdrawDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                state?: components["schemas"]["DisputeState"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDoraDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoraDefinitions"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainDoraSummary: {
        parameters: {
            query: {
                metric: components["parameters"]["Metric"];
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
                /** @description `now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day */
                ownership?: components["parameters"]["Ownership"];
                /** @description Definition that the numbers follow. Default: the configured one, `dora-2026` unless set */
                profile?: components["parameters"]["Profile"];
                /** @description Edition of the DORA report that numbers are compared with. Default: the configured one, 2025 unless set */
                edition?: components["parameters"]["Edition"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
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
    getEntityFlow: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainEntityFlow: {
        parameters: {
            query: {
                metric: components["parameters"]["FlowMetric"];
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowExplanation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityWorkItems: {
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
                state?: "arrived" | "in_progress" | "completed" | "cancelled" | "reopened" | "blocked";
                category?: components["schemas"]["FlowCategory"];
                period?: string;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityForecast: {
        parameters: {
            query?: {
                /** @description Asks when so many items will be done */
                items?: number;
                /** @description Asks how many items will be done by this day, inclusive */
                by?: string;
                seed?: number;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityForecasts: {
        parameters: {
            query?: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityForecastBackTest: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastBackTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityBuilds: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFlow: {
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
                sort?: "name" | "-name" | "cycleTime" | "-cycleTime" | "wip" | "-wip" | "throughput" | "-throughput" | "oldest" | "-oldest";
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowFleetPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFlowSummary: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createBuilds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each run, in their order */
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
    createWorkItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each work item, in their order */
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
    listAcceptances: {
        parameters: {
            query?: {
                /** @description to_decide: those that wait for the caller; requested: the caller has asked for them */
                box?: "to_decide" | "requested" | "all";
                state?: components["schemas"]["AcceptanceState"];
                subject?: components["schemas"]["AcceptanceSubject"];
                /** @description Only of this entity */
                entityRef?: string;
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptancePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAcceptance"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                acceptanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    approveAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                acceptanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceVerdict"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    denyAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                acceptanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceVerdict"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdrawAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                acceptanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceVerdict"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                acceptanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceVerdict"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                status?: components["schemas"]["CampaignStatus"];
                /** @description Ref of the scorecard */
                scorecard?: string;
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignEdit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    endCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignNote"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    archiveCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignNote"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCampaignBurnDown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignBurnDown"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCampaignItems: {
        parameters: {
            query?: {
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                state?: "open" | "met" | "exempt" | "unknown";
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignItemPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCampaignReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestCheckExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCheckExemption"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAttestations: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestationList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    attest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAttestation"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attestation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestDebtAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDebtAcceptance"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtCapacity: {
        parameters: {
            query?: {
                /** @description Ref of the component, system, domain or group whose completed work is counted; without it all that the caller may see */
                scope?: string;
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description `then` counts work for the scope that its component belonged to when it was completed; `now` for that of today */
                ownership?: "now" | "then";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtCapacity"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtPlaces: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description Statuses, several allowed */
                status?: components["parameters"]["DebtStatusFilter"];
                impact?: components["parameters"]["DebtImpact"];
                likelihood?: components["parameters"]["DebtLikelihood"];
                /** @description Only items that are to be paid and whose target date is over; what is accepted is not due until that ends */
                overdue?: components["parameters"]["DebtOverdue"];
                /** @description Only items that are still owed and whose review date is over */
                reviewDue?: components["parameters"]["DebtReviewDue"];
                /** @description Together with `linkRef`, items that are linked to it; none where the caller may not see what that is */
                linkType?: components["parameters"]["DebtLinkTypeFilter"];
                linkRef?: components["parameters"]["DebtLinkRef"];
                /** @description What debt is laid out by: who answers for items, or the systems or domains to which their entities belong today */
                by?: "owner" | "system" | "domain";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtPlaces"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sendSarif: {
        parameters: {
            query: {
                /** @description What was scanned, such as component:default/checkout */
                entityRef: components["parameters"]["ScannedEntity"];
                /** @description When it was scanned. Now, where it does not say. What is older than what is known already changes nothing */
                scannedAt?: components["parameters"]["ScannedAt"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file as the tool writes it, at most 20 MB; also as application/sarif+json */
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtScanOutcome"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sendSonarMeasures: {
        parameters: {
            query: {
                /** @description What was scanned, such as component:default/checkout */
                entityRef: components["parameters"]["ScannedEntity"];
                /** @description When it was scanned. Now, where it does not say. What is older than what is known already changes nothing */
                scannedAt?: components["parameters"]["ScannedAt"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The answer of SonarQube as it is */
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtScanOutcome"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityDecisionRights: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedRights"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityEscalation: {
        parameters: {
            query?: {
                about?: components["schemas"]["EscalationKind"];
                /** @description Of an incident */
                severity?: string;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDecisionForums: {
        parameters: {
            query?: {
                /** @description Only those in whose scope it is */
                entityRef?: string;
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionForumPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description Words of title, context or decision */
                text?: string;
                /** @description Only about this entity, or anything in it */
                entityRef?: string;
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                status?: components["schemas"]["DecisionStatus"];
                /** @description Only those whose review date has passed */
                reviewDue?: boolean;
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDecision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedDecision"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityOwnership: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainEntityOwnership: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipExplanation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    setOwnershipGapDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGapDate"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapDate"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    removeOwnershipGapDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                gap: components["schemas"]["OwnershipGap"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityOwnershipReviews: {
        parameters: {
            query?: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipReviewEventPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    confirmOwnership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOwnershipReview"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestHandOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHandOver"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOwnership: {
        parameters: {
            query?: {
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
                /** @description Only entities of this kind */
                kind?: "component" | "api" | "resource" | "system" | "domain";
                /** @description Only entities with this gap */
                gap?: components["schemas"]["OwnershipGap"];
                /** @description Only gaps whose date has passed */
                overdue?: boolean;
                /** @description Field, with a leading minus for descending */
                sort?: "name" | "-name" | "rung" | "-rung" | "tier" | "-tier" | "due" | "-due" | "reviewed" | "-reviewed";
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOwnershipSummary: {
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
                /** @description Only entities of this kind */
                kind?: "component" | "api" | "resource" | "system" | "domain";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainOwnershipSummary: {
        parameters: {
            query?: {
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
                /** @description Only entities of this kind */
                kind?: "component" | "api" | "resource" | "system" | "domain";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipExplanation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOwnershipMap: {
        parameters: {
            query?: {
                /** @description What the map is of */
                view?: "organisation" | "interactions" | "domains";
                /** @description Where the part begins. Default: the top */
                rootRef?: string;
                /** @description What is to be in the part, with everything above it */
                focusRef?: string;
                /** @description Levels below the root */
                depth?: number;
                /** @description Nodes at most; the rest is counted */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipMap"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    searchOwnershipMap: {
        parameters: {
            query: {
                text: string;
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapSearchResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOwnershipReviews: {
        parameters: {
            query?: {
                state?: components["schemas"]["OwnershipReviewState"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipReviewPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    askWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfRequest"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOwnershipPlans: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipPlanPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createOwnershipPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOwnershipPlan"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipPlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOwnershipPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipPlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateOwnershipPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedOwnershipPlan"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipPlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteOwnershipPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listSuccession: {
        parameters: {
            query?: {
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                domain?: components["parameters"]["Domain"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFactProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactProviderList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reportEntityFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each statement, in their order */
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
    listScorecards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    checkScorecard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardText"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardCheckAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    previewScorecard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardPreviewRequest"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardPreview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecardVersions: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardVersionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardDocument: {
        parameters: {
            query?: {
                /** @description Default: the one that holds */
                version?: number;
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDocument"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecardDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDraftList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createScorecardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScorecardDraft"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDraft"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDraft"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    saveScorecardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardDraftChange"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDraft"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteScorecardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    publishScorecardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardPublication"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    retireScorecard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardRetirement"];
            };
        };
        responses: {
            /** @description The answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityScorecards: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityScorecards"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    evaluateEntityScorecards: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityScorecards"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecardChanges: {
        parameters: {
            query?: {
                /** @description Ref of the scorecard */
                scorecard?: string;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardChangePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainScorecardCheck: {
        parameters: {
            query: {
                /** @description Ref of the scorecard */
                scorecard: string;
                /** @description Id of the check */
                check: string;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardExplanation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityFacts: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityFactReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardSummary: {
        parameters: {
            query?: {
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
                /** @description Kind of the entities, such as component */
                kind?: string;
                /** @description Ref of the scorecard */
                scorecard?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScoredEntities: {
        parameters: {
            query?: {
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
                /** @description Kind of the entities, such as component */
                kind?: string;
                /** @description Ref of the scorecard */
                scorecard?: string;
                /** @description Rank of the level, 0 for the empty one; needs a scorecard */
                level?: number;
                /** @description Only what this check of the scorecard is asked of */
                check?: string;
                /** @description With a check: only verdicts of this state */
                state?: components["schemas"]["VerdictState"];
                /** @description Field, with a leading minus for descending. Rows without a value come last in both directions. */
                sort?: "name" | "-name" | "level" | "-level" | "passing" | "-passing" | "failed" | "-failed" | "since" | "-since" | "tier" | "-tier";
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoredEntityPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardMatrix: {
        parameters: {
            query: {
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
                /** @description Kind of the entities, such as component */
                kind?: string;
                /** @description Ref of the scorecard */
                scorecard: string;
                /** @description Entities */
                limit?: number;
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardMatrix"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardHeatMap: {
        parameters: {
            query: {
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
                /** @description Kind of the entities, such as component */
                kind?: string;
                /** @description Ref of the scorecard */
                scorecard: string;
                /** @description What a row is: whoever owns; a group directly below the one of the filter, with all below it; a system; a domain; a tier */
                by?: "group" | "owner" | "system" | "domain" | "tier";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardHeatMap"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardSeries: {
        parameters: {
            query: {
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
                /** @description Kind of the entities, such as component */
                kind?: string;
                /** @description Ref of the scorecard */
                scorecard: string;
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description Length of a step */
                interval?: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardSeries"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScoreChanges: {
        parameters: {
            query: {
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
                /** @description Kind of the entities, such as component */
                kind?: string;
                /** @description Ref of the scorecard */
                scorecard: string;
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreChangeReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntitySlos: {
        parameters: {
            query?: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloProposals: {
        parameters: {
            query?: never;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloProposals"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReleaseGate: {
        parameters: {
            query?: {
                /** @description Where it is released to */
                environment?: string;
                /** @description Whether the release is a risky one; those of low risk are never frozen */
                risk?: "low" | "high";
                /** @description What the pipeline calls the release; kept with the answer */
                reference?: string;
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseGate"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    breakReleaseGate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBreakGlass"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listReleaseGateDecisions: {
        parameters: {
            query?: {
                decision?: components["schemas"]["ReleaseDecision"];
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseGateDecisionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSlos: {
        parameters: {
            query?: {
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
                state?: components["schemas"]["SloState"];
                /** @description Only those with an alert that fires, or only those without */
                burning?: boolean;
                /** @description By the day on which the document is to be looked at again */
                review?: "due" | "overdue" | "none";
                /** @description Field, with a leading minus for descending */
                sort?: "worst" | "name" | "-name" | "remaining" | "-remaining" | "burn" | "-burn" | "attainment" | "-attainment" | "tier" | "-tier";
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSloSummary: {
        parameters: {
            query?: {
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listUncoveredEntities: {
        parameters: {
            query?: {
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
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UncoveredEntityPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloProblems: {
        parameters: {
            query?: {
                severity?: "error" | "warning";
                /** @description Only of this rule */
                rule?: string;
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloProblemPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    writeSloRules: {
        parameters: {
            query?: {
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                format?: "prometheus" | "sloth" | "pyrra";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloRules"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSlo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSloSeries: {
        parameters: {
            query?: {
                /** @description Place of the objective in the document */
                objective?: number;
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloSeries"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloDays: {
        parameters: {
            query?: {
                /** @description Place of the objective in the document */
                objective?: number;
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloDays"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloWindows: {
        parameters: {
            query?: {
                /** @description Place of the objective in the document; -1 for a composite as a whole */
                objective?: number;
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloWindowPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    explainSlo: {
        parameters: {
            query?: {
                /** @description Place of the objective in the document */
                objective?: number;
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloExplanation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloBuckets: {
        parameters: {
            query?: {
                /** @description Place of the objective in the document */
                objective?: number;
                /** @description Seconds */
                resolution?: 300 | 3600 | 86400;
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloBucketPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloCorrections: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloCorrectionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestSloCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSloCorrection"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listErrorBudgetPolicies: {
        parameters: {
            query?: {
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBudgetPolicyPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getErrorBudgetPolicy: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBudgetPolicyReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestPolicyException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicyException"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reportSliMeasurements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlainFacts"];
        responses: {
            /** @description One outcome for each measurement, in their order */
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
    listDebtDocuments: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                /** @description Documents of a page; each may have thousands of items */
                limit?: components["parameters"]["DebtDocumentLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtDocumentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    previewDebtImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtImportFile"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtImportPreview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    importDebtItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtImport"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtImportResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportDebtItems: {
        parameters: {
            query: {
                /** @description `yaml` is a document of kind TechDebtRegister with at most 5,000 items */
                format: components["parameters"]["DebtFileFormat"];
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description Statuses, several allowed */
                status?: components["parameters"]["DebtStatusFilter"];
                impact?: components["parameters"]["DebtImpact"];
                likelihood?: components["parameters"]["DebtLikelihood"];
                /** @description Only items that are to be paid and whose target date is over; what is accepted is not due until that ends */
                overdue?: components["parameters"]["DebtOverdue"];
                /** @description Only items that are still owed and whose review date is over */
                reviewDue?: components["parameters"]["DebtReviewDue"];
                /** @description Together with `linkRef`, items that are linked to it; none where the caller may not see what that is */
                linkType?: components["parameters"]["DebtLinkTypeFilter"];
                linkRef?: components["parameters"]["DebtLinkRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": Record<string, never>;
                    "application/yaml": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeDebtItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtBulkChange"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtBulkResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtReports: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Id of an item; reports that are linked to it as their cause */
                item?: components["parameters"]["DebtReportItem"];
                /** @description Only reports that are linked to no item */
                unlinked?: components["parameters"]["DebtReportUnlinked"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtReportPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDebtReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDebtReport"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DescribedDebtReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: components["parameters"]["DebtReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DescribedDebtReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteDebtReport: {
        parameters: {
            query: {
                /** @description The version of the item that was read */
                version: components["parameters"]["DebtVersionSeen"];
            };
            header?: never;
            path: {
                reportId: components["parameters"]["DebtReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    changeDebtReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: components["parameters"]["DebtReportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtReportEdit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DescribedDebtReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtSuggestions: {
        parameters: {
            query?: {
                /** @description States, several allowed */
                state?: components["parameters"]["DebtSuggestionStateFilter"];
                /** @description Sources, several allowed */
                source?: components["parameters"]["DebtSuggestionSourceFilter"];
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Words that the title or the description holds, each of them, also as parts of words */
                text?: components["parameters"]["DebtSuggestionText"];
                /** @description Id of an item that suggestions were promoted to */
                item?: components["parameters"]["DebtSuggestionItem"];
                /** @description Field, with a leading minus for descending; of those alike the one that is so longest comes first. Suggestions without a value come last in both directions. `severity` begins with the worst, `since` with the oldest. */
                sort?: components["parameters"]["DebtSuggestionSort"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSuggestionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideDebtSuggestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtSuggestionDecisions"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSuggestionResults"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestionId: components["parameters"]["DebtSuggestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSuggestionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    promoteDebtSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestionId: components["parameters"]["DebtSuggestionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtSuggestionPromotion"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotedDebtSuggestion"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    dismissDebtSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestionId: components["parameters"]["DebtSuggestionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtSuggestionDismissal"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSuggestionRow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putBackDebtSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestionId: components["parameters"]["DebtSuggestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSuggestionRow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtSuggestionSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSuggestionSourceList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtItems: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description Statuses, several allowed */
                status?: components["parameters"]["DebtStatusFilter"];
                impact?: components["parameters"]["DebtImpact"];
                likelihood?: components["parameters"]["DebtLikelihood"];
                /** @description Only items that are to be paid and whose target date is over; what is accepted is not due until that ends */
                overdue?: components["parameters"]["DebtOverdue"];
                /** @description Only items that are still owed and whose review date is over */
                reviewDue?: components["parameters"]["DebtReviewDue"];
                /** @description Together with `linkRef`, items that are linked to it; none where the caller may not see what that is */
                linkType?: components["parameters"]["DebtLinkTypeFilter"];
                linkRef?: components["parameters"]["DebtLinkRef"];
                /** @description Field, with a leading minus for descending. Items without a value come last in both directions. */
                sort?: components["parameters"]["DebtSort"];
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDebtItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDebtItem"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledDebtItem"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    findDebtDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtDuplicateQuestion"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtDuplicates"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricedDebtItem"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteDebtItem: {
        parameters: {
            query: {
                /** @description The version of the item that was read */
                version: components["parameters"]["DebtVersionSeen"];
            };
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Somebody else changed it, or it cannot be done where the item stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemConflict"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeDebtItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtItemEdit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricedDebtItem"];
                };
            };
            /** @description Somebody else changed it, or it cannot be done where the item stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemConflict"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeDebtStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtStatusDeed"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricedDebtItem"];
                };
            };
            /** @description Somebody else changed it, or it cannot be done where the item stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemConflict"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtItemVersions: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemVersionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtItemComments: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemCommentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    commentOnDebtItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: components["parameters"]["DebtItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDebtItemComment"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtItemComment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtSummary: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description Statuses, several allowed */
                status?: components["parameters"]["DebtStatusFilter"];
                impact?: components["parameters"]["DebtImpact"];
                likelihood?: components["parameters"]["DebtLikelihood"];
                /** @description Only items that are to be paid and whose target date is over; what is accepted is not due until that ends */
                overdue?: components["parameters"]["DebtOverdue"];
                /** @description Only items that are still owed and whose review date is over */
                reviewDue?: components["parameters"]["DebtReviewDue"];
                /** @description Together with `linkRef`, items that are linked to it; none where the caller may not see what that is */
                linkType?: components["parameters"]["DebtLinkTypeFilter"];
                linkRef?: components["parameters"]["DebtLinkRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtMatrix: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description Statuses, several allowed */
                status?: components["parameters"]["DebtStatusFilter"];
                impact?: components["parameters"]["DebtImpact"];
                likelihood?: components["parameters"]["DebtLikelihood"];
                /** @description Only items that are to be paid and whose target date is over; what is accepted is not due until that ends */
                overdue?: components["parameters"]["DebtOverdue"];
                /** @description Only items that are still owed and whose review date is over */
                reviewDue?: components["parameters"]["DebtReviewDue"];
                /** @description Together with `linkRef`, items that are linked to it; none where the caller may not see what that is */
                linkType?: components["parameters"]["DebtLinkTypeFilter"];
                linkRef?: components["parameters"]["DebtLinkRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtMatrix"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtFlow: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D. */
                window?: components["parameters"]["Window"];
                /** @description First day of the window, inclusive */
                from?: components["parameters"]["From"];
                /** @description Last day of the window, inclusive */
                to?: components["parameters"]["To"];
                /** @description How long a period is; the first and the last are cut off where the window begins and ends. At most 400 periods. */
                interval?: components["parameters"]["DebtInterval"];
                /** @description Also the flow of each owner, or of each system or domain, as entities belong to them today. What several of these share counts in each. */
                by?: components["parameters"]["DebtBy"];
                /** @description `then` counts an item for the owner and the entities that it had at each time; `now` as if it had always had those of today */
                ownership?: components["parameters"]["DebtFlowOwnership"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtFlowReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDebtTopTen: {
        parameters: {
            query?: {
                /** @description Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see */
                scope?: components["parameters"]["DebtScope"];
                /** @description Ref of an entity that items hang on */
                entity?: components["parameters"]["DebtEntity"];
                /** @description Owner refs (groups or users), several allowed */
                owner?: components["parameters"]["Owner"];
                /** @description Count what the descendants of the owners own, too */
                descendants?: components["parameters"]["Descendants"];
                system?: components["parameters"]["System"];
                domain?: components["parameters"]["Domain"];
                type?: components["parameters"]["Type"];
                tier?: components["parameters"]["Tier"];
                lifecycle?: components["parameters"]["Lifecycle"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                order?: components["parameters"]["DebtTopOrder"];
                count?: components["parameters"]["DebtTopCount"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtTopTen"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDebtTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtTemplateList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityTechDebt: {
        parameters: {
            query?: {
                /** @description Statuses, several allowed */
                status?: components["parameters"]["DebtStatusFilter"];
                /** @description Categories, several allowed */
                category?: components["parameters"]["DebtCategoryFilter"];
                /** @description Severities, several allowed */
                severity?: components["parameters"]["DebtSeverityFilter"];
                /** @description Beginnings of words of the title or the description, each of them, in any case */
                text?: components["parameters"]["DebtText"];
                /** @description Field, with a leading minus for descending. Items without a value come last in both directions. */
                sort?: components["parameters"]["DebtSort"];
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
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityTechDebt"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
