// Generated from openapi.yaml. Do not edit.
/** The HTTP contract of the engine. */
export const openApiDocument: Record<string, any> = {
  "openapi": "3.1.0",
  "info": {
    "title": "Opmodel",
    "version": "1",
    "description": "An engineering organisation's operating model. Instants are ISO 8601 in UTC, days are ISO days in the configured zone, durations are seconds. A number without data is null.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/entities/{kind}/{namespace}/{name}/dora": {
      "get": {
        "operationId": "getEntityDora",
        "summary": "DORA report of one entity, or the roll-up of a system, domain or group",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "$ref": "#/components/parameters/Profile"
          },
          {
            "$ref": "#/components/parameters/Edition"
          }
        ],
        "responses": {
          "200": {
            "description": "The report",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/explain": {
      "get": {
        "operationId": "explainEntityDora",
        "summary": "Definition, window, sample, exclusions and arithmetic of one number",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Metric"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "$ref": "#/components/parameters/Profile"
          },
          {
            "$ref": "#/components/parameters/Edition"
          }
        ],
        "responses": {
          "200": {
            "description": "The explanation",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/deployments": {
      "get": {
        "operationId": "listEntityDeployments",
        "summary": "The deployments and changes behind the numbers, newest first",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "$ref": "#/components/parameters/Exclusion"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Profile"
          },
          {
            "$ref": "#/components/parameters/Failed"
          },
          {
            "$ref": "#/components/parameters/Rework"
          }
        ],
        "responses": {
          "200": {
            "description": "One page of deployments",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeploymentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/dora": {
      "get": {
        "operationId": "listDora",
        "summary": "The fleet, one row a component",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/State"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "$ref": "#/components/parameters/Sort"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Profile"
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the fleet",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraFleetPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/dora/summary": {
      "get": {
        "operationId": "getDoraSummary",
        "summary": "Roll-up of everything that the filter selects; without a filter, the organisation",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "$ref": "#/components/parameters/Profile"
          },
          {
            "$ref": "#/components/parameters/Edition"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          }
        ],
        "responses": {
          "200": {
            "description": "The report over the selection",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/events": {
      "post": {
        "operationId": "createEvents",
        "summary": "Takes CloudEvents, single or batched, with CDEvents as native payloads",
        "description": "Structured (`application/cloudevents+json`), batched (`application/cloudevents-batch+json`, at most 1,000 events) and binary (`ce-*` headers with `application/json`) mode, or a bare CDEvent as `application/json`. Idempotent on source and id. A single event that is rejected answers 400; a batch always answers per event.",
        "tags": [
          "intake"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/cloudevents+json": {
              "schema": {
                "type": "object"
              }
            },
            "application/cloudevents-batch+json": {
              "schema": {
                "type": "array",
                "maxItems": 1000,
                "items": {
                  "type": "object"
                }
              }
            },
            "application/json": {
              "schema": {
                "type": "object"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "One outcome for each event, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/events/unmapped": {
      "get": {
        "operationId": "listUnmappedEvents",
        "summary": "What intake keeps but cannot tie to an entity yet, counted by reason, most frequent first",
        "tags": [
          "intake"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "Counts by kind, source and reason",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UnmappedEvents"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/deployments": {
      "post": {
        "operationId": "createDeployments",
        "summary": "Takes deployments as plain JSON, one or `items`",
        "tags": [
          "intake"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each deployment, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes": {
      "post": {
        "operationId": "createChanges",
        "summary": "Takes changes (pull requests, merge requests, commits) as plain JSON, one or `items`",
        "tags": [
          "intake"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each change, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/incidents": {
      "post": {
        "operationId": "createIncidents",
        "summary": "Takes incidents as plain JSON, one or `items`",
        "tags": [
          "intake"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each incident, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/devlake/plugins/webhook/connections/{connection}/deployments": {
      "post": {
        "operationId": "createDevlakeDeployment",
        "summary": "Takes a deployment in DevLake's form",
        "tags": [
          "intake"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Connection"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/DevlakeBody"
        },
        "responses": {
          "200": {
            "description": "One outcome for each repository of the deployment, in the order of its commits",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/devlake/plugins/webhook/connections/{connection}/pull_requests": {
      "post": {
        "operationId": "createDevlakePullRequest",
        "summary": "Takes a pull request in DevLake's form",
        "tags": [
          "intake"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Connection"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/DevlakeBody"
        },
        "responses": {
          "200": {
            "description": "The outcome",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/devlake/plugins/webhook/connections/{connection}/issues": {
      "post": {
        "operationId": "createDevlakeIssue",
        "summary": "Takes an incident or another issue in DevLake's form",
        "tags": [
          "intake"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Connection"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/DevlakeBody"
        },
        "responses": {
          "200": {
            "description": "The outcome",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/devlake/plugins/webhook/connections/{connection}/issue/{issueKey}/close": {
      "post": {
        "operationId": "closeDevlakeIssue",
        "summary": "Says that an issue ended now",
        "tags": [
          "intake"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Connection"
          },
          {
            "$ref": "#/components/parameters/IssueKey"
          }
        ],
        "responses": {
          "200": {
            "description": "The outcome",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overview": {
      "get": {
        "operationId": "getOverview",
        "summary": "What this portal knows, as far as the caller may see",
        "tags": [
          "home"
        ],
        "responses": {
          "200": {
            "description": "Counts, subjects and freshness",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Overview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/attention": {
      "get": {
        "operationId": "listAttention",
        "summary": "What needs whom, most urgent first",
        "tags": [
          "home"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The attention list",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AttentionList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/health": {
      "get": {
        "operationId": "getHealth",
        "summary": "Snapshot, intake and collectors, for operators",
        "tags": [
          "operations"
        ],
        "responses": {
          "200": {
            "description": "State of the engine",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/events/unmapped/replay": {
      "post": {
        "operationId": "replayUnmappedEvents",
        "summary": "Maps everything that waits for an entity once more",
        "description": "Happens by itself whenever the catalog's links change. Takes the permission `opmodel.event.replay`.",
        "tags": [
          "operations"
        ],
        "responses": {
          "200": {
            "description": "What it came to",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UnmappedReplay"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/events/rejected": {
      "get": {
        "operationId": "listRejectedEvents",
        "summary": "What intake rejected in the last days, counted by producer, source and reason, most frequent first",
        "tags": [
          "operations"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "Counts by producer, source and reason",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RejectedEvents"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/intake/{source}": {
      "post": {
        "operationId": "receiveDelivery",
        "summary": "Takes a webhook delivery of a configured source",
        "description": "The raw body, as the outside system sends it: JSON, or a form whose field `payload` is JSON. The caller shows no token of the portal but what the configuration of the source asks for, which most often is a signature over the bytes of the body. 202 is answered only after the delivery was kept. 401: it does not prove where it comes from, or is too old; 404: there is no such source; 413: it is too large; 503: it could not be kept, send it again.",
        "tags": [
          "intake"
        ],
        "security": [],
        "parameters": [
          {
            "name": "source",
            "in": "path",
            "required": true,
            "description": "Id of the source in `opmodel.intake.sources`",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 63
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {}
            },
            "application/x-www-form-urlencoded": {
              "schema": {
                "type": "object",
                "required": [
                  "payload"
                ],
                "properties": {
                  "payload": {
                    "type": "string"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It is kept and will be processed, or has been received before",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "status"
                  ],
                  "properties": {
                    "status": {
                      "type": "string",
                      "enum": [
                        "received",
                        "duplicate"
                      ]
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inbox": {
      "get": {
        "operationId": "listDeliveries",
        "summary": "Webhook deliveries by state, newest first; never their content",
        "tags": [
          "operations"
        ],
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "waiting",
                "processed",
                "set_aside"
              ],
              "default": "set_aside"
            }
          },
          {
            "name": "source",
            "in": "query",
            "description": "Only deliveries of one configured source",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeliveryPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inbox/replay": {
      "post": {
        "operationId": "replayDeliveries",
        "summary": "Lets deliveries that were set aside be processed once more",
        "description": "Takes the permission `opmodel.event.replay`. Without `ids` and `source` everything that was set aside.",
        "tags": [
          "operations"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "ids": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 100,
                    "items": {
                      "type": "string",
                      "maxLength": 40,
                      "pattern": "^[!-~]+$"
                    }
                  },
                  "source": {
                    "type": "string",
                    "maxLength": 63,
                    "pattern": "^[a-z0-9-]+$"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How many wait again",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "replayed"
                  ],
                  "properties": {
                    "replayed": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/health/storage": {
      "get": {
        "operationId": "getStorage",
        "summary": "What each table of the engine holds, and how long rows are kept",
        "tags": [
          "operations"
        ],
        "responses": {
          "200": {
            "description": "Tables and retention",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Storage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/health/collectors/{collectorId}/runs": {
      "get": {
        "operationId": "listCollectorRuns",
        "summary": "How the runs of one collector went, newest first",
        "tags": [
          "operations"
        ],
        "parameters": [
          {
            "name": "collectorId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The newest runs",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CollectorRun"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/series": {
      "get": {
        "operationId": "getEntityDoraSeries",
        "summary": "One metric over time by day, week or month; weeks begin as the definition says",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Metric"
          },
          {
            "name": "interval",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "day",
                "week",
                "month"
              ],
              "default": "week"
            }
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "$ref": "#/components/parameters/Profile"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraSeries"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/incidents": {
      "get": {
        "operationId": "listEntityIncidents",
        "summary": "Incidents of the window with the deployment each is tied to, newest first",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "$ref": "#/components/parameters/Profile"
          },
          {
            "name": "state",
            "in": "query",
            "description": "Only incidents tied to a deployment, tied to none, or not over yet",
            "schema": {
              "type": "string",
              "enum": [
                "linked",
                "unlinked",
                "open"
              ]
            }
          },
          {
            "name": "exclusion",
            "in": "query",
            "description": "Only incidents left out for this reason",
            "schema": {
              "$ref": "#/components/schemas/ExclusionReason"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/corrections": {
      "get": {
        "operationId": "listDoraCorrections",
        "summary": "What people decided about the facts of a component, newest first, undone ones too",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraCorrectionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createDoraCorrection",
        "summary": "Corrects a link, a verdict or a period of a component; numbers are computed again",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDoraCorrection"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The correction",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraCorrection"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/corrections/{correctionId}/undo": {
      "post": {
        "operationId": "undoDoraCorrection",
        "summary": "Takes a correction back; it stays on record",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "correctionId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraCorrection"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/disputes": {
      "get": {
        "operationId": "listEntityDisputes",
        "summary": "Disputes of the numbers of one entity, newest first",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DisputeState"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DisputePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "openDispute",
        "summary": "Disputes a number where it stands; it stays visible and is marked",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDispute"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The dispute",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Dispute"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/answer": {
      "post": {
        "operationId": "answerDispute",
        "summary": "Answers a dispute, for those who may correct",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "disputeId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "verdict",
                  "answer"
                ],
                "properties": {
                  "verdict": {
                    "type": "string",
                    "enum": [
                      "accepted",
                      "rejected"
                    ]
                  },
                  "answer": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Dispute"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/withdraw": {
      "post": {
        "operationId": "withdrawDispute",
        "summary": "Takes a dispute back, for whoever opened it",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "disputeId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Dispute"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/dora/disputes": {
      "get": {
        "operationId": "listDisputes",
        "summary": "Disputes of everything that the caller may see, those due first",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DisputeState"
            }
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DisputePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/dora/definitions": {
      "get": {
        "operationId": "getDoraDefinitions",
        "summary": "The definitions and benchmark editions that can be chosen",
        "tags": [
          "dora"
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraDefinitions"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/dora/explain": {
      "get": {
        "operationId": "explainDoraSummary",
        "summary": "Definition, sample, exclusions and arithmetic of one number of everything that the filter selects",
        "tags": [
          "dora"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Metric"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "$ref": "#/components/parameters/Profile"
          },
          {
            "$ref": "#/components/parameters/Edition"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DoraExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow": {
      "get": {
        "operationId": "getEntityFlow",
        "summary": "Flow report of one entity, or the roll-up of a system, domain or group",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FlowReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow/explain": {
      "get": {
        "operationId": "explainEntityFlow",
        "summary": "Definition, sample, exclusions and arithmetic of one number",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/FlowMetric"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FlowExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow/items": {
      "get": {
        "operationId": "listEntityWorkItems",
        "summary": "The work items behind the numbers, newest first; those in progress oldest first",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "arrived",
                "in_progress",
                "completed",
                "cancelled",
                "reopened",
                "blocked"
              ]
            }
          },
          {
            "name": "category",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/FlowCategory"
            }
          },
          {
            "name": "period",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkItemPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow/forecast": {
      "get": {
        "operationId": "getEntityForecast",
        "summary": "When so many items will be done, and how many by a day: Monte Carlo over past throughput",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "items",
            "in": "query",
            "description": "Asks when so many items will be done",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 10000
            }
          },
          {
            "name": "by",
            "in": "query",
            "description": "Asks how many items will be done by this day, inclusive",
            "schema": {
              "type": "string",
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            }
          },
          {
            "name": "seed",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 4294967295
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Forecast"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow/forecasts": {
      "get": {
        "operationId": "listEntityForecasts",
        "summary": "Forecasts that were kept, with what came true, and how well they are calibrated",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ForecastPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow/forecasts/backtest": {
      "get": {
        "operationId": "getEntityForecastBackTest",
        "summary": "How forecasts of past Mondays would have held: each made from the days before it alone",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ForecastBackTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/flow/builds": {
      "get": {
        "operationId": "getEntityBuilds",
        "summary": "Success and duration of the pipelines of an entity or scope",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BuildReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/flow": {
      "get": {
        "operationId": "listFlow",
        "summary": "The fleet, one row a component",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "-name",
                "cycleTime",
                "-cycleTime",
                "wip",
                "-wip",
                "throughput",
                "-throughput",
                "oldest",
                "-oldest"
              ],
              "default": "name"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FlowFleetPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/flow/summary": {
      "get": {
        "operationId": "getFlowSummary",
        "summary": "Roll-up of everything that the filter selects; without a filter, the organisation",
        "tags": [
          "flow"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FlowReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/builds": {
      "post": {
        "operationId": "createBuilds",
        "summary": "Takes runs of pipelines as plain JSON, one or `items`",
        "tags": [
          "intake"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each run, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/work-items": {
      "post": {
        "operationId": "createWorkItems",
        "summary": "Takes work items as plain JSON, one or `items`",
        "tags": [
          "intake"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each work item, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/acceptances": {
      "get": {
        "operationId": "listAcceptances",
        "summary": "What was asked to be accepted, those to be decided first",
        "tags": [
          "acceptances"
        ],
        "parameters": [
          {
            "name": "box",
            "in": "query",
            "description": "to_decide: those that wait for the caller; requested: the caller has asked for them",
            "schema": {
              "type": "string",
              "enum": [
                "to_decide",
                "requested",
                "all"
              ],
              "default": "all"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AcceptanceState"
            }
          },
          {
            "name": "subject",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AcceptanceSubject"
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "description": "Only of this entity",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AcceptancePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "requestAcceptance",
        "summary": "Asks those whom a decision right names to accept something until a day",
        "tags": [
          "acceptances"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewAcceptance"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/acceptances/{acceptanceId}": {
      "get": {
        "operationId": "getAcceptance",
        "summary": "One acceptance with its history",
        "tags": [
          "acceptances"
        ],
        "parameters": [
          {
            "name": "acceptanceId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/acceptances/{acceptanceId}/approve": {
      "post": {
        "operationId": "approveAcceptance",
        "summary": "Approves, for those whom a decision right names; never for whoever asked",
        "tags": [
          "acceptances"
        ],
        "parameters": [
          {
            "name": "acceptanceId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptanceVerdict"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/acceptances/{acceptanceId}/deny": {
      "post": {
        "operationId": "denyAcceptance",
        "summary": "Denies, with the reason",
        "tags": [
          "acceptances"
        ],
        "parameters": [
          {
            "name": "acceptanceId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptanceVerdict"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/acceptances/{acceptanceId}/withdraw": {
      "post": {
        "operationId": "withdrawAcceptance",
        "summary": "Takes a request back, for whoever made it",
        "tags": [
          "acceptances"
        ],
        "parameters": [
          {
            "name": "acceptanceId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptanceVerdict"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/acceptances/{acceptanceId}/revoke": {
      "post": {
        "operationId": "revokeAcceptance",
        "summary": "Ends what was approved before its time",
        "tags": [
          "acceptances"
        ],
        "parameters": [
          {
            "name": "acceptanceId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptanceVerdict"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns": {
      "get": {
        "operationId": "listCampaigns",
        "summary": "Campaigns with how far they are, of what the caller may see",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/CampaignStatus"
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CampaignPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCampaign",
        "summary": "Begins a campaign",
        "tags": [
          "campaigns"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewCampaign"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{campaignId}": {
      "get": {
        "operationId": "getCampaign",
        "summary": "One campaign",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "changeCampaign",
        "summary": "Changes a campaign",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CampaignEdit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{campaignId}/end": {
      "post": {
        "operationId": "endCampaign",
        "summary": "Ends a campaign before its time",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CampaignNote"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{campaignId}/archive": {
      "post": {
        "operationId": "archiveCampaign",
        "summary": "Puts a campaign away; its report stays",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CampaignNote"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{campaignId}/burn-down": {
      "get": {
        "operationId": "getCampaignBurnDown",
        "summary": "What was open day by day, beside the straight way to the target date",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CampaignBurnDown"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{campaignId}/items": {
      "get": {
        "operationId": "listCampaignItems",
        "summary": "What the campaign asks of each entity, what is open first",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "open",
                "met",
                "exempt",
                "unknown"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CampaignItemPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{campaignId}/report": {
      "get": {
        "operationId": "getCampaignReport",
        "summary": "How a campaign went: by team and by check, from its start to its end, or to now",
        "tags": [
          "campaigns"
        ],
        "parameters": [
          {
            "name": "campaignId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CampaignReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards/exemptions": {
      "post": {
        "operationId": "requestCheckExemption",
        "summary": "Asks for a check to be excused for an entity until a day",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewCheckExemption"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/attestations": {
      "get": {
        "operationId": "listAttestations",
        "summary": "What people vouch for of an entity, and what may be vouched for",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AttestationList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "attest",
        "summary": "Vouches for something of an entity, until a day",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewAttestation"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Attestation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/{itemId}/acceptance": {
      "post": {
        "operationId": "requestDebtAcceptance",
        "summary": "Asks for an item to stay unpaid until a day. Somebody else decides, as about every acceptance.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDebtAcceptance"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/capacity": {
      "get": {
        "operationId": "getDebtCapacity",
        "summary": "The capacity that was agreed for debt against what was spent on it, out of the flow distribution. Takes opmodel.flow.read as well.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "name": "scope",
            "in": "query",
            "description": "Ref of the component, system, domain or group whose completed work is counted; without it all that the caller may see",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "name": "ownership",
            "in": "query",
            "description": "`then` counts work for the scope that its component belonged to when it was completed; `now` for that of today",
            "schema": {
              "type": "string",
              "enum": [
                "now",
                "then"
              ],
              "default": "then"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtCapacity"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/places": {
      "get": {
        "operationId": "getDebtPlaces",
        "summary": "What is owed today in each system or domain, or by each owner",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtStatusFilter"
          },
          {
            "$ref": "#/components/parameters/DebtImpact"
          },
          {
            "$ref": "#/components/parameters/DebtLikelihood"
          },
          {
            "$ref": "#/components/parameters/DebtOverdue"
          },
          {
            "$ref": "#/components/parameters/DebtReviewDue"
          },
          {
            "$ref": "#/components/parameters/DebtLinkTypeFilter"
          },
          {
            "$ref": "#/components/parameters/DebtLinkRef"
          },
          {
            "name": "by",
            "in": "query",
            "description": "What debt is laid out by: who answers for items, or the systems or domains to which their entities belong today",
            "schema": {
              "type": "string",
              "enum": [
                "owner",
                "system",
                "domain"
              ],
              "default": "system"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtPlaces"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/debt-scans/sarif": {
      "post": {
        "operationId": "sendSarif",
        "summary": "Takes a SARIF 2.1.0 file of what a tool found in an entity. What is found is suggested as technical debt; what the same tool and category found before, and does not find any more, is gone. Sending the same again changes nothing.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ScannedEntity"
          },
          {
            "$ref": "#/components/parameters/ScannedAt"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The file as the tool writes it, at most 20 MB; also as application/sarif+json",
          "content": {
            "application/json": {
              "schema": {
                "type": "object"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtScanOutcome"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/debt-scans/sonarqube": {
      "post": {
        "operationId": "sendSonarMeasures",
        "summary": "Takes an answer of SonarQube's GET api/measures/component with the maintainability rating, debt ratio and remediation effort of a project. A project with a bad rating is suggested as technical debt; with a better one it is gone.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ScannedEntity"
          },
          {
            "$ref": "#/components/parameters/ScannedAt"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The answer of SonarQube as it is",
          "content": {
            "application/json": {
              "schema": {
                "type": "object"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtScanOutcome"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/decision-rights": {
      "get": {
        "operationId": "listEntityDecisionRights",
        "summary": "Who decides what about an entity",
        "tags": [
          "decisions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AppliedRights"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/escalation": {
      "get": {
        "operationId": "getEntityEscalation",
        "summary": "Whom to tell about an entity, and whom then; answered without asking any vendor",
        "tags": [
          "decisions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "about",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EscalationKind"
            }
          },
          {
            "name": "severity",
            "in": "query",
            "description": "Of an incident",
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Escalation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/decision-forums": {
      "get": {
        "operationId": "listDecisionForums",
        "summary": "Where decisions are made, how often and by whom",
        "tags": [
          "decisions"
        ],
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "description": "Only those in whose scope it is",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DecisionForumPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/decisions": {
      "get": {
        "operationId": "listDecisions",
        "summary": "Decisions, the newest first",
        "tags": [
          "decisions"
        ],
        "parameters": [
          {
            "name": "text",
            "in": "query",
            "description": "Words of title, context or decision",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "description": "Only about this entity, or anything in it",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DecisionStatus"
            }
          },
          {
            "name": "reviewDue",
            "in": "query",
            "description": "Only those whose review date has passed",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DecisionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createDecision",
        "summary": "Enters a decision",
        "tags": [
          "decisions"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDecision"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Decision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/decisions/{decisionId}": {
      "get": {
        "operationId": "getDecision",
        "summary": "One decision with its earlier versions",
        "tags": [
          "decisions"
        ],
        "parameters": [
          {
            "name": "decisionId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Decision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "updateDecision",
        "summary": "Replaces a decision that nobody else has changed meanwhile; the earlier text is kept",
        "tags": [
          "decisions"
        ],
        "parameters": [
          {
            "name": "decisionId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangedDecision"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Decision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/ownership": {
      "get": {
        "operationId": "getEntityOwnership",
        "summary": "Who owns an entity and how well, or how well everything in a system, domain or group is owned",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Ownership"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/ownership/explain": {
      "get": {
        "operationId": "explainEntityOwnership",
        "summary": "Where the coverage of an entity or scope comes from",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/ownership/gap-dates": {
      "put": {
        "operationId": "setOwnershipGapDate",
        "summary": "Sets the day by which a gap is to be closed",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewGapDate"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GapDate"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/ownership/gap-dates/{gap}": {
      "delete": {
        "operationId": "removeOwnershipGapDate",
        "summary": "Takes the date of a gap back",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "gap",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Done"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/ownership/reviews": {
      "get": {
        "operationId": "listEntityOwnershipReviews",
        "summary": "What became of the reviews and hand-overs of an entity, newest first",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipReviewEventPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "confirmOwnership",
        "summary": "The owner confirms that the ownership is right",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewOwnershipReview"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipReview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/ownership/hand-overs": {
      "post": {
        "operationId": "requestHandOver",
        "summary": "Asks another group to take an entity over; it holds when the group accepts",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewHandOver"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership": {
      "get": {
        "operationId": "listOwnership",
        "summary": "Every entity that is to be owned with its ladder, and with its gaps",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Only entities of this kind",
            "schema": {
              "type": "string",
              "enum": [
                "component",
                "api",
                "resource",
                "system",
                "domain"
              ]
            }
          },
          {
            "name": "gap",
            "in": "query",
            "description": "Only entities with this gap",
            "schema": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          },
          {
            "name": "overdue",
            "in": "query",
            "description": "Only gaps whose date has passed",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "Field, with a leading minus for descending",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "-name",
                "rung",
                "-rung",
                "tier",
                "-tier",
                "due",
                "-due",
                "reviewed",
                "-reviewed"
              ],
              "default": "rung"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/summary": {
      "get": {
        "operationId": "getOwnershipSummary",
        "summary": "Coverage of everything that the filter selects, over time",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Only entities of this kind",
            "schema": {
              "type": "string",
              "enum": [
                "component",
                "api",
                "resource",
                "system",
                "domain"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/explain": {
      "get": {
        "operationId": "explainOwnershipSummary",
        "summary": "Where the coverage of the selection comes from",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Only entities of this kind",
            "schema": {
              "type": "string",
              "enum": [
                "component",
                "api",
                "resource",
                "system",
                "domain"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/map": {
      "get": {
        "operationId": "getOwnershipMap",
        "summary": "A part of the map: organisation, interactions of teams, or domains",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "name": "view",
            "in": "query",
            "description": "What the map is of",
            "schema": {
              "type": "string",
              "enum": [
                "organisation",
                "interactions",
                "domains"
              ],
              "default": "organisation"
            }
          },
          {
            "name": "rootRef",
            "in": "query",
            "description": "Where the part begins. Default: the top",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "focusRef",
            "in": "query",
            "description": "What is to be in the part, with everything above it",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "depth",
            "in": "query",
            "description": "Levels below the root",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 6,
              "default": 2
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "Nodes at most; the rest is counted",
            "schema": {
              "type": "integer",
              "minimum": 10,
              "maximum": 300,
              "default": 120
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipMap"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/map/search": {
      "get": {
        "operationId": "searchOwnershipMap",
        "summary": "Groups, systems, domains and what they hold by a part of their name",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "name": "text",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/MapSearchResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/reviews": {
      "get": {
        "operationId": "listOwnershipReviews",
        "summary": "Ownership that is to be confirmed, those due first",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/OwnershipReviewState"
            }
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipReviewPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/what-if": {
      "post": {
        "operationId": "askWhatIf",
        "summary": "What a re-organisation would do to ownership; it changes nothing",
        "tags": [
          "ownership"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WhatIfRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WhatIfAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/plans": {
      "get": {
        "operationId": "listOwnershipPlans",
        "summary": "The plans that name the caller as a reader",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipPlanPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createOwnershipPlan",
        "summary": "Saves a plan for its named readers until it expires",
        "tags": [
          "ownership"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewOwnershipPlan"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipPlan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/plans/{planId}": {
      "get": {
        "operationId": "getOwnershipPlan",
        "summary": "One plan, with what it would do as of now",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "name": "planId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipPlan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "updateOwnershipPlan",
        "summary": "Replaces a plan that nobody else has changed meanwhile",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "name": "planId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangedOwnershipPlan"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OwnershipPlan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteOwnershipPlan",
        "summary": "Deletes a plan",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "name": "planId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Done"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ownership/succession": {
      "get": {
        "operationId": "listSuccession",
        "summary": "Systems whose knowledge or on-call rests on one person, as counts",
        "tags": [
          "ownership"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SuccessionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/facts": {
      "get": {
        "operationId": "listFactProviders",
        "summary": "Who tells which facts, and how fresh they are",
        "tags": [
          "scorecards"
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FactProviderList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "reportEntityFacts",
        "summary": "Facts of catalog entities, as plain JSON",
        "tags": [
          "scorecards"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each statement, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards": {
      "get": {
        "operationId": "listScorecards",
        "summary": "Every scorecard that the caller may see",
        "tags": [
          "scorecards"
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/check": {
      "post": {
        "operationId": "checkScorecard",
        "summary": "What is wrong with a definition, without keeping it",
        "tags": [
          "scorecards"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ScorecardText"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardCheckAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/preview": {
      "post": {
        "operationId": "previewScorecard",
        "summary": "What a definition would change, by the facts that are known: which entities move, and which teams",
        "tags": [
          "scorecards"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ScorecardPreviewRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{namespace}/{name}": {
      "get": {
        "operationId": "getScorecard",
        "summary": "One scorecard as it holds",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{namespace}/{name}/versions": {
      "get": {
        "operationId": "listScorecardVersions",
        "summary": "The versions of a scorecard with what each changed, the latest first",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardVersionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{namespace}/{name}/document": {
      "get": {
        "operationId": "getScorecardDocument",
        "summary": "A scorecard as a document for the catalog, ready to be committed",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "version",
            "in": "query",
            "description": "Default: the one that holds",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDocument"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-drafts": {
      "get": {
        "operationId": "listScorecardDrafts",
        "summary": "Drafts that the caller may edit",
        "tags": [
          "scorecards"
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDraftList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createScorecardDraft",
        "summary": "Begins a draft: empty, of a document, or as a copy of a scorecard",
        "tags": [
          "scorecards"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewScorecardDraft"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDraft"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-drafts/{draftId}": {
      "get": {
        "operationId": "getScorecardDraft",
        "summary": "One draft, with what is wrong with it and how it differs from what holds",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "name": "draftId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDraft"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "saveScorecardDraft",
        "summary": "Keeps a draft",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "name": "draftId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ScorecardDraftChange"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDraft"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteScorecardDraft",
        "summary": "Throws a draft away",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "name": "draftId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "204": {
            "description": "The answer"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-drafts/{draftId}/publish": {
      "post": {
        "operationId": "publishScorecardDraft",
        "summary": "Makes a draft hold, as the next version",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "name": "draftId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ScorecardPublication"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{namespace}/{name}/retire": {
      "post": {
        "operationId": "retireScorecard",
        "summary": "Ends a scorecard that is written in the portal",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ScorecardRetirement"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "The answer"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards": {
      "get": {
        "operationId": "getEntityScorecards",
        "summary": "Where an entity stands on each scorecard, with every check and what mends it; of a system, domain or group also all that is in it",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityScorecards"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards/evaluate": {
      "post": {
        "operationId": "evaluateEntityScorecards",
        "summary": "Evaluates an entity now, by the facts that are known",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityScorecards"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards/history": {
      "get": {
        "operationId": "listScorecardChanges",
        "summary": "How the verdicts and levels of an entity changed, the latest first",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "scorecard",
            "in": "query",
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardChangePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards/explain": {
      "get": {
        "operationId": "explainScorecardCheck",
        "summary": "How a verdict came about: the expression, the facts that it read, the version of the check, and what stands behind it",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "scorecard",
            "in": "query",
            "required": true,
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "check",
            "in": "query",
            "required": true,
            "description": "Id of the check",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/facts": {
      "get": {
        "operationId": "getEntityFacts",
        "summary": "What providers tell of an entity",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityFactReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/summary": {
      "get": {
        "operationId": "getScorecardSummary",
        "summary": "Every scorecard over all that the filter selects: levels, shares with their coverage, and the checks that fail most",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, such as component",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/entities": {
      "get": {
        "operationId": "listScoredEntities",
        "summary": "Entities with their levels, sorted and paged",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, such as component",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "level",
            "in": "query",
            "description": "Rank of the level, 0 for the empty one; needs a scorecard",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100
            }
          },
          {
            "name": "check",
            "in": "query",
            "description": "Only what this check of the scorecard is asked of",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "With a check: only verdicts of this state",
            "schema": {
              "$ref": "#/components/schemas/VerdictState"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "Field, with a leading minus for descending. Rows without a value come last in both directions.",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "-name",
                "level",
                "-level",
                "passing",
                "-passing",
                "failed",
                "-failed",
                "since",
                "-since",
                "tier",
                "-tier"
              ],
              "default": "level"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScoredEntityPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/matrix": {
      "get": {
        "operationId": "getScorecardMatrix",
        "summary": "Every verdict of a scorecard for all entities that the filter selects, one letter a check",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, such as component",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "required": true,
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "Entities",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 1000
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardMatrix"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/heat-map": {
      "get": {
        "operationId": "getScorecardHeatMap",
        "summary": "Teams, systems or tiers beside the checks of a scorecard",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, such as component",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "required": true,
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "by",
            "in": "query",
            "description": "What a row is: whoever owns; a group directly below the one of the filter, with all below it; a system; a domain; a tier",
            "schema": {
              "type": "string",
              "enum": [
                "group",
                "owner",
                "system",
                "domain",
                "tier"
              ],
              "default": "owner"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardHeatMap"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/series": {
      "get": {
        "operationId": "getScorecardSeries",
        "summary": "Levels and shares of a scorecard over time, of what the filter selects today",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, such as component",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "required": true,
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "name": "interval",
            "in": "query",
            "description": "Length of a step",
            "schema": {
              "type": "string",
              "enum": [
                "day",
                "week",
                "month"
              ],
              "default": "week"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardSeries"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/score-changes": {
      "get": {
        "operationId": "getScoreChanges",
        "summary": "Why a score moved in a window: which part of the change each cause brought about, and which entities changed their level",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, such as component",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "required": true,
            "description": "Ref of the scorecard",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScoreChangeReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/slos": {
      "get": {
        "operationId": "getEntitySlos",
        "summary": "The objectives of an entity with their budgets, or those of everything in a system, domain or group",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/slo-proposals": {
      "get": {
        "operationId": "listSloProposals",
        "summary": "Objectives that what was measured of an entity would bear, each as a ready OpenSLO document",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloProposals"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/release-gate": {
      "get": {
        "operationId": "getReleaseGate",
        "summary": "Whether a release of an entity is allowed by the error budget policies that apply",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "environment",
            "in": "query",
            "description": "Where it is released to",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "risk",
            "in": "query",
            "description": "Whether the release is a risky one; those of low risk are never frozen",
            "schema": {
              "type": "string",
              "enum": [
                "low",
                "high"
              ],
              "default": "high"
            }
          },
          {
            "name": "reference",
            "in": "query",
            "description": "What the pipeline calls the release; kept with the answer",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReleaseGate"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/release-gate/break-glass": {
      "post": {
        "operationId": "breakReleaseGate",
        "summary": "Lets releases of an entity pass for 24 hours, for a reason that is kept",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewBreakGlass"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/release-gate/decisions": {
      "get": {
        "operationId": "listReleaseGateDecisions",
        "summary": "What the gate answered for an entity, newest first",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "decision",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ReleaseDecision"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReleaseGateDecisionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos": {
      "get": {
        "operationId": "listSlos",
        "summary": "Every objective that the caller may see, the worst first",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/SloState"
            }
          },
          {
            "name": "burning",
            "in": "query",
            "description": "Only those with an alert that fires, or only those without",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "review",
            "in": "query",
            "description": "By the day on which the document is to be looked at again",
            "schema": {
              "type": "string",
              "enum": [
                "due",
                "overdue",
                "none"
              ]
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "Field, with a leading minus for descending",
            "schema": {
              "type": "string",
              "enum": [
                "worst",
                "name",
                "-name",
                "remaining",
                "-remaining",
                "burn",
                "-burn",
                "attainment",
                "-attainment",
                "tier",
                "-tier"
              ],
              "default": "worst"
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/summary": {
      "get": {
        "operationId": "getSloSummary",
        "summary": "How the objectives of the selection are doing, and which services have none",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/uncovered": {
      "get": {
        "operationId": "listUncoveredEntities",
        "summary": "Components without an objective, those of the highest tier first",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/Text"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UncoveredEntityPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/problems": {
      "get": {
        "operationId": "listSloProblems",
        "summary": "What is wrong with documents",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "error",
                "warning"
              ]
            }
          },
          {
            "name": "rule",
            "in": "query",
            "description": "Only of this rule",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloProblemPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/rules": {
      "get": {
        "operationId": "writeSloRules",
        "summary": "Recording and alerting rules for the objectives that are measured in Prometheus, ready to be loaded",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "prometheus",
                "sloth",
                "pyrra"
              ],
              "default": "prometheus"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloRules"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}": {
      "get": {
        "operationId": "getSlo",
        "summary": "One SLO: its document, its objectives, what is wrong with it and who answers for it",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}/series": {
      "get": {
        "operationId": "getSloSeries",
        "summary": "The budget of an objective over time, with deployments and incidents",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "objective",
            "in": "query",
            "description": "Place of the objective in the document",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 99,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloSeries"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}/days": {
      "get": {
        "operationId": "listSloDays",
        "summary": "Attainment of each day, for a calendar",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "objective",
            "in": "query",
            "description": "Place of the objective in the document",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 99,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloDays"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}/windows": {
      "get": {
        "operationId": "listSloWindows",
        "summary": "How past windows ended, newest first",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "objective",
            "in": "query",
            "description": "Place of the objective in the document; -1 for a composite as a whole",
            "schema": {
              "type": "integer",
              "minimum": -1,
              "maximum": 99,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloWindowPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}/explain": {
      "get": {
        "operationId": "explainSlo",
        "summary": "Where the budget of an objective comes from",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "objective",
            "in": "query",
            "description": "Place of the objective in the document",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 99,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloExplanation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}/buckets": {
      "get": {
        "operationId": "listSloBuckets",
        "summary": "The counts behind a budget, newest first",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "name": "objective",
            "in": "query",
            "description": "Place of the objective in the document",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 99,
              "default": 0
            }
          },
          {
            "name": "resolution",
            "in": "query",
            "description": "Seconds",
            "schema": {
              "type": "integer",
              "enum": [
                300,
                3600,
                86400
              ],
              "default": 3600
            }
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloBucketPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{namespace}/{name}/corrections": {
      "get": {
        "operationId": "listSloCorrections",
        "summary": "Spans that are left out of the budget, and those that are asked for",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloCorrectionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "requestSloCorrection",
        "summary": "Asks for a span of time to be left out of the budget",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewSloCorrection"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slo-policies": {
      "get": {
        "operationId": "listErrorBudgetPolicies",
        "summary": "Error budget policies with what they have brought about",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ErrorBudgetPolicyPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slo-policies/{namespace}/{name}": {
      "get": {
        "operationId": "getErrorBudgetPolicy",
        "summary": "One policy: its thresholds, what it applies to, what it would have held and what it holds",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ErrorBudgetPolicyReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slo-policies/{namespace}/{name}/exceptions": {
      "post": {
        "operationId": "requestPolicyException",
        "summary": "Asks for an entity to be excepted from a policy for a time",
        "tags": [
          "slo"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewPolicyException"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Acceptance"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/sli-measurements": {
      "post": {
        "operationId": "reportSliMeasurements",
        "summary": "Counts of good and total events of objectives, as plain JSON",
        "tags": [
          "slo"
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/PlainFacts"
        },
        "responses": {
          "200": {
            "description": "One outcome for each measurement, in their order",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/documents": {
      "get": {
        "operationId": "listDebtDocuments",
        "summary": "The documents of the catalog that keep debt, of those that the caller may see, with what is wrong with them",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/DebtDocumentLimit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtDocumentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/imports/preview": {
      "post": {
        "operationId": "previewDebtImport",
        "summary": "What an import of a file would do, row by row. Nothing is written.",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtImportFile"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtImportPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/imports": {
      "post": {
        "operationId": "importDebtItems",
        "summary": "Takes the items of a file in. Rows that are right are taken in and those that are wrong are named; the same file again changes nothing, and goes on where it was interrupted.",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtImport"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtImportResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/export": {
      "get": {
        "operationId": "exportDebtItems",
        "summary": "All items that a list would have, as a file that an import takes",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtFileFormat"
          },
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtStatusFilter"
          },
          {
            "$ref": "#/components/parameters/DebtImpact"
          },
          {
            "$ref": "#/components/parameters/DebtLikelihood"
          },
          {
            "$ref": "#/components/parameters/DebtOverdue"
          },
          {
            "$ref": "#/components/parameters/DebtReviewDue"
          },
          {
            "$ref": "#/components/parameters/DebtLinkTypeFilter"
          },
          {
            "$ref": "#/components/parameters/DebtLinkRef"
          }
        ],
        "responses": {
          "200": {
            "description": "The file",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              },
              "application/json": {
                "schema": {
                  "type": "object"
                }
              },
              "application/yaml": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/bulk": {
      "post": {
        "operationId": "changeDebtItems",
        "summary": "Changes several items in the same way, each by itself: what cannot be changed hinders no other",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtBulkChange"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtBulkResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/reports": {
      "get": {
        "operationId": "listDebtReports",
        "summary": "What debt cost on a day, as teams reported it, of what the caller may see; the latest day first",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/DebtReportItem"
          },
          {
            "$ref": "#/components/parameters/DebtReportUnlinked"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtReportPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createDebtReport",
        "summary": "Reports a symptom of debt; an entity and what happened are enough",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDebtReport"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DescribedDebtReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/reports/{reportId}": {
      "get": {
        "operationId": "getDebtReport",
        "summary": "One report",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtReportId"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DescribedDebtReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "changeDebtReport",
        "summary": "Changes what is reported, and which item is its cause. What is not there stays as it is; null empties a field. 409: somebody else changed it.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtReportId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtReportEdit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DescribedDebtReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteDebtReport",
        "summary": "Takes away what was reported by mistake",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtReportId"
          },
          {
            "$ref": "#/components/parameters/DebtVersionSeen"
          }
        ],
        "responses": {
          "204": {
            "description": "The answer"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/suggestions": {
      "get": {
        "operationId": "listDebtSuggestions",
        "summary": "Debt that sources found by themselves, of what the caller may see",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtSuggestionStateFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSuggestionSourceFilter"
          },
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSuggestionText"
          },
          {
            "$ref": "#/components/parameters/DebtSuggestionItem"
          },
          {
            "$ref": "#/components/parameters/DebtSuggestionSort"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSuggestionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/suggestions/bulk": {
      "post": {
        "operationId": "decideDebtSuggestions",
        "summary": "Promotes, dismisses or puts back up to 100 suggestions, each by itself: one that cannot be decided keeps no other from it",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtSuggestionDecisions"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSuggestionResults"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/suggestions/{suggestionId}": {
      "get": {
        "operationId": "getDebtSuggestion",
        "summary": "One suggestion with its evidence, the item that promoting it would file, and the items that it may be the same as",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtSuggestionId"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSuggestionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/suggestions/{suggestionId}/promotion": {
      "post": {
        "operationId": "promoteDebtSuggestion",
        "summary": "Files a suggestion as an item, or says which item it is. Asked again, it answers the same item.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtSuggestionId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtSuggestionPromotion"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PromotedDebtSuggestion"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/suggestions/{suggestionId}/dismissal": {
      "post": {
        "operationId": "dismissDebtSuggestion",
        "summary": "Dismisses a suggestion for good, however often it is found again",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtSuggestionId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtSuggestionDismissal"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSuggestionRow"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "putBackDebtSuggestion",
        "summary": "Takes a dismissal back, so that the suggestion is to be decided again",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtSuggestionId"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSuggestionRow"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/suggestion-sources": {
      "get": {
        "operationId": "listDebtSuggestionSources",
        "summary": "What debt is looked for by, and how that goes",
        "tags": [
          "tech-debt"
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSuggestionSourceList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items": {
      "get": {
        "operationId": "listDebtItems",
        "summary": "Items of technical debt with their prices, of what the caller may see",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtStatusFilter"
          },
          {
            "$ref": "#/components/parameters/DebtImpact"
          },
          {
            "$ref": "#/components/parameters/DebtLikelihood"
          },
          {
            "$ref": "#/components/parameters/DebtOverdue"
          },
          {
            "$ref": "#/components/parameters/DebtReviewDue"
          },
          {
            "$ref": "#/components/parameters/DebtLinkTypeFilter"
          },
          {
            "$ref": "#/components/parameters/DebtLinkRef"
          },
          {
            "$ref": "#/components/parameters/DebtSort"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createDebtItem",
        "summary": "Files an item; a title and an entity are enough. Items that it may be the same as are answered beside it.",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDebtItem"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FiledDebtItem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/duplicates": {
      "post": {
        "operationId": "findDebtDuplicates",
        "summary": "Items that one that is not filed yet may be the same as",
        "tags": [
          "tech-debt"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtDuplicateQuestion"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtDuplicates"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/{itemId}": {
      "get": {
        "operationId": "getDebtItem",
        "summary": "One item",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PricedDebtItem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "changeDebtItem",
        "summary": "Changes what is said of an item. What is not there stays as it is; null empties a field.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtItemEdit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PricedDebtItem"
                }
              }
            }
          },
          "409": {
            "description": "Somebody else changed it, or it cannot be done where the item stands",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemConflict"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteDebtItem",
        "summary": "Takes an item that was filed by mistake away with its history",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          },
          {
            "$ref": "#/components/parameters/DebtVersionSeen"
          }
        ],
        "responses": {
          "204": {
            "description": "The answer"
          },
          "409": {
            "description": "Somebody else changed it, or it cannot be done where the item stands",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemConflict"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/{itemId}/status": {
      "post": {
        "operationId": "changeDebtStatus",
        "summary": "Changes where an item stands",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DebtStatusDeed"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PricedDebtItem"
                }
              }
            }
          },
          "409": {
            "description": "Somebody else changed it, or it cannot be done where the item stands",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemConflict"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/{itemId}/versions": {
      "get": {
        "operationId": "listDebtItemVersions",
        "summary": "Who changed which fields of an item, the latest first",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemVersionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/items/{itemId}/comments": {
      "get": {
        "operationId": "listDebtItemComments",
        "summary": "What people said of an item, the oldest first. What was said until it last hung on something that the caller may not see is left out",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemCommentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "commentOnDebtItem",
        "summary": "Says something of an item",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtItemId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewDebtItemComment"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtItemComment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/summary": {
      "get": {
        "operationId": "getDebtSummary",
        "summary": "What is owed, overdue and past its remediation time. Interests are not added up.",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtStatusFilter"
          },
          {
            "$ref": "#/components/parameters/DebtImpact"
          },
          {
            "$ref": "#/components/parameters/DebtLikelihood"
          },
          {
            "$ref": "#/components/parameters/DebtOverdue"
          },
          {
            "$ref": "#/components/parameters/DebtReviewDue"
          },
          {
            "$ref": "#/components/parameters/DebtLinkTypeFilter"
          },
          {
            "$ref": "#/components/parameters/DebtLinkRef"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/matrix": {
      "get": {
        "operationId": "getDebtMatrix",
        "summary": "Items by impact and likelihood; those that are still owed, unless a status is asked for",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtStatusFilter"
          },
          {
            "$ref": "#/components/parameters/DebtImpact"
          },
          {
            "$ref": "#/components/parameters/DebtLikelihood"
          },
          {
            "$ref": "#/components/parameters/DebtOverdue"
          },
          {
            "$ref": "#/components/parameters/DebtReviewDue"
          },
          {
            "$ref": "#/components/parameters/DebtLinkTypeFilter"
          },
          {
            "$ref": "#/components/parameters/DebtLinkRef"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtMatrix"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/flow": {
      "get": {
        "operationId": "getDebtFlow",
        "summary": "Debt that was opened, paid, accepted, re-scoped and moved in each period",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/Window"
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/DebtInterval"
          },
          {
            "$ref": "#/components/parameters/DebtBy"
          },
          {
            "$ref": "#/components/parameters/DebtFlowOwnership"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtFlowReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/top-ten": {
      "get": {
        "operationId": "getDebtTopTen",
        "summary": "What paying the first items of an order would take and buy",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/DebtScope"
          },
          {
            "$ref": "#/components/parameters/DebtEntity"
          },
          {
            "$ref": "#/components/parameters/Owner"
          },
          {
            "$ref": "#/components/parameters/Descendants"
          },
          {
            "$ref": "#/components/parameters/System"
          },
          {
            "$ref": "#/components/parameters/Domain"
          },
          {
            "$ref": "#/components/parameters/Type"
          },
          {
            "$ref": "#/components/parameters/Tier"
          },
          {
            "$ref": "#/components/parameters/Lifecycle"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtTopOrder"
          },
          {
            "$ref": "#/components/parameters/DebtTopCount"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtTopTen"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tech-debt/templates": {
      "get": {
        "operationId": "listDebtTemplates",
        "summary": "How the kinds of debt that recur are written down",
        "tags": [
          "tech-debt"
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DebtTemplateList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/tech-debt": {
      "get": {
        "operationId": "getEntityTechDebt",
        "summary": "Technical debt of an entity, or of all that counts in a system or domain, or of what a group answers for",
        "tags": [
          "tech-debt"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Kind"
          },
          {
            "$ref": "#/components/parameters/Namespace"
          },
          {
            "$ref": "#/components/parameters/Name"
          },
          {
            "$ref": "#/components/parameters/DebtStatusFilter"
          },
          {
            "$ref": "#/components/parameters/DebtCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/DebtSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/DebtText"
          },
          {
            "$ref": "#/components/parameters/DebtSort"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityTechDebt"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "Connection": {
        "name": "connection",
        "in": "path",
        "required": true,
        "description": "Number or name of the connection, as it is in DevLake",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "IssueKey": {
        "name": "issueKey",
        "in": "path",
        "required": true,
        "description": "The key under which the issue was sent",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "Kind": {
        "name": "kind",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 63
        }
      },
      "Namespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 63
        }
      },
      "Name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 63
        }
      },
      "Window": {
        "name": "window",
        "in": "query",
        "description": "ISO 8601 duration that ends with today (P30D, P90D, P1Y), or `quarter` for the current quarter of the configured fiscal year. Not together with from and to. Default P90D.",
        "schema": {
          "type": "string",
          "pattern": "^(P[1-9][0-9]{0,3}[DWMY]|quarter)$"
        }
      },
      "From": {
        "name": "from",
        "in": "query",
        "description": "First day of the window, inclusive",
        "schema": {
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        }
      },
      "To": {
        "name": "to",
        "in": "query",
        "description": "Last day of the window, inclusive",
        "schema": {
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        }
      },
      "Ownership": {
        "name": "ownership",
        "in": "query",
        "description": "`now` counts what belongs to the scope today, also for the past; `then` counts each day what belonged to it on that day",
        "schema": {
          "type": "string",
          "enum": [
            "now",
            "then"
          ],
          "default": "now"
        }
      },
      "Metric": {
        "name": "metric",
        "in": "query",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/DoraMetricId"
        }
      },
      "Exclusion": {
        "name": "exclusion",
        "in": "query",
        "description": "Only deployments left out for this reason, or carrying a change left out for it",
        "schema": {
          "$ref": "#/components/schemas/ExclusionReason"
        }
      },
      "Owner": {
        "name": "owner",
        "in": "query",
        "description": "Owner refs (groups or users), several allowed",
        "allowReserved": true,
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 255
          },
          "maxItems": 100
        }
      },
      "Descendants": {
        "name": "descendants",
        "in": "query",
        "description": "Count what the descendants of the owners own, too",
        "schema": {
          "type": "boolean",
          "default": true
        }
      },
      "System": {
        "name": "system",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "Domain": {
        "name": "domain",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "Type": {
        "name": "type",
        "in": "query",
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "Tier": {
        "name": "tier",
        "in": "query",
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "Lifecycle": {
        "name": "lifecycle",
        "in": "query",
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "State": {
        "name": "state",
        "in": "query",
        "description": "State of the deployment frequency in the window",
        "schema": {
          "$ref": "#/components/schemas/NumberState"
        }
      },
      "Text": {
        "name": "text",
        "in": "query",
        "description": "Part of the name or title",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "Sort": {
        "name": "sort",
        "in": "query",
        "description": "Field, with a leading minus for descending. Rows without a value come last in both directions.",
        "schema": {
          "type": "string",
          "enum": [
            "name",
            "-name",
            "leadTime",
            "-leadTime",
            "deployments",
            "-deployments",
            "lastDeployment",
            "-lastDeployment",
            "changeFailRate",
            "-changeFailRate",
            "recovery",
            "-recovery"
          ],
          "default": "name"
        }
      },
      "Cursor": {
        "name": "cursor",
        "in": "query",
        "schema": {
          "type": "string",
          "maxLength": 2000
        }
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 100,
          "default": 20
        }
      },
      "Profile": {
        "name": "profile",
        "in": "query",
        "description": "Definition that the numbers follow. Default: the configured one, `dora-2026` unless set",
        "schema": {
          "$ref": "#/components/schemas/DoraProfileId"
        }
      },
      "Edition": {
        "name": "edition",
        "in": "query",
        "description": "Edition of the DORA report that numbers are compared with. Default: the configured one, 2025 unless set",
        "schema": {
          "$ref": "#/components/schemas/BenchmarkEditionId"
        }
      },
      "Failed": {
        "name": "failed",
        "in": "query",
        "description": "Only deployments that failed, or only those that did not",
        "schema": {
          "type": "boolean"
        }
      },
      "Rework": {
        "name": "rework",
        "in": "query",
        "description": "Only deployments that are rework, or only those that are not",
        "schema": {
          "type": "boolean"
        }
      },
      "FlowMetric": {
        "name": "metric",
        "in": "query",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/FlowMetricId"
        }
      },
      "ScannedEntity": {
        "name": "entityRef",
        "in": "query",
        "required": true,
        "allowReserved": true,
        "description": "What was scanned, such as component:default/checkout",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "ScannedAt": {
        "name": "scannedAt",
        "in": "query",
        "allowReserved": true,
        "description": "When it was scanned. Now, where it does not say. What is older than what is known already changes nothing",
        "schema": {
          "type": "string",
          "format": "date-time"
        }
      },
      "DebtDocumentLimit": {
        "name": "limit",
        "in": "query",
        "description": "Documents of a page; each may have thousands of items",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 20,
          "default": 20
        }
      },
      "DebtFileFormat": {
        "name": "format",
        "in": "query",
        "required": true,
        "description": "`yaml` is a document of kind TechDebtRegister with at most 5,000 items",
        "schema": {
          "$ref": "#/components/schemas/DebtFileFormatName"
        }
      },
      "DebtReportId": {
        "name": "reportId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        }
      },
      "DebtReportItem": {
        "name": "item",
        "in": "query",
        "description": "Id of an item; reports that are linked to it as their cause",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        }
      },
      "DebtReportUnlinked": {
        "name": "unlinked",
        "in": "query",
        "description": "Only reports that are linked to no item",
        "schema": {
          "type": "boolean"
        }
      },
      "DebtSuggestionId": {
        "name": "suggestionId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        }
      },
      "DebtSuggestionStateFilter": {
        "name": "state",
        "in": "query",
        "description": "States, several allowed",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DebtSuggestionStateName"
          },
          "minItems": 1,
          "maxItems": 4,
          "default": [
            "open"
          ]
        }
      },
      "DebtSuggestionSourceFilter": {
        "name": "source",
        "in": "query",
        "description": "Sources, several allowed",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DebtSuggestionSourceName"
          },
          "maxItems": 10
        }
      },
      "DebtSuggestionText": {
        "name": "text",
        "in": "query",
        "description": "Words that the title or the description holds, each of them, also as parts of words",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "DebtSuggestionItem": {
        "name": "item",
        "in": "query",
        "description": "Id of an item that suggestions were promoted to",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        }
      },
      "DebtSuggestionSort": {
        "name": "sort",
        "in": "query",
        "description": "Field, with a leading minus for descending; of those alike the one that is so longest comes first. Suggestions without a value come last in both directions. `severity` begins with the worst, `since` with the oldest.",
        "schema": {
          "type": "string",
          "enum": [
            "severity",
            "-severity",
            "since",
            "-since",
            "firstSeen",
            "-firstSeen",
            "title",
            "-title",
            "entity",
            "-entity"
          ],
          "default": "severity"
        }
      },
      "DebtItemId": {
        "name": "itemId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        }
      },
      "DebtVersionSeen": {
        "name": "version",
        "in": "query",
        "required": true,
        "description": "The version of the item that was read",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 2147483647
        }
      },
      "DebtScope": {
        "name": "scope",
        "in": "query",
        "description": "Ref of a system, domain or group: items of which an entity counts in it today, itself included. `org`: all that the caller may see",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "DebtEntity": {
        "name": "entity",
        "in": "query",
        "description": "Ref of an entity that items hang on",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 255
        }
      },
      "DebtStatusFilter": {
        "name": "status",
        "in": "query",
        "description": "Statuses, several allowed",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DebtStatusName"
          },
          "maxItems": 10
        }
      },
      "DebtCategoryFilter": {
        "name": "category",
        "in": "query",
        "description": "Categories, several allowed",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "maxItems": 10
        }
      },
      "DebtSeverityFilter": {
        "name": "severity",
        "in": "query",
        "description": "Severities, several allowed",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DebtSeverityName"
          },
          "maxItems": 10
        }
      },
      "DebtImpact": {
        "name": "impact",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 5
        }
      },
      "DebtLikelihood": {
        "name": "likelihood",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 5
        }
      },
      "DebtOverdue": {
        "name": "overdue",
        "in": "query",
        "description": "Only items that are to be paid and whose target date is over; what is accepted is not due until that ends",
        "schema": {
          "type": "boolean"
        }
      },
      "DebtReviewDue": {
        "name": "reviewDue",
        "in": "query",
        "description": "Only items that are still owed and whose review date is over",
        "schema": {
          "type": "boolean"
        }
      },
      "DebtText": {
        "name": "text",
        "in": "query",
        "description": "Beginnings of words of the title or the description, each of them, in any case",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "DebtLinkTypeFilter": {
        "name": "linkType",
        "in": "query",
        "description": "Together with `linkRef`, items that are linked to it; none where the caller may not see what that is",
        "schema": {
          "$ref": "#/components/schemas/DebtLinkTypeName"
        }
      },
      "DebtLinkRef": {
        "name": "linkRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 2000
        }
      },
      "DebtSort": {
        "name": "sort",
        "in": "query",
        "description": "Field, with a leading minus for descending. Items without a value come last in both directions.",
        "schema": {
          "type": "string",
          "enum": [
            "title",
            "-title",
            "createdAt",
            "-createdAt",
            "updatedAt",
            "-updatedAt",
            "statusSince",
            "-statusSince",
            "targetDate",
            "-targetDate",
            "reviewDate",
            "-reviewDate",
            "owner",
            "-owner",
            "status",
            "-status",
            "category",
            "-category",
            "severity",
            "-severity",
            "risk",
            "-risk",
            "interest",
            "-interest",
            "principal",
            "-principal",
            "wsjf",
            "-wsjf",
            "priority",
            "-priority",
            "payback",
            "-payback"
          ],
          "default": "-updatedAt"
        }
      },
      "DebtInterval": {
        "name": "interval",
        "in": "query",
        "description": "How long a period is; the first and the last are cut off where the window begins and ends. At most 400 periods.",
        "schema": {
          "type": "string",
          "enum": [
            "day",
            "week",
            "month"
          ],
          "default": "week"
        }
      },
      "DebtBy": {
        "name": "by",
        "in": "query",
        "description": "Also the flow of each owner, or of each system or domain, as entities belong to them today. What several of these share counts in each.",
        "schema": {
          "type": "string",
          "enum": [
            "owner",
            "system",
            "domain"
          ]
        }
      },
      "DebtFlowOwnership": {
        "name": "ownership",
        "in": "query",
        "description": "`then` counts an item for the owner and the entities that it had at each time; `now` as if it had always had those of today",
        "schema": {
          "type": "string",
          "enum": [
            "now",
            "then"
          ],
          "default": "then"
        }
      },
      "DebtTopOrder": {
        "name": "order",
        "in": "query",
        "schema": {
          "type": "string",
          "enum": [
            "priority",
            "wsjf",
            "risk",
            "interest",
            "payback"
          ],
          "default": "priority"
        }
      },
      "DebtTopCount": {
        "name": "count",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 50,
          "default": 10
        }
      }
    },
    "responses": {
      "Error": {
        "description": "What was wrong",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorBody"
            }
          }
        }
      }
    },
    "requestBodies": {
      "DevlakeBody": {
        "description": "The body that DevLake's webhook of this name takes. It is checked field by field, not here.",
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "type": "object"
            }
          }
        }
      },
      "PlainFacts": {
        "description": "One object with the fields of the profile, or `items` with at most 1,000 of them. Each item is checked on its own, so that a wrong one does not lose the others.",
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "type": "object",
              "properties": {
                "items": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "type": "object"
                  }
                }
              }
            }
          }
        }
      }
    },
    "schemas": {
      "IntakeOutcome": {
        "type": "object",
        "required": [
          "source",
          "id",
          "status"
        ],
        "properties": {
          "source": {
            "type": [
              "string",
              "null"
            ],
            "description": "Null where the event does not say"
          },
          "id": {
            "type": [
              "string",
              "null"
            ],
            "description": "Null where the event does not say"
          },
          "status": {
            "type": "string",
            "description": "`accepted`: stored and tied to entities; `duplicate`: was stored before, nothing changed; `unmapped`: stored, and applied by itself once the catalog tells whose it is; `rejected`: not stored",
            "enum": [
              "accepted",
              "duplicate",
              "unmapped",
              "rejected"
            ]
          },
          "reason": {
            "type": "string",
            "description": "Why it is unmapped or rejected"
          },
          "errors": {
            "type": "array",
            "description": "What is wrong with a rejected event",
            "items": {
              "type": "object",
              "required": [
                "path",
                "message"
              ],
              "properties": {
                "path": {
                  "type": "string",
                  "description": "Where: `data.subject.content.environment.id`"
                },
                "message": {
                  "type": "string",
                  "description": "What was expected: `required string`"
                }
              }
            }
          }
        }
      },
      "IntakeAnswer": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IntakeOutcome"
            }
          }
        }
      },
      "UnmappedEvents": {
        "type": "object",
        "required": [
          "totalEvents",
          "totalSubjects",
          "items"
        ],
        "properties": {
          "totalEvents": {
            "type": "integer"
          },
          "totalSubjects": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "source",
                "reason",
                "events",
                "subjects",
                "oldestReceivedAt",
                "newestReceivedAt"
              ],
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "deployment",
                    "change",
                    "incident",
                    "work_item",
                    "pipeline_run",
                    "environment"
                  ]
                },
                "source": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                },
                "events": {
                  "type": "integer"
                },
                "subjects": {
                  "type": "integer",
                  "description": "Distinct records that wait"
                },
                "oldestReceivedAt": {
                  "type": "string"
                },
                "newestReceivedAt": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "ErrorBody": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "request": {
            "type": "object"
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "DoraMetricId": {
        "type": "string",
        "enum": [
          "change-lead-time",
          "deployment-frequency",
          "failed-deployment-recovery-time",
          "change-fail-rate",
          "deployment-rework-rate",
          "time-to-restore",
          "incident-recurrence"
        ]
      },
      "NumberState": {
        "type": "string",
        "description": "`ok`; `thin`: fewer samples than the definition asks for, so it is shown and not graded; `no_data`: nothing is known",
        "enum": [
          "ok",
          "thin",
          "no_data"
        ]
      },
      "Window": {
        "type": "object",
        "required": [
          "from",
          "to",
          "days",
          "zone",
          "previous"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "days": {
            "type": "integer"
          },
          "zone": {
            "type": "string"
          },
          "previous": {
            "type": "object",
            "required": [
              "from",
              "to"
            ],
            "properties": {
              "from": {
                "type": "string"
              },
              "to": {
                "type": "string"
              }
            }
          }
        }
      },
      "Scope": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "rollUp",
          "components",
          "activeComponents"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "Entity ref, `org`, or `selection` for a filtered fleet"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "rollUp": {
            "type": "boolean",
            "description": "True when the numbers are computed over several components"
          },
          "components": {
            "type": "integer",
            "description": "Components in the scope that the caller may see"
          },
          "activeComponents": {
            "type": "integer",
            "description": "Of them, those with at least one production deployment in the window"
          }
        }
      },
      "Definition": {
        "type": "object",
        "required": [
          "id",
          "version",
          "title",
          "docs"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "docs": {
            "type": "string",
            "description": "Path below the documentation root"
          },
          "workingTime": {
            "$ref": "#/components/schemas/WorkingTime"
          }
        }
      },
      "WorkingTime": {
        "type": "object",
        "description": "Given where durations count only what lies on working days, each of them from midnight to midnight: of DORA change lead time\nand its stages, of flow all durations and ages of work items. Absent where they count all time.\n",
        "required": [
          "weekdays",
          "holidays"
        ],
        "properties": {
          "weekdays": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday"
              ]
            }
          },
          "holidays": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "name"
              ],
              "properties": {
                "from": {
                  "type": "string",
                  "description": "First ISO day"
                },
                "to": {
                  "type": "string",
                  "description": "Last ISO day"
                },
                "name": {
                  "type": [
                    "string",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "Freshness": {
        "type": "object",
        "required": [
          "state",
          "asOf",
          "calculating"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "no_data"
            ]
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ],
            "description": "When the newest fact in the scope was recorded"
          },
          "calculating": {
            "type": "boolean",
            "description": "Facts have arrived that the numbers do not hold yet"
          }
        }
      },
      "ExclusionReason": {
        "type": "string",
        "enum": [
          "first_deployment",
          "no_commit_time",
          "deployment_is_commit",
          "negative_span",
          "already_delivered",
          "unknown_change",
          "not_production",
          "not_successful",
          "unknown_changes",
          "same_rollout",
          "not_finished",
          "withdrawn",
          "rollback",
          "excluded_period",
          "zero_span",
          "not_requested",
          "not_recovered",
          "no_recovery_known",
          "ended_after_window",
          "other_cause",
          "not_severe",
          "severity_unknown",
          "not_mitigated",
          "no_start",
          "no_deployment_in_time",
          "decided"
        ]
      },
      "Exclusion": {
        "type": "object",
        "required": [
          "reason",
          "unit",
          "count"
        ],
        "properties": {
          "reason": {
            "$ref": "#/components/schemas/ExclusionReason"
          },
          "unit": {
            "type": "string",
            "enum": [
              "change",
              "deployment",
              "incident"
            ]
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "Change": {
        "type": "object",
        "description": "Against the previous window of the same length",
        "required": [
          "ratio",
          "direction"
        ],
        "properties": {
          "ratio": {
            "type": "number",
            "description": "(current - previous) / previous"
          },
          "direction": {
            "type": "string",
            "enum": [
              "better",
              "worse",
              "same"
            ]
          }
        }
      },
      "DurationMetric": {
        "type": "object",
        "required": [
          "state",
          "median",
          "p75",
          "p90",
          "n",
          "minimum",
          "approximate",
          "excluded",
          "previous",
          "change"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "median": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds"
          },
          "p75": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds"
          },
          "p90": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds"
          },
          "n": {
            "type": "integer",
            "description": "Samples in the window"
          },
          "minimum": {
            "type": "integer",
            "description": "Below this N the number is not graded"
          },
          "approximate": {
            "type": "boolean",
            "description": "Quantiles are from bins, within 1 %"
          },
          "excluded": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Exclusion"
            }
          },
          "previous": {
            "type": "object",
            "required": [
              "median",
              "n"
            ],
            "properties": {
              "median": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "n": {
                "type": "integer"
              }
            }
          },
          "change": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Change"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "FrequencyMetric": {
        "type": "object",
        "required": [
          "state",
          "deployments",
          "perWeek",
          "medianPerWeek",
          "shareWeekly",
          "n",
          "minimum",
          "excluded",
          "previous",
          "change"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "deployments": {
            "type": [
              "integer",
              "null"
            ],
            "description": "Production deployments in the window"
          },
          "perWeek": {
            "type": [
              "number",
              "null"
            ],
            "description": "Deployments per week of one component since its first one, over at least a week; null for a roll-up"
          },
          "medianPerWeek": {
            "type": [
              "number",
              "null"
            ],
            "description": "Median per week over the active components of a roll-up; null for one component"
          },
          "shareWeekly": {
            "type": [
              "number",
              "null"
            ],
            "description": "Share of the reporting components that deployed at least once a week on average; 0 to 1"
          },
          "n": {
            "type": "integer",
            "description": "Deployments for one component, active components for a roll-up"
          },
          "minimum": {
            "type": "integer"
          },
          "excluded": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Exclusion"
            }
          },
          "previous": {
            "type": "object",
            "required": [
              "deployments",
              "perWeek",
              "medianPerWeek"
            ],
            "properties": {
              "deployments": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "perWeek": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "medianPerWeek": {
                "type": [
                  "number",
                  "null"
                ]
              }
            }
          },
          "change": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Change"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "Stage": {
        "type": "object",
        "required": [
          "id",
          "median",
          "p75",
          "p90",
          "n",
          "share"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "coding (first commit to opened), pickup (opened to first review), review (first review to merged), merge-to-deploy; commit-to-merge where the source knows no review",
            "enum": [
              "coding",
              "pickup",
              "review",
              "commit-to-merge",
              "merge-to-deploy"
            ]
          },
          "median": {
            "type": [
              "number",
              "null"
            ]
          },
          "p75": {
            "type": [
              "number",
              "null"
            ]
          },
          "p90": {
            "type": [
              "number",
              "null"
            ]
          },
          "n": {
            "type": "integer"
          },
          "share": {
            "type": [
              "number",
              "null"
            ],
            "description": "Median of this stage over the sum of the medians of the stages shown, 0 to 1"
          }
        }
      },
      "TrendPoint": {
        "type": "object",
        "required": [
          "week",
          "partial",
          "deployments",
          "leadTimeMedian",
          "leadTimeP75",
          "leadTimeP90",
          "n",
          "failedDeployments",
          "changeFailRate",
          "reworkDeployments",
          "reworkRate",
          "recoveryMedian",
          "recoveries",
          "restoreMedian",
          "incidents",
          "recurrences"
        ],
        "properties": {
          "week": {
            "type": "string",
            "description": "First day of the week, as the definition begins weeks"
          },
          "partial": {
            "type": "boolean",
            "description": "The window holds only some days of this week"
          },
          "deployments": {
            "type": [
              "integer",
              "null"
            ]
          },
          "leadTimeMedian": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds, from bins, within 1 %"
          },
          "leadTimeP75": {
            "type": [
              "number",
              "null"
            ]
          },
          "leadTimeP90": {
            "type": [
              "number",
              "null"
            ]
          },
          "n": {
            "type": "integer"
          },
          "failedDeployments": {
            "type": [
              "integer",
              "null"
            ]
          },
          "changeFailRate": {
            "type": [
              "number",
              "null"
            ]
          },
          "reworkDeployments": {
            "type": [
              "integer",
              "null"
            ]
          },
          "reworkRate": {
            "type": [
              "number",
              "null"
            ]
          },
          "recoveryMedian": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds, within 1 %"
          },
          "recoveries": {
            "type": "integer"
          },
          "restoreMedian": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds, within 1 %"
          },
          "incidents": {
            "type": [
              "integer",
              "null"
            ]
          },
          "recurrences": {
            "type": [
              "integer",
              "null"
            ]
          }
        }
      },
      "DistributionBin": {
        "type": "object",
        "required": [
          "from",
          "to",
          "count"
        ],
        "properties": {
          "from": {
            "type": "number",
            "description": "Seconds, inclusive"
          },
          "to": {
            "type": "number",
            "description": "Seconds, exclusive"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "DoraMember": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "kind",
          "type",
          "tier",
          "lifecycle",
          "ownerRef",
          "systemRef",
          "state",
          "leadTimeState",
          "leadTimeMedian",
          "leadTimeN",
          "leadTimeChange",
          "deployments",
          "deploymentsPerWeek",
          "lastDeploymentAt",
          "weeklyDeployments",
          "changeFailRate",
          "failedDeployments",
          "recoveryMedian",
          "recoveryN",
          "reworkRate",
          "incidents",
          "openDisputes"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "lifecycle": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "systemRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "leadTimeState": {
            "$ref": "#/components/schemas/NumberState"
          },
          "leadTimeMedian": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds, within 1 %"
          },
          "leadTimeN": {
            "type": "integer"
          },
          "leadTimeChange": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Change"
              },
              {
                "type": "null"
              }
            ]
          },
          "deployments": {
            "type": [
              "integer",
              "null"
            ]
          },
          "deploymentsPerWeek": {
            "type": [
              "number",
              "null"
            ]
          },
          "lastDeploymentAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "weeklyDeployments": {
            "type": "array",
            "description": "Deployments in each week of the window's trend, oldest first",
            "items": {
              "type": [
                "integer",
                "null"
              ]
            }
          },
          "changeFailRate": {
            "type": [
              "number",
              "null"
            ],
            "description": "0 to 1; null without deployments in the window"
          },
          "failedDeployments": {
            "type": [
              "integer",
              "null"
            ]
          },
          "recoveryMedian": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds, within 1 %"
          },
          "recoveryN": {
            "type": "integer"
          },
          "reworkRate": {
            "type": [
              "number",
              "null"
            ]
          },
          "incidents": {
            "type": [
              "integer",
              "null"
            ]
          },
          "openDisputes": {
            "type": "integer"
          }
        }
      },
      "NextStep": {
        "type": "object",
        "description": "One concrete thing that would help, with what it is about",
        "required": [
          "id",
          "entityRef",
          "values"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "connect-source",
              "report-changes",
              "slowest-stage",
              "report-environment",
              "stopped-deploying",
              "slowest-member",
              "link-incidents",
              "report-incidents",
              "worst-change-fail-rate",
              "open-failures",
              "mend-clocks",
              "answer-disputes"
            ]
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "DoraReport": {
        "type": "object",
        "required": [
          "scope",
          "window",
          "ownership",
          "definition",
          "freshness",
          "changeLeadTime",
          "deploymentFrequency",
          "failedDeploymentRecoveryTime",
          "changeFailRate",
          "deploymentReworkRate",
          "timeToRestore",
          "incidentRecurrence",
          "edition",
          "contexts",
          "excludedPeriods",
          "stages",
          "trend",
          "previousTrend",
          "distribution",
          "members",
          "membersTotal",
          "nextSteps"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "ownership": {
            "type": "string",
            "enum": [
              "now",
              "then"
            ]
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          },
          "changeLeadTime": {
            "$ref": "#/components/schemas/DurationMetric"
          },
          "deploymentFrequency": {
            "$ref": "#/components/schemas/FrequencyMetric"
          },
          "failedDeploymentRecoveryTime": {
            "$ref": "#/components/schemas/DurationMetric"
          },
          "changeFailRate": {
            "$ref": "#/components/schemas/RatioMetric"
          },
          "deploymentReworkRate": {
            "$ref": "#/components/schemas/RatioMetric"
          },
          "timeToRestore": {
            "$ref": "#/components/schemas/DurationMetric"
          },
          "incidentRecurrence": {
            "$ref": "#/components/schemas/RatioMetric"
          },
          "edition": {
            "$ref": "#/components/schemas/BenchmarkEditionId"
          },
          "contexts": {
            "type": "array",
            "description": "What stands beside each metric, one entry a metric in the order of DoraMetricId",
            "items": {
              "$ref": "#/components/schemas/MetricContext"
            }
          },
          "excludedPeriods": {
            "type": "array",
            "description": "Periods of a component, or of the whole organisation, that touch the window and count for nothing",
            "items": {
              "$ref": "#/components/schemas/ExcludedPeriod"
            }
          },
          "stages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Stage"
            }
          },
          "trend": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TrendPoint"
            }
          },
          "previousTrend": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TrendPoint"
            }
          },
          "distribution": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DistributionBin"
            }
          },
          "members": {
            "type": "array",
            "description": "The components of a roll-up that need attention most, at most 50",
            "items": {
              "$ref": "#/components/schemas/DoraMember"
            }
          },
          "membersTotal": {
            "type": "integer"
          },
          "nextSteps": {
            "type": "array",
            "maxItems": 3,
            "items": {
              "$ref": "#/components/schemas/NextStep"
            }
          }
        }
      },
      "DoraFleetPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "window",
          "weeks"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DoraMember"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "weeks": {
            "type": "array",
            "description": "The weeks that weeklyDeployments counts",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ExplainedFigure": {
        "type": "object",
        "required": [
          "label",
          "value",
          "unit"
        ],
        "properties": {
          "label": {
            "type": "string",
            "enum": [
              "deployments-recorded",
              "deployments-counted",
              "changes-carried",
              "changes-counted",
              "median",
              "p75",
              "p90",
              "rank-below",
              "rank-above",
              "weeks",
              "per-week",
              "reporting-components",
              "active-components",
              "median-per-week",
              "share-weekly",
              "failed-deployments",
              "rework-deployments",
              "incidents-recorded",
              "incidents-linked",
              "incidents-counted",
              "recurrences",
              "recoveries-counted",
              "rate",
              "deployment-days",
              "days",
              "per-day",
              "printed"
            ]
          },
          "value": {
            "type": [
              "number",
              "null"
            ]
          },
          "unit": {
            "type": "string",
            "enum": [
              "count",
              "seconds",
              "weeks",
              "days",
              "per-week",
              "per-day",
              "ratio",
              "rank"
            ]
          }
        }
      },
      "DoraExplanation": {
        "type": "object",
        "required": [
          "metric",
          "scope",
          "window",
          "ownership",
          "definition",
          "freshness",
          "state",
          "n",
          "minimum",
          "approximate",
          "figures",
          "excluded",
          "context"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/DoraMetricId"
          },
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "ownership": {
            "type": "string",
            "enum": [
              "now",
              "then"
            ]
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "n": {
            "type": "integer"
          },
          "minimum": {
            "type": "integer"
          },
          "approximate": {
            "type": "boolean"
          },
          "figures": {
            "type": "array",
            "description": "This case's figures, in the order in which the formula takes them",
            "items": {
              "$ref": "#/components/schemas/ExplainedFigure"
            }
          },
          "excluded": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Exclusion"
            }
          },
          "context": {
            "$ref": "#/components/schemas/MetricContext"
          }
        }
      },
      "DeploymentChange": {
        "type": "object",
        "required": [
          "key",
          "title",
          "url",
          "commitSha",
          "firstCommitAt",
          "openedAt",
          "firstReviewAt",
          "mergedAt",
          "leadTime",
          "exclusion"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Commit SHA or id that the deployment lists"
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "commitSha": {
            "type": [
              "string",
              "null"
            ]
          },
          "firstCommitAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "openedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "firstReviewAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "mergedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "leadTime": {
            "type": [
              "number",
              "null"
            ],
            "description": "Seconds"
          },
          "exclusion": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Deployment": {
        "type": "object",
        "required": [
          "entityRef",
          "entityTitle",
          "source",
          "id",
          "title",
          "url",
          "environment",
          "environmentTier",
          "startedAt",
          "finishedAt",
          "day",
          "result",
          "deploymentType",
          "version",
          "commitSha",
          "hotfix",
          "planned",
          "counted",
          "exclusion",
          "failed",
          "failures",
          "rework",
          "recoveredAt",
          "recoverySeconds",
          "corrections",
          "changesTotal",
          "changes",
          "recordedAt"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "entityTitle": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "environment": {
            "type": [
              "string",
              "null"
            ]
          },
          "environmentTier": {
            "type": "string"
          },
          "startedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "finishedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "day": {
            "type": [
              "string",
              "null"
            ]
          },
          "result": {
            "type": [
              "string",
              "null"
            ]
          },
          "deploymentType": {
            "type": "string"
          },
          "version": {
            "type": [
              "string",
              "null"
            ]
          },
          "commitSha": {
            "type": [
              "string",
              "null"
            ]
          },
          "hotfix": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "planned": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "counted": {
            "type": "boolean"
          },
          "exclusion": {
            "type": [
              "string",
              "null"
            ]
          },
          "failed": {
            "type": "boolean"
          },
          "failures": {
            "type": "array",
            "description": "Why it is known to have failed, the most certain reason first",
            "items": {
              "$ref": "#/components/schemas/FailureLink"
            }
          },
          "rework": {
            "type": "boolean"
          },
          "recoveredAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "recoverySeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "corrections": {
            "type": "array",
            "description": "What people decided about it and still holds",
            "items": {
              "$ref": "#/components/schemas/DoraCorrection"
            }
          },
          "changesTotal": {
            "type": "integer"
          },
          "changes": {
            "type": "array",
            "description": "At most 100 of the changes it carries",
            "items": {
              "$ref": "#/components/schemas/DeploymentChange"
            }
          },
          "recordedAt": {
            "type": "string"
          }
        }
      },
      "DeploymentPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Deployment"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Overview": {
        "type": "object",
        "required": [
          "catalog",
          "records",
          "subjects",
          "dataAsOf"
        ],
        "properties": {
          "catalog": {
            "type": "object",
            "required": [
              "components",
              "systems",
              "domains",
              "groups",
              "asOf"
            ],
            "properties": {
              "components": {
                "type": "integer"
              },
              "systems": {
                "type": "integer"
              },
              "domains": {
                "type": "integer"
              },
              "groups": {
                "type": "integer"
              },
              "asOf": {
                "type": [
                  "string",
                  "null"
                ]
              }
            }
          },
          "records": {
            "type": "object",
            "description": "Current records of entities that the caller may see",
            "required": [
              "deployments",
              "changes",
              "incidents",
              "workItems"
            ],
            "properties": {
              "deployments": {
                "type": [
                  "integer",
                  "null"
                ],
                "description": "Null where the caller may not read what is made of them; so for all of these"
              },
              "changes": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "incidents": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "workItems": {
                "type": [
                  "integer",
                  "null"
                ]
              }
            }
          },
          "subjects": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "enabled",
                "reporting",
                "applicable"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "enabled": {
                  "type": "boolean"
                },
                "reporting": {
                  "type": [
                    "integer",
                    "null"
                  ],
                  "description": "Visible components with data; null where the caller may not read the subject, or it is off"
                },
                "applicable": {
                  "type": [
                    "integer",
                    "null"
                  ],
                  "description": "Visible components; null where the caller may not read the subject, or it is off"
                }
              }
            }
          },
          "dataAsOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "AttentionItem": {
        "type": "object",
        "required": [
          "id",
          "subject",
          "kind",
          "entityRef",
          "entityTitle",
          "ownerRef",
          "since",
          "urgency",
          "values"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "subject": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "stopped-deploying",
              "lead-time-rising",
              "change-fail-rate-rising",
              "failure-not-recovered",
              "incident-unlinked",
              "dispute-open",
              "dispute-overdue",
              "work-item-aged",
              "allocation-off",
              "builds-failing",
              "owner-missing",
              "owner-dangling",
              "ownership-gap-overdue",
              "ownership-review-overdue",
              "decision-review-overdue",
              "acceptance-waiting",
              "acceptance-expiring",
              "slo-burning",
              "slo-exhausted",
              "slo-not-measured",
              "slo-review-overdue",
              "slo-document-wrong",
              "error-budget-policy",
              "release-held",
              "campaign-open",
              "campaign-delayed",
              "check-starting",
              "level-lost",
              "scorecard-wrong",
              "standard-in-question",
              "debt-overdue",
              "debt-remediation-over",
              "debt-review-overdue",
              "debt-undated",
              "debt-owner-missing",
              "debt-acceptance-ended"
            ]
          },
          "entityRef": {
            "type": "string"
          },
          "entityTitle": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "since": {
            "type": [
              "string",
              "null"
            ]
          },
          "urgency": {
            "type": "string",
            "enum": [
              "now",
              "soon",
              "later"
            ]
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "AttentionList": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AttentionItem"
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "Health": {
        "type": "object",
        "required": [
          "alarms",
          "snapshot",
          "intake",
          "inbox",
          "collectors",
          "subjects"
        ],
        "properties": {
          "alarms": {
            "description": "What needs an operator, worst first; empty when all is well",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Alarm"
            }
          },
          "snapshot": {
            "type": "object",
            "required": [
              "state",
              "lastCompleteAt",
              "durationSeconds",
              "entities",
              "error",
              "scans"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "never",
                  "running",
                  "complete",
                  "failed"
                ]
              },
              "lastCompleteAt": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "durationSeconds": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "entities": {
                "type": "integer"
              },
              "error": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "scans": {
                "description": "The newest scans, newest first",
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "state",
                    "startedAt",
                    "durationSeconds",
                    "error"
                  ],
                  "properties": {
                    "state": {
                      "type": "string",
                      "enum": [
                        "running",
                        "complete",
                        "failed"
                      ]
                    },
                    "startedAt": {
                      "type": "string"
                    },
                    "durationSeconds": {
                      "type": [
                        "number",
                        "null"
                      ]
                    },
                    "error": {
                      "type": [
                        "string",
                        "null"
                      ]
                    }
                  }
                }
              }
            }
          },
          "intake": {
            "type": "object",
            "description": "At most a minute old, where counting is slow",
            "required": [
              "applied",
              "unmapped",
              "lastReceivedAt",
              "receivedLastDay",
              "rejectedLastDay",
              "recalculationsWaiting",
              "oldestRecalculationAt"
            ],
            "properties": {
              "applied": {
                "type": "integer"
              },
              "unmapped": {
                "type": "integer"
              },
              "lastReceivedAt": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "receivedLastDay": {
                "type": "integer",
                "description": "New events of the last 24 hours"
              },
              "rejectedLastDay": {
                "type": "integer"
              },
              "recalculationsWaiting": {
                "type": "integer"
              },
              "oldestRecalculationAt": {
                "type": [
                  "string",
                  "null"
                ],
                "description": "Since when the numbers of an entity wait to be computed"
              }
            }
          },
          "inbox": {
            "type": "object",
            "required": [
              "waiting",
              "setAside",
              "processedLastDay",
              "oldestWaitingAt",
              "lastReceivedAt",
              "sources"
            ],
            "properties": {
              "waiting": {
                "type": "integer"
              },
              "setAside": {
                "type": "integer"
              },
              "processedLastDay": {
                "type": "integer"
              },
              "oldestWaitingAt": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "lastReceivedAt": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "sources": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/WebhookSource"
                }
              }
            }
          },
          "collectors": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CollectorHealth"
            }
          },
          "subjects": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "enabled"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "enabled": {
                  "type": "boolean"
                }
              }
            }
          }
        }
      },
      "Alarm": {
        "type": "object",
        "required": [
          "id",
          "severity",
          "subject",
          "message",
          "remedy",
          "since"
        ],
        "properties": {
          "id": {
            "description": "Kind of alarm; docs/operations.md has a section on each",
            "type": "string",
            "enum": [
              "snapshot-missing",
              "snapshot-stale",
              "snapshot-failed",
              "inbox-lagging",
              "inbox-set-aside",
              "source-without-reader",
              "collector-failing",
              "collector-stale",
              "collector-problems",
              "events-unmapped",
              "events-rejected",
              "calculation-lagging",
              "retention-failed",
              "facts-failing",
              "facts-stale",
              "evaluation-failing",
              "debt-source-failing",
              "debt-document-problems"
            ]
          },
          "severity": {
            "type": "string",
            "enum": [
              "attention",
              "bad"
            ]
          },
          "subject": {
            "type": [
              "string",
              "null"
            ],
            "description": "The collector or source that it is about"
          },
          "message": {
            "type": "string"
          },
          "remedy": {
            "type": "string",
            "description": "The next thing to do"
          },
          "since": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "WebhookSource": {
        "type": "object",
        "required": [
          "id",
          "type",
          "readable",
          "topics",
          "waiting",
          "setAside",
          "lastReceivedAt"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "Last part of its address"
          },
          "type": {
            "type": "string"
          },
          "readable": {
            "type": "boolean",
            "description": "Whether an installed module reads its deliveries"
          },
          "topics": {
            "description": "Topics of Backstage's events that it also takes deliveries from",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "waiting": {
            "type": "integer"
          },
          "setAside": {
            "type": "integer"
          },
          "lastReceivedAt": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CollectorHealth": {
        "type": "object",
        "required": [
          "id",
          "title",
          "state",
          "lastSuccessAt",
          "lastRunAt",
          "events",
          "problems",
          "error",
          "consecutiveFailures",
          "nextAttemptAt",
          "lagSeconds",
          "budget"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "never",
              "running",
              "succeeded",
              "failed",
              "held_back"
            ],
            "description": "`held_back`: the run stopped to leave others their share of what the outside system allows; that is no failure"
          },
          "lastSuccessAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "lastRunAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "events": {
            "type": "integer"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CollectorProblem"
            }
          },
          "error": {
            "type": [
              "string",
              "null"
            ]
          },
          "consecutiveFailures": {
            "type": "integer"
          },
          "nextAttemptAt": {
            "type": [
              "string",
              "null"
            ],
            "description": "Until when it is held back, after failures or by its budget; null when it is not"
          },
          "lagSeconds": {
            "type": [
              "number",
              "null"
            ],
            "description": "Age of what has been read completely; null where the collector does not tell"
          },
          "budget": {
            "description": "Requests left of what the outside system allows; null where none is known",
            "oneOf": [
              {
                "$ref": "#/components/schemas/RequestBudget"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "CollectorProblem": {
        "type": "object",
        "required": [
          "subject",
          "message"
        ],
        "properties": {
          "subject": {
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "RequestBudget": {
        "type": "object",
        "required": [
          "limit",
          "remaining",
          "resetAt"
        ],
        "properties": {
          "limit": {
            "type": [
              "integer",
              "null"
            ]
          },
          "remaining": {
            "type": "integer"
          },
          "resetAt": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CollectorRun": {
        "type": "object",
        "required": [
          "state",
          "startedAt",
          "durationSeconds",
          "events",
          "requests",
          "lagSeconds",
          "budget",
          "problems",
          "error"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "running",
              "succeeded",
              "failed",
              "held_back"
            ]
          },
          "startedAt": {
            "type": "string"
          },
          "durationSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "events": {
            "type": "integer"
          },
          "requests": {
            "type": [
              "integer",
              "null"
            ],
            "description": "Requests to the outside system; null where they are not counted"
          },
          "lagSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "budget": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/RequestBudget"
              },
              {
                "type": "null"
              }
            ]
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CollectorProblem"
            }
          },
          "error": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "UnmappedReplay": {
        "type": "object",
        "required": [
          "applied",
          "unmapped"
        ],
        "properties": {
          "applied": {
            "type": "integer",
            "description": "Records that found their entity"
          },
          "unmapped": {
            "type": "integer",
            "description": "Records that still wait"
          }
        }
      },
      "RejectedEvents": {
        "type": "object",
        "required": [
          "totalEvents",
          "since",
          "items"
        ],
        "properties": {
          "totalEvents": {
            "type": "integer"
          },
          "since": {
            "type": "string",
            "description": "Rejections before it are forgotten"
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "producer",
                "source",
                "reason",
                "events",
                "lastEventId",
                "lastRejectedAt"
              ],
              "properties": {
                "producer": {
                  "type": "string"
                },
                "source": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "reason": {
                  "type": "string"
                },
                "events": {
                  "type": "integer"
                },
                "lastEventId": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "lastRejectedAt": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "DeliveryPage": {
        "type": "object",
        "required": [
          "totalItems",
          "items",
          "nextCursor"
        ],
        "properties": {
          "totalItems": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Delivery"
            }
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Delivery": {
        "description": "One webhook delivery, without its content",
        "type": "object",
        "required": [
          "id",
          "source",
          "type",
          "state",
          "receivedAt",
          "processedAt",
          "attempts",
          "events",
          "reason",
          "nextAttemptAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ],
            "description": "What the sender calls this kind of delivery"
          },
          "state": {
            "type": "string",
            "enum": [
              "waiting",
              "processed",
              "set_aside"
            ]
          },
          "receivedAt": {
            "type": "string"
          },
          "processedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "attempts": {
            "type": "integer"
          },
          "events": {
            "type": "integer",
            "description": "Events that it became"
          },
          "reason": {
            "type": [
              "string",
              "null"
            ],
            "description": "Why it was set aside, or why the last attempt failed"
          },
          "nextAttemptAt": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Storage": {
        "type": "object",
        "required": [
          "measuredAt",
          "tables",
          "retention"
        ],
        "properties": {
          "measuredAt": {
            "type": "string"
          },
          "tables": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "table",
                "rows",
                "exact",
                "bytes"
              ],
              "properties": {
                "table": {
                  "type": "string"
                },
                "rows": {
                  "type": "integer"
                },
                "exact": {
                  "type": "boolean",
                  "description": "False where the database only estimates the rows"
                },
                "bytes": {
                  "type": [
                    "integer",
                    "null"
                  ]
                }
              }
            }
          },
          "retention": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "keepDays",
                "lastRunAt",
                "lastDeleted",
                "error"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "keepDays": {
                  "type": [
                    "integer",
                    "null"
                  ],
                  "description": "Days that rows are kept; null is for ever"
                },
                "lastRunAt": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "lastDeleted": {
                  "type": [
                    "integer",
                    "null"
                  ]
                },
                "error": {
                  "type": [
                    "string",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "DoraProfileId": {
        "type": "string",
        "enum": [
          "dora-2026",
          "devlake",
          "four-keys",
          "gitlab"
        ]
      },
      "BenchmarkEditionId": {
        "type": "string",
        "enum": [
          "2019",
          "2021",
          "2022",
          "2023",
          "2024",
          "2025"
        ]
      },
      "RecordKey": {
        "type": "object",
        "required": [
          "source",
          "id"
        ],
        "properties": {
          "source": {
            "type": "string",
            "maxLength": 512
          },
          "id": {
            "type": "string",
            "maxLength": 512
          }
        }
      },
      "RatioMetric": {
        "type": "object",
        "description": "A share with what it is computed from",
        "required": [
          "state",
          "value",
          "numerator",
          "denominator",
          "n",
          "minimum",
          "excluded",
          "previous",
          "change"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "value": {
            "type": [
              "number",
              "null"
            ],
            "description": "Numerator by denominator. 0 to 1, unless the definition counts several incidents of one deployment"
          },
          "numerator": {
            "type": [
              "integer",
              "null"
            ]
          },
          "denominator": {
            "type": [
              "integer",
              "null"
            ]
          },
          "n": {
            "type": "integer",
            "description": "What is divided by; 0 without data"
          },
          "minimum": {
            "type": "integer"
          },
          "excluded": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Exclusion"
            }
          },
          "previous": {
            "type": "object",
            "required": [
              "value",
              "numerator",
              "denominator"
            ],
            "properties": {
              "value": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "numerator": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "denominator": {
                "type": [
                  "integer",
                  "null"
                ]
              }
            }
          },
          "change": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Change"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "MetricContext": {
        "type": "object",
        "required": [
          "metric",
          "family",
          "quality",
          "benchmark",
          "ungraded",
          "printed",
          "openDisputes"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/DoraMetricId"
          },
          "family": {
            "type": "string",
            "enum": [
              "throughput",
              "instability",
              "beside"
            ],
            "description": "`beside`: not one of the five metrics"
          },
          "quality": {
            "$ref": "#/components/schemas/MetricQuality"
          },
          "benchmark": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Benchmark"
              },
              {
                "type": "null"
              }
            ]
          },
          "ungraded": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "no_data",
              "thin",
              "doubtful",
              "definition",
              "edition",
              "roll_up",
              null
            ],
            "description": "Why there is no benchmark; null where there is one"
          },
          "printed": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/PrintedValue"
              },
              {
                "type": "null"
              }
            ]
          },
          "openDisputes": {
            "type": "integer",
            "description": "Disputes of this number, by anybody, that are not answered"
          }
        }
      },
      "MetricQuality": {
        "type": "object",
        "required": [
          "state",
          "checks"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "good",
              "doubtful",
              "unknown"
            ],
            "description": "`doubtful`: a check is below its threshold, so the number is not graded"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QualityCheck"
            }
          }
        }
      },
      "QualityCheck": {
        "type": "object",
        "required": [
          "id",
          "share",
          "numerator",
          "denominator",
          "threshold",
          "passed"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "deployments-with-changes",
              "changes-with-first-commit",
              "incidents-linked",
              "clocks",
              "collection",
              "deployments-with-result"
            ]
          },
          "share": {
            "type": [
              "number",
              "null"
            ],
            "description": "0 to 1; null where nothing could be checked"
          },
          "numerator": {
            "type": "integer"
          },
          "denominator": {
            "type": "integer"
          },
          "threshold": {
            "type": "number"
          },
          "passed": {
            "type": [
              "boolean",
              "null"
            ],
            "description": "Null where nothing could be checked"
          }
        }
      },
      "Benchmark": {
        "type": "object",
        "required": [
          "edition",
          "kind",
          "tier",
          "band",
          "chosenByTool",
          "shareBetter",
          "shareSame",
          "quickCheckScore",
          "bands"
        ],
        "properties": {
          "edition": {
            "$ref": "#/components/schemas/BenchmarkEditionId"
          },
          "kind": {
            "type": "string",
            "enum": [
              "tier",
              "distribution"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "elite",
              "high",
              "medium",
              "low",
              null
            ],
            "description": "Only of editions that had tiers"
          },
          "band": {
            "type": "string",
            "description": "The range that the value falls into, such as `1d-1w`"
          },
          "chosenByTool": {
            "type": "boolean",
            "description": "The report gave only a point or an answer scale here; where the band ends was chosen by this tool"
          },
          "shareBetter": {
            "type": [
              "number",
              "null"
            ],
            "description": "Share of the respondents of that edition with a better answer, 0 to 1"
          },
          "shareSame": {
            "type": [
              "number",
              "null"
            ],
            "description": "Share of the respondents with the same answer"
          },
          "quickCheckScore": {
            "type": [
              "number",
              "null"
            ],
            "description": "0 to 10, as the DORA Quick Check scores it"
          },
          "bands": {
            "type": "array",
            "description": "All bands, from better to worse",
            "items": {
              "type": "object",
              "required": [
                "band",
                "tier",
                "share"
              ],
              "properties": {
                "band": {
                  "type": "string"
                },
                "tier": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "share": {
                  "type": [
                    "number",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "PrintedValue": {
        "type": "object",
        "description": "The number as the tool of this definition prints it, to its unit and rounding",
        "required": [
          "value",
          "unit",
          "text"
        ],
        "properties": {
          "value": {
            "type": [
              "number",
              "null"
            ]
          },
          "unit": {
            "type": "string",
            "enum": [
              "seconds",
              "minutes",
              "hours",
              "days",
              "percent",
              "per-week",
              "per-day",
              "deployment-days-per-week",
              "bucket"
            ]
          },
          "text": {
            "type": [
              "string",
              "null"
            ],
            "description": "The band or bucket that the tool prints, in its own words"
          }
        }
      },
      "ExcludedPeriod": {
        "type": "object",
        "required": [
          "from",
          "to",
          "cause",
          "origin",
          "reason"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "cause": {
            "type": "string",
            "enum": [
              "freeze",
              "migration",
              "other"
            ]
          },
          "origin": {
            "type": "string",
            "enum": [
              "calendar",
              "correction"
            ]
          },
          "reason": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "FailureLink": {
        "type": "object",
        "required": [
          "kind",
          "confidence",
          "cause",
          "deployment",
          "lagSeconds",
          "decidedBy",
          "correctionId"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "person",
              "explicit",
              "rollback",
              "revert",
              "hotfix",
              "time_window"
            ]
          },
          "confidence": {
            "type": "number",
            "description": "0 to 1"
          },
          "cause": {
            "type": "object",
            "required": [
              "type",
              "source",
              "id",
              "title",
              "url"
            ],
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "incident",
                  "deployment",
                  "decision"
                ]
              },
              "source": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "id": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "title": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "url": {
                "type": [
                  "string",
                  "null"
                ]
              }
            }
          },
          "deployment": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/RecordKey"
              },
              {
                "type": "null"
              }
            ]
          },
          "lagSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "decidedBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "correctionId": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DoraSeries": {
        "type": "object",
        "required": [
          "metric",
          "interval",
          "window",
          "definition",
          "points"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/DoraMetricId"
          },
          "interval": {
            "type": "string",
            "enum": [
              "day",
              "week",
              "month"
            ]
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "points": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "partial",
                "value",
                "p75",
                "p90",
                "n",
                "numerator",
                "denominator"
              ],
              "properties": {
                "from": {
                  "type": "string"
                },
                "to": {
                  "type": "string"
                },
                "partial": {
                  "type": "boolean"
                },
                "value": {
                  "type": [
                    "number",
                    "null"
                  ],
                  "description": "Median in seconds, rate, or deployments; null where nothing is known"
                },
                "p75": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "p90": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "n": {
                  "type": "integer"
                },
                "numerator": {
                  "type": [
                    "integer",
                    "null"
                  ]
                },
                "denominator": {
                  "type": [
                    "integer",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "Incident": {
        "type": "object",
        "required": [
          "entityRef",
          "entityTitle",
          "source",
          "id",
          "title",
          "url",
          "severity",
          "causeClass",
          "environment",
          "startedAt",
          "detectedAt",
          "mitigatedAt",
          "resolvedAt",
          "day",
          "link",
          "linkedDeployment",
          "unlinked",
          "restoreSeconds",
          "restoreExclusion",
          "recurrence",
          "recurrenceOf",
          "recordedAt",
          "corrections"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "entityTitle": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "severity": {
            "type": [
              "string",
              "null"
            ]
          },
          "causeClass": {
            "type": [
              "string",
              "null"
            ]
          },
          "environment": {
            "type": [
              "string",
              "null"
            ]
          },
          "startedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "detectedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "mitigatedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "resolvedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "day": {
            "type": "string"
          },
          "link": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/FailureLink"
              },
              {
                "type": "null"
              }
            ]
          },
          "linkedDeployment": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "source",
                  "id",
                  "title",
                  "url",
                  "version",
                  "finishedAt"
                ],
                "properties": {
                  "source": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "title": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "url": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "version": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "finishedAt": {
                    "type": [
                      "string",
                      "null"
                    ]
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "unlinked": {
            "type": [
              "string",
              "null"
            ]
          },
          "restoreSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "restoreExclusion": {
            "type": [
              "string",
              "null"
            ]
          },
          "recurrence": {
            "type": "boolean"
          },
          "recurrenceOf": {
            "type": [
              "string",
              "null"
            ]
          },
          "recordedAt": {
            "type": "string"
          },
          "corrections": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DoraCorrection"
            }
          }
        }
      },
      "IncidentPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Incident"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "NewDoraCorrection": {
        "type": "object",
        "required": [
          "kind",
          "reason"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "failure_link",
              "deployment_failed",
              "deployment_planned",
              "excluded_period"
            ]
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "incident": {
            "$ref": "#/components/schemas/RecordKey",
            "description": "Of a failure link"
          },
          "deployment": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/RecordKey"
              },
              {
                "type": "null"
              }
            ],
            "description": "Of a failure link: null where no deployment caused it; of a verdict: what it is about"
          },
          "failed": {
            "type": "boolean"
          },
          "planned": {
            "type": "boolean"
          },
          "from": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "to": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "cause": {
            "type": "string",
            "enum": [
              "freeze",
              "migration",
              "other"
            ]
          }
        }
      },
      "DoraCorrection": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "kind",
          "state",
          "incident",
          "deployment",
          "failed",
          "planned",
          "from",
          "to",
          "cause",
          "reason",
          "decidedBy",
          "decidedAt",
          "undoneBy",
          "undoneAt",
          "undoReason",
          "mayUndo"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "failure_link",
              "deployment_failed",
              "deployment_planned",
              "excluded_period"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "active",
              "superseded",
              "undone"
            ],
            "description": "A later correction of the same supersedes an earlier one"
          },
          "incident": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/RecordKey"
              },
              {
                "type": "null"
              }
            ]
          },
          "deployment": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/RecordKey"
              },
              {
                "type": "null"
              }
            ]
          },
          "failed": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "planned": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "from": {
            "type": [
              "string",
              "null"
            ]
          },
          "to": {
            "type": [
              "string",
              "null"
            ]
          },
          "cause": {
            "type": [
              "string",
              "null"
            ]
          },
          "reason": {
            "type": "string"
          },
          "decidedBy": {
            "type": "string"
          },
          "decidedAt": {
            "type": "string"
          },
          "undoneBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "undoneAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "undoReason": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayUndo": {
            "type": "boolean"
          }
        }
      },
      "DoraCorrectionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "mayCorrect"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DoraCorrection"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayCorrect": {
            "type": "boolean",
            "description": "Whether the caller may correct the facts of this entity"
          }
        }
      },
      "DisputeState": {
        "type": "string",
        "enum": [
          "open",
          "accepted",
          "rejected",
          "withdrawn"
        ]
      },
      "NewDispute": {
        "type": "object",
        "required": [
          "metric",
          "from",
          "to",
          "reason"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/DoraMetricId"
          },
          "from": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "to": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "profile": {
            "$ref": "#/components/schemas/DoraProfileId"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "Dispute": {
        "type": "object",
        "required": [
          "id",
          "scopeRef",
          "scopeTitle",
          "metric",
          "profile",
          "from",
          "to",
          "value",
          "reason",
          "openedBy",
          "openedAt",
          "ownerRef",
          "answerDue",
          "overdue",
          "state",
          "answer",
          "answeredBy",
          "answeredAt",
          "mayAnswer",
          "mayWithdraw"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scopeRef": {
            "type": "string"
          },
          "scopeTitle": {
            "type": "string"
          },
          "metric": {
            "$ref": "#/components/schemas/DoraMetricId"
          },
          "profile": {
            "$ref": "#/components/schemas/DoraProfileId"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "value": {
            "type": [
              "number",
              "null"
            ],
            "description": "What the number was when it was disputed, as the person saw it"
          },
          "reason": {
            "type": "string"
          },
          "openedBy": {
            "type": "string"
          },
          "openedAt": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ],
            "description": "Who is to answer"
          },
          "answerDue": {
            "type": "string",
            "description": "ISO day"
          },
          "overdue": {
            "type": "boolean"
          },
          "state": {
            "$ref": "#/components/schemas/DisputeState"
          },
          "answer": {
            "type": [
              "string",
              "null"
            ]
          },
          "answeredBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "answeredAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayAnswer": {
            "type": "boolean"
          },
          "mayWithdraw": {
            "type": "boolean"
          }
        }
      },
      "DisputePage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Dispute"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DoraDefinitions": {
        "type": "object",
        "required": [
          "defaultProfile",
          "defaultEdition",
          "profiles",
          "editions"
        ],
        "properties": {
          "defaultProfile": {
            "$ref": "#/components/schemas/DoraProfileId"
          },
          "defaultEdition": {
            "$ref": "#/components/schemas/BenchmarkEditionId"
          },
          "profiles": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "version",
                "title",
                "docs",
                "decisions"
              ],
              "properties": {
                "id": {
                  "$ref": "#/components/schemas/DoraProfileId"
                },
                "version": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "docs": {
                  "type": "string"
                },
                "decisions": {
                  "type": "array",
                  "description": "Every choice that changes the answer",
                  "items": {
                    "type": "object",
                    "required": [
                      "id",
                      "value"
                    ],
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "value": {
                        "type": "string"
                      }
                    }
                  }
                },
                "workingTime": {
                  "$ref": "#/components/schemas/WorkingTime"
                }
              }
            }
          },
          "editions": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "kind",
                "title",
                "source"
              ],
              "properties": {
                "id": {
                  "$ref": "#/components/schemas/BenchmarkEditionId"
                },
                "kind": {
                  "type": "string",
                  "enum": [
                    "tier",
                    "distribution"
                  ]
                },
                "title": {
                  "type": "string"
                },
                "source": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "FlowMetricId": {
        "type": "string",
        "enum": [
          "cycle-time",
          "flow-time",
          "throughput",
          "wip",
          "work-item-age",
          "flow-efficiency",
          "allocation",
          "escaped-defects",
          "predictability",
          "build-success",
          "build-duration"
        ]
      },
      "FlowCategory": {
        "type": "string",
        "enum": [
          "feature",
          "reliability",
          "debt",
          "security",
          "platform",
          "unclassified"
        ]
      },
      "CountMetric": {
        "type": "object",
        "required": [
          "state",
          "value",
          "perWeek",
          "previous",
          "change"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "value": {
            "type": [
              "integer",
              "null"
            ]
          },
          "perWeek": {
            "type": [
              "number",
              "null"
            ]
          },
          "previous": {
            "type": "object",
            "required": [
              "value"
            ],
            "properties": {
              "value": {
                "type": [
                  "integer",
                  "null"
                ]
              }
            }
          },
          "change": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Change"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "FlowReport": {
        "type": "object",
        "required": [
          "scope",
          "window",
          "ownership",
          "definition",
          "freshness",
          "cycleTime",
          "flowTime",
          "throughput",
          "arrivals",
          "wip",
          "age",
          "serviceLevelExpectation",
          "efficiency",
          "allocation",
          "escapedDefects",
          "blocked",
          "reopened",
          "weeks",
          "cumulative",
          "distribution",
          "periods",
          "forecastCalibration",
          "builds",
          "quality",
          "members",
          "membersTotal",
          "nextSteps"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "ownership": {
            "type": "string",
            "enum": [
              "now",
              "then"
            ]
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          },
          "cycleTime": {
            "$ref": "#/components/schemas/DurationMetric",
            "description": "Started to completed, of items completed in the window"
          },
          "flowTime": {
            "$ref": "#/components/schemas/DurationMetric",
            "description": "Arrival (creation, or an earlier start) to completion, waits included"
          },
          "throughput": {
            "$ref": "#/components/schemas/CountMetric"
          },
          "arrivals": {
            "$ref": "#/components/schemas/CountMetric"
          },
          "wip": {
            "type": "object",
            "required": [
              "state",
              "items",
              "blocked",
              "weeksOfWork"
            ],
            "properties": {
              "state": {
                "$ref": "#/components/schemas/NumberState"
              },
              "items": {
                "type": [
                  "integer",
                  "null"
                ],
                "description": "In progress at the end of the window"
              },
              "blocked": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "weeksOfWork": {
                "type": [
                  "number",
                  "null"
                ],
                "description": "WIP by throughput a week"
              }
            }
          },
          "age": {
            "type": "object",
            "required": [
              "state",
              "median",
              "p85",
              "oldest",
              "n",
              "beyondExpectation"
            ],
            "properties": {
              "state": {
                "$ref": "#/components/schemas/NumberState"
              },
              "median": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "p85": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "oldest": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "n": {
                "type": "integer"
              },
              "beyondExpectation": {
                "type": [
                  "integer",
                  "null"
                ],
                "description": "Items in progress older than the service level expectation"
              }
            }
          },
          "serviceLevelExpectation": {
            "type": "object",
            "required": [
              "share",
              "seconds",
              "origin",
              "met",
              "n"
            ],
            "properties": {
              "share": {
                "type": "number",
                "description": "0 to 1"
              },
              "seconds": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "origin": {
                "type": "string",
                "enum": [
                  "configured",
                  "observed",
                  "none"
                ],
                "description": "`observed`: the 85th percentile of the year before the window"
              },
              "met": {
                "type": [
                  "number",
                  "null"
                ],
                "description": "Share of items completed in the window that met it"
              },
              "n": {
                "type": "integer"
              }
            }
          },
          "efficiency": {
            "$ref": "#/components/schemas/RatioMetric",
            "description": "Active seconds by flow seconds of completed items; numerator and denominator in seconds"
          },
          "allocation": {
            "$ref": "#/components/schemas/FlowAllocation"
          },
          "escapedDefects": {
            "type": "object",
            "required": [
              "state",
              "value",
              "numerator",
              "denominator",
              "bySeverity"
            ],
            "properties": {
              "state": {
                "$ref": "#/components/schemas/NumberState"
              },
              "value": {
                "type": [
                  "number",
                  "null"
                ],
                "description": "Found in production, of all defects found"
              },
              "numerator": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "denominator": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "bySeverity": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "severity",
                    "production",
                    "earlier",
                    "unknown"
                  ],
                  "properties": {
                    "severity": {
                      "type": "string"
                    },
                    "production": {
                      "type": "integer"
                    },
                    "earlier": {
                      "type": "integer"
                    },
                    "unknown": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "blocked": {
            "type": "object",
            "required": [
              "items",
              "median",
              "n"
            ],
            "properties": {
              "items": {
                "type": [
                  "integer",
                  "null"
                ],
                "description": "Of those completed in the window, blocked at least once"
              },
              "median": {
                "type": [
                  "number",
                  "null"
                ],
                "description": "Seconds blocked, of those"
              },
              "n": {
                "type": "integer"
              }
            }
          },
          "reopened": {
            "$ref": "#/components/schemas/RatioMetric"
          },
          "weeks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "week",
                "partial",
                "arrived",
                "started",
                "completed",
                "cycleTimeMedian",
                "wip"
              ],
              "properties": {
                "week": {
                  "type": "string"
                },
                "partial": {
                  "type": "boolean"
                },
                "arrived": {
                  "type": [
                    "integer",
                    "null"
                  ]
                },
                "started": {
                  "type": [
                    "integer",
                    "null"
                  ]
                },
                "completed": {
                  "type": [
                    "integer",
                    "null"
                  ]
                },
                "cycleTimeMedian": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "wip": {
                  "type": [
                    "integer",
                    "null"
                  ]
                }
              }
            }
          },
          "cumulative": {
            "type": "array",
            "description": "Items in each state at the end of each day, from the work known at the start of the window",
            "items": {
              "type": "object",
              "required": [
                "day",
                "arrived",
                "started",
                "completed",
                "todo",
                "inProgress",
                "waiting",
                "done"
              ],
              "properties": {
                "day": {
                  "type": "string"
                },
                "arrived": {
                  "type": "integer"
                },
                "started": {
                  "type": "integer"
                },
                "completed": {
                  "type": "integer"
                },
                "todo": {
                  "type": "integer"
                },
                "inProgress": {
                  "type": "integer"
                },
                "waiting": {
                  "type": "integer"
                },
                "done": {
                  "type": "integer"
                }
              }
            }
          },
          "distribution": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DistributionBin"
            }
          },
          "periods": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PeriodPredictability"
            }
          },
          "forecastCalibration": {
            "$ref": "#/components/schemas/ForecastCalibration"
          },
          "builds": {
            "$ref": "#/components/schemas/BuildReport"
          },
          "quality": {
            "$ref": "#/components/schemas/FlowQuality"
          },
          "members": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FlowMember"
            }
          },
          "membersTotal": {
            "type": "integer"
          },
          "nextSteps": {
            "type": "array",
            "maxItems": 3,
            "items": {
              "$ref": "#/components/schemas/NextStepOfFlow"
            }
          }
        }
      },
      "FlowAllocation": {
        "type": "object",
        "required": [
          "state",
          "unit",
          "total",
          "unclassifiedShare",
          "categories",
          "agreement"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "ok",
              "thin",
              "no_data",
              "unclassified"
            ],
            "description": "`unclassified`: more than a fifth of the work has no category, so it is not graded"
          },
          "unit": {
            "type": "string",
            "enum": [
              "items",
              "active_time",
              "engineer_days"
            ]
          },
          "total": {
            "type": [
              "number",
              "null"
            ]
          },
          "unclassifiedShare": {
            "type": [
              "number",
              "null"
            ]
          },
          "categories": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "category",
                "amount",
                "share",
                "target",
                "delta"
              ],
              "properties": {
                "category": {
                  "$ref": "#/components/schemas/FlowCategory"
                },
                "amount": {
                  "type": "number"
                },
                "share": {
                  "type": [
                    "number",
                    "null"
                  ],
                  "description": "Of what is classified, 0 to 1"
                },
                "target": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "delta": {
                  "type": [
                    "number",
                    "null"
                  ],
                  "description": "Share less target"
                }
              }
            }
          },
          "agreement": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "scopeRef",
                  "from",
                  "note",
                  "exception"
                ],
                "properties": {
                  "scopeRef": {
                    "type": "string"
                  },
                  "from": {
                    "type": "string"
                  },
                  "note": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "exception": {
                    "anyOf": [
                      {
                        "type": "object",
                        "required": [
                          "from",
                          "to",
                          "reason"
                        ],
                        "properties": {
                          "from": {
                            "type": "string"
                          },
                          "to": {
                            "type": "string"
                          },
                          "reason": {
                            "type": "string"
                          }
                        }
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "PeriodPredictability": {
        "type": "object",
        "required": [
          "period",
          "from",
          "to",
          "state",
          "committed",
          "added",
          "removed",
          "done",
          "addedDone",
          "carriedOver",
          "ratio"
        ],
        "properties": {
          "period": {
            "type": "string"
          },
          "from": {
            "type": [
              "string",
              "null"
            ]
          },
          "to": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "closed",
              "unknown"
            ]
          },
          "committed": {
            "type": "integer",
            "description": "Committed when the period began"
          },
          "added": {
            "type": "integer",
            "description": "Committed after it began"
          },
          "removed": {
            "type": "integer"
          },
          "done": {
            "type": "integer",
            "description": "Of those committed when it began, done by its end"
          },
          "addedDone": {
            "type": "integer"
          },
          "carriedOver": {
            "type": "integer"
          },
          "ratio": {
            "type": [
              "number",
              "null"
            ],
            "description": "Done by committed, 0 to 1"
          }
        }
      },
      "ForecastPercentile": {
        "type": "object",
        "required": [
          "confidence",
          "value"
        ],
        "properties": {
          "confidence": {
            "type": "number",
            "description": "0 to 1"
          },
          "value": {
            "type": [
              "string",
              "integer",
              "null"
            ],
            "description": "A day, or a number of items"
          }
        }
      },
      "Forecast": {
        "type": "object",
        "required": [
          "scope",
          "state",
          "seed",
          "trials",
          "history",
          "madeAt",
          "when",
          "howMany"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "state": {
            "type": "string",
            "enum": [
              "ok",
              "thin",
              "no_data"
            ],
            "description": "`thin`: fewer than 10 completed items in the history"
          },
          "seed": {
            "type": "integer"
          },
          "trials": {
            "type": "integer"
          },
          "history": {
            "type": "object",
            "required": [
              "from",
              "to",
              "days",
              "completed",
              "zeroDays"
            ],
            "properties": {
              "from": {
                "type": "string"
              },
              "to": {
                "type": "string"
              },
              "days": {
                "type": "integer"
              },
              "completed": {
                "type": "integer"
              },
              "zeroDays": {
                "type": "integer"
              }
            }
          },
          "madeAt": {
            "type": "string"
          },
          "when": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "items",
                  "percentiles"
                ],
                "properties": {
                  "items": {
                    "type": "integer"
                  },
                  "percentiles": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/ForecastPercentile"
                    }
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "howMany": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "by",
                  "days",
                  "percentiles"
                ],
                "properties": {
                  "by": {
                    "type": "string"
                  },
                  "days": {
                    "type": "integer"
                  },
                  "percentiles": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/ForecastPercentile"
                    }
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "KeptForecast": {
        "type": "object",
        "required": [
          "id",
          "scopeRef",
          "madeOn",
          "dueOn",
          "kind",
          "items",
          "percentiles",
          "outcome",
          "metConfidence"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scopeRef": {
            "type": "string"
          },
          "madeOn": {
            "type": "string"
          },
          "dueOn": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "when",
              "how_many"
            ]
          },
          "items": {
            "type": [
              "integer",
              "null"
            ]
          },
          "percentiles": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ForecastPercentile"
            }
          },
          "outcome": {
            "type": [
              "string",
              "integer",
              "null"
            ],
            "description": "What came: a day, or a number of items; null while it is not due"
          },
          "metConfidence": {
            "type": [
              "number",
              "null"
            ],
            "description": "The lowest confidence whose bound held"
          }
        }
      },
      "ForecastCalibration": {
        "type": "object",
        "required": [
          "state",
          "n",
          "levels",
          "bias",
          "pinball"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "n": {
            "type": "integer",
            "description": "Forecasts that are due"
          },
          "levels": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "confidence",
                "held",
                "n",
                "share"
              ],
              "properties": {
                "confidence": {
                  "type": "number"
                },
                "held": {
                  "type": "integer"
                },
                "n": {
                  "type": "integer"
                },
                "share": {
                  "type": [
                    "number",
                    "null"
                  ]
                }
              }
            }
          },
          "bias": {
            "type": [
              "number",
              "null"
            ],
            "description": "Mean of outcome less median, relative to the median; above 0: more was done than foretold"
          },
          "pinball": {
            "type": [
              "number",
              "null"
            ],
            "description": "Mean pinball loss over the levels, in items"
          }
        }
      },
      "ForecastPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "calibration"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeptForecast"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "calibration": {
            "$ref": "#/components/schemas/ForecastCalibration"
          }
        }
      },
      "ForecastBackTest": {
        "type": "object",
        "required": [
          "scope",
          "history",
          "trials",
          "minimum",
          "cutOffs",
          "scores"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "history": {
            "description": "The days that are known; null where there was never an item",
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "from",
                  "to"
                ],
                "properties": {
                  "from": {
                    "type": "string"
                  },
                  "to": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "trials": {
            "type": "integer"
          },
          "minimum": {
            "type": "integer",
            "description": "Below so many forecasts that share no day, a score is not graded"
          },
          "cutOffs": {
            "type": "array",
            "maxItems": 52,
            "description": "The Mondays on which enough was known, oldest first",
            "items": {
              "$ref": "#/components/schemas/ForecastBackTestCutOff"
            }
          },
          "scores": {
            "type": "array",
            "description": "One of each question",
            "items": {
              "$ref": "#/components/schemas/ForecastBackTestScore"
            }
          }
        }
      },
      "ForecastBackTestCutOff": {
        "type": "object",
        "required": [
          "day",
          "history",
          "forecasts"
        ],
        "properties": {
          "day": {
            "type": "string",
            "description": "Nothing of it and after it is known"
          },
          "history": {
            "type": "object",
            "required": [
              "days",
              "completed"
            ],
            "properties": {
              "days": {
                "type": "integer"
              },
              "completed": {
                "type": "integer"
              }
            }
          },
          "forecasts": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "horizon",
                "items",
                "bounds",
                "outcome"
              ],
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "when",
                    "how_many"
                  ]
                },
                "horizon": {
                  "type": "integer",
                  "description": "Days"
                },
                "items": {
                  "type": [
                    "integer",
                    "null"
                  ],
                  "description": "Of when; as many as the history did in the days of the horizon"
                },
                "bounds": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/ForecastPercentile"
                  }
                },
                "outcome": {
                  "type": [
                    "string",
                    "integer",
                    "null"
                  ],
                  "description": "What came: a day, or a number of items; null: not done, and all bounds have passed"
                }
              }
            }
          }
        }
      },
      "ForecastBackTestScore": {
        "type": "object",
        "required": [
          "kind",
          "horizon",
          "state",
          "n",
          "independent",
          "levels",
          "bias",
          "pinball"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "when",
              "how_many"
            ]
          },
          "horizon": {
            "type": "integer",
            "description": "Days"
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "n": {
            "type": "integer",
            "description": "Forecasts that were tested"
          },
          "independent": {
            "type": "integer",
            "description": "Of those, the most that share no day with one another"
          },
          "levels": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "confidence",
                "held",
                "n",
                "share"
              ],
              "properties": {
                "confidence": {
                  "type": "number"
                },
                "held": {
                  "type": "integer"
                },
                "n": {
                  "type": "integer"
                },
                "share": {
                  "type": [
                    "number",
                    "null"
                  ]
                }
              }
            }
          },
          "bias": {
            "type": [
              "number",
              "null"
            ],
            "description": "Mean of outcome less median, relative to the median; above 0: more was done than foretold, or it took longer"
          },
          "pinball": {
            "type": [
              "number",
              "null"
            ],
            "description": "Mean pinball loss over the levels, in items or in days"
          }
        }
      },
      "BuildReport": {
        "type": "object",
        "required": [
          "state",
          "success",
          "duration",
          "queue",
          "weeks",
          "pipelines"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "success": {
            "$ref": "#/components/schemas/RatioMetric"
          },
          "duration": {
            "$ref": "#/components/schemas/DurationMetric"
          },
          "queue": {
            "$ref": "#/components/schemas/DurationMetric"
          },
          "weeks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "week",
                "runs",
                "successRate",
                "durationMedian"
              ],
              "properties": {
                "week": {
                  "type": "string"
                },
                "runs": {
                  "type": [
                    "integer",
                    "null"
                  ]
                },
                "successRate": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "durationMedian": {
                  "type": [
                    "number",
                    "null"
                  ]
                }
              }
            }
          },
          "pipelines": {
            "type": "array",
            "description": "At most 50, those that fail most first",
            "items": {
              "type": "object",
              "required": [
                "pipeline",
                "entityRef",
                "entityTitle",
                "runs",
                "successRate",
                "durationMedian",
                "lastRunAt",
                "lastResult",
                "url"
              ],
              "properties": {
                "pipeline": {
                  "type": "string"
                },
                "entityRef": {
                  "type": "string"
                },
                "entityTitle": {
                  "type": "string"
                },
                "runs": {
                  "type": "integer"
                },
                "successRate": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "durationMedian": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "lastRunAt": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "lastResult": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "url": {
                  "type": [
                    "string",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "FlowQuality": {
        "type": "object",
        "required": [
          "state",
          "checks"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "good",
              "doubtful",
              "unknown"
            ]
          },
          "checks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "share",
                "numerator",
                "denominator",
                "threshold",
                "passed"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "enum": [
                    "items-with-start",
                    "items-with-category",
                    "items-with-states",
                    "clocks",
                    "collection"
                  ]
                },
                "share": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "numerator": {
                  "type": "integer"
                },
                "denominator": {
                  "type": "integer"
                },
                "threshold": {
                  "type": "number"
                },
                "passed": {
                  "type": [
                    "boolean",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "FlowMember": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "kind",
          "type",
          "tier",
          "lifecycle",
          "ownerRef",
          "systemRef",
          "state",
          "cycleTimeMedian",
          "cycleTimeN",
          "throughput",
          "wip",
          "oldestAge",
          "blocked",
          "weeklyCompleted"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "lifecycle": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "systemRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "cycleTimeMedian": {
            "type": [
              "number",
              "null"
            ]
          },
          "cycleTimeN": {
            "type": "integer"
          },
          "throughput": {
            "type": [
              "integer",
              "null"
            ]
          },
          "wip": {
            "type": [
              "integer",
              "null"
            ]
          },
          "oldestAge": {
            "type": [
              "number",
              "null"
            ]
          },
          "blocked": {
            "type": [
              "integer",
              "null"
            ]
          },
          "weeklyCompleted": {
            "type": "array",
            "items": {
              "type": [
                "integer",
                "null"
              ]
            }
          }
        }
      },
      "FlowFleetPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "window",
          "weeks"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FlowMember"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "weeks": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "NextStepOfFlow": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "values"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "connect-tracker",
              "report-start",
              "classify-items",
              "aged-items",
              "blocked-items",
              "wip-growing",
              "builds-failing"
            ]
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "WorkItem": {
        "type": "object",
        "required": [
          "entityRef",
          "entityTitle",
          "source",
          "id",
          "title",
          "url",
          "category",
          "severity",
          "foundIn",
          "state",
          "createdAt",
          "startedAt",
          "completedAt",
          "cancelledAt",
          "committedPeriod",
          "cycleSeconds",
          "ageSeconds",
          "blockedSeconds",
          "reopened",
          "exclusion",
          "recordedAt"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "entityTitle": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "category": {
            "$ref": "#/components/schemas/FlowCategory"
          },
          "severity": {
            "type": [
              "string",
              "null"
            ]
          },
          "foundIn": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "type": "string"
          },
          "createdAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "startedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "completedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "cancelledAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "committedPeriod": {
            "type": [
              "string",
              "null"
            ]
          },
          "cycleSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "ageSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "blockedSeconds": {
            "type": [
              "number",
              "null"
            ]
          },
          "reopened": {
            "type": "integer"
          },
          "exclusion": {
            "type": [
              "string",
              "null"
            ]
          },
          "recordedAt": {
            "type": "string"
          }
        }
      },
      "WorkItemPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkItem"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "FlowExplanation": {
        "type": "object",
        "required": [
          "metric",
          "scope",
          "window",
          "ownership",
          "definition",
          "freshness",
          "state",
          "n",
          "minimum",
          "approximate",
          "figures",
          "excluded"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/FlowMetricId"
          },
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "ownership": {
            "type": "string",
            "enum": [
              "now",
              "then"
            ]
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "n": {
            "type": "integer"
          },
          "minimum": {
            "type": "integer"
          },
          "approximate": {
            "type": "boolean"
          },
          "figures": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "label",
                "value",
                "unit"
              ],
              "properties": {
                "label": {
                  "type": "string"
                },
                "value": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "unit": {
                  "type": "string"
                }
              }
            }
          },
          "excluded": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "reason",
                "unit",
                "count"
              ],
              "properties": {
                "reason": {
                  "type": "string"
                },
                "unit": {
                  "type": "string"
                },
                "count": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "AcceptanceSubject": {
        "type": "string",
        "enum": [
          "check",
          "debt",
          "finding",
          "slo_correction",
          "slo_policy",
          "gate",
          "control",
          "risk",
          "hand_over"
        ]
      },
      "AcceptanceState": {
        "description": "lapsed: nobody decided in time",
        "type": "string",
        "enum": [
          "requested",
          "approved",
          "denied",
          "withdrawn",
          "lapsed",
          "revoked",
          "expired"
        ]
      },
      "RiskLevel": {
        "type": "string",
        "enum": [
          "low",
          "medium",
          "high",
          "critical"
        ]
      },
      "Approver": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "exists",
          "rightId"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "exists": {
            "type": "boolean"
          },
          "rightId": {
            "description": "The decision right that names it; null: the rule that holds without one",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "AcceptanceApproval": {
        "type": "object",
        "required": [
          "by",
          "at",
          "verdict",
          "asRef",
          "note"
        ],
        "properties": {
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "approved",
              "denied"
            ]
          },
          "asRef": {
            "description": "The approver for whom the person decided",
            "type": [
              "string",
              "null"
            ]
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "AcceptanceEvent": {
        "type": "object",
        "required": [
          "at",
          "kind",
          "by",
          "note",
          "approverRefs",
          "approvalsNeeded"
        ],
        "properties": {
          "at": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "requested",
              "approved",
              "denied",
              "withdrawn",
              "lapsed",
              "revoked",
              "expired"
            ]
          },
          "by": {
            "type": [
              "string",
              "null"
            ]
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          },
          "approverRefs": {
            "description": "Who could decide at that time; null where nobody was asked",
            "type": [
              "array",
              "null"
            ],
            "items": {
              "type": "string"
            }
          },
          "approvalsNeeded": {
            "type": [
              "integer",
              "null"
            ]
          }
        }
      },
      "AcceptanceEntity": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "ownerRef"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Acceptance": {
        "type": "object",
        "required": [
          "id",
          "subject",
          "subjectRef",
          "title",
          "entities",
          "riskLevel",
          "reason",
          "compensatingControl",
          "requestedBy",
          "requestedAt",
          "decideBy",
          "approvers",
          "approvalsNeeded",
          "approvals",
          "expiresOn",
          "maximumDays",
          "state",
          "details",
          "history",
          "mayDecide",
          "mayWithdraw",
          "mayRevoke"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "subject": {
            "$ref": "#/components/schemas/AcceptanceSubject"
          },
          "subjectRef": {
            "description": "What of the entities it is about, such as the id of a check",
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          },
          "entities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AcceptanceEntity"
            }
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "reason": {
            "type": "string"
          },
          "compensatingControl": {
            "type": [
              "string",
              "null"
            ]
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string"
          },
          "decideBy": {
            "description": "ISO day; nobody decided until its end: lapsed",
            "type": "string"
          },
          "approvers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approver"
            }
          },
          "approvalsNeeded": {
            "type": "integer"
          },
          "approvals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AcceptanceApproval"
            }
          },
          "expiresOn": {
            "description": "ISO day after which it no longer holds; null for what does not end, such as a hand-over",
            "type": [
              "string",
              "null"
            ]
          },
          "maximumDays": {
            "description": "That its risk level allows",
            "type": [
              "integer",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/AcceptanceState"
          },
          "details": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          },
          "history": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AcceptanceEvent"
            }
          },
          "mayDecide": {
            "type": "boolean"
          },
          "mayWithdraw": {
            "type": "boolean"
          },
          "mayRevoke": {
            "type": "boolean"
          }
        }
      },
      "AcceptancePage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Acceptance"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "NewAcceptance": {
        "type": "object",
        "required": [
          "subject",
          "title",
          "entityRefs",
          "riskLevel",
          "reason"
        ],
        "properties": {
          "subject": {
            "description": "A hand-over is asked for at its entity",
            "type": "string",
            "enum": [
              "check",
              "debt",
              "finding",
              "slo_correction",
              "slo_policy",
              "gate",
              "control",
              "risk"
            ]
          },
          "subjectRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "minItems": 1,
            "maxItems": 50
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "compensatingControl": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "expiresOn": {
            "description": "Default: as late as the risk level allows",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          }
        }
      },
      "AcceptanceVerdict": {
        "type": "object",
        "properties": {
          "note": {
            "description": "Needed where it is denied or revoked",
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "CampaignStatus": {
        "type": "string",
        "enum": [
          "draft",
          "scheduled",
          "in_progress",
          "delayed",
          "ended",
          "archived"
        ]
      },
      "CampaignEmphasis": {
        "description": "The checks, or all checks of the levels, that are to be met",
        "type": "object",
        "properties": {
          "checks": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 63
            },
            "minItems": 1,
            "maxItems": 100
          },
          "levels": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 63
            },
            "minItems": 1,
            "maxItems": 20
          }
        }
      },
      "CampaignScope": {
        "description": "Of what it is asked; empty: of all that the scorecard is asked of. Values of one list are alternatives; lists are combined by AND.",
        "type": "object",
        "properties": {
          "ownerRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 100
          },
          "systemRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 100
          },
          "domainRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 100
          },
          "tiers": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 100
          },
          "lifecycles": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 100
          }
        }
      },
      "NewCampaign": {
        "type": "object",
        "required": [
          "title",
          "ownerRef",
          "scorecardRef",
          "emphasis",
          "startsOn",
          "targetOn"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 10000
          },
          "ownerRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "scorecardRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "emphasis": {
            "$ref": "#/components/schemas/CampaignEmphasis"
          },
          "scope": {
            "$ref": "#/components/schemas/CampaignScope"
          },
          "isDraft": {
            "type": "boolean"
          },
          "startsOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "targetOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "remindEveryDays": {
            "description": "How often owners of what is open hear of it in their digest; 0: never",
            "type": "integer",
            "minimum": 0,
            "maximum": 90
          }
        }
      },
      "CampaignEdit": {
        "type": "object",
        "required": [
          "title",
          "ownerRef",
          "scorecardRef",
          "emphasis",
          "startsOn",
          "targetOn",
          "revision"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 10000
          },
          "ownerRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "scorecardRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "emphasis": {
            "$ref": "#/components/schemas/CampaignEmphasis"
          },
          "scope": {
            "$ref": "#/components/schemas/CampaignScope"
          },
          "isDraft": {
            "type": "boolean"
          },
          "startsOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "targetOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "remindEveryDays": {
            "description": "How often owners of what is open hear of it in their digest; 0: never",
            "type": "integer",
            "minimum": 0,
            "maximum": 90
          },
          "revision": {
            "description": "That was read",
            "type": "integer"
          }
        }
      },
      "CampaignNote": {
        "type": "object",
        "required": [
          "revision",
          "note"
        ],
        "properties": {
          "revision": {
            "type": "integer"
          },
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "CampaignProgress": {
        "type": "object",
        "required": [
          "total",
          "met",
          "open",
          "exempt",
          "unknown",
          "share",
          "entities",
          "entitiesDone"
        ],
        "properties": {
          "total": {
            "description": "Pairs of entity and check that it asks for, as far as the caller may see",
            "type": "integer"
          },
          "met": {
            "type": "integer"
          },
          "open": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer"
          },
          "unknown": {
            "description": "Not reported or in error, with nothing found before",
            "type": "integer"
          },
          "share": {
            "description": "Met or exempt, of those that are known; null: none is",
            "type": [
              "number",
              "null"
            ]
          },
          "entities": {
            "type": "integer"
          },
          "entitiesDone": {
            "type": "integer"
          }
        }
      },
      "Campaign": {
        "type": "object",
        "required": [
          "id",
          "title",
          "description",
          "ownerRef",
          "ownerTitle",
          "scorecardRef",
          "scorecardTitle",
          "emphasis",
          "scope",
          "status",
          "startsOn",
          "targetOn",
          "remindEveryDays",
          "endedAt",
          "endedNote",
          "archivedAt",
          "progress",
          "checks",
          "revision",
          "createdBy",
          "createdAt",
          "updatedAt",
          "mayEdit"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": "string"
          },
          "ownerTitle": {
            "type": "string"
          },
          "scorecardRef": {
            "type": "string"
          },
          "scorecardTitle": {
            "type": "string"
          },
          "emphasis": {
            "$ref": "#/components/schemas/CampaignEmphasis"
          },
          "scope": {
            "$ref": "#/components/schemas/CampaignScope"
          },
          "status": {
            "$ref": "#/components/schemas/CampaignStatus"
          },
          "startsOn": {
            "type": "string"
          },
          "targetOn": {
            "type": "string"
          },
          "remindEveryDays": {
            "type": "integer"
          },
          "endedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "endedNote": {
            "type": [
              "string",
              "null"
            ]
          },
          "archivedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "progress": {
            "$ref": "#/components/schemas/CampaignProgress"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MatrixCheck"
            }
          },
          "revision": {
            "type": "integer"
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "mayEdit": {
            "type": "boolean"
          }
        }
      },
      "CampaignPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "mayCreate"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Campaign"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayCreate": {
            "type": "boolean"
          }
        }
      },
      "BurnDownDay": {
        "type": "object",
        "required": [
          "day",
          "open",
          "exempt",
          "ideal"
        ],
        "properties": {
          "day": {
            "type": "string"
          },
          "open": {
            "type": [
              "integer",
              "null"
            ]
          },
          "exempt": {
            "type": [
              "integer",
              "null"
            ]
          },
          "ideal": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "CampaignBurnDown": {
        "type": "object",
        "required": [
          "points",
          "projectedOn"
        ],
        "properties": {
          "points": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/BurnDownDay"
            }
          },
          "projectedOn": {
            "description": "Day on which nothing would be open at the pace of the last four weeks; null: not at this pace, or not known",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CampaignItem": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "ownerRef",
          "ownerTitle",
          "tier",
          "open",
          "checks"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "open": {
            "type": "integer"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CampaignItemCheck"
            }
          }
        }
      },
      "CampaignItemCheck": {
        "type": "object",
        "required": [
          "checkId",
          "name",
          "state",
          "standing",
          "since",
          "message"
        ],
        "properties": {
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "standing": {
            "type": "string",
            "enum": [
              "open",
              "met",
              "exempt",
              "unknown"
            ]
          },
          "since": {
            "type": [
              "string",
              "null"
            ]
          },
          "message": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CampaignItemPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CampaignItem"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CampaignReportRow": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "start",
          "end"
        ],
        "properties": {
          "ref": {
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          },
          "start": {
            "$ref": "#/components/schemas/CampaignProgress"
          },
          "end": {
            "$ref": "#/components/schemas/CampaignProgress"
          }
        }
      },
      "CampaignReport": {
        "type": "object",
        "required": [
          "campaign",
          "from",
          "to",
          "isFinal",
          "start",
          "end",
          "teams",
          "checks"
        ],
        "properties": {
          "campaign": {
            "$ref": "#/components/schemas/Campaign"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "isFinal": {
            "description": "Whether the campaign is over",
            "type": "boolean"
          },
          "start": {
            "$ref": "#/components/schemas/CampaignProgress"
          },
          "end": {
            "$ref": "#/components/schemas/CampaignProgress"
          },
          "teams": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CampaignReportRow"
            }
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CampaignReportRow"
            }
          }
        }
      },
      "NewCheckExemption": {
        "type": "object",
        "required": [
          "scorecard",
          "check",
          "reason",
          "riskLevel"
        ],
        "properties": {
          "scorecard": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "check": {
            "type": "string",
            "minLength": 1,
            "maxLength": 63
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "compensatingControl": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "expiresOn": {
            "type": "string",
            "maxLength": 10
          }
        }
      },
      "AttestationKind": {
        "type": "object",
        "required": [
          "name",
          "title",
          "description",
          "maximumDays"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          },
          "maximumDays": {
            "type": "integer"
          }
        }
      },
      "Attestation": {
        "type": "object",
        "required": [
          "id",
          "name",
          "title",
          "holds",
          "comment",
          "attestedBy",
          "attestedAt",
          "expiresOn",
          "isExpired"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "holds": {
            "type": "boolean"
          },
          "comment": {
            "type": "string"
          },
          "attestedBy": {
            "type": "string"
          },
          "attestedAt": {
            "type": "string"
          },
          "expiresOn": {
            "type": "string"
          },
          "isExpired": {
            "type": "boolean"
          }
        }
      },
      "AttestationList": {
        "type": "object",
        "required": [
          "items",
          "kinds",
          "mayAttest"
        ],
        "properties": {
          "items": {
            "description": "The last of each kind",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Attestation"
            }
          },
          "kinds": {
            "description": "What may be vouched for",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AttestationKind"
            }
          },
          "mayAttest": {
            "type": "boolean"
          }
        }
      },
      "NewAttestation": {
        "type": "object",
        "required": [
          "name",
          "holds",
          "comment"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 63
          },
          "holds": {
            "type": "boolean"
          },
          "comment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "expiresOn": {
            "type": "string",
            "maxLength": 10
          }
        }
      },
      "NewDebtAcceptance": {
        "type": "object",
        "required": [
          "reason",
          "riskLevel",
          "expiresOn"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "compensatingControl": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "expiresOn": {
            "description": "Last ISO day; debt is never accepted for good",
            "type": "string",
            "maxLength": 10
          }
        }
      },
      "DebtItemAcceptance": {
        "description": "An acceptance of the item that holds or is asked for",
        "type": "object",
        "required": [
          "acceptanceId",
          "state",
          "riskLevel",
          "reason",
          "requestedBy",
          "requestedAt",
          "approvedBy",
          "expiresOn"
        ],
        "properties": {
          "acceptanceId": {
            "type": "string"
          },
          "state": {
            "description": "`approved`: it holds; `requested`: nobody has decided yet",
            "type": "string",
            "enum": [
              "requested",
              "approved"
            ]
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "reason": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string"
          },
          "approvedBy": {
            "description": "Null: nobody yet, or the organisation, where fewer have to agree than before",
            "type": [
              "string",
              "null"
            ]
          },
          "expiresOn": {
            "description": "Last ISO day",
            "type": "string"
          }
        }
      },
      "DebtLinkAnswer": {
        "type": "object",
        "required": [
          "type",
          "ref",
          "title"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/DebtLinkTypeName"
          },
          "ref": {
            "type": "string"
          },
          "title": {
            "description": "How it was called by whoever linked it, or else how it calls itself; null: by its ref",
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "description": "`external`: an address that is not ours; `resolved`: it is there, and the caller may see it; `unresolved`: it is not there, or the caller may not see it; absent: it was not looked up",
            "type": "string",
            "enum": [
              "external",
              "resolved",
              "unresolved"
            ]
          },
          "path": {
            "description": "Where it is in the portal, as its pages usually are; null: nowhere, or the caller may not see it",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtCapacity": {
        "type": "object",
        "required": [
          "scope",
          "window",
          "ownership",
          "unit",
          "noDataBecause",
          "agreement",
          "current",
          "previous"
        ],
        "properties": {
          "scope": {
            "description": "Null: all that the caller may see",
            "oneOf": [
              {
                "type": "object",
                "required": [
                  "ref",
                  "title"
                ],
                "properties": {
                  "ref": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "ownership": {
            "type": "string",
            "enum": [
              "now",
              "then"
            ]
          },
          "unit": {
            "description": "What amounts are counted in: completed items, seconds in which they were active, or days of engineers",
            "type": "string",
            "enum": [
              "items",
              "active_time",
              "engineer_days"
            ]
          },
          "noDataBecause": {
            "description": "Why nothing is known of the window: the subject flow is switched off, nothing was completed, or none of what was completed has a category; null: it is known",
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "flow_off",
              "nothing_completed",
              "nothing_classified",
              null
            ]
          },
          "agreement": {
            "description": "The agreement in force on the last day of the window; null: nobody agreed on anything",
            "oneOf": [
              {
                "type": "object",
                "required": [
                  "scopeRef",
                  "from",
                  "note",
                  "exception"
                ],
                "properties": {
                  "scopeRef": {
                    "description": "Whose agreement it is: of the scope itself, or of the nearest one above it; `org` is the organisation's",
                    "type": "string"
                  },
                  "from": {
                    "type": "string"
                  },
                  "note": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "exception": {
                    "oneOf": [
                      {
                        "type": "object",
                        "required": [
                          "from",
                          "to",
                          "reason"
                        ],
                        "properties": {
                          "from": {
                            "type": "string"
                          },
                          "to": {
                            "type": "string"
                          },
                          "reason": {
                            "type": "string"
                          }
                        }
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "current": {
            "$ref": "#/components/schemas/DebtCapacitySpan"
          },
          "previous": {
            "description": "The window before, of the same length, by what was agreed then",
            "$ref": "#/components/schemas/DebtCapacitySpan"
          }
        }
      },
      "DebtCapacitySpan": {
        "description": "Amounts are in the unit; shares are from 0 to 1",
        "type": "object",
        "required": [
          "from",
          "to",
          "state",
          "basis",
          "agreedShare",
          "spentShare",
          "delta",
          "spent",
          "agreed",
          "classified",
          "explanation"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "state": {
            "description": "`thin`: too little was completed to grade it; `unclassified`: more than a fifth of it has no category, so that it is shown and not graded",
            "type": "string",
            "enum": [
              "ok",
              "thin",
              "no_data",
              "unclassified"
            ]
          },
          "basis": {
            "description": "Where the agreed share comes from: an agreement, an exception from one, or what the definition proposes where nobody agreed on anything (`default`). `none`: what is in force asks nothing for debt",
            "type": "string",
            "enum": [
              "agreed",
              "exception",
              "default",
              "none"
            ]
          },
          "agreedShare": {
            "description": "Of the capacity; null: nothing is asked for debt",
            "type": [
              "number",
              "null"
            ]
          },
          "spentShare": {
            "description": "Of what is classified; null: nothing is",
            "type": [
              "number",
              "null"
            ]
          },
          "delta": {
            "description": "Spent less agreed",
            "type": [
              "number",
              "null"
            ]
          },
          "spent": {
            "description": "What went to debt",
            "type": [
              "number",
              "null"
            ]
          },
          "agreed": {
            "description": "What the agreed share comes to of all that is classified",
            "type": [
              "number",
              "null"
            ]
          },
          "classified": {
            "description": "What was completed and has a category",
            "type": [
              "number",
              "null"
            ]
          },
          "explanation": {
            "description": "Each number that is known, with the figures that it is made of",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "number",
                "numerator",
                "denominator",
                "formula"
              ],
              "properties": {
                "number": {
                  "type": "string",
                  "enum": [
                    "spentShare",
                    "agreedShare",
                    "delta",
                    "unclassifiedShare"
                  ]
                },
                "numerator": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "denominator": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "formula": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "DebtPlaces": {
        "type": "object",
        "required": [
          "by",
          "day",
          "owed",
          "places",
          "omittedPlaces"
        ],
        "properties": {
          "by": {
            "type": "string",
            "enum": [
              "owner",
              "system",
              "domain"
            ]
          },
          "day": {
            "description": "The day of the organisation on which this is owed",
            "type": "string"
          },
          "owed": {
            "description": "All that is owed of what is selected, each item once. Places do not add up to it: an item counts in each of its places",
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "places": {
            "description": "Those with most items first, at most 50",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtPlace"
            }
          },
          "omittedPlaces": {
            "description": "How many more there are",
            "type": "integer"
          }
        }
      },
      "DebtPlace": {
        "allOf": [
          {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          {
            "type": "object",
            "required": [
              "ref",
              "title"
            ],
            "properties": {
              "ref": {
                "description": "Null: what the caller may not see, or nothing",
                "type": [
                  "string",
                  "null"
                ]
              },
              "title": {
                "type": [
                  "string",
                  "null"
                ]
              }
            }
          }
        ]
      },
      "DebtScanOutcome": {
        "type": "object",
        "required": [
          "status",
          "suggested",
          "leftOut",
          "suppressed",
          "passed",
          "unread",
          "isComplete",
          "problems"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "accepted",
              "unmapped"
            ],
            "description": "unmapped: it is kept, and shown once the catalog has the entity"
          },
          "reason": {
            "type": "string",
            "description": "Why it is unmapped"
          },
          "suggested": {
            "type": "integer",
            "description": "Findings that are suggested as debt"
          },
          "leftOut": {
            "type": "integer",
            "description": "Findings beyond the bound of what is suggested"
          },
          "suppressed": {
            "type": "integer",
            "description": "Results that somebody suppressed"
          },
          "passed": {
            "type": "integer",
            "description": "Results that say that nothing is wrong"
          },
          "unread": {
            "type": "integer",
            "description": "Results beyond the bound of what is read"
          },
          "isComplete": {
            "type": "boolean",
            "description": "Whether all there is was read; else what was found before and is not in it any more stays"
          },
          "problems": {
            "type": "array",
            "description": "What is wrong with parts of it, which are left out",
            "items": {
              "$ref": "#/components/schemas/DebtScanProblem"
            }
          }
        }
      },
      "DebtScanProblem": {
        "type": "object",
        "required": [
          "path",
          "message"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "Where it stands, such as runs[0].results[3].level"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "EscalationKind": {
        "type": "string",
        "enum": [
          "incident",
          "roadmap",
          "risk"
        ]
      },
      "DecisionMode": {
        "type": "string",
        "enum": [
          "independently",
          "with_peers",
          "executive_approval"
        ]
      },
      "DecisionStatus": {
        "type": "string",
        "enum": [
          "proposed",
          "accepted",
          "superseded",
          "rejected"
        ]
      },
      "AppliedRight": {
        "type": "object",
        "required": [
          "id",
          "title",
          "documentRef",
          "decides",
          "mode",
          "riskLevels",
          "deciders",
          "peers",
          "executives",
          "appliesBecause"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "documentRef": {
            "description": "The catalog entity that says it",
            "type": "string"
          },
          "decides": {
            "description": "What it is about, such as acceptance:check, hand_over, architecture",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "mode": {
            "$ref": "#/components/schemas/DecisionMode"
          },
          "riskLevels": {
            "description": "Empty: all",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RiskLevel"
            }
          },
          "deciders": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approver"
            }
          },
          "peers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approver"
            }
          },
          "executives": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approver"
            }
          },
          "appliesBecause": {
            "description": "The ref of the group, system or domain that it is attached to",
            "type": "string"
          }
        }
      },
      "AppliedRights": {
        "type": "object",
        "required": [
          "items",
          "forums",
          "decisions"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AppliedRight"
            }
          },
          "forums": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionForum"
            }
          },
          "decisions": {
            "description": "Decisions about the entity that the caller may see",
            "type": "integer"
          }
        }
      },
      "EscalationTarget": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "exists",
          "contacts"
        ],
        "properties": {
          "ref": {
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          },
          "exists": {
            "type": "boolean"
          },
          "contacts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipContact"
            }
          }
        }
      },
      "EscalationStep": {
        "type": "object",
        "required": [
          "level",
          "afterSeconds",
          "targets",
          "via"
        ],
        "properties": {
          "level": {
            "type": "integer"
          },
          "afterSeconds": {
            "type": [
              "integer",
              "null"
            ]
          },
          "targets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EscalationTarget"
            }
          },
          "via": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Escalation": {
        "type": "object",
        "required": [
          "entityRef",
          "about",
          "severity",
          "source",
          "documentRef",
          "attachedTo",
          "steps",
          "url",
          "asOf"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "about": {
            "$ref": "#/components/schemas/EscalationKind"
          },
          "severity": {
            "type": [
              "string",
              "null"
            ]
          },
          "source": {
            "description": "owner_chain: nobody wrote a path, so it goes up the groups from the owner",
            "type": "string",
            "enum": [
              "document",
              "team_api",
              "annotation",
              "owner_chain",
              "none"
            ]
          },
          "documentRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "attachedTo": {
            "type": [
              "string",
              "null"
            ]
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EscalationStep"
            }
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DecisionForum": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "purpose",
          "cadence",
          "members",
          "chair",
          "scopeRefs",
          "decides",
          "url"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "purpose": {
            "type": [
              "string",
              "null"
            ]
          },
          "cadence": {
            "type": [
              "string",
              "null"
            ]
          },
          "members": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approver"
            }
          },
          "chair": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Approver"
              },
              {
                "type": "null"
              }
            ]
          },
          "scopeRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "decides": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DecisionForumPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionForum"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DecisionLink": {
        "type": "object",
        "required": [
          "label",
          "url"
        ],
        "properties": {
          "label": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "url": {
            "type": "string",
            "maxLength": 2000,
            "pattern": "^https?://"
          }
        }
      },
      "NewDecision": {
        "type": "object",
        "required": [
          "title",
          "context",
          "decision",
          "entityRefs",
          "ownerRef",
          "decidedOn"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "context": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "decision": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "minItems": 1,
            "maxItems": 50
          },
          "ownerRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "decidedOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "reviewOn": {
            "type": [
              "string",
              "null"
            ],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "status": {
            "$ref": "#/components/schemas/DecisionStatus"
          },
          "supersedes": {
            "type": [
              "string",
              "null"
            ],
            "maxLength": 64
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionLink"
            },
            "maxItems": 20
          }
        }
      },
      "ChangedDecision": {
        "type": "object",
        "required": [
          "title",
          "context",
          "decision",
          "entityRefs",
          "ownerRef",
          "decidedOn",
          "version"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "context": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "decision": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "minItems": 1,
            "maxItems": 50
          },
          "ownerRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "decidedOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "reviewOn": {
            "type": [
              "string",
              "null"
            ],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "status": {
            "$ref": "#/components/schemas/DecisionStatus"
          },
          "supersedes": {
            "type": [
              "string",
              "null"
            ],
            "maxLength": 64
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionLink"
            },
            "maxItems": 20
          },
          "version": {
            "type": "integer",
            "minimum": 1,
            "maximum": 2147483647
          }
        }
      },
      "Decision": {
        "type": "object",
        "required": [
          "id",
          "title",
          "context",
          "decision",
          "entities",
          "ownerRef",
          "ownerTitle",
          "decidedOn",
          "reviewOn",
          "reviewOverdue",
          "status",
          "supersedes",
          "supersededBy",
          "links",
          "createdBy",
          "createdAt",
          "updatedBy",
          "updatedAt",
          "version",
          "versions",
          "mayChange"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "context": {
            "type": "string"
          },
          "decision": {
            "type": "string"
          },
          "entities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AcceptanceEntity"
            }
          },
          "ownerRef": {
            "description": "Null: somebody whom the caller may not see",
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "decidedOn": {
            "type": "string"
          },
          "reviewOn": {
            "type": [
              "string",
              "null"
            ]
          },
          "reviewOverdue": {
            "type": "boolean"
          },
          "status": {
            "$ref": "#/components/schemas/DecisionStatus"
          },
          "supersedes": {
            "type": [
              "string",
              "null"
            ]
          },
          "supersededBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionLink"
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "updatedBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "updatedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "version": {
            "type": "integer"
          },
          "versions": {
            "description": "Earlier ones, newest first; empty in lists",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DecisionVersion"
            }
          },
          "mayChange": {
            "type": "boolean"
          }
        }
      },
      "DecisionVersion": {
        "type": "object",
        "required": [
          "version",
          "at",
          "by",
          "title",
          "decision",
          "status"
        ],
        "properties": {
          "version": {
            "type": "integer"
          },
          "at": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "decision": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/DecisionStatus"
          }
        }
      },
      "DecisionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Decision"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipRungId": {
        "description": "The rungs of the ladder, from the lowest",
        "type": "string",
        "enum": [
          "owner_set",
          "owner_resolves",
          "owner_is_group",
          "has_members",
          "has_contact",
          "has_escalation",
          "reviewed"
        ]
      },
      "OwnershipGap": {
        "type": "string",
        "enum": [
          "unowned",
          "dangling_owner",
          "owner_is_user",
          "empty_team",
          "single_member_team",
          "owner_without_contact",
          "owner_without_escalation",
          "review_overdue"
        ]
      },
      "OwnershipRung": {
        "type": "object",
        "required": [
          "id",
          "state",
          "gap",
          "values"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/OwnershipRungId"
          },
          "state": {
            "description": "blocked: a lower rung is missing, so that this one cannot be asked for; unknown: what it rests on could not be read",
            "type": "string",
            "enum": [
              "reached",
              "missing",
              "blocked",
              "unknown"
            ]
          },
          "gap": {
            "description": "What is missing",
            "anyOf": [
              {
                "$ref": "#/components/schemas/OwnershipGap"
              },
              {
                "type": "null"
              }
            ]
          },
          "values": {
            "description": "The evidence",
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "OwnershipLadder": {
        "type": "object",
        "required": [
          "definition",
          "rungs",
          "reached",
          "gaps",
          "assessedAt"
        ],
        "properties": {
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "rungs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipRung"
            }
          },
          "reached": {
            "description": "Rungs reached without a gap below them",
            "type": "integer"
          },
          "gaps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          },
          "assessedAt": {
            "type": "string"
          }
        }
      },
      "OwnerBrief": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "exists",
          "primary"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "exists": {
            "description": "False where the catalog has none of this name that the caller may see; of the first owner it says what the ladder does",
            "type": "boolean"
          },
          "primary": {
            "type": "boolean"
          }
        }
      },
      "ChainLink": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "type"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipContact": {
        "type": "object",
        "required": [
          "type",
          "label",
          "value",
          "url",
          "source"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "email",
              "chat",
              "phone",
              "link",
              "page"
            ]
          },
          "label": {
            "type": "string"
          },
          "value": {
            "type": "string"
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "source": {
            "type": "string",
            "enum": [
              "team_api",
              "profile",
              "link",
              "annotation"
            ]
          }
        }
      },
      "OnCall": {
        "type": "object",
        "description": "Who is on call. unavailable: the provider did not answer; what is told is what it said last",
        "required": [
          "provider",
          "state",
          "entries",
          "asOf",
          "url"
        ],
        "properties": {
          "provider": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "known",
              "nobody",
              "unavailable",
              "not_set_up"
            ]
          },
          "entries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OnCallEntry"
            }
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OnCallEntry": {
        "type": "object",
        "required": [
          "level",
          "label",
          "userRef",
          "until"
        ],
        "properties": {
          "level": {
            "type": "integer"
          },
          "label": {
            "type": "string"
          },
          "userRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "until": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "TeamInteraction": {
        "type": "object",
        "required": [
          "teamRef",
          "teamTitle",
          "mode",
          "purpose",
          "since",
          "expectedEnd",
          "overdue"
        ],
        "properties": {
          "teamRef": {
            "type": "string"
          },
          "teamTitle": {
            "type": "string"
          },
          "mode": {
            "type": "string",
            "enum": [
              "collaboration",
              "x-as-a-service",
              "facilitating"
            ]
          },
          "purpose": {
            "type": [
              "string",
              "null"
            ]
          },
          "since": {
            "type": [
              "string",
              "null"
            ]
          },
          "expectedEnd": {
            "type": [
              "string",
              "null"
            ]
          },
          "overdue": {
            "type": "boolean"
          }
        }
      },
      "TeamProfile": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "focus",
          "type",
          "members",
          "channels",
          "searchTerms",
          "services",
          "work",
          "meetings",
          "interactions",
          "source"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "focus": {
            "type": [
              "string",
              "null"
            ]
          },
          "type": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "stream-aligned",
              "platform",
              "enabling",
              "complicated-subsystem",
              null
            ]
          },
          "members": {
            "type": "integer"
          },
          "channels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipContact"
            }
          },
          "searchTerms": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "services": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamService"
            }
          },
          "work": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamWork"
            }
          },
          "meetings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamMeeting"
            }
          },
          "interactions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamInteraction"
            }
          },
          "source": {
            "description": "Where the Team API document was read",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "TeamService": {
        "type": "object",
        "required": [
          "name",
          "url",
          "versioning",
          "entityRef"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "versioning": {
            "type": [
              "string",
              "null"
            ]
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "TeamWork": {
        "type": "object",
        "required": [
          "name",
          "url"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "TeamMeeting": {
        "type": "object",
        "required": [
          "name",
          "purpose",
          "time",
          "url"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "purpose": {
            "type": [
              "string",
              "null"
            ]
          },
          "time": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipReviewState": {
        "description": "never: nobody has confirmed it since it is owned by this owner",
        "type": "string",
        "enum": [
          "verified",
          "due",
          "overdue",
          "never"
        ]
      },
      "OwnershipReview": {
        "type": "object",
        "required": [
          "entityRef",
          "entityTitle",
          "kind",
          "tier",
          "ownerRef",
          "ownerTitle",
          "state",
          "verifiedAt",
          "verifiedBy",
          "expiresAt",
          "dueDay",
          "handOverId",
          "mayReview"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "entityTitle": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/OwnershipReviewState"
          },
          "verifiedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "verifiedBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "expiresAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "dueDay": {
            "type": [
              "string",
              "null"
            ]
          },
          "handOverId": {
            "description": "A hand-over that waits for the receiving team",
            "type": [
              "string",
              "null"
            ]
          },
          "mayReview": {
            "type": "boolean"
          }
        }
      },
      "OwnershipReviewPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipReview"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipReviewEvent": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "at",
          "by",
          "ownerRef",
          "toRef",
          "note"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "confirmed",
              "expired",
              "hand_over_requested",
              "hand_over_accepted",
              "hand_over_denied",
              "hand_over_withdrawn",
              "owner_changed"
            ]
          },
          "at": {
            "type": "string"
          },
          "by": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "toRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipReviewEventPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipReviewEvent"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "NewOwnershipReview": {
        "type": "object",
        "properties": {
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "NewHandOver": {
        "type": "object",
        "required": [
          "toRef",
          "reason"
        ],
        "properties": {
          "toRef": {
            "description": "The group that is to take it over",
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "PastOwnership": {
        "type": "object",
        "required": [
          "ownerRef",
          "ownerTitle",
          "from",
          "to"
        ],
        "properties": {
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "from": {
            "description": "Null: the beginning is not known",
            "type": [
              "string",
              "null"
            ]
          },
          "to": {
            "description": "Null: owns it now",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CodeownersComparison": {
        "type": "object",
        "required": [
          "state",
          "path",
          "folder",
          "owners",
          "rules",
          "asOf"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "agrees",
              "differs",
              "partly",
              "not_resolved",
              "no_file",
              "unknown"
            ]
          },
          "path": {
            "description": "The file",
            "type": [
              "string",
              "null"
            ]
          },
          "folder": {
            "description": "The folder of the entity in its repository",
            "type": [
              "string",
              "null"
            ]
          },
          "owners": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CodeownersOwner"
            }
          },
          "rules": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CodeownersRule"
            }
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "CodeownersOwner": {
        "type": "object",
        "required": [
          "name",
          "ref",
          "title",
          "isCatalogOwner"
        ],
        "properties": {
          "name": {
            "description": "As the file has it, such as @org/team. People are left out: of an address only its domain is told, and a handle without an organisation, which may be a person's, is @…",
            "type": "string"
          },
          "ref": {
            "description": "The group that it names",
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "isCatalogOwner": {
            "type": "boolean"
          }
        }
      },
      "CodeownersRule": {
        "type": "object",
        "required": [
          "pattern",
          "line",
          "owners"
        ],
        "properties": {
          "pattern": {
            "type": "string"
          },
          "line": {
            "type": "integer"
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "OwnerSuggestion": {
        "type": "object",
        "required": [
          "ownerRef",
          "ownerTitle",
          "commits",
          "share",
          "contributors",
          "change"
        ],
        "properties": {
          "ownerRef": {
            "type": "string"
          },
          "ownerTitle": {
            "type": "string"
          },
          "commits": {
            "type": "integer"
          },
          "share": {
            "description": "Of the commits of the window",
            "type": "number"
          },
          "contributors": {
            "description": "Distinct people of the team; never who they are",
            "type": "integer"
          },
          "change": {
            "description": "A ready change of catalog-info.yaml",
            "type": "string"
          }
        }
      },
      "OwnerSuggestions": {
        "type": "object",
        "required": [
          "state",
          "items",
          "unassignedShare",
          "from",
          "to",
          "asOf"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "known",
              "thin",
              "none"
            ]
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnerSuggestion"
            }
          },
          "unassignedShare": {
            "description": "Commits of people whose team is not known",
            "type": [
              "number",
              "null"
            ]
          },
          "from": {
            "type": [
              "string",
              "null"
            ]
          },
          "to": {
            "type": [
              "string",
              "null"
            ]
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipFreshness": {
        "type": "object",
        "required": [
          "snapshotAt",
          "assessedAt"
        ],
        "properties": {
          "snapshotAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "assessedAt": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipSubject": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "type",
          "tier",
          "tierSource",
          "lifecycle"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "tierSource": {
            "type": [
              "string",
              "null"
            ]
          },
          "lifecycle": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipReport": {
        "type": "object",
        "required": [
          "entity",
          "freshness",
          "ladder",
          "owners",
          "chain",
          "contacts",
          "onCall",
          "team",
          "review",
          "history",
          "codeowners",
          "suggestions",
          "gapDates",
          "rollUp",
          "load",
          "nextSteps"
        ],
        "properties": {
          "entity": {
            "$ref": "#/components/schemas/OwnershipSubject"
          },
          "freshness": {
            "$ref": "#/components/schemas/OwnershipFreshness"
          },
          "ladder": {
            "description": "Null for what nobody is to own, such as a group",
            "anyOf": [
              {
                "$ref": "#/components/schemas/OwnershipLadder"
              },
              {
                "type": "null"
              }
            ]
          },
          "owners": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnerBrief"
            }
          },
          "chain": {
            "description": "From the owner up to the head of the organisation",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChainLink"
            }
          },
          "contacts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipContact"
            }
          },
          "onCall": {
            "$ref": "#/components/schemas/OnCall"
          },
          "team": {
            "description": "Of the owner; of a group: its own",
            "anyOf": [
              {
                "$ref": "#/components/schemas/TeamProfile"
              },
              {
                "type": "null"
              }
            ]
          },
          "review": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/OwnershipReview"
              },
              {
                "type": "null"
              }
            ]
          },
          "history": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PastOwnership"
            }
          },
          "codeowners": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/CodeownersComparison"
              },
              {
                "type": "null"
              }
            ]
          },
          "suggestions": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/OwnerSuggestions"
              },
              {
                "type": "null"
              }
            ]
          },
          "gapDates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GapDate"
            }
          },
          "rollUp": {
            "description": "Of a system, domain or group: everything in it",
            "anyOf": [
              {
                "$ref": "#/components/schemas/OwnershipSummary"
              },
              {
                "type": "null"
              }
            ]
          },
          "load": {
            "description": "Of a group",
            "anyOf": [
              {
                "$ref": "#/components/schemas/TeamLoad"
              },
              {
                "type": "null"
              }
            ]
          },
          "nextSteps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipNextStep"
            }
          }
        }
      },
      "OwnershipNextStep": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "values"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "set_owner",
              "correct_owner",
              "own_by_group",
              "add_members",
              "add_contact",
              "add_escalation",
              "review",
              "hand_over_open",
              "team_type",
              "overdue_interaction",
              "close_gaps"
            ]
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "OwnershipCoverage": {
        "type": "object",
        "required": [
          "entities",
          "full",
          "share",
          "weightedShare",
          "state"
        ],
        "properties": {
          "entities": {
            "description": "Entities that are to be owned and that the caller may see",
            "type": "integer"
          },
          "full": {
            "description": "Of them, those that reach every rung",
            "type": "integer"
          },
          "share": {
            "description": "full / entities; null without entities",
            "type": [
              "number",
              "null"
            ]
          },
          "weightedShare": {
            "description": "The same with each entity counted by the weight of its tier",
            "type": [
              "number",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          }
        }
      },
      "RungCoverage": {
        "type": "object",
        "required": [
          "rung",
          "reached",
          "entities",
          "share",
          "weightedShare"
        ],
        "properties": {
          "rung": {
            "$ref": "#/components/schemas/OwnershipRungId"
          },
          "reached": {
            "type": "integer"
          },
          "entities": {
            "type": "integer"
          },
          "share": {
            "type": [
              "number",
              "null"
            ]
          },
          "weightedShare": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "GapCount": {
        "type": "object",
        "required": [
          "gap",
          "entities"
        ],
        "properties": {
          "gap": {
            "$ref": "#/components/schemas/OwnershipGap"
          },
          "entities": {
            "type": "integer"
          }
        }
      },
      "TierCoverage": {
        "type": "object",
        "required": [
          "tier",
          "weight",
          "coverage"
        ],
        "properties": {
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "weight": {
            "type": "number"
          },
          "coverage": {
            "$ref": "#/components/schemas/OwnershipCoverage"
          }
        }
      },
      "CoveragePoint": {
        "type": "object",
        "required": [
          "day",
          "entities",
          "full",
          "share",
          "weightedShare",
          "rungs",
          "definitionChanged"
        ],
        "properties": {
          "day": {
            "type": "string"
          },
          "entities": {
            "type": "integer"
          },
          "full": {
            "type": "integer"
          },
          "share": {
            "type": [
              "number",
              "null"
            ]
          },
          "weightedShare": {
            "type": [
              "number",
              "null"
            ]
          },
          "rungs": {
            "description": "Entities that reach each rung, from the lowest",
            "type": "array",
            "items": {
              "type": "integer"
            }
          },
          "definitionChanged": {
            "type": "boolean"
          }
        }
      },
      "OwnershipSummary": {
        "type": "object",
        "required": [
          "scope",
          "window",
          "definition",
          "coverage",
          "rungs",
          "gaps",
          "tiers",
          "trend",
          "change",
          "freshness"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "coverage": {
            "$ref": "#/components/schemas/OwnershipCoverage"
          },
          "rungs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RungCoverage"
            }
          },
          "gaps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GapCount"
            }
          },
          "tiers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TierCoverage"
            }
          },
          "trend": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoveragePoint"
            }
          },
          "change": {
            "description": "Of the share against the beginning of the window, in points",
            "type": [
              "number",
              "null"
            ]
          },
          "freshness": {
            "$ref": "#/components/schemas/OwnershipFreshness"
          }
        }
      },
      "OwnershipExplanation": {
        "type": "object",
        "required": [
          "scope",
          "definition",
          "freshness",
          "state",
          "n",
          "figures",
          "weights",
          "excluded"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/Scope"
          },
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "freshness": {
            "$ref": "#/components/schemas/OwnershipFreshness"
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "n": {
            "type": "integer"
          },
          "figures": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipFigure"
            }
          },
          "weights": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TierWeight"
            }
          },
          "excluded": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipExclusion"
            }
          }
        }
      },
      "OwnershipFigure": {
        "type": "object",
        "required": [
          "label",
          "value"
        ],
        "properties": {
          "label": {
            "description": "In the order in which the formula takes them: share = full / entities, weighted-share = full-weight / weight",
            "type": "string",
            "enum": [
              "full",
              "entities",
              "share",
              "full-weight",
              "weight",
              "weighted-share"
            ]
          },
          "value": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "TierWeight": {
        "type": "object",
        "required": [
          "tier",
          "weight",
          "entities",
          "full"
        ],
        "properties": {
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "weight": {
            "type": "number"
          },
          "entities": {
            "type": "integer"
          },
          "full": {
            "type": "integer"
          }
        }
      },
      "OwnershipExclusion": {
        "type": "object",
        "required": [
          "reason",
          "count"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "enum": [
              "kind_not_owned",
              "lifecycle_left_out"
            ]
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "OwnershipRow": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "type",
          "tier",
          "lifecycle",
          "systemRef",
          "ownerRef",
          "ownerTitle",
          "reached",
          "rungs",
          "gaps",
          "dueDay",
          "overdue",
          "gapDates",
          "reviewState",
          "verifiedAt"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "lifecycle": {
            "type": [
              "string",
              "null"
            ]
          },
          "systemRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "reached": {
            "type": "integer"
          },
          "rungs": {
            "type": "integer"
          },
          "gaps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          },
          "dueDay": {
            "description": "The earliest day by which a gap is to be closed",
            "type": [
              "string",
              "null"
            ]
          },
          "overdue": {
            "type": "boolean"
          },
          "gapDates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GapDate"
            }
          },
          "reviewState": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/OwnershipReviewState"
              },
              {
                "type": "null"
              }
            ]
          },
          "verifiedAt": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "NewGapDate": {
        "type": "object",
        "required": [
          "gap",
          "dueDay"
        ],
        "properties": {
          "gap": {
            "$ref": "#/components/schemas/OwnershipGap"
          },
          "dueDay": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "GapDate": {
        "type": "object",
        "required": [
          "entityRef",
          "gap",
          "dueDay",
          "note",
          "setBy",
          "setAt",
          "overdue"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "gap": {
            "$ref": "#/components/schemas/OwnershipGap"
          },
          "dueDay": {
            "type": "string"
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          },
          "setBy": {
            "type": "string"
          },
          "setAt": {
            "type": "string"
          },
          "overdue": {
            "type": "boolean"
          }
        }
      },
      "TeamLoad": {
        "type": "object",
        "required": [
          "entities",
          "weighted",
          "members",
          "onCall",
          "openIncidents",
          "deployments",
          "interactions"
        ],
        "properties": {
          "entities": {
            "description": "Entities owned directly",
            "type": "integer"
          },
          "weighted": {
            "description": "Each by the weight of its tier",
            "type": "number"
          },
          "members": {
            "description": "Null where the caller may not see them",
            "type": [
              "integer",
              "null"
            ]
          },
          "onCall": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "openIncidents": {
            "description": "Null where DORA is off or may not be read",
            "type": [
              "integer",
              "null"
            ]
          },
          "deployments": {
            "description": "Of the last 30 days",
            "type": [
              "integer",
              "null"
            ]
          },
          "interactions": {
            "type": "integer"
          }
        }
      },
      "MapNode": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "type",
          "tier",
          "parentRef",
          "children",
          "more",
          "entities",
          "full",
          "reached",
          "gaps",
          "load"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "parentRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "children": {
            "description": "Directly below, shown or not",
            "type": "integer"
          },
          "more": {
            "description": "Directly below and not shown",
            "type": "integer"
          },
          "entities": {
            "description": "Entities to be owned, in it and below, each once",
            "type": "integer"
          },
          "full": {
            "description": "Of them, those that reach every rung",
            "type": [
              "integer",
              "null"
            ]
          },
          "reached": {
            "description": "Rungs, of an entity",
            "type": [
              "integer",
              "null"
            ]
          },
          "gaps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          },
          "load": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TeamLoad"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "MapEdge": {
        "type": "object",
        "required": [
          "from",
          "to",
          "kind",
          "interaction"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "parent",
              "owns",
              "part_of",
              "interaction"
            ]
          },
          "interaction": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TeamInteraction"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "OwnershipMap": {
        "type": "object",
        "required": [
          "view",
          "rootRef",
          "path",
          "nodes",
          "edges",
          "shown",
          "total",
          "freshness"
        ],
        "properties": {
          "view": {
            "type": "string",
            "enum": [
              "organisation",
              "interactions",
              "domains"
            ]
          },
          "rootRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "path": {
            "description": "From the top to the root",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChainLink"
            }
          },
          "nodes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MapNode"
            }
          },
          "edges": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MapEdge"
            }
          },
          "shown": {
            "type": "integer"
          },
          "total": {
            "description": "Nodes that there are in the part, shown or not",
            "type": "integer"
          },
          "freshness": {
            "$ref": "#/components/schemas/OwnershipFreshness"
          }
        }
      },
      "MapSearchResult": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MapSearchHit"
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "MapSearchHit": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "path"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "path": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChainLink"
            }
          }
        }
      },
      "PlanChange": {
        "type": "object",
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "merge_teams",
              "dissolve_team",
              "move_systems",
              "people_leave"
            ]
          },
          "teamRefs": {
            "description": "merge_teams: those that end; dissolve_team, people_leave: the team; at most 200 in all changes together",
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "minItems": 1,
            "maxItems": 50
          },
          "toRef": {
            "description": "merge_teams, move_systems: who takes over",
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "entityRefs": {
            "description": "move_systems: systems, or single entities",
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "minItems": 1,
            "maxItems": 200
          },
          "people": {
            "description": "people_leave: how many; never who",
            "type": "integer",
            "minimum": 1,
            "maximum": 1000
          }
        }
      },
      "WhatIfRequest": {
        "type": "object",
        "required": [
          "changes"
        ],
        "properties": {
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanChange"
            },
            "minItems": 1,
            "maxItems": 50
          }
        }
      },
      "WhatIfEntity": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "kind",
          "tier",
          "ownerBefore",
          "ownerAfter",
          "reachedBefore",
          "reachedAfter",
          "newGaps",
          "closedGaps"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerBefore": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerAfter": {
            "type": [
              "string",
              "null"
            ]
          },
          "reachedBefore": {
            "type": "integer"
          },
          "reachedAfter": {
            "type": "integer"
          },
          "newGaps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          },
          "closedGaps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipGap"
            }
          }
        }
      },
      "WhatIfTeam": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "ends",
          "before",
          "after",
          "perMemberBefore",
          "perMemberAfter"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ends": {
            "type": "boolean"
          },
          "before": {
            "$ref": "#/components/schemas/TeamLoad"
          },
          "after": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/TeamLoad"
              },
              {
                "type": "null"
              }
            ]
          },
          "perMemberBefore": {
            "type": [
              "number",
              "null"
            ]
          },
          "perMemberAfter": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "WhatIfAnswer": {
        "type": "object",
        "required": [
          "before",
          "after",
          "gaps",
          "entities",
          "moreEntities",
          "teams",
          "warnings",
          "asOf"
        ],
        "properties": {
          "before": {
            "$ref": "#/components/schemas/OwnershipCoverage"
          },
          "after": {
            "$ref": "#/components/schemas/OwnershipCoverage"
          },
          "gaps": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "gap",
                "before",
                "after"
              ],
              "properties": {
                "gap": {
                  "$ref": "#/components/schemas/OwnershipGap"
                },
                "before": {
                  "type": "integer"
                },
                "after": {
                  "type": "integer"
                }
              }
            }
          },
          "entities": {
            "description": "Those whose owner or ladder differs, the most important first; at most 200",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WhatIfEntity"
            }
          },
          "moreEntities": {
            "type": "integer"
          },
          "teams": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WhatIfTeam"
            }
          },
          "warnings": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "values"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "enum": [
                    "only_visible",
                    "interactions_end",
                    "children_without_parent",
                    "decision_rights_end",
                    "escalation_ends"
                  ]
                },
                "values": {
                  "type": "object",
                  "additionalProperties": {
                    "type": [
                      "string",
                      "number",
                      "null"
                    ]
                  }
                }
              }
            }
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "NewOwnershipPlan": {
        "type": "object",
        "required": [
          "name",
          "changes",
          "readerRefs"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanChange"
            },
            "minItems": 1,
            "maxItems": 50
          },
          "readerRefs": {
            "description": "People who may read it beside whoever saves it",
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 50
          },
          "expiresOn": {
            "description": "Default: in 90 days; at most 365",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          }
        }
      },
      "ChangedOwnershipPlan": {
        "type": "object",
        "required": [
          "name",
          "changes",
          "readerRefs",
          "expiresOn",
          "version"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanChange"
            },
            "minItems": 1,
            "maxItems": 50
          },
          "readerRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 50
          },
          "expiresOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "version": {
            "description": "The version that was changed",
            "type": "integer",
            "minimum": 1,
            "maximum": 2147483647
          }
        }
      },
      "OwnershipPlan": {
        "type": "object",
        "required": [
          "id",
          "name",
          "changes",
          "readerRefs",
          "createdBy",
          "createdAt",
          "updatedAt",
          "expiresOn",
          "version",
          "mayChange",
          "answer",
          "problem"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanChange"
            }
          },
          "readerRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "expiresOn": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "mayChange": {
            "type": "boolean"
          },
          "answer": {
            "description": "Null in lists, and where there is a problem",
            "anyOf": [
              {
                "$ref": "#/components/schemas/WhatIfAnswer"
              },
              {
                "type": "null"
              }
            ]
          },
          "problem": {
            "description": "Why the plan has no answer: what it names is not there any more, or the caller may not see it",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OwnershipPlanPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OwnershipPlan"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SuccessionRow": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "tier",
          "ownerRef",
          "ownerTitle",
          "entities",
          "knowledgeOnOne",
          "onCallOnOne",
          "asOf"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "entities": {
            "description": "Entities with known activity",
            "type": "integer"
          },
          "knowledgeOnOne": {
            "description": "Of them, those with one contributor in the window",
            "type": "integer"
          },
          "onCallOnOne": {
            "description": "One person is all that is on call; null where that is not known",
            "type": [
              "boolean",
              "null"
            ]
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SuccessionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "coverage"
        ],
        "properties": {
          "coverage": {
            "description": "Of how many systems, and components in no system, it is known at all",
            "type": "object",
            "required": [
              "systems",
              "withKnowledge",
              "withOnCall"
            ],
            "properties": {
              "systems": {
                "type": "integer"
              },
              "withKnowledge": {
                "type": "integer"
              },
              "withOnCall": {
                "type": "integer"
              }
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SuccessionRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "FactType": {
        "type": "string",
        "enum": [
          "boolean",
          "integer",
          "number",
          "string",
          "datetime",
          "set"
        ]
      },
      "ScorecardSpec": {
        "description": "The `spec` of a document of kind Scorecard; what is wrong with it is told field by field",
        "type": "object",
        "additionalProperties": true
      },
      "FactDescription": {
        "type": "object",
        "required": [
          "name",
          "type",
          "unit",
          "description"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "type": {
            "$ref": "#/components/schemas/FactType"
          },
          "unit": {
            "type": [
              "string",
              "null"
            ]
          },
          "description": {
            "type": "string"
          }
        }
      },
      "FactProviderView": {
        "type": "object",
        "required": [
          "id",
          "title",
          "cadenceSeconds",
          "freshnessSeconds",
          "state",
          "reportedAt",
          "nextAt",
          "entities",
          "problems",
          "error",
          "facts"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "cadenceSeconds": {
            "description": "Null: it is told, not asked",
            "type": [
              "integer",
              "null"
            ]
          },
          "freshnessSeconds": {
            "type": "integer"
          },
          "state": {
            "description": "Failed: the last run did, whatever is still believed",
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "failed",
              "never"
            ]
          },
          "reportedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "nextAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "entities": {
            "description": "Entities of which its last run that went well told anything; as error, for those who may read the health of the engine",
            "type": [
              "integer",
              "null"
            ]
          },
          "problems": {
            "description": "Entities of which that run could not tell; as error, for those who may read the health of the engine",
            "type": [
              "integer",
              "null"
            ]
          },
          "error": {
            "description": "For those who may read the health of the engine; null for everyone else",
            "type": [
              "string",
              "null"
            ]
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FactDescription"
            }
          }
        }
      },
      "FactProviderList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FactProviderView"
            }
          }
        }
      },
      "ScorecardListItem": {
        "type": "object",
        "required": [
          "scorecard",
          "checks",
          "draftId",
          "mayEdit"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "checks": {
            "type": "integer"
          },
          "draftId": {
            "description": "Of the draft that the caller may edit",
            "type": [
              "string",
              "null"
            ]
          },
          "mayEdit": {
            "type": "boolean"
          }
        }
      },
      "ScorecardList": {
        "type": "object",
        "required": [
          "items",
          "mayCreate"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardListItem"
            }
          },
          "mayCreate": {
            "type": "boolean"
          }
        }
      },
      "TextRange": {
        "type": "object",
        "required": [
          "from",
          "to"
        ],
        "properties": {
          "from": {
            "type": "integer"
          },
          "to": {
            "type": "integer"
          }
        }
      },
      "ScorecardProblemView": {
        "type": "object",
        "required": [
          "path",
          "message",
          "range"
        ],
        "properties": {
          "path": {
            "description": "`checks[3].expression`",
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "range": {
            "description": "Within the text at the path; null: all of it",
            "oneOf": [
              {
                "$ref": "#/components/schemas/TextRange"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "ScorecardText": {
        "type": "object",
        "required": [
          "name",
          "spec"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 63
          },
          "spec": {
            "$ref": "#/components/schemas/ScorecardSpec"
          }
        }
      },
      "ScorecardCheckAnswer": {
        "type": "object",
        "required": [
          "problems"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardProblemView"
            }
          }
        }
      },
      "ScorecardPreviewRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "spec"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 63
          },
          "spec": {
            "$ref": "#/components/schemas/ScorecardSpec"
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "maxItems": 20
          }
        }
      },
      "ImpactCounts": {
        "type": "object",
        "required": [
          "entities",
          "up",
          "down",
          "same",
          "joining",
          "leaving"
        ],
        "properties": {
          "entities": {
            "type": "integer"
          },
          "up": {
            "type": "integer"
          },
          "down": {
            "type": "integer"
          },
          "same": {
            "type": "integer"
          },
          "joining": {
            "type": "integer"
          },
          "leaving": {
            "type": "integer"
          }
        }
      },
      "TeamImpactView": {
        "type": "object",
        "required": [
          "ownerRef",
          "ownerTitle",
          "counts",
          "lowestBefore",
          "lowestAfter"
        ],
        "properties": {
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "counts": {
            "$ref": "#/components/schemas/ImpactCounts"
          },
          "lowestBefore": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "lowestAfter": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "PreviewMove": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "ownerRef",
          "levelBefore",
          "levelAfter",
          "checks"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "levelBefore": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "levelAfter": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "checks": {
            "description": "Those that differ",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StateChangeView"
            }
          }
        }
      },
      "ScorecardPreview": {
        "type": "object",
        "required": [
          "problems",
          "counts",
          "teamsDown",
          "teams",
          "levelsLost",
          "moves",
          "samples"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardProblemView"
            }
          },
          "counts": {
            "$ref": "#/components/schemas/ImpactCounts"
          },
          "teamsDown": {
            "type": "integer"
          },
          "teams": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TeamImpactView"
            }
          },
          "levelsLost": {
            "description": "Teams that lose a level, by level",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelLoss"
            }
          },
          "moves": {
            "description": "The first hundred, those that fall first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PreviewMove"
            }
          },
          "samples": {
            "description": "Of the entities that were asked for and that the caller may see, in the order asked, as they would stand",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PreviewSample"
            }
          }
        }
      },
      "PreviewSample": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "standing"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "standing": {
            "$ref": "#/components/schemas/EntityScorecard"
          }
        }
      },
      "LevelLoss": {
        "type": "object",
        "required": [
          "level",
          "teams"
        ],
        "properties": {
          "level": {
            "$ref": "#/components/schemas/ScorecardLevelView"
          },
          "teams": {
            "type": "integer"
          }
        }
      },
      "ScorecardDetail": {
        "type": "object",
        "required": [
          "scorecard",
          "spec",
          "problems",
          "publishedBy",
          "note",
          "source",
          "draftId",
          "mayEdit",
          "mayCopy"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "spec": {
            "$ref": "#/components/schemas/ScorecardSpec"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardProblemView"
            }
          },
          "publishedBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          },
          "source": {
            "description": "Where the document lies; null: it is written in the portal",
            "type": [
              "string",
              "null"
            ]
          },
          "draftId": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayEdit": {
            "description": "Whether the caller may edit it in the portal",
            "type": "boolean"
          },
          "mayCopy": {
            "type": "boolean"
          }
        }
      },
      "DefinitionChange": {
        "type": "object",
        "required": [
          "kind",
          "path",
          "before",
          "after"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "added",
              "removed",
              "changed"
            ]
          },
          "path": {
            "description": "`checks.has-owner.expression`",
            "type": "string"
          },
          "before": {
            "type": [
              "string",
              "null"
            ]
          },
          "after": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ScorecardVersionView": {
        "type": "object",
        "required": [
          "version",
          "publishedAt",
          "publishedBy",
          "note",
          "changes"
        ],
        "properties": {
          "version": {
            "type": "integer"
          },
          "publishedAt": {
            "type": "string"
          },
          "publishedBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionChange"
            }
          }
        }
      },
      "ScorecardVersionPage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardVersionView"
            }
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ScorecardDocument": {
        "type": "object",
        "required": [
          "name",
          "yaml"
        ],
        "properties": {
          "name": {
            "description": "Of the scorecard",
            "type": "string"
          },
          "yaml": {
            "type": "string"
          }
        }
      },
      "ScorecardDraft": {
        "type": "object",
        "required": [
          "id",
          "scorecardRef",
          "name",
          "spec",
          "basedOn",
          "isOutdated",
          "revision",
          "problems",
          "changes",
          "createdBy",
          "createdAt",
          "updatedBy",
          "updatedAt",
          "mayPublish"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scorecardRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "spec": {
            "$ref": "#/components/schemas/ScorecardSpec"
          },
          "basedOn": {
            "description": "Version that it was begun from; null: a new scorecard",
            "type": [
              "integer",
              "null"
            ]
          },
          "isOutdated": {
            "description": "Another version has been published since",
            "type": "boolean"
          },
          "revision": {
            "type": "integer"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardProblemView"
            }
          },
          "changes": {
            "description": "Against what holds",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionChange"
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "updatedBy": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "mayPublish": {
            "type": "boolean"
          }
        }
      },
      "ScorecardDraftList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardDraft"
            }
          }
        }
      },
      "NewScorecardDraft": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 63
          },
          "spec": {
            "$ref": "#/components/schemas/ScorecardSpec"
          },
          "copyOf": {
            "description": "Ref of a scorecard; with a name: as a new scorecard",
            "type": "string",
            "maxLength": 255
          }
        }
      },
      "ScorecardDraftChange": {
        "type": "object",
        "required": [
          "spec",
          "revision"
        ],
        "properties": {
          "spec": {
            "$ref": "#/components/schemas/ScorecardSpec"
          },
          "revision": {
            "description": "That was read; a draft that somebody else has saved since is not overwritten",
            "type": "integer"
          }
        }
      },
      "ScorecardPublication": {
        "type": "object",
        "required": [
          "revision",
          "note"
        ],
        "properties": {
          "revision": {
            "type": "integer"
          },
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "ScorecardRetirement": {
        "type": "object",
        "required": [
          "note"
        ],
        "properties": {
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "VerdictState": {
        "description": "What was found for one entity and one check",
        "type": "string",
        "enum": [
          "failed",
          "warning",
          "passed",
          "exempt",
          "not_reported",
          "error",
          "not_applicable"
        ]
      },
      "ScoreCause": {
        "type": "string",
        "enum": [
          "entity",
          "rule",
          "population",
          "data",
          "exemption"
        ]
      },
      "ScorecardLevelView": {
        "type": "object",
        "required": [
          "name",
          "rank",
          "color",
          "description"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "rank": {
            "description": "0 is the empty level",
            "type": "integer"
          },
          "color": {
            "type": [
              "string",
              "null"
            ]
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ScorecardView": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "description",
          "ownerRef",
          "ownerTitle",
          "origin",
          "scheme",
          "version",
          "publishedAt",
          "countsToOverall",
          "levels",
          "problems"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "origin": {
            "type": "string",
            "enum": [
              "catalog",
              "portal"
            ]
          },
          "scheme": {
            "type": "string",
            "enum": [
              "levels",
              "points"
            ]
          },
          "version": {
            "type": "integer"
          },
          "publishedAt": {
            "type": "string"
          },
          "countsToOverall": {
            "type": "boolean"
          },
          "levels": {
            "description": "From the lowest; the empty level first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardLevelView"
            }
          },
          "problems": {
            "description": "Things wrong with its definition",
            "type": "integer"
          }
        }
      },
      "VerdictCounts": {
        "type": "object",
        "required": [
          "passed",
          "failed",
          "warning",
          "not_applicable",
          "not_reported",
          "error",
          "exempt"
        ],
        "properties": {
          "passed": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          },
          "warning": {
            "type": "integer"
          },
          "not_applicable": {
            "type": "integer"
          },
          "not_reported": {
            "type": "integer"
          },
          "error": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer"
          }
        }
      },
      "VerdictSummary": {
        "type": "object",
        "required": [
          "passing",
          "judged",
          "applicable",
          "coverage",
          "exempt",
          "counts",
          "state"
        ],
        "properties": {
          "passing": {
            "description": "Of those that are judged, the share that passed, with a warning or without; null: none is judged",
            "type": [
              "number",
              "null"
            ]
          },
          "judged": {
            "type": "integer"
          },
          "applicable": {
            "description": "All but those that are not asked",
            "type": "integer"
          },
          "coverage": {
            "description": "Judged of applicable; null: nothing is asked",
            "type": [
              "number",
              "null"
            ]
          },
          "exempt": {
            "description": "Exempt of applicable; null: nothing is asked",
            "type": [
              "number",
              "null"
            ]
          },
          "counts": {
            "$ref": "#/components/schemas/VerdictCounts"
          },
          "state": {
            "description": "Thin where too few are judged to grade it",
            "allOf": [
              {
                "$ref": "#/components/schemas/NumberState"
              }
            ]
          }
        }
      },
      "FactEvidence": {
        "type": "object",
        "required": [
          "fact",
          "description",
          "providerTitle",
          "value",
          "unit",
          "reportedAt",
          "isStale"
        ],
        "properties": {
          "fact": {
            "description": "Full name, as an expression writes it",
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "providerTitle": {
            "type": "string"
          },
          "value": {
            "type": [
              "boolean",
              "number",
              "string",
              "array",
              "null"
            ],
            "items": {
              "type": "string"
            }
          },
          "unit": {
            "type": [
              "string",
              "null"
            ]
          },
          "reportedAt": {
            "description": "Null: it was never told",
            "type": [
              "string",
              "null"
            ]
          },
          "isStale": {
            "description": "Older than it is believed",
            "type": "boolean"
          }
        }
      },
      "ScorecardLink": {
        "type": "object",
        "required": [
          "title",
          "url"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "PendingVerdict": {
        "type": "object",
        "required": [
          "state",
          "times",
          "of"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "times": {
            "type": "integer"
          },
          "of": {
            "description": "How many in a row it takes",
            "type": "integer"
          }
        }
      },
      "CheckExemption": {
        "type": "object",
        "required": [
          "acceptanceId",
          "state",
          "reason",
          "expiresOn"
        ],
        "properties": {
          "acceptanceId": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "requested",
              "approved"
            ]
          },
          "reason": {
            "type": "string"
          },
          "expiresOn": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "EntityCheck": {
        "type": "object",
        "required": [
          "checkId",
          "name",
          "description",
          "category",
          "level",
          "weight",
          "ownerRef",
          "state",
          "since",
          "value",
          "unit",
          "standing",
          "pending",
          "message",
          "solution",
          "links",
          "detail",
          "startsAt",
          "evidence",
          "exemption",
          "attestation",
          "expression",
          "filter"
        ],
        "properties": {
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          },
          "category": {
            "type": [
              "string",
              "null"
            ]
          },
          "level": {
            "type": [
              "string",
              "null"
            ]
          },
          "weight": {
            "type": "number"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "since": {
            "description": "Null: not evaluated yet",
            "type": [
              "string",
              "null"
            ]
          },
          "value": {
            "type": [
              "boolean",
              "number",
              "string",
              "null"
            ]
          },
          "unit": {
            "type": [
              "string",
              "null"
            ]
          },
          "standing": {
            "description": "What was found last, while nothing can be found now",
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "passed",
              "warning",
              "failed",
              null
            ]
          },
          "pending": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/PendingVerdict"
              },
              {
                "type": "null"
              }
            ]
          },
          "message": {
            "description": "What is wrong, filled in",
            "type": [
              "string",
              "null"
            ]
          },
          "solution": {
            "description": "How to mend it, in Markdown, filled in",
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardLink"
            }
          },
          "detail": {
            "description": "Why it is no verdict of the entity: the fact that is missing, the error, or why it is not asked",
            "type": [
              "string",
              "null"
            ]
          },
          "startsAt": {
            "description": "From when on it is asked, where that is to come",
            "type": [
              "string",
              "null"
            ]
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FactEvidence"
            }
          },
          "exemption": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/CheckExemption"
              },
              {
                "type": "null"
              }
            ]
          },
          "attestation": {
            "description": "Name of what people vouch for, where the check is about that",
            "type": [
              "string",
              "null"
            ]
          },
          "expression": {
            "type": "string"
          },
          "filter": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "MissingCheck": {
        "type": "object",
        "required": [
          "checkId",
          "name",
          "bearing"
        ],
        "properties": {
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "bearing": {
            "description": "Missed: it fails; unknown: it is not reported yet",
            "type": "string",
            "enum": [
              "missed",
              "unknown"
            ]
          }
        }
      },
      "ScorecardPoints": {
        "type": "object",
        "required": [
          "earned",
          "known",
          "possible",
          "share"
        ],
        "properties": {
          "earned": {
            "type": "number"
          },
          "known": {
            "type": "number"
          },
          "possible": {
            "type": "number"
          },
          "share": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "RequiredLevel": {
        "type": "object",
        "required": [
          "scorecardRef",
          "title",
          "level",
          "isMet"
        ],
        "properties": {
          "scorecardRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "level": {
            "type": "string"
          },
          "isMet": {
            "type": "boolean"
          }
        }
      },
      "EntityScorecard": {
        "type": "object",
        "required": [
          "scorecard",
          "isAsked",
          "level",
          "levelSince",
          "next",
          "missing",
          "held",
          "points",
          "requires",
          "summary",
          "checks"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "isAsked": {
            "description": "Whether anything is asked of the entity",
            "type": "boolean"
          },
          "level": {
            "description": "Null: nothing is asked of it",
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "levelSince": {
            "type": [
              "string",
              "null"
            ]
          },
          "next": {
            "description": "Null: there is none above",
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "missing": {
            "description": "What is missing for the next level",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MissingCheck"
            }
          },
          "held": {
            "description": "Checks that count by what stood before their data went missing",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "points": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardPoints"
              },
              {
                "type": "null"
              }
            ]
          },
          "requires": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequiredLevel"
            }
          },
          "summary": {
            "$ref": "#/components/schemas/VerdictSummary"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EntityCheck"
            }
          }
        }
      },
      "ScoredScope": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "ownerRef",
          "ownerTitle",
          "tier"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "OverallLevel": {
        "type": "object",
        "required": [
          "scorecardRef",
          "scorecardTitle",
          "level",
          "next",
          "scorecards"
        ],
        "properties": {
          "scorecardRef": {
            "description": "The scorecard that holds it back: the overall level is the weakest of those that count",
            "type": "string"
          },
          "scorecardTitle": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/ScorecardLevelView"
          },
          "next": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "scorecards": {
            "description": "That count",
            "type": "integer"
          }
        }
      },
      "FixStep": {
        "type": "object",
        "required": [
          "scorecardRef",
          "scorecardTitle",
          "checkId",
          "name",
          "level",
          "state",
          "message",
          "solution",
          "links",
          "unlocks"
        ],
        "properties": {
          "scorecardRef": {
            "type": "string"
          },
          "scorecardTitle": {
            "type": "string"
          },
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "level": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "message": {
            "type": [
              "string",
              "null"
            ]
          },
          "solution": {
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardLink"
            }
          },
          "unlocks": {
            "description": "Level that is reached with it alone; null: more is missing",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "EntityScorecards": {
        "type": "object",
        "required": [
          "scope",
          "overall",
          "scorecards",
          "nextSteps",
          "members",
          "waiting",
          "evaluatedAt",
          "mayEvaluate",
          "mayRequestExemption",
          "mayAttest"
        ],
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/ScoredScope"
          },
          "overall": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/OverallLevel"
              },
              {
                "type": "null"
              }
            ]
          },
          "scorecards": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EntityScorecard"
            }
          },
          "nextSteps": {
            "description": "What to mend first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FixStep"
            }
          },
          "members": {
            "description": "Of a system, domain or group: all that is in it, each once; null for everything else",
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardSummary"
              },
              {
                "type": "null"
              }
            ]
          },
          "waiting": {
            "description": "Whether something is known that is not evaluated yet",
            "type": "boolean"
          },
          "evaluatedAt": {
            "description": "When the last change was found; null: never evaluated",
            "type": [
              "string",
              "null"
            ]
          },
          "mayEvaluate": {
            "type": "boolean"
          },
          "mayRequestExemption": {
            "type": "boolean"
          },
          "mayAttest": {
            "type": "boolean"
          }
        }
      },
      "LevelCount": {
        "type": "object",
        "required": [
          "level",
          "entities"
        ],
        "properties": {
          "level": {
            "$ref": "#/components/schemas/ScorecardLevelView"
          },
          "entities": {
            "type": "integer"
          }
        }
      },
      "CheckTotals": {
        "type": "object",
        "required": [
          "checkId",
          "name",
          "category",
          "level",
          "ownerRef",
          "startsAt",
          "summary",
          "isBadStandard"
        ],
        "properties": {
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "category": {
            "type": [
              "string",
              "null"
            ]
          },
          "level": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "startsAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "summary": {
            "$ref": "#/components/schemas/VerdictSummary"
          },
          "isBadStandard": {
            "description": "So much is exempt from it that the check is in question",
            "type": "boolean"
          }
        }
      },
      "ScorecardTotals": {
        "type": "object",
        "required": [
          "scorecard",
          "entities",
          "levels",
          "summary",
          "checks",
          "change"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "entities": {
            "description": "That anything is asked of",
            "type": "integer"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelCount"
            }
          },
          "summary": {
            "$ref": "#/components/schemas/VerdictSummary"
          },
          "checks": {
            "description": "Those that fail most first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckTotals"
            }
          },
          "change": {
            "description": "Of the passing share in the last 90 days; null: not known",
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "HeldBack": {
        "type": "object",
        "required": [
          "scorecardRef",
          "scorecardTitle",
          "entities"
        ],
        "properties": {
          "scorecardRef": {
            "type": "string"
          },
          "scorecardTitle": {
            "type": "string"
          },
          "entities": {
            "description": "Whose weakest level is on this scorecard",
            "type": "integer"
          }
        }
      },
      "OverallTotals": {
        "type": "object",
        "required": [
          "entities",
          "levels",
          "heldBackBy",
          "summary"
        ],
        "properties": {
          "entities": {
            "description": "Of which a scorecard that counts asks something",
            "type": "integer"
          },
          "levels": {
            "description": "From the lowest, each entity once at the weakest of its levels. Levels that are as far up in their scorecards are one, with the names of all",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelCount"
            }
          },
          "heldBackBy": {
            "description": "By scorecard, most entities first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HeldBack"
            }
          },
          "summary": {
            "description": "Of all checks of the scorecards that count",
            "$ref": "#/components/schemas/VerdictSummary"
          }
        }
      },
      "ScorecardSummary": {
        "type": "object",
        "required": [
          "entities",
          "scored",
          "overall",
          "scorecards",
          "asOf"
        ],
        "properties": {
          "entities": {
            "description": "Selected",
            "type": "integer"
          },
          "scored": {
            "description": "Of them, those that any scorecard asks something of",
            "type": "integer"
          },
          "overall": {
            "description": "Over all scorecards that count; null: none of them asks anything of what is selected",
            "oneOf": [
              {
                "$ref": "#/components/schemas/OverallTotals"
              },
              {
                "type": "null"
              }
            ]
          },
          "scorecards": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardTotals"
            }
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "StateChangeView": {
        "type": "object",
        "required": [
          "checkId",
          "name",
          "before",
          "after",
          "cause"
        ],
        "properties": {
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "before": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/VerdictState"
              },
              {
                "type": "null"
              }
            ]
          },
          "after": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/VerdictState"
              },
              {
                "type": "null"
              }
            ]
          },
          "cause": {
            "$ref": "#/components/schemas/ScoreCause"
          }
        }
      },
      "ScorecardChange": {
        "type": "object",
        "required": [
          "scorecardRef",
          "scorecardTitle",
          "version",
          "changedAt",
          "levelBefore",
          "levelAfter",
          "ownerRef",
          "checks"
        ],
        "properties": {
          "scorecardRef": {
            "type": "string"
          },
          "scorecardTitle": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "changedAt": {
            "type": "string"
          },
          "levelBefore": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "levelAfter": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StateChangeView"
            }
          }
        }
      },
      "ScorecardChangePage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardChange"
            }
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ScorecardExplanation": {
        "type": "object",
        "required": [
          "scorecard",
          "check",
          "definedIn",
          "checkVersion",
          "filterResults",
          "warning",
          "freshnessSeconds",
          "confirmations",
          "whenNotReported",
          "changes"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "check": {
            "$ref": "#/components/schemas/EntityCheck"
          },
          "definedIn": {
            "description": "Where the scorecard is written",
            "type": [
              "string",
              "null"
            ]
          },
          "checkVersion": {
            "description": "Version in which the check became what it is",
            "type": "integer"
          },
          "filterResults": {
            "description": "Whether it is asked of the entity, by each filter",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FilterResult"
            }
          },
          "warning": {
            "type": [
              "string",
              "null"
            ]
          },
          "freshnessSeconds": {
            "description": "For how long its facts are believed; null: as their providers say",
            "type": [
              "integer",
              "null"
            ]
          },
          "confirmations": {
            "type": "integer"
          },
          "whenNotReported": {
            "type": "string",
            "enum": [
              "wait",
              "ignore",
              "fail"
            ]
          },
          "changes": {
            "description": "The last ones",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StateChangeView"
            }
          }
        }
      },
      "FilterResult": {
        "type": "object",
        "required": [
          "expression",
          "of",
          "holds"
        ],
        "properties": {
          "expression": {
            "type": "string"
          },
          "of": {
            "type": "string",
            "enum": [
              "scorecard",
              "check"
            ]
          },
          "holds": {
            "type": [
              "boolean",
              "null"
            ]
          }
        }
      },
      "EntityFact": {
        "type": "object",
        "required": [
          "name",
          "type",
          "unit",
          "description",
          "value",
          "reportedAt",
          "isStale"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "type": {
            "$ref": "#/components/schemas/FactType"
          },
          "unit": {
            "type": [
              "string",
              "null"
            ]
          },
          "description": {
            "type": "string"
          },
          "value": {
            "type": [
              "boolean",
              "number",
              "string",
              "array",
              "null"
            ],
            "items": {
              "type": "string"
            }
          },
          "reportedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "isStale": {
            "type": "boolean"
          }
        }
      },
      "EntityFactsOfProvider": {
        "type": "object",
        "required": [
          "provider",
          "title",
          "problem",
          "facts"
        ],
        "properties": {
          "provider": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "problem": {
            "description": "Why it can tell nothing of the entity now",
            "type": [
              "string",
              "null"
            ]
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EntityFact"
            }
          }
        }
      },
      "EntityFactReport": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "providers"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "providers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EntityFactsOfProvider"
            }
          }
        }
      },
      "CheckResultView": {
        "type": "object",
        "required": [
          "state",
          "since",
          "value",
          "detail"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "since": {
            "type": [
              "string",
              "null"
            ]
          },
          "value": {
            "type": [
              "boolean",
              "number",
              "string",
              "null"
            ]
          },
          "detail": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ScoredEntity": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "kind",
          "ownerRef",
          "ownerTitle",
          "tier",
          "scorecardRef",
          "level",
          "levelSince",
          "summary",
          "check"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "scorecardRef": {
            "description": "The one that is asked for, or the one that holds the entity back",
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/ScorecardLevelView"
          },
          "levelSince": {
            "type": "string"
          },
          "summary": {
            "$ref": "#/components/schemas/VerdictSummary"
          },
          "check": {
            "description": "Of the check that is asked for",
            "oneOf": [
              {
                "$ref": "#/components/schemas/CheckResultView"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "ScoredEntityPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScoredEntity"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "MatrixCheck": {
        "type": "object",
        "required": [
          "checkId",
          "name",
          "category",
          "level"
        ],
        "properties": {
          "checkId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "category": {
            "type": [
              "string",
              "null"
            ]
          },
          "level": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "MatrixRow": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "ownerRef",
          "rank",
          "states"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "rank": {
            "description": "0 is the empty level",
            "type": "integer"
          },
          "states": {
            "description": "A letter for each check, in their order: P passed, W warning, F failed, X exempt, R not reported, E error, N not applicable",
            "type": "string"
          }
        }
      },
      "ScorecardMatrix": {
        "type": "object",
        "required": [
          "scorecard",
          "checks",
          "rows",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MatrixCheck"
            }
          },
          "rows": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MatrixRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "HeatMapCell": {
        "type": "object",
        "required": [
          "passing",
          "judged",
          "applicable",
          "failed",
          "exempt",
          "silent"
        ],
        "properties": {
          "passing": {
            "type": [
              "number",
              "null"
            ]
          },
          "judged": {
            "type": "integer"
          },
          "applicable": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer"
          },
          "silent": {
            "description": "Not reported or in error",
            "type": "integer"
          }
        }
      },
      "HeatMapRow": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "isOwnOnly",
          "entities",
          "levels",
          "summary",
          "cells"
        ],
        "properties": {
          "ref": {
            "description": "Null: none",
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          },
          "isOwnOnly": {
            "description": "What a group owns itself, beside its groups",
            "type": "boolean"
          },
          "entities": {
            "type": "integer"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelCount"
            }
          },
          "summary": {
            "$ref": "#/components/schemas/VerdictSummary"
          },
          "cells": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HeatMapCell"
            }
          }
        }
      },
      "ScorecardHeatMap": {
        "type": "object",
        "required": [
          "scorecard",
          "checks",
          "rows",
          "total"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MatrixCheck"
            }
          },
          "rows": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HeatMapRow"
            }
          },
          "total": {
            "description": "Everything that is selected, each entity once",
            "allOf": [
              {
                "$ref": "#/components/schemas/HeatMapRow"
              }
            ]
          }
        }
      },
      "RankCount": {
        "type": "object",
        "required": [
          "rank",
          "entities"
        ],
        "properties": {
          "rank": {
            "type": "integer"
          },
          "entities": {
            "type": "integer"
          }
        }
      },
      "ScorecardPoint": {
        "type": "object",
        "required": [
          "day",
          "entities",
          "levels",
          "passing",
          "coverage"
        ],
        "properties": {
          "day": {
            "description": "Last day of the step",
            "type": "string"
          },
          "entities": {
            "type": "integer"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RankCount"
            }
          },
          "passing": {
            "type": [
              "number",
              "null"
            ]
          },
          "coverage": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "ScorecardSeries": {
        "type": "object",
        "required": [
          "scorecard",
          "points",
          "definitionChanges"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "points": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardPoint"
            }
          },
          "definitionChanges": {
            "description": "When the scorecard itself became another one",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionMark"
            }
          }
        }
      },
      "DefinitionMark": {
        "type": "object",
        "required": [
          "day",
          "version",
          "note"
        ],
        "properties": {
          "day": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ScoreParts": {
        "type": "object",
        "required": [
          "entity",
          "rule",
          "population",
          "data",
          "exemption"
        ],
        "properties": {
          "entity": {
            "type": "number"
          },
          "rule": {
            "type": "number"
          },
          "population": {
            "type": "number"
          },
          "data": {
            "type": "number"
          },
          "exemption": {
            "type": "number"
          }
        }
      },
      "LevelMoveView": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "ownerRef",
          "ownerTitle",
          "levelBefore",
          "levelAfter",
          "changedAt",
          "cause",
          "checks"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "levelBefore": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "levelAfter": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScorecardLevelView"
              },
              {
                "type": "null"
              }
            ]
          },
          "changedAt": {
            "type": "string"
          },
          "cause": {
            "$ref": "#/components/schemas/ScoreCause"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StateChangeView"
            }
          }
        }
      },
      "ScoreChangeReport": {
        "type": "object",
        "required": [
          "scorecard",
          "from",
          "to",
          "before",
          "after",
          "change",
          "parts",
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/ScorecardView"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "before": {
            "type": [
              "number",
              "null"
            ]
          },
          "after": {
            "type": [
              "number",
              "null"
            ]
          },
          "change": {
            "type": [
              "number",
              "null"
            ]
          },
          "parts": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/ScoreParts"
              },
              {
                "type": "null"
              }
            ]
          },
          "items": {
            "description": "Entities whose level changed, the latest first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LevelMoveView"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloState": {
        "description": "at_risk: less than a quarter of the budget is left, or an alert fires; thin: too few events to judge by",
        "type": "string",
        "enum": [
          "exhausted",
          "at_risk",
          "met",
          "thin",
          "no_data"
        ]
      },
      "BudgetingMethodId": {
        "type": "string",
        "enum": [
          "Occurrences",
          "Timeslices",
          "RatioTimeslices"
        ]
      },
      "SloReviewState": {
        "description": "none: the document names no day",
        "type": "string",
        "enum": [
          "current",
          "due",
          "overdue",
          "none"
        ]
      },
      "ReleaseDecision": {
        "type": "string",
        "enum": [
          "allowed",
          "held",
          "unknown"
        ]
      },
      "ConsequenceKind": {
        "type": "string",
        "enum": [
          "attention",
          "debt",
          "freeze_risky_releases",
          "require_approval"
        ]
      },
      "SloWindow": {
        "type": "object",
        "required": [
          "type",
          "duration",
          "zone",
          "startTime",
          "from",
          "to"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "rolling",
              "calendar"
            ]
          },
          "duration": {
            "description": "OpenSLO shorthand, such as 30d or 1M",
            "type": "string"
          },
          "zone": {
            "type": [
              "string",
              "null"
            ]
          },
          "startTime": {
            "type": [
              "string",
              "null"
            ]
          },
          "from": {
            "description": "First instant of the present window",
            "type": "string"
          },
          "to": {
            "description": "End of the present window; of a rolling one: now",
            "type": "string"
          }
        }
      },
      "SloBudget": {
        "type": "object",
        "required": [
          "unit",
          "allowed",
          "spent",
          "consumed",
          "remaining",
          "estimated"
        ],
        "properties": {
          "unit": {
            "description": "What is counted",
            "type": "string",
            "enum": [
              "events",
              "slices",
              "share"
            ]
          },
          "allowed": {
            "description": "Bad ones that the target allows in the window",
            "type": [
              "number",
              "null"
            ]
          },
          "spent": {
            "description": "Bad ones so far",
            "type": [
              "number",
              "null"
            ]
          },
          "consumed": {
            "description": "spent / allowed; may pass 1",
            "type": [
              "number",
              "null"
            ]
          },
          "remaining": {
            "description": "1 - consumed; may be below 0",
            "type": [
              "number",
              "null"
            ]
          },
          "estimated": {
            "description": "Whether allowed rests on an estimate of the events that are still to come",
            "type": "boolean"
          }
        }
      },
      "SloBurn": {
        "type": "object",
        "required": [
          "seconds",
          "rate"
        ],
        "properties": {
          "seconds": {
            "description": "Length of the time looked at",
            "type": "integer"
          },
          "rate": {
            "description": "1: the budget lasts exactly as long as its window",
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "SloAlert": {
        "type": "object",
        "required": [
          "id",
          "severity",
          "state",
          "longSeconds",
          "shortSeconds",
          "threshold",
          "since",
          "canFire",
          "origin"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "severity": {
            "type": "string",
            "enum": [
              "page",
              "ticket"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "ok",
              "pending",
              "firing",
              "resolving",
              "no_data"
            ]
          },
          "longSeconds": {
            "type": "integer"
          },
          "shortSeconds": {
            "type": "integer"
          },
          "threshold": {
            "type": "number"
          },
          "since": {
            "type": [
              "string",
              "null"
            ]
          },
          "canFire": {
            "description": "False where the target is so low that the burn can never get there",
            "type": "boolean"
          },
          "origin": {
            "type": "string",
            "enum": [
              "default",
              "document"
            ]
          }
        }
      },
      "SloObjectiveStatus": {
        "type": "object",
        "required": [
          "index",
          "title",
          "target",
          "state",
          "attainment",
          "good",
          "total",
          "budget",
          "burns",
          "alerts",
          "exhaustsAt",
          "comparison",
          "indicator",
          "weight",
          "minimumEvents"
        ],
        "properties": {
          "index": {
            "type": "integer"
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "target": {
            "type": "number"
          },
          "state": {
            "$ref": "#/components/schemas/SloState"
          },
          "attainment": {
            "type": [
              "number",
              "null"
            ]
          },
          "good": {
            "type": [
              "number",
              "null"
            ]
          },
          "total": {
            "type": [
              "number",
              "null"
            ]
          },
          "budget": {
            "$ref": "#/components/schemas/SloBudget"
          },
          "burns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloBurn"
            }
          },
          "alerts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloAlert"
            }
          },
          "exhaustsAt": {
            "description": "When the budget is used up if it goes on like in the last hour",
            "type": [
              "string",
              "null"
            ]
          },
          "comparison": {
            "description": "Of a threshold metric: what a value is compared with, such as <= 0.3",
            "type": [
              "string",
              "null"
            ]
          },
          "indicator": {
            "description": "Kind of indicator: ratio, raw or threshold",
            "type": [
              "string",
              "null"
            ]
          },
          "weight": {
            "description": "In a composite",
            "type": [
              "number",
              "null"
            ]
          },
          "minimumEvents": {
            "type": "integer"
          }
        }
      },
      "SloStatus": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "description",
          "entityRef",
          "entityTitle",
          "ownerRef",
          "ownerTitle",
          "tier",
          "budgetingMethod",
          "window",
          "composite",
          "state",
          "objectives",
          "consequences",
          "trend",
          "source",
          "problems",
          "reviewOn",
          "reviewState"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "entityTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "budgetingMethod": {
            "$ref": "#/components/schemas/BudgetingMethodId"
          },
          "window": {
            "$ref": "#/components/schemas/SloWindow"
          },
          "composite": {
            "type": "boolean"
          },
          "state": {
            "description": "Of its worst objective",
            "allOf": [
              {
                "$ref": "#/components/schemas/SloState"
              }
            ]
          },
          "objectives": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloObjectiveStatus"
            }
          },
          "whole": {
            "description": "Of a composite: how it stands as a whole; its index is -1",
            "anyOf": [
              {
                "$ref": "#/components/schemas/SloObjectiveStatus"
              },
              {
                "type": "null"
              }
            ]
          },
          "consequences": {
            "description": "What error budget policies that may be seen bring about for it now, or would bring about in shadow mode; the newest first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyConsequence"
            }
          },
          "trend": {
            "description": "The latest 30 days of the worst objective",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloDay"
            }
          },
          "source": {
            "$ref": "#/components/schemas/SloSourceState"
          },
          "problems": {
            "type": "integer"
          },
          "reviewOn": {
            "type": [
              "string",
              "null"
            ]
          },
          "reviewState": {
            "$ref": "#/components/schemas/SloReviewState"
          }
        }
      },
      "SloSourceState": {
        "type": "object",
        "required": [
          "type",
          "title",
          "state",
          "measuredAt",
          "error"
        ],
        "properties": {
          "type": {
            "description": "Where it is measured; null: nowhere",
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "failing",
              "never",
              "none"
            ]
          },
          "measuredAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "error": {
            "description": "What went wrong last",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloDay": {
        "type": "object",
        "required": [
          "day",
          "attainment",
          "good",
          "total",
          "state"
        ],
        "properties": {
          "day": {
            "type": "string"
          },
          "attainment": {
            "type": [
              "number",
              "null"
            ]
          },
          "good": {
            "type": [
              "number",
              "null"
            ]
          },
          "total": {
            "type": [
              "number",
              "null"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "met",
              "missed",
              "thin",
              "no_data"
            ]
          }
        }
      },
      "SloFreshness": {
        "type": "object",
        "required": [
          "asOf",
          "evaluatedAt"
        ],
        "properties": {
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          },
          "evaluatedAt": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloNextStep": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "values"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "add_slo",
              "connect_source",
              "mend_document",
              "spend_less",
              "review",
              "lower_target",
              "raise_traffic",
              "add_policy",
              "loosen_dependency"
            ]
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "SloReport": {
        "type": "object",
        "required": [
          "entity",
          "freshness",
          "items",
          "totalItems",
          "nextCursor",
          "summary",
          "policies",
          "agreements",
          "dependencies",
          "gate",
          "nextSteps",
          "minimumEvents"
        ],
        "properties": {
          "entity": {
            "$ref": "#/components/schemas/SloSubject"
          },
          "freshness": {
            "$ref": "#/components/schemas/SloFreshness"
          },
          "items": {
            "description": "The worst first",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloStatus"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "summary": {
            "description": "Of a system, domain or group",
            "anyOf": [
              {
                "$ref": "#/components/schemas/SloSummary"
              },
              {
                "type": "null"
              }
            ]
          },
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AppliedPolicy"
            }
          },
          "agreements": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloAgreement"
            }
          },
          "dependencies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloDependencyFinding"
            }
          },
          "gate": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/ReleaseGate"
              },
              {
                "type": "null"
              }
            ]
          },
          "nextSteps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloNextStep"
            }
          },
          "minimumEvents": {
            "type": "integer"
          }
        }
      },
      "SloSubject": {
        "type": "object",
        "required": [
          "ref",
          "kind",
          "title",
          "tier",
          "ownerRef",
          "rollUp"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "rollUp": {
            "type": "boolean"
          }
        }
      },
      "AppliedPolicy": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "mode",
          "version",
          "consequences"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "mode": {
            "type": "string",
            "enum": [
              "shadow",
              "enforced"
            ]
          },
          "version": {
            "type": "string"
          },
          "consequences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyConsequence"
            }
          }
        }
      },
      "PolicyConsequence": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "policyRef",
          "sloRef",
          "sloTitle",
          "objective",
          "threshold",
          "remaining",
          "since",
          "until",
          "mode",
          "excepted"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/ConsequenceKind"
          },
          "policyRef": {
            "type": "string"
          },
          "sloRef": {
            "type": "string"
          },
          "sloTitle": {
            "type": "string"
          },
          "objective": {
            "type": "integer"
          },
          "threshold": {
            "description": "Share of the budget left at which it holds",
            "type": "number"
          },
          "remaining": {
            "description": "Share of the budget that was left when it began",
            "type": [
              "number",
              "null"
            ]
          },
          "since": {
            "type": "string"
          },
          "until": {
            "description": "When it ended; null: it holds",
            "type": [
              "string",
              "null"
            ]
          },
          "mode": {
            "type": "string",
            "enum": [
              "shadow",
              "enforced"
            ]
          },
          "excepted": {
            "type": "boolean"
          }
        }
      },
      "SloAgreement": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "sloRef",
          "target",
          "sloTarget",
          "period",
          "holds",
          "validUntil"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "sloRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "target": {
            "type": "number"
          },
          "sloTarget": {
            "type": [
              "number",
              "null"
            ]
          },
          "period": {
            "type": "string"
          },
          "holds": {
            "description": "Whether the SLO is stricter than the agreement; null: it cannot be told",
            "type": [
              "boolean",
              "null"
            ]
          },
          "validUntil": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloDependencyFinding": {
        "type": "object",
        "required": [
          "sloRef",
          "sloTitle",
          "objective",
          "target",
          "attainable",
          "dependencies"
        ],
        "properties": {
          "sloRef": {
            "type": "string"
          },
          "sloTitle": {
            "type": "string"
          },
          "objective": {
            "type": "integer"
          },
          "target": {
            "type": "number"
          },
          "attainable": {
            "description": "Product of the objectives of what it depends on",
            "type": "number"
          },
          "dependencies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloDependency"
            }
          }
        }
      },
      "SloDependency": {
        "type": "object",
        "required": [
          "entityRef",
          "entityTitle",
          "sloRef",
          "target"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "entityTitle": {
            "type": "string"
          },
          "sloRef": {
            "type": "string"
          },
          "target": {
            "type": "number"
          }
        }
      },
      "SloPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloStatus"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloStateCount": {
        "type": "object",
        "required": [
          "state",
          "slos"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/SloState"
          },
          "slos": {
            "type": "integer"
          }
        }
      },
      "SloCoverageOfTier": {
        "type": "object",
        "required": [
          "tier",
          "entities",
          "covered",
          "share"
        ],
        "properties": {
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "entities": {
            "type": "integer"
          },
          "covered": {
            "type": "integer"
          },
          "share": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "SloSummary": {
        "type": "object",
        "required": [
          "slos",
          "states",
          "burning",
          "problems",
          "reviewsOverdue",
          "coverage",
          "entities",
          "covered",
          "share",
          "state",
          "asOf"
        ],
        "properties": {
          "slos": {
            "type": "integer"
          },
          "states": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloStateCount"
            }
          },
          "burning": {
            "type": "integer"
          },
          "problems": {
            "type": "integer"
          },
          "reviewsOverdue": {
            "type": "integer"
          },
          "coverage": {
            "description": "Components with at least one objective that is measured",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloCoverageOfTier"
            }
          },
          "entities": {
            "type": "integer"
          },
          "covered": {
            "type": "integer"
          },
          "share": {
            "type": [
              "number",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "UncoveredEntity": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "tier",
          "ownerRef",
          "ownerTitle",
          "reason"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "tier": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "reason": {
            "type": "string",
            "enum": [
              "no_slo",
              "not_measured"
            ]
          }
        }
      },
      "UncoveredEntityPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UncoveredEntity"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloProblem": {
        "type": "object",
        "required": [
          "sloRef",
          "title",
          "entityRef",
          "ownerRef",
          "severity",
          "rule",
          "path",
          "value",
          "message",
          "source"
        ],
        "properties": {
          "sloRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning"
            ]
          },
          "rule": {
            "type": "string"
          },
          "path": {
            "type": [
              "string",
              "null"
            ]
          },
          "value": {
            "type": [
              "string",
              "null"
            ]
          },
          "message": {
            "type": "string"
          },
          "source": {
            "description": "File or address of the document",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloProblemPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloProblem"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloRules": {
        "type": "object",
        "required": [
          "format",
          "text",
          "slos",
          "leftOut"
        ],
        "properties": {
          "format": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "slos": {
            "description": "Objectives that it holds",
            "type": "integer"
          },
          "leftOut": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloRuleGap"
            }
          }
        }
      },
      "SloRuleGap": {
        "type": "object",
        "required": [
          "sloRef",
          "reason"
        ],
        "properties": {
          "sloRef": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "SloDetail": {
        "type": "object",
        "required": [
          "status",
          "document",
          "source",
          "service",
          "problems",
          "indicators",
          "policies",
          "agreements",
          "lints",
          "mayCorrect"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/SloStatus"
          },
          "document": {
            "description": "The document as OpenSLO YAML",
            "type": "string"
          },
          "source": {
            "description": "Where it stands",
            "type": [
              "string",
              "null"
            ]
          },
          "service": {
            "type": [
              "string",
              "null"
            ]
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloProblem"
            }
          },
          "indicators": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloIndicatorText"
            }
          },
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AppliedPolicy"
            }
          },
          "agreements": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloAgreement"
            }
          },
          "lints": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloLint"
            }
          },
          "mayCorrect": {
            "type": "boolean"
          }
        }
      },
      "SloIndicatorText": {
        "type": "object",
        "required": [
          "objective",
          "type",
          "queries"
        ],
        "properties": {
          "objective": {
            "type": "integer"
          },
          "type": {
            "type": "string"
          },
          "queries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloQuery"
            }
          }
        }
      },
      "SloQuery": {
        "type": "object",
        "required": [
          "part",
          "text",
          "url"
        ],
        "properties": {
          "part": {
            "type": "string",
            "enum": [
              "good",
              "bad",
              "total",
              "raw",
              "threshold"
            ]
          },
          "text": {
            "type": "string"
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloLint": {
        "type": "object",
        "required": [
          "id",
          "objective",
          "values"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "alert_never_fires",
              "pages_while_met",
              "one_event_pages",
              "no_alert",
              "low_traffic"
            ]
          },
          "objective": {
            "type": "integer"
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "SloPoint": {
        "type": "object",
        "required": [
          "at",
          "seconds",
          "good",
          "total",
          "attainment",
          "remaining",
          "burn"
        ],
        "properties": {
          "at": {
            "type": "string"
          },
          "seconds": {
            "type": "integer"
          },
          "good": {
            "type": [
              "number",
              "null"
            ]
          },
          "total": {
            "type": [
              "number",
              "null"
            ]
          },
          "attainment": {
            "type": [
              "number",
              "null"
            ]
          },
          "remaining": {
            "description": "Budget left at the end of the point",
            "type": [
              "number",
              "null"
            ]
          },
          "burn": {
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "SloMark": {
        "type": "object",
        "required": [
          "kind",
          "at",
          "to",
          "title",
          "id",
          "url",
          "burned",
          "failed"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "deployment",
              "incident",
              "correction"
            ]
          },
          "at": {
            "type": "string"
          },
          "to": {
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          },
          "id": {
            "type": [
              "string",
              "null"
            ]
          },
          "url": {
            "type": [
              "string",
              "null"
            ]
          },
          "burned": {
            "description": "Share of the budget of the window that burned until the next deployment, 24 hours at most; null: not known",
            "type": [
              "number",
              "null"
            ]
          },
          "failed": {
            "type": [
              "boolean",
              "null"
            ]
          }
        }
      },
      "SloSeries": {
        "type": "object",
        "required": [
          "window",
          "objective",
          "target",
          "points",
          "marks",
          "marksTotal",
          "freshness"
        ],
        "properties": {
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "objective": {
            "type": "integer"
          },
          "target": {
            "type": "number"
          },
          "points": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloPoint"
            }
          },
          "marks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloMark"
            }
          },
          "marksTotal": {
            "type": "integer"
          },
          "freshness": {
            "$ref": "#/components/schemas/SloFreshness"
          }
        }
      },
      "SloDays": {
        "type": "object",
        "required": [
          "window",
          "objective",
          "target",
          "days"
        ],
        "properties": {
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "objective": {
            "type": "integer"
          },
          "target": {
            "type": "number"
          },
          "days": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloDay"
            }
          }
        }
      },
      "SloPastWindow": {
        "type": "object",
        "required": [
          "from",
          "to",
          "attainment",
          "target",
          "remaining",
          "state",
          "good",
          "total",
          "complete"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "attainment": {
            "type": [
              "number",
              "null"
            ]
          },
          "target": {
            "type": "number"
          },
          "remaining": {
            "type": [
              "number",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/SloState"
          },
          "good": {
            "type": [
              "number",
              "null"
            ]
          },
          "total": {
            "type": [
              "number",
              "null"
            ]
          },
          "complete": {
            "type": "boolean"
          }
        }
      },
      "SloWindowPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloPastWindow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloExplanation": {
        "type": "object",
        "required": [
          "definition",
          "window",
          "objective",
          "target",
          "method",
          "figures",
          "formula",
          "leftOut",
          "queries",
          "buckets",
          "missingBuckets",
          "freshness"
        ],
        "properties": {
          "definition": {
            "$ref": "#/components/schemas/Definition"
          },
          "window": {
            "$ref": "#/components/schemas/SloWindow"
          },
          "objective": {
            "type": "integer"
          },
          "target": {
            "type": "number"
          },
          "method": {
            "$ref": "#/components/schemas/BudgetingMethodId"
          },
          "figures": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloFigure"
            }
          },
          "formula": {
            "description": "The formula with the figures of this case",
            "type": "string"
          },
          "leftOut": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloLeftOut"
            }
          },
          "queries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloQuery"
            }
          },
          "buckets": {
            "type": "integer"
          },
          "missingBuckets": {
            "type": "integer"
          },
          "freshness": {
            "$ref": "#/components/schemas/SloFreshness"
          }
        }
      },
      "SloFigure": {
        "type": "object",
        "required": [
          "id",
          "value",
          "unit"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "value": {
            "type": [
              "number",
              "null"
            ]
          },
          "unit": {
            "type": "string"
          }
        }
      },
      "SloLeftOut": {
        "type": "object",
        "required": [
          "reason",
          "buckets",
          "seconds"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "enum": [
              "correction",
              "not_measured",
              "partial_slice",
              "empty_slice"
            ]
          },
          "buckets": {
            "type": "integer"
          },
          "seconds": {
            "type": "integer"
          }
        }
      },
      "SloBucketRow": {
        "type": "object",
        "required": [
          "start",
          "seconds",
          "good",
          "total",
          "slices",
          "goodSlices",
          "corrected"
        ],
        "properties": {
          "start": {
            "type": "string"
          },
          "seconds": {
            "type": "integer"
          },
          "good": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "slices": {
            "type": [
              "integer",
              "null"
            ]
          },
          "goodSlices": {
            "type": [
              "integer",
              "null"
            ]
          },
          "corrected": {
            "type": "boolean"
          }
        }
      },
      "SloBucketPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloBucketRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "SloCorrection": {
        "type": "object",
        "required": [
          "id",
          "from",
          "to",
          "reason",
          "state",
          "requestedBy",
          "objective"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "state": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "objective": {
            "type": [
              "integer",
              "null"
            ]
          }
        }
      },
      "SloCorrectionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloCorrection"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "NewSloCorrection": {
        "type": "object",
        "required": [
          "from",
          "to",
          "reason"
        ],
        "properties": {
          "from": {
            "description": "First instant, ISO 8601 with a zone",
            "type": "string",
            "maxLength": 40
          },
          "to": {
            "description": "End, ISO 8601 with a zone",
            "type": "string",
            "maxLength": 40
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          }
        }
      },
      "NewPolicyException": {
        "type": "object",
        "required": [
          "entityRef",
          "reason"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "riskLevel": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "expiresOn": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
          },
          "compensatingControl": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "NewBreakGlass": {
        "type": "object",
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "reference": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          }
        }
      },
      "SloProposal": {
        "type": "object",
        "required": [
          "title",
          "indicator",
          "target",
          "state",
          "days",
          "worstDay",
          "attainment",
          "wouldBeMetOn",
          "document",
          "values"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "indicator": {
            "description": "Its type, or the signal of own data that would be measured",
            "type": "string"
          },
          "target": {
            "description": "Null: too little is known",
            "type": [
              "number",
              "null"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/NumberState"
          },
          "days": {
            "description": "Days that were measured",
            "type": "integer"
          },
          "worstDay": {
            "type": [
              "number",
              "null"
            ]
          },
          "attainment": {
            "type": [
              "number",
              "null"
            ]
          },
          "wouldBeMetOn": {
            "description": "Share of past windows of a week in which the target held",
            "type": [
              "number",
              "null"
            ]
          },
          "document": {
            "description": "OpenSLO, as YAML; empty where there is neither an SLO nor a target to write one with",
            "type": "string"
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "SloProposals": {
        "type": "object",
        "required": [
          "items",
          "from",
          "to"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloProposal"
            }
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          }
        }
      },
      "ReleaseGateReason": {
        "type": "object",
        "required": [
          "kind",
          "policyRef",
          "policyTitle",
          "sloRef",
          "sloTitle",
          "objective",
          "values"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "budget_exhausted",
              "budget_low",
              "approval_required",
              "no_data",
              "excepted",
              "break_glass",
              "shadow",
              "low_risk",
              "no_policy",
              "no_objective"
            ]
          },
          "policyRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "policyTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "sloRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "sloTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "objective": {
            "type": [
              "integer",
              "null"
            ]
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "number",
                "null"
              ]
            }
          }
        }
      },
      "GateApprover": {
        "type": "object",
        "required": [
          "ref",
          "title"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          }
        }
      },
      "ReleaseGate": {
        "type": "object",
        "required": [
          "entityRef",
          "decision",
          "open",
          "mode",
          "wouldHold",
          "reasons",
          "ruleVersion",
          "approvers",
          "until",
          "breakGlassUntil",
          "evaluatedAt",
          "asOf"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "decision": {
            "$ref": "#/components/schemas/ReleaseDecision"
          },
          "open": {
            "description": "Whether a pipeline may go on; an unknown answer is open unless the policy says closed",
            "type": "boolean"
          },
          "mode": {
            "type": "string",
            "enum": [
              "none",
              "shadow",
              "enforced"
            ]
          },
          "wouldHold": {
            "description": "What it would have answered if it were enforced",
            "type": "boolean"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReleaseGateReason"
            }
          },
          "ruleVersion": {
            "type": [
              "string",
              "null"
            ]
          },
          "approvers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GateApprover"
            }
          },
          "until": {
            "description": "When it is worth to ask again",
            "type": [
              "string",
              "null"
            ]
          },
          "breakGlassUntil": {
            "type": [
              "string",
              "null"
            ]
          },
          "evaluatedAt": {
            "type": "string"
          },
          "asOf": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ReleaseGateDecision": {
        "type": "object",
        "required": [
          "id",
          "at",
          "decision",
          "mode",
          "wouldHold",
          "reference",
          "environment",
          "reasons",
          "ruleVersion",
          "outcome"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "type": "string"
          },
          "decision": {
            "$ref": "#/components/schemas/ReleaseDecision"
          },
          "mode": {
            "type": "string"
          },
          "wouldHold": {
            "type": "boolean"
          },
          "reference": {
            "type": [
              "string",
              "null"
            ]
          },
          "environment": {
            "type": [
              "string",
              "null"
            ]
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReleaseGateReason"
            }
          },
          "ruleVersion": {
            "type": [
              "string",
              "null"
            ]
          },
          "outcome": {
            "description": "What became of the deployment that followed; null: not known",
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "failed",
              "fine",
              null
            ]
          }
        }
      },
      "ReleaseGateDecisionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReleaseGateDecision"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "PolicyThreshold": {
        "type": "object",
        "required": [
          "remaining",
          "consequences"
        ],
        "properties": {
          "remaining": {
            "description": "Share of the budget left, at or below which it holds",
            "type": "number"
          },
          "consequences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConsequenceKind"
            }
          }
        }
      },
      "PolicyApproval": {
        "type": "object",
        "required": [
          "role",
          "approvedBy",
          "approvedOn"
        ],
        "properties": {
          "role": {
            "type": "string",
            "enum": [
              "reliability",
              "product"
            ]
          },
          "approvedBy": {
            "type": [
              "string",
              "null"
            ]
          },
          "approvedOn": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ErrorBudgetPolicySummary": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "description",
          "ownerRef",
          "mode",
          "version",
          "closedWhenUnknown",
          "thresholds",
          "approvals",
          "entities",
          "holding"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": [
              "string",
              "null"
            ]
          },
          "ownerRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "mode": {
            "type": "string",
            "enum": [
              "shadow",
              "enforced"
            ]
          },
          "version": {
            "type": "string"
          },
          "closedWhenUnknown": {
            "type": "boolean"
          },
          "thresholds": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyThreshold"
            }
          },
          "approvals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyApproval"
            }
          },
          "entities": {
            "description": "Entities that it applies to and that the caller may see",
            "type": "integer"
          },
          "holding": {
            "description": "Consequences that hold now",
            "type": "integer"
          }
        }
      },
      "ErrorBudgetPolicyPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ErrorBudgetPolicySummary"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "ShadowReport": {
        "type": "object",
        "required": [
          "from",
          "to",
          "decisions",
          "held",
          "failed",
          "fine",
          "unknown",
          "passedFailed"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "decisions": {
            "type": "integer"
          },
          "held": {
            "description": "Releases that were held, or would have been",
            "type": "integer"
          },
          "failed": {
            "description": "Of them, those whose deployment failed",
            "type": "integer"
          },
          "fine": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          },
          "passedFailed": {
            "description": "Releases that were let pass and failed",
            "type": "integer"
          }
        }
      },
      "ErrorBudgetPolicyReport": {
        "type": "object",
        "required": [
          "policy",
          "consequences",
          "shadow",
          "exceptions"
        ],
        "properties": {
          "policy": {
            "$ref": "#/components/schemas/ErrorBudgetPolicySummary"
          },
          "consequences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyConsequence"
            }
          },
          "shadow": {
            "$ref": "#/components/schemas/ShadowReport"
          },
          "exceptions": {
            "type": "integer"
          }
        }
      },
      "DebtDocumentProblem": {
        "description": "Why an item of a document, or the whole of it, was not taken in as it is written",
        "type": "object",
        "required": [
          "row",
          "name",
          "field",
          "message"
        ],
        "properties": {
          "row": {
            "description": "Place of the item in the document, from 1; null: it is about the document",
            "type": [
              "integer",
              "null"
            ]
          },
          "name": {
            "description": "What the document calls the item; null: it cannot be read, or it is about the document",
            "type": [
              "string",
              "null"
            ]
          },
          "field": {
            "description": "Path of the field, such as `estimate.impact`; empty: the item or the document as a whole",
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "DebtDocumentState": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "keptAt",
          "items",
          "problems",
          "moreProblems"
        ],
        "properties": {
          "entityRef": {
            "description": "Such as `techdebtregister:default/checkout`",
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "keptAt": {
            "description": "When the items were last made what it says; null: they have not been yet",
            "type": [
              "string",
              "null"
            ]
          },
          "items": {
            "description": "Items of the register that come from it, of those that the caller may see; whatever their status",
            "type": "integer"
          },
          "problems": {
            "description": "The first of what is wrong, in the order of the items, 20 at most. An item that names what the caller may not see is told as one that names what does not exist.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtDocumentProblem"
            }
          },
          "moreProblems": {
            "description": "Whether more is wrong than is told",
            "type": "boolean"
          }
        }
      },
      "DebtDocumentPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "description": "In the order of their refs",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtDocumentState"
            }
          },
          "totalItems": {
            "description": "Of all pages",
            "type": "integer"
          },
          "nextCursor": {
            "description": "Where the next page begins; null: this is the last one",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtFileFormatName": {
        "type": "string",
        "enum": [
          "csv",
          "json",
          "yaml"
        ]
      },
      "DebtVersionRead": {
        "description": "An item in the version that was read",
        "type": "object",
        "required": [
          "id",
          "version"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "version": {
            "type": "integer",
            "minimum": 1,
            "maximum": 2147483647
          }
        }
      },
      "DebtColumnChoice": {
        "type": "object",
        "required": [
          "header",
          "field"
        ],
        "additionalProperties": false,
        "properties": {
          "header": {
            "type": "string",
            "maxLength": 1000
          },
          "field": {
            "description": "Path of a field such as `estimate.impact`; null leaves the column out",
            "type": [
              "string",
              "null"
            ],
            "maxLength": 100
          }
        }
      },
      "DebtImportFile": {
        "type": "object",
        "required": [
          "format",
          "text"
        ],
        "additionalProperties": false,
        "properties": {
          "format": {
            "$ref": "#/components/schemas/DebtFileFormatName"
          },
          "text": {
            "description": "The file, at most 25,000 rows",
            "type": "string"
          },
          "columns": {
            "description": "What columns of a CSV file are for, where somebody knows better than their headers",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtColumnChoice"
            },
            "maxItems": 200
          }
        }
      },
      "DebtImport": {
        "type": "object",
        "required": [
          "format",
          "text"
        ],
        "additionalProperties": false,
        "properties": {
          "format": {
            "$ref": "#/components/schemas/DebtFileFormatName"
          },
          "text": {
            "description": "The file, at most 25,000 rows",
            "type": "string"
          },
          "columns": {
            "description": "What columns of a CSV file are for, where somebody knows better than their headers",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtColumnChoice"
            },
            "maxItems": 200
          },
          "possibleDuplicates": {
            "description": "What becomes of rows that look like an item that there is already, or like an earlier row. `skip` where nothing is said.",
            "type": "string",
            "enum": [
              "skip",
              "create"
            ]
          },
          "createRows": {
            "description": "Rows that are taken in although they look like something else",
            "type": "array",
            "items": {
              "type": "integer",
              "minimum": 1
            },
            "maxItems": 25000
          },
          "versions": {
            "description": "`versions` of the preview: an item that is another by now is left as it is, and so is one that the preview did not name. Without them, rows change what they find.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtVersionRead"
            },
            "maxItems": 25000
          }
        }
      },
      "DebtImportColumn": {
        "type": "object",
        "required": [
          "header",
          "field"
        ],
        "properties": {
          "header": {
            "type": "string"
          },
          "field": {
            "description": "Path of the field that is read of it; null: it is left out, as no field is called so, or another column is that field already",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtImportProblem": {
        "type": "object",
        "required": [
          "field",
          "column",
          "message"
        ],
        "properties": {
          "field": {
            "description": "Path of the field, such as `estimate.impact`; empty: the row or the file as a whole",
            "type": "string"
          },
          "column": {
            "description": "Name of the column in the file; null: there is none",
            "type": [
              "string",
              "null"
            ]
          },
          "message": {
            "description": "To be read after the name of the field",
            "type": "string"
          }
        }
      },
      "DebtImportDifference": {
        "type": "object",
        "required": [
          "field",
          "before",
          "after"
        ],
        "properties": {
          "field": {
            "type": "string"
          },
          "before": {
            "description": "As the text of a cell, its first 500 characters; null: empty",
            "type": [
              "string",
              "null"
            ]
          },
          "after": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtImportLikeness": {
        "description": "What a row looks like; an item or an earlier row",
        "type": "object",
        "required": [
          "itemId",
          "title",
          "ofRow"
        ],
        "properties": {
          "itemId": {
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          },
          "ofRow": {
            "type": [
              "integer",
              "null"
            ]
          }
        }
      },
      "DebtImportRow": {
        "type": "object",
        "required": [
          "row",
          "name",
          "outcome",
          "title",
          "itemId",
          "ofRow",
          "differences",
          "problems",
          "possibleDuplicate"
        ],
        "properties": {
          "row": {
            "description": "Of a CSV file the line of a spreadsheet, whose header is 1; else the place in the list, from 1",
            "type": "integer"
          },
          "name": {
            "description": "What a document calls the item; null: the file is no document",
            "type": [
              "string",
              "null"
            ]
          },
          "outcome": {
            "description": "`repeated`: it says what the earlier row `ofRow` says",
            "type": "string",
            "enum": [
              "create",
              "change",
              "unchanged",
              "repeated",
              "bad"
            ]
          },
          "title": {
            "description": "Null: of what is bad or repeated",
            "type": [
              "string",
              "null"
            ]
          },
          "itemId": {
            "description": "The item that the row means; null: there is none yet",
            "type": [
              "string",
              "null"
            ]
          },
          "ofRow": {
            "type": [
              "integer",
              "null"
            ]
          },
          "differences": {
            "description": "Of `change`",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportDifference"
            }
          },
          "problems": {
            "description": "Of `bad`",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportProblem"
            }
          },
          "possibleDuplicate": {
            "description": "Of `create`",
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtImportLikeness"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "DebtImportPreview": {
        "type": "object",
        "required": [
          "columns",
          "problems",
          "counts",
          "rows",
          "versions"
        ],
        "properties": {
          "columns": {
            "description": "The columns of a CSV file in its order",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportColumn"
            }
          },
          "problems": {
            "description": "What is wrong with the file itself, of which then nothing is read",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportProblem"
            }
          },
          "counts": {
            "type": "object",
            "required": [
              "create",
              "change",
              "unchanged",
              "repeated",
              "bad",
              "possibleDuplicates"
            ],
            "properties": {
              "create": {
                "description": "With those that may be duplicates",
                "type": "integer"
              },
              "change": {
                "type": "integer"
              },
              "unchanged": {
                "type": "integer"
              },
              "repeated": {
                "type": "integer"
              },
              "bad": {
                "type": "integer"
              },
              "possibleDuplicates": {
                "type": "integer"
              }
            }
          },
          "rows": {
            "description": "Of each outcome the first 1,000, those that may be duplicates first; in the order of the file",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportRow"
            }
          },
          "versions": {
            "description": "The items that would be changed, all of them, as they were compared. To be sent with the import.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtVersionRead"
            }
          }
        }
      },
      "DebtImportRowResult": {
        "type": "object",
        "required": [
          "row",
          "name",
          "outcome",
          "itemId",
          "problems"
        ],
        "properties": {
          "row": {
            "type": "integer"
          },
          "name": {
            "type": [
              "string",
              "null"
            ]
          },
          "outcome": {
            "description": "`skipped`: it may be a duplicate; `conflict`: somebody changed the item since the preview",
            "type": "string",
            "enum": [
              "created",
              "changed",
              "unchanged",
              "repeated",
              "skipped",
              "conflict",
              "bad"
            ]
          },
          "itemId": {
            "type": [
              "string",
              "null"
            ]
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportProblem"
            }
          }
        }
      },
      "DebtImportResult": {
        "type": "object",
        "required": [
          "problems",
          "counts",
          "rows"
        ],
        "properties": {
          "problems": {
            "description": "What is wrong with the file itself, of which then nothing is read",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportProblem"
            }
          },
          "counts": {
            "type": "object",
            "required": [
              "created",
              "changed",
              "unchanged",
              "repeated",
              "skipped",
              "conflict",
              "bad"
            ],
            "properties": {
              "created": {
                "type": "integer"
              },
              "changed": {
                "type": "integer"
              },
              "unchanged": {
                "type": "integer"
              },
              "repeated": {
                "type": "integer"
              },
              "skipped": {
                "type": "integer"
              },
              "conflict": {
                "type": "integer"
              },
              "bad": {
                "type": "integer"
              }
            }
          },
          "rows": {
            "description": "All rows, in the order of the file",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtImportRowResult"
            }
          }
        }
      },
      "DebtBulkFields": {
        "description": "What becomes different; null empties a field",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": false,
        "properties": {
          "ownerRef": {
            "type": "string",
            "maxLength": 200
          },
          "category": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "severity": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              null
            ]
          },
          "intent": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "deliberate",
              "inadvertent",
              null
            ]
          },
          "prudence": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "prudent",
              "reckless",
              null
            ]
          },
          "targetDate": {
            "type": [
              "string",
              "null"
            ]
          },
          "reviewDate": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtBulkStatus": {
        "type": "object",
        "required": [
          "deed"
        ],
        "additionalProperties": false,
        "properties": {
          "deed": {
            "$ref": "#/components/schemas/DebtDeedName"
          },
          "resolution": {
            "description": "How they were paid, or why they never will be; `resolve` and `give_up` ask for it",
            "type": "string",
            "maxLength": 10000
          }
        }
      },
      "DebtBulkChange": {
        "description": "Either `fields` or `status`",
        "type": "object",
        "required": [
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtVersionRead"
            },
            "minItems": 1,
            "maxItems": 500
          },
          "fields": {
            "$ref": "#/components/schemas/DebtBulkFields"
          },
          "status": {
            "$ref": "#/components/schemas/DebtBulkStatus"
          },
          "note": {
            "description": "Why, for the history of each",
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "DebtBulkItemResult": {
        "type": "object",
        "required": [
          "id",
          "outcome",
          "version",
          "field",
          "message"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "outcome": {
            "description": "`conflict`: somebody changed it in the meantime, or it cannot be done where it stands; `not_found`: there is none, or it may not be seen; `bad`: the change makes no sense for it",
            "type": "string",
            "enum": [
              "changed",
              "unchanged",
              "conflict",
              "not_allowed",
              "not_found",
              "bad"
            ]
          },
          "version": {
            "description": "Its version now; null: it may not be seen",
            "type": [
              "integer",
              "null"
            ]
          },
          "field": {
            "description": "What the message is about; null: the item",
            "type": [
              "string",
              "null"
            ]
          },
          "message": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtBulkResult": {
        "type": "object",
        "required": [
          "counts",
          "items"
        ],
        "properties": {
          "counts": {
            "type": "object",
            "required": [
              "changed",
              "unchanged",
              "conflict",
              "not_allowed",
              "not_found",
              "bad"
            ],
            "properties": {
              "changed": {
                "type": "integer"
              },
              "unchanged": {
                "type": "integer"
              },
              "conflict": {
                "type": "integer"
              },
              "not_allowed": {
                "type": "integer"
              },
              "not_found": {
                "type": "integer"
              },
              "bad": {
                "type": "integer"
              }
            }
          },
          "items": {
            "description": "In the order in which they were named",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtBulkItemResult"
            }
          }
        }
      },
      "NewDebtReport": {
        "type": "object",
        "required": [
          "entityRef",
          "what"
        ],
        "properties": {
          "entityRef": {
            "description": "Where it was",
            "type": "string"
          },
          "what": {
            "description": "What happened, at most 5,000 characters",
            "type": "string"
          },
          "day": {
            "description": "ISO day on which the time was lost, today where none is said; not after today, and at most three years ago",
            "type": "string"
          },
          "hoursLost": {
            "description": "Hours that the team lost, all of its people together, from 0.001 to 10,000; null: nobody said, or it cost something other than time",
            "type": [
              "number",
              "null"
            ]
          },
          "teamRef": {
            "description": "The group that lost them; null: not known. Persons are not named.",
            "type": [
              "string",
              "null"
            ]
          },
          "itemId": {
            "description": "The item that is its cause; null: nobody knows it yet",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtReportEdit": {
        "type": "object",
        "required": [
          "version"
        ],
        "properties": {
          "version": {
            "description": "The version that was read",
            "type": "integer",
            "minimum": 1,
            "maximum": 2147483647
          },
          "entityRef": {
            "type": "string"
          },
          "what": {
            "type": "string"
          },
          "day": {
            "type": "string"
          },
          "hoursLost": {
            "type": [
              "number",
              "null"
            ]
          },
          "teamRef": {
            "type": [
              "string",
              "null"
            ]
          },
          "itemId": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DescribedDebtReport": {
        "type": "object",
        "required": [
          "id",
          "version",
          "day",
          "hoursLost",
          "what",
          "entity",
          "team",
          "item",
          "createdAt",
          "updatedAt",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "day": {
            "type": "string"
          },
          "hoursLost": {
            "type": [
              "number",
              "null"
            ]
          },
          "what": {
            "type": "string"
          },
          "entity": {
            "$ref": "#/components/schemas/DebtCarrier"
          },
          "team": {
            "description": "Null: not known, or a group that the caller may not see",
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtCarrier"
              },
              {
                "type": "null"
              }
            ]
          },
          "item": {
            "description": "Null: it is linked to none, or to one that the caller may not see",
            "oneOf": [
              {
                "type": "object",
                "required": [
                  "id",
                  "title",
                  "status"
                ],
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "status": {
                    "$ref": "#/components/schemas/DebtStatusName"
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "createdAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "may": {
            "type": "object",
            "required": [
              "change",
              "link",
              "unlink",
              "delete"
            ],
            "properties": {
              "change": {
                "type": "boolean"
              },
              "link": {
                "description": "Whether there may be an item to which the caller may link it: any one where they may change the report, else one that they may change",
                "type": "boolean"
              },
              "unlink": {
                "description": "Whether they may say that its item is not its cause",
                "type": "boolean"
              },
              "delete": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "DebtReportPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "mayCreate"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DescribedDebtReport"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayCreate": {
            "description": "Whether there may be reports that the caller may file",
            "type": "boolean"
          }
        }
      },
      "MeasuredDebtInterest": {
        "description": "Interest as it was measured: the hours that teams reported as lost, in person-days per month over the days that were watched. It stands beside the interest that was estimated and is never mixed with it.",
        "type": "object",
        "required": [
          "confidence",
          "thinBecause",
          "personDaysPerMonth",
          "hoursLost",
          "reports",
          "reportsWithHours",
          "teams",
          "period",
          "watched",
          "formula"
        ],
        "properties": {
          "confidence": {
            "description": "`no_data`: nobody reported hours, which does not say that none were lost",
            "type": "string",
            "enum": [
              "ok",
              "thin",
              "no_data"
            ]
          },
          "thinBecause": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "few_reports",
                "few_days"
              ]
            }
          },
          "personDaysPerMonth": {
            "description": "Null: no data",
            "type": [
              "number",
              "null"
            ]
          },
          "hoursLost": {
            "type": [
              "number",
              "null"
            ]
          },
          "reports": {
            "description": "Of the period",
            "type": "integer"
          },
          "reportsWithHours": {
            "type": "integer"
          },
          "teams": {
            "description": "Those that lost most hours first, without those that the caller may not see",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "teamRef",
                "title",
                "reports",
                "hoursLost"
              ],
              "properties": {
                "teamRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "reports": {
                  "type": "integer"
                },
                "hoursLost": {
                  "type": "number"
                }
              }
            }
          },
          "period": {
            "description": "ISO days of which reports are counted, both included: 90 days until today, of an item that was paid until then",
            "$ref": "#/components/schemas/DebtReportDays"
          },
          "watched": {
            "description": "The part of the period in which it could be reported: of an item since it was filed, or since the first report of it; of an entity or scope since the first report of anything that the caller may see. Null: nobody has reported anything yet",
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtReportDays"
              },
              {
                "type": "null"
              }
            ]
          },
          "formula": {
            "description": "Such as `12 ÷ 8 × 30.4375 ÷ 90 ≈ 0.507292`: hours ÷ hours of a day × days of a month ÷ watched days; empty without hours",
            "type": "string"
          }
        }
      },
      "DebtEvidenceAnswer": {
        "description": "What is measured of what an item is linked to, as far as the caller may see that; each in its own unit, and nothing of it is added up",
        "type": "object",
        "required": [
          "failingChecks",
          "errorBudgets"
        ],
        "properties": {
          "failingChecks": {
            "description": "Linked checks that fail on an entity of the item now, the one that has failed longest first",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "checkRef",
                "title",
                "entityRef",
                "failingSince",
                "days"
              ],
              "properties": {
                "checkRef": {
                  "description": "Such as `scorecard:default/readiness#has-owner`",
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "entityRef": {
                  "type": "string"
                },
                "failingSince": {
                  "description": "Since when it fails without a pause",
                  "type": "string",
                  "format": "date-time"
                },
                "days": {
                  "description": "Whole days until today; 0: it began to fail today",
                  "type": "integer"
                }
              }
            }
          },
          "errorBudgets": {
            "description": "Of linked SLOs in their present window, the one that spent most first",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "sloRef",
                "title",
                "allowedSeconds",
                "spentSeconds",
                "consumed"
              ],
              "properties": {
                "sloRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "allowedSeconds": {
                  "description": "Error budget of the window as time; null: not known",
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "spentSeconds": {
                  "description": "What was spent of it as time; null: it was not measured",
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "consumed": {
                  "description": "Spent by allowed, above 1 once the budget is exhausted; null: not known",
                  "type": [
                    "number",
                    "null"
                  ]
                }
              }
            }
          }
        }
      },
      "DebtReportDays": {
        "type": "object",
        "required": [
          "from",
          "to",
          "days"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "days": {
            "type": "integer"
          }
        }
      },
      "DebtSuggestionStateName": {
        "description": "`open`: to be decided; `gone`: nobody decided it, and it is not found any more",
        "type": "string",
        "enum": [
          "open",
          "dismissed",
          "promoted",
          "gone"
        ]
      },
      "DebtSuggestionSourceName": {
        "type": "string",
        "enum": [
          "exemption",
          "failing_check",
          "error_budget",
          "hotspot",
          "todo",
          "end_of_life",
          "sonarqube",
          "sarif"
        ]
      },
      "DebtSuggestionEvidence": {
        "description": "One thing that speaks for a suggestion: a measured `value` with its `unit`, a text, an ISO day, or a link with its `url`",
        "type": "object",
        "required": [
          "type",
          "name"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "measure",
              "text",
              "day",
              "link"
            ]
          },
          "name": {
            "description": "Key of its source, such as `debtRatio`",
            "type": "string"
          },
          "value": {
            "type": [
              "number",
              "string"
            ]
          },
          "unit": {
            "description": "A `share` is from 0 to 1; a `score` has no unit",
            "type": "string",
            "enum": [
              "days",
              "minutes",
              "count",
              "commits",
              "lines",
              "share",
              "score"
            ]
          },
          "url": {
            "description": "With http or https",
            "type": "string"
          }
        }
      },
      "DebtSuggestionPromotedAs": {
        "type": "object",
        "required": [
          "itemId",
          "by",
          "at"
        ],
        "properties": {
          "itemId": {
            "description": "Null: an item that the caller may not see, or that was deleted since",
            "type": [
              "string",
              "null"
            ]
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string"
          }
        }
      },
      "DebtSuggestionDismissedAs": {
        "type": "object",
        "required": [
          "reason",
          "by",
          "at"
        ],
        "properties": {
          "reason": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string"
          }
        }
      },
      "DebtSuggestionMay": {
        "description": "What the caller may do with the suggestion",
        "type": "object",
        "required": [
          "promote",
          "dismiss",
          "putBack"
        ],
        "properties": {
          "promote": {
            "type": "boolean"
          },
          "dismiss": {
            "type": "boolean"
          },
          "putBack": {
            "type": "boolean"
          }
        }
      },
      "DebtSuggestionRow": {
        "type": "object",
        "required": [
          "id",
          "source",
          "state",
          "title",
          "entity",
          "category",
          "severity",
          "since",
          "principalDays",
          "acceptedUntil",
          "firstSeen",
          "lastSeen",
          "goneSince",
          "promotion",
          "dismissal",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "source": {
            "$ref": "#/components/schemas/DebtSuggestionSourceName"
          },
          "state": {
            "$ref": "#/components/schemas/DebtSuggestionStateName"
          },
          "title": {
            "description": "Plain text",
            "type": "string"
          },
          "entity": {
            "$ref": "#/components/schemas/DebtCarrier"
          },
          "category": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "severity": {
            "description": "Null: the source says nothing of it",
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              null
            ]
          },
          "since": {
            "description": "Since when it is so; null: the source does not tell",
            "type": [
              "string",
              "null"
            ]
          },
          "principalDays": {
            "description": "Person-days that paying it takes, as the source reckons; null: it does not",
            "type": [
              "number",
              "null"
            ]
          },
          "acceptedUntil": {
            "description": "Last ISO day on which somebody accepts it, as by an exemption; null: nobody does",
            "type": [
              "string",
              "null"
            ]
          },
          "firstSeen": {
            "type": "string"
          },
          "lastSeen": {
            "type": "string"
          },
          "goneSince": {
            "description": "When it was looked for in vain, also where it was promoted or dismissed; null: it was there when it was last looked for",
            "type": [
              "string",
              "null"
            ]
          },
          "promotion": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtSuggestionPromotedAs"
              },
              {
                "type": "null"
              }
            ]
          },
          "dismissal": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtSuggestionDismissedAs"
              },
              {
                "type": "null"
              }
            ]
          },
          "may": {
            "$ref": "#/components/schemas/DebtSuggestionMay"
          }
        }
      },
      "DebtSuggestionDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/DebtSuggestionRow"
          },
          {
            "type": "object",
            "required": [
              "description",
              "evidence",
              "links",
              "proposed",
              "duplicates",
              "unread"
            ],
            "properties": {
              "description": {
                "description": "Markdown, in which whatever came from outside stands as text",
                "type": "string"
              },
              "evidence": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DebtSuggestionEvidence"
                }
              },
              "links": {
                "description": "Without those to what the caller may not see",
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DebtLinkContent"
                }
              },
              "proposed": {
                "description": "What promoting it files unless something else is said",
                "$ref": "#/components/schemas/NewDebtItem"
              },
              "duplicates": {
                "description": "Items that it may be the same as, the most likely first",
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FoundDebtDuplicate"
                }
              },
              "unread": {
                "description": "Items on the same entity that were not compared, because there are too many",
                "type": "integer"
              }
            }
          }
        ]
      },
      "DebtSuggestionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtSuggestionRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtSuggestionItemFields": {
        "description": "What of the item is to be other than proposed",
        "type": "object",
        "properties": {
          "title": {
            "description": "One line of at most 200 characters",
            "type": "string"
          },
          "description": {
            "description": "Markdown, at most 20,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "entityRefs": {
            "description": "Refs of what carries the debt, at most 100",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "ownerRef": {
            "description": "Ref of the group that answers for it",
            "type": "string"
          },
          "category": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "intent": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "deliberate",
              "inadvertent",
              null
            ]
          },
          "prudence": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "prudent",
              "reckless",
              null
            ]
          },
          "severity": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              null
            ]
          },
          "estimate": {
            "$ref": "#/components/schemas/DebtEstimateContent"
          },
          "businessImpact": {
            "description": "What it does to the business, at most 10,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "remediationPlan": {
            "description": "How it is to be paid; Markdown, at most 20,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "targetDate": {
            "description": "ISO day by which it is to be paid",
            "type": [
              "string",
              "null"
            ]
          },
          "reviewDate": {
            "description": "ISO day on which somebody looks at it again",
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "description": "At most 50",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtLinkContent"
            }
          }
        }
      },
      "DebtSuggestionPromotion": {
        "description": "Nothing of it has to be said. An item that is there already is not changed.",
        "type": "object",
        "properties": {
          "item": {
            "$ref": "#/components/schemas/DebtSuggestionItemFields"
          },
          "itemId": {
            "description": "Id of an item that says the same already; nothing is filed then. Together with `item` it is refused.",
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          }
        }
      },
      "PromotedDebtSuggestion": {
        "type": "object",
        "required": [
          "suggestion",
          "item"
        ],
        "properties": {
          "suggestion": {
            "$ref": "#/components/schemas/DebtSuggestionRow"
          },
          "item": {
            "description": "Null: an item that the caller may not see, or that was deleted since it was promoted",
            "oneOf": [
              {
                "$ref": "#/components/schemas/PricedDebtItem"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "DebtSuggestionDismissal": {
        "type": "object",
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "description": "Why it is no debt, or is not worth an item",
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "DebtSuggestionDecisions": {
        "type": "object",
        "required": [
          "deed",
          "ids"
        ],
        "properties": {
          "deed": {
            "type": "string",
            "enum": [
              "promote",
              "dismiss",
              "put_back"
            ]
          },
          "ids": {
            "description": "Each once",
            "type": "array",
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64
            },
            "minItems": 1,
            "maxItems": 100
          },
          "reason": {
            "description": "Why they are dismissed; `dismiss` asks for it",
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "DebtSuggestionResult": {
        "type": "object",
        "required": [
          "id",
          "status",
          "message",
          "itemId"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "status": {
            "description": "`done`: as asked, also where it was so before; `not_found`: there is none that the caller may see; `refused`: they may not, or it cannot be filed as it is; `conflict`: somebody else decided it otherwise",
            "type": "string",
            "enum": [
              "done",
              "not_found",
              "refused",
              "conflict"
            ]
          },
          "message": {
            "description": "What stood against it; null: nothing",
            "type": [
              "string",
              "null"
            ]
          },
          "itemId": {
            "description": "Of the item that it was promoted to",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtSuggestionResults": {
        "type": "object",
        "required": [
          "results"
        ],
        "properties": {
          "results": {
            "description": "In the order in which they were asked for",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtSuggestionResult"
            }
          }
        }
      },
      "DebtSuggestionSourceState": {
        "type": "object",
        "required": [
          "source",
          "title",
          "state",
          "offBecause",
          "lastRunAt",
          "lastSuccessAt",
          "nextRunAt",
          "openSuggestions",
          "lookedAt",
          "problemEntities",
          "problem"
        ],
        "properties": {
          "source": {
            "$ref": "#/components/schemas/DebtSuggestionSourceName"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "description": "`waiting`: it has not ended a run yet; `pushed`: nobody looks, others send it; `off`: `offBecause` says why",
            "type": "string",
            "enum": [
              "ok",
              "failing",
              "running",
              "waiting",
              "pushed",
              "off"
            ]
          },
          "offBecause": {
            "description": "`configuration` switched it off, the `subject` that it reads is off, or no module is `installed` that knows it; null: it is on",
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "configuration",
              "subject",
              "installed",
              null
            ]
          },
          "lastRunAt": {
            "description": "When a run was last begun, or something was last sent. Of what is sent only who sees everything is told: it may be about what others may not see",
            "type": [
              "string",
              "null"
            ]
          },
          "lastSuccessAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "nextRunAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "openSuggestions": {
            "description": "Suggestions to be decided, of what the caller may see",
            "type": "integer"
          },
          "lookedAt": {
            "description": "Entities that the last run looked at; null: it has not ended, or the caller may not see how the engine fares",
            "type": [
              "integer",
              "null"
            ]
          },
          "problemEntities": {
            "description": "Entities that could not be looked at, or not all of them; null as with `lookedAt`",
            "type": [
              "integer",
              "null"
            ]
          },
          "problem": {
            "description": "Why the last run failed; null: it did not, or the caller may not see how the engine fares",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtSuggestionSourceList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "description": "All sources that there are",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtSuggestionSourceState"
            }
          }
        }
      },
      "DebtStatusName": {
        "type": "string",
        "enum": [
          "open",
          "planned",
          "in_progress",
          "accepted",
          "resolved",
          "wont_fix"
        ]
      },
      "DebtCategoryName": {
        "type": "string",
        "enum": [
          "architecture",
          "code",
          "test",
          "dependency",
          "infrastructure",
          "documentation",
          "security",
          "process"
        ]
      },
      "DebtSeverityName": {
        "type": "string",
        "enum": [
          "critical",
          "high",
          "medium",
          "low"
        ]
      },
      "DebtLinkTypeName": {
        "type": "string",
        "enum": [
          "issue",
          "pull_request",
          "adr",
          "incident",
          "slo",
          "check",
          "deployment",
          "exemption",
          "decision"
        ]
      },
      "DebtDeedName": {
        "type": "string",
        "enum": [
          "plan",
          "start",
          "put_back",
          "resolve",
          "give_up",
          "reopen"
        ]
      },
      "DebtLinkContent": {
        "type": "object",
        "required": [
          "type",
          "ref"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/DebtLinkTypeName"
          },
          "ref": {
            "description": "What is meant: an http(s) address for `issue`, `pull_request` and `adr`; `slo:default/checkout` for `slo`; `scorecard:default/readiness#has-owner` for `check`; the id of the record for the others",
            "type": "string"
          },
          "title": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtEstimateContent": {
        "description": "What an item costs, as far as somebody estimated it; null: nobody did",
        "type": "object",
        "properties": {
          "principalDays": {
            "description": "Person-days that paying it takes once, from 0.001 to 100,000",
            "type": [
              "number",
              "null"
            ]
          },
          "interestDays": {
            "description": "Person-days that each occurrence costs, from 0 to 100,000",
            "type": [
              "number",
              "null"
            ]
          },
          "occurrencesPerMonth": {
            "description": "From 0.001 to 100,000",
            "type": [
              "number",
              "null"
            ]
          },
          "impact": {
            "description": "1 to 5",
            "type": [
              "number",
              "null"
            ]
          },
          "likelihood": {
            "description": "1 to 5",
            "type": [
              "number",
              "null"
            ]
          },
          "businessValue": {
            "description": "1, 2, 3, 5, 8, 13 or 20",
            "type": [
              "number",
              "null"
            ]
          },
          "timeCriticality": {
            "description": "1, 2, 3, 5, 8, 13 or 20",
            "type": [
              "number",
              "null"
            ]
          },
          "riskReduction": {
            "description": "1, 2, 3, 5, 8, 13 or 20",
            "type": [
              "number",
              "null"
            ]
          }
        }
      },
      "NewDebtItem": {
        "description": "An item to file. Its category is `code` where none is said.",
        "type": "object",
        "required": [
          "title",
          "entityRefs"
        ],
        "properties": {
          "title": {
            "description": "One line of at most 200 characters",
            "type": "string"
          },
          "description": {
            "description": "Markdown, at most 20,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "entityRefs": {
            "description": "Refs of what carries the debt, at most 100",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "ownerRef": {
            "description": "Ref of the group that answers for it. Where none is said, the first group that owns one of the entities.",
            "type": "string"
          },
          "category": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "intent": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "deliberate",
              "inadvertent",
              null
            ]
          },
          "prudence": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "prudent",
              "reckless",
              null
            ]
          },
          "severity": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              null
            ]
          },
          "estimate": {
            "$ref": "#/components/schemas/DebtEstimateContent"
          },
          "businessImpact": {
            "description": "What it does to the business, at most 10,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "remediationPlan": {
            "description": "How it is to be paid; Markdown, at most 20,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "targetDate": {
            "description": "ISO day by which it is to be paid",
            "type": [
              "string",
              "null"
            ]
          },
          "reviewDate": {
            "description": "ISO day on which somebody looks at it again",
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "description": "At most 50",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtLinkContent"
            }
          }
        }
      },
      "DebtItemEdit": {
        "description": "What is to become different. An estimate may have some of its fields.",
        "type": "object",
        "required": [
          "version"
        ],
        "properties": {
          "version": {
            "description": "That was read",
            "type": "integer",
            "minimum": 1
          },
          "note": {
            "description": "Why it is changed, for its history",
            "type": "string",
            "maxLength": 2000
          },
          "title": {
            "description": "One line of at most 200 characters",
            "type": "string"
          },
          "description": {
            "description": "Markdown, at most 20,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "entityRefs": {
            "description": "Refs of what carries the debt, at most 100",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "ownerRef": {
            "description": "Ref of the group that answers for it.",
            "type": "string"
          },
          "category": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "intent": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "deliberate",
              "inadvertent",
              null
            ]
          },
          "prudence": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "prudent",
              "reckless",
              null
            ]
          },
          "severity": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              null
            ]
          },
          "estimate": {
            "$ref": "#/components/schemas/DebtEstimateContent"
          },
          "businessImpact": {
            "description": "What it does to the business, at most 10,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "remediationPlan": {
            "description": "How it is to be paid; Markdown, at most 20,000 characters",
            "type": [
              "string",
              "null"
            ]
          },
          "targetDate": {
            "description": "ISO day by which it is to be paid",
            "type": [
              "string",
              "null"
            ]
          },
          "reviewDate": {
            "description": "ISO day on which somebody looks at it again",
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "description": "At most 50",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtLinkContent"
            }
          }
        }
      },
      "DebtStatusDeed": {
        "type": "object",
        "required": [
          "version",
          "deed"
        ],
        "properties": {
          "version": {
            "description": "That was read",
            "type": "integer",
            "minimum": 1
          },
          "deed": {
            "$ref": "#/components/schemas/DebtDeedName"
          },
          "resolution": {
            "description": "How it was paid, or why it never will be; `resolve` and `give_up` ask for it",
            "type": "string",
            "maxLength": 10000
          },
          "note": {
            "description": "Why, for its history",
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "DebtDuplicateQuestion": {
        "type": "object",
        "required": [
          "title",
          "entityRefs"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 200
            },
            "minItems": 1,
            "maxItems": 100
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtLinkContent"
            },
            "maxItems": 50
          }
        }
      },
      "NewDebtItemComment": {
        "type": "object",
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "description": "Markdown",
            "type": "string",
            "minLength": 1,
            "maxLength": 10000
          }
        }
      },
      "DebtPriceTerm": {
        "type": "object",
        "required": [
          "id",
          "value",
          "unit"
        ],
        "properties": {
          "id": {
            "description": "Name of the input in the estimate",
            "type": "string"
          },
          "value": {
            "type": "number"
          },
          "unit": {
            "type": "string",
            "enum": [
              "person_days",
              "per_month",
              "points"
            ]
          }
        }
      },
      "ScoredDebtPrice": {
        "type": "object",
        "required": [
          "state",
          "value",
          "unit",
          "terms",
          "formula"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "scored"
            ]
          },
          "value": {
            "type": "number"
          },
          "unit": {
            "type": "string",
            "enum": [
              "person_days",
              "per_month",
              "points",
              "person_days_per_month",
              "months",
              "score"
            ]
          },
          "terms": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtPriceTerm"
            }
          },
          "formula": {
            "description": "The formula with the terms put in, such as `4 × 3 = 12`",
            "type": "string"
          }
        }
      },
      "UnscoredDebtPrice": {
        "description": "An input is missing, so there is no price; it is not 0",
        "type": "object",
        "required": [
          "state",
          "missing"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "not_scored"
            ]
          },
          "missing": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "NeverPaysBackPrice": {
        "description": "It costs nothing while it is not paid",
        "type": "object",
        "required": [
          "state",
          "terms"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "never_pays_back"
            ]
          },
          "terms": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtPriceTerm"
            }
          }
        }
      },
      "DebtPriceAnswer": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/ScoredDebtPrice"
          },
          {
            "$ref": "#/components/schemas/UnscoredDebtPrice"
          }
        ]
      },
      "DebtPaybackAnswer": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/ScoredDebtPrice"
          },
          {
            "$ref": "#/components/schemas/UnscoredDebtPrice"
          },
          {
            "$ref": "#/components/schemas/NeverPaysBackPrice"
          }
        ]
      },
      "DebtCostAnswer": {
        "type": "object",
        "required": [
          "amount",
          "currency",
          "per",
          "formula"
        ],
        "properties": {
          "amount": {
            "type": "number"
          },
          "currency": {
            "type": "string"
          },
          "per": {
            "type": "string",
            "enum": [
              "once",
              "month"
            ]
          },
          "formula": {
            "type": "string"
          }
        }
      },
      "DebtPricesAnswer": {
        "type": "object",
        "required": [
          "risk",
          "interest",
          "wsjf",
          "priority",
          "payback",
          "principalCost",
          "interestCost"
        ],
        "properties": {
          "risk": {
            "$ref": "#/components/schemas/DebtPriceAnswer"
          },
          "interest": {
            "$ref": "#/components/schemas/DebtPriceAnswer"
          },
          "wsjf": {
            "$ref": "#/components/schemas/DebtPriceAnswer"
          },
          "priority": {
            "$ref": "#/components/schemas/DebtPriceAnswer"
          },
          "payback": {
            "$ref": "#/components/schemas/DebtPaybackAnswer"
          },
          "principalCost": {
            "description": "Null: no day rate is configured, or nobody estimated the principal",
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtCostAnswer"
              },
              {
                "type": "null"
              }
            ]
          },
          "interestCost": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtCostAnswer"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "DebtAgeAnswer": {
        "description": "Days of the calendar; what was filed today is 0 days old",
        "type": "object",
        "required": [
          "days",
          "daysInStatus",
          "daysOverdue",
          "daysSinceReview"
        ],
        "properties": {
          "days": {
            "type": "integer"
          },
          "daysInStatus": {
            "type": "integer"
          },
          "daysOverdue": {
            "description": "Null: its target date is not over, or it has none",
            "type": [
              "integer",
              "null"
            ]
          },
          "daysSinceReview": {
            "type": [
              "integer",
              "null"
            ]
          }
        }
      },
      "DebtRemediation": {
        "type": "object",
        "required": [
          "severity",
          "days",
          "dueDay",
          "state",
          "daysOver",
          "daysLeft"
        ],
        "properties": {
          "severity": {
            "$ref": "#/components/schemas/DebtSeverityName"
          },
          "days": {
            "type": "integer"
          },
          "dueDay": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "within",
              "overdue",
              "accepted",
              "in_time",
              "late",
              "given_up"
            ]
          },
          "daysOver": {
            "type": [
              "integer",
              "null"
            ]
          },
          "daysLeft": {
            "type": [
              "integer",
              "null"
            ]
          }
        }
      },
      "DebtCarrier": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "exists"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "exists": {
            "description": "Whether the catalog still has it",
            "type": "boolean"
          }
        }
      },
      "DebtOriginAnswer": {
        "type": "object",
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "person",
              "import",
              "document",
              "scaffolder",
              "suggestion"
            ]
          },
          "source": {
            "type": "string"
          },
          "ref": {
            "type": "string"
          },
          "leftAt": {
            "description": "Of a document that the caller sees: since when it no longer names the item, which then is changed by hand; null: it names it",
            "type": [
              "string",
              "null"
            ],
            "format": "date-time"
          }
        }
      },
      "DebtMay": {
        "description": "What the caller may do with the item",
        "type": "object",
        "required": [
          "change",
          "delete",
          "comment",
          "deeds"
        ],
        "properties": {
          "change": {
            "type": "boolean"
          },
          "delete": {
            "type": "boolean"
          },
          "comment": {
            "type": "boolean"
          },
          "deeds": {
            "description": "What they may do to where it stands",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtDeedName"
            }
          }
        }
      },
      "DebtItemRow": {
        "type": "object",
        "required": [
          "id",
          "version",
          "title",
          "entities",
          "ownerRef",
          "ownerTitle",
          "category",
          "intent",
          "prudence",
          "severity",
          "estimate",
          "targetDate",
          "reviewDate",
          "links",
          "status",
          "reportedBy",
          "origin",
          "createdAt",
          "updatedAt",
          "statusSince",
          "resolvedAt",
          "acceptedUntil",
          "prices",
          "age",
          "remediation",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "externalId": {
            "description": "What the system that it was imported from calls it; null: it has no name there",
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          },
          "entities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtCarrier"
            }
          },
          "ownerRef": {
            "description": "Null: a group that the caller may not see",
            "type": [
              "string",
              "null"
            ]
          },
          "ownerTitle": {
            "type": [
              "string",
              "null"
            ]
          },
          "category": {
            "$ref": "#/components/schemas/DebtCategoryName"
          },
          "intent": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "deliberate",
              "inadvertent",
              null
            ]
          },
          "prudence": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "prudent",
              "reckless",
              null
            ]
          },
          "severity": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              null
            ]
          },
          "estimate": {
            "type": "object",
            "required": [
              "principalDays",
              "interestDays",
              "occurrencesPerMonth",
              "impact",
              "likelihood",
              "businessValue",
              "timeCriticality",
              "riskReduction"
            ],
            "properties": {
              "principalDays": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "interestDays": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "occurrencesPerMonth": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "impact": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "likelihood": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "businessValue": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "timeCriticality": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "riskReduction": {
                "type": [
                  "number",
                  "null"
                ]
              }
            }
          },
          "targetDate": {
            "type": [
              "string",
              "null"
            ]
          },
          "reviewDate": {
            "type": [
              "string",
              "null"
            ]
          },
          "links": {
            "description": "Without those to what the caller may not see",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtLinkAnswer"
            }
          },
          "status": {
            "$ref": "#/components/schemas/DebtStatusName"
          },
          "reportedBy": {
            "type": "string"
          },
          "origin": {
            "$ref": "#/components/schemas/DebtOriginAnswer"
          },
          "createdAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "statusSince": {
            "type": "string"
          },
          "resolvedAt": {
            "type": [
              "string",
              "null"
            ]
          },
          "acceptedUntil": {
            "description": "Last ISO day of its acceptance",
            "type": [
              "string",
              "null"
            ]
          },
          "prices": {
            "$ref": "#/components/schemas/DebtPricesAnswer"
          },
          "age": {
            "$ref": "#/components/schemas/DebtAgeAnswer"
          },
          "remediation": {
            "description": "Null: it has no severity",
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtRemediation"
              },
              {
                "type": "null"
              }
            ]
          },
          "may": {
            "$ref": "#/components/schemas/DebtMay"
          }
        }
      },
      "PricedDebtItem": {
        "description": "An item with its prices and its texts",
        "allOf": [
          {
            "$ref": "#/components/schemas/DebtItemRow"
          },
          {
            "type": "object",
            "required": [
              "description",
              "businessImpact",
              "remediationPlan",
              "resolution",
              "acceptedBy"
            ],
            "properties": {
              "measuredInterest": {
                "description": "Out of reports that are linked to the item, beside the interest that was estimated",
                "$ref": "#/components/schemas/MeasuredDebtInterest"
              },
              "evidence": {
                "description": "What is measured now of what the item is linked to, beside its interest and never mixed with it",
                "$ref": "#/components/schemas/DebtEvidenceAnswer"
              },
              "description": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "businessImpact": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "remediationPlan": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "resolution": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "acceptedBy": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "acceptances": {
                "description": "Those that hold or are asked for, the oldest first; null where the caller may not read acceptances",
                "oneOf": [
                  {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/DebtItemAcceptance"
                    }
                  },
                  {
                    "type": "null"
                  }
                ]
              },
              "mayAskAcceptance": {
                "description": "Whether the caller may ask for the item to be accepted, as it stands now",
                "type": "boolean"
              }
            }
          }
        ]
      },
      "DebtItemPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "nextCursor",
          "mayCreate"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtItemRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayCreate": {
            "description": "Whether there may be items that the caller may file",
            "type": "boolean"
          }
        }
      },
      "FoundDebtDuplicate": {
        "type": "object",
        "required": [
          "id",
          "title",
          "status",
          "certainty",
          "score",
          "reasons"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/DebtStatusName"
          },
          "certainty": {
            "type": "string",
            "enum": [
              "certain",
              "likely"
            ]
          },
          "score": {
            "type": "number"
          },
          "reasons": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "type"
              ],
              "properties": {
                "type": {
                  "type": "string",
                  "enum": [
                    "same_link",
                    "shared_evidence",
                    "similar_title"
                  ]
                },
                "link": {
                  "$ref": "#/components/schemas/DebtLinkContent"
                },
                "similarity": {
                  "type": "number"
                }
              }
            }
          }
        }
      },
      "DebtDuplicates": {
        "type": "object",
        "required": [
          "duplicates",
          "unread"
        ],
        "properties": {
          "duplicates": {
            "description": "The most likely first, at most ten",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FoundDebtDuplicate"
            }
          },
          "unread": {
            "description": "Items on the same entities that were not compared, because there are too many",
            "type": "integer"
          }
        }
      },
      "FiledDebtItem": {
        "type": "object",
        "required": [
          "item",
          "duplicates"
        ],
        "properties": {
          "item": {
            "$ref": "#/components/schemas/PricedDebtItem"
          },
          "duplicates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FoundDebtDuplicate"
            }
          }
        }
      },
      "DebtFieldChangeAnswer": {
        "type": "object",
        "required": [
          "field",
          "before",
          "after"
        ],
        "properties": {
          "field": {
            "description": "Such as `estimate.principalDays`",
            "type": "string"
          },
          "before": {},
          "after": {}
        }
      },
      "DebtItemVersion": {
        "type": "object",
        "required": [
          "version",
          "at",
          "by",
          "note",
          "changes",
          "withheld"
        ],
        "properties": {
          "version": {
            "type": "integer"
          },
          "at": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "note": {
            "type": [
              "string",
              "null"
            ]
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtFieldChangeAnswer"
            }
          },
          "withheld": {
            "description": "Whether what was changed is not told, because the item hung on something that the caller may not see",
            "type": "boolean"
          }
        }
      },
      "DebtItemVersionPage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtItemVersion"
            }
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtItemComment": {
        "type": "object",
        "required": [
          "id",
          "at",
          "by",
          "text"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "text": {
            "type": "string"
          }
        }
      },
      "DebtItemCommentPage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtItemComment"
            }
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DebtItemConflict": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message",
              "current",
              "changes"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "current": {
                "$ref": "#/components/schemas/PricedDebtItem"
              },
              "changes": {
                "description": "Who changed what since the version that was read, the latest first; empty where nothing was changed since",
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DebtItemVersion"
                }
              }
            }
          },
          "request": {
            "type": "object"
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "DebtAmountAnswer": {
        "type": "object",
        "required": [
          "items",
          "principalDays",
          "withoutPrincipal"
        ],
        "properties": {
          "items": {
            "type": "integer"
          },
          "principalDays": {
            "description": "Person-days of the items that have a principal; null: there are items, and none of them has one",
            "type": [
              "number",
              "null"
            ]
          },
          "withoutPrincipal": {
            "type": "integer"
          }
        }
      },
      "DebtStatusTotal": {
        "allOf": [
          {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          {
            "type": "object",
            "required": [
              "status"
            ],
            "properties": {
              "status": {
                "$ref": "#/components/schemas/DebtStatusName"
              }
            }
          }
        ]
      },
      "DebtBreaches": {
        "description": "Items that are to be paid and whose remediation time is over",
        "type": "object",
        "required": [
          "bySeverity",
          "items"
        ],
        "properties": {
          "bySeverity": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "severity",
                "days",
                "items"
              ],
              "properties": {
                "severity": {
                  "$ref": "#/components/schemas/DebtSeverityName"
                },
                "days": {
                  "description": "Within which such an item is to be remedied",
                  "type": "integer"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "items": {
            "description": "The most severe first, of these the one that is over longest; at most 20",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "severity",
                "dueDay",
                "daysOver"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "severity": {
                  "$ref": "#/components/schemas/DebtSeverityName"
                },
                "dueDay": {
                  "type": "string"
                },
                "daysOver": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "DebtSummary": {
        "type": "object",
        "required": [
          "statuses",
          "owed",
          "ages",
          "overdue",
          "reviewDue",
          "breaches",
          "dayRate"
        ],
        "properties": {
          "statuses": {
            "description": "All of them, in the order of a board",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtStatusTotal"
            }
          },
          "owed": {
            "description": "What is not paid or given up, accepted or not",
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "ages": {
            "description": "How old what is owed is, in days of the calendar; null where nothing is owed",
            "type": "object",
            "required": [
              "medianDays",
              "oldestDays"
            ],
            "properties": {
              "medianDays": {
                "description": "Half of the items are as old as this or older; the mean of the two in the middle where their number is even",
                "type": [
                  "number",
                  "null"
                ]
              },
              "oldestDays": {
                "type": [
                  "integer",
                  "null"
                ]
              }
            }
          },
          "overdue": {
            "type": "integer"
          },
          "reviewDue": {
            "type": "integer"
          },
          "breaches": {
            "$ref": "#/components/schemas/DebtBreaches"
          },
          "dayRate": {
            "description": "What a day of one person costs; null: none is configured",
            "oneOf": [
              {
                "type": "object",
                "required": [
                  "amount",
                  "currency"
                ],
                "properties": {
                  "amount": {
                    "type": "number"
                  },
                  "currency": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "DebtMatrix": {
        "type": "object",
        "required": [
          "cells",
          "unscored"
        ],
        "properties": {
          "cells": {
            "description": "Of impact and likelihood, those that hold items",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "impact",
                "likelihood",
                "risk",
                "items"
              ],
              "properties": {
                "impact": {
                  "type": "integer"
                },
                "likelihood": {
                  "type": "integer"
                },
                "risk": {
                  "type": "integer"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "unscored": {
            "description": "Items without an impact or a likelihood",
            "type": "integer"
          }
        }
      },
      "DebtBalanceAnswer": {
        "type": "object",
        "required": [
          "owed",
          "open",
          "accepted"
        ],
        "properties": {
          "owed": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "open": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "accepted": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          }
        }
      },
      "DebtFlowPeriodAnswer": {
        "type": "object",
        "required": [
          "from",
          "to",
          "opened",
          "reopened",
          "resolved",
          "givenUp",
          "accepted",
          "acceptanceEnded",
          "rescoped",
          "movedIn",
          "movedOut",
          "balance"
        ],
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "opened": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "reopened": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "resolved": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "givenUp": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "accepted": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "acceptanceEnded": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "movedIn": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "movedOut": {
            "$ref": "#/components/schemas/DebtAmountAnswer"
          },
          "rescoped": {
            "type": "object",
            "required": [
              "items",
              "principalDays",
              "withoutPrincipal"
            ],
            "properties": {
              "items": {
                "type": "integer"
              },
              "principalDays": {
                "type": "number"
              },
              "withoutPrincipal": {
                "type": "integer"
              }
            }
          },
          "balance": {
            "$ref": "#/components/schemas/DebtBalanceAnswer"
          }
        }
      },
      "DebtFlowAnswer": {
        "type": "object",
        "required": [
          "opening",
          "periods"
        ],
        "properties": {
          "opening": {
            "$ref": "#/components/schemas/DebtBalanceAnswer"
          },
          "periods": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtFlowPeriodAnswer"
            }
          }
        }
      },
      "DebtBurnMeasureAnswer": {
        "type": "object",
        "required": [
          "scope",
          "ended",
          "owed"
        ],
        "properties": {
          "scope": {
            "type": "number"
          },
          "ended": {
            "type": "number"
          },
          "owed": {
            "type": "number"
          }
        }
      },
      "DebtFlowReport": {
        "type": "object",
        "required": [
          "window",
          "interval",
          "ownership",
          "by",
          "flow",
          "burn",
          "groups",
          "omittedGroups"
        ],
        "properties": {
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "interval": {
            "type": "string",
            "enum": [
              "day",
              "week",
              "month"
            ]
          },
          "ownership": {
            "type": "string",
            "enum": [
              "now",
              "then"
            ]
          },
          "by": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "owner",
              "system",
              "domain",
              null
            ]
          },
          "flow": {
            "$ref": "#/components/schemas/DebtFlowAnswer"
          },
          "burn": {
            "description": "Burn-up and burn-down; the first point is the day before the window",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "day",
                "items",
                "principalDays",
                "withoutPrincipal"
              ],
              "properties": {
                "day": {
                  "type": "string"
                },
                "items": {
                  "$ref": "#/components/schemas/DebtBurnMeasureAnswer"
                },
                "principalDays": {
                  "oneOf": [
                    {
                      "$ref": "#/components/schemas/DebtBurnMeasureAnswer"
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "withoutPrincipal": {
                  "type": "integer"
                }
              }
            }
          },
          "groups": {
            "description": "Those with most items owed at the end first, at most 50",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "ref",
                "title",
                "flow"
              ],
              "properties": {
                "ref": {
                  "description": "Null: what the caller may not see, or nothing",
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "title": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "flow": {
                  "$ref": "#/components/schemas/DebtFlowAnswer"
                }
              }
            }
          },
          "omittedGroups": {
            "type": "integer"
          }
        }
      },
      "DebtTopTen": {
        "type": "object",
        "required": [
          "order",
          "items",
          "principalDays",
          "withoutPrincipal",
          "cost",
          "risksRemoved",
          "notScored",
          "accepted"
        ],
        "properties": {
          "order": {
            "type": "string",
            "enum": [
              "priority",
              "wsjf",
              "risk",
              "interest",
              "payback"
            ]
          },
          "items": {
            "description": "The first one first. Their interests stand with each and nowhere in a sum.",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "ownerRef",
                "entityRefs",
                "chosenBy",
                "principalDays",
                "interest",
                "payback",
                "risk"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "ownerRef": {
                  "description": "Null: a group that the caller may not see",
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "entityRefs": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "chosenBy": {
                  "$ref": "#/components/schemas/DebtPaybackAnswer"
                },
                "principalDays": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "interest": {
                  "$ref": "#/components/schemas/DebtPriceAnswer"
                },
                "payback": {
                  "$ref": "#/components/schemas/DebtPaybackAnswer"
                },
                "risk": {
                  "$ref": "#/components/schemas/DebtPriceAnswer"
                }
              }
            }
          },
          "principalDays": {
            "description": "Person-days that paying all of them takes, of those that have a principal",
            "type": [
              "number",
              "null"
            ]
          },
          "withoutPrincipal": {
            "type": "integer"
          },
          "cost": {
            "oneOf": [
              {
                "$ref": "#/components/schemas/DebtCostAnswer"
              },
              {
                "type": "null"
              }
            ]
          },
          "risksRemoved": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "impact",
                "likelihood",
                "items"
              ],
              "properties": {
                "impact": {
                  "type": "integer"
                },
                "likelihood": {
                  "type": "integer"
                },
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "notScored": {
            "description": "Items to be paid that lack an input of the order",
            "type": "integer"
          },
          "accepted": {
            "type": "integer"
          }
        }
      },
      "DebtTemplateList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "name",
                "titlePattern",
                "places",
                "category",
                "proposed",
                "outline",
                "expectedLinks"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "titlePattern": {
                  "type": "string"
                },
                "places": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "category": {
                  "$ref": "#/components/schemas/DebtCategoryName"
                },
                "proposed": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "field",
                      "value",
                      "why"
                    ],
                    "properties": {
                      "field": {
                        "type": "string"
                      },
                      "value": {
                        "type": "number"
                      },
                      "why": {
                        "type": "string"
                      }
                    }
                  }
                },
                "outline": {
                  "type": "string"
                },
                "expectedLinks": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/DebtLinkTypeName"
                  }
                }
              }
            }
          }
        }
      },
      "EntityTechDebt": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "isRollUp",
          "countedBy",
          "summary",
          "items",
          "totalItems",
          "nextCursor",
          "mayCreate"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "isRollUp": {
            "description": "Whether it tells of more than the entity alone",
            "type": "boolean"
          },
          "countedBy": {
            "description": "Which items these are: of an `entity` those that hang on it; of a `scope`, which is a system or domain, those of which an entity counts in it today; of an `owner`, which is a group, those that it and the groups below it answer for, wherever they lie",
            "type": "string",
            "enum": [
              "entity",
              "scope",
              "owner"
            ]
          },
          "summary": {
            "description": "Of all items of the entity, whatever is filtered",
            "$ref": "#/components/schemas/DebtSummary"
          },
          "measuredInterest": {
            "description": "Out of the reports of the entity, or of all that counts in it, linked to an item or not. It is no sum of the interests of items.",
            "$ref": "#/components/schemas/MeasuredDebtInterest"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DebtItemRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": [
              "string",
              "null"
            ]
          },
          "mayCreate": {
            "type": "boolean"
          }
        }
      }
    }
  }
};
