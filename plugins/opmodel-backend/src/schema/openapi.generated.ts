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
            "-lastDeployment"
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
          "deployment-frequency"
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
          "same_rollout",
          "not_finished",
          "withdrawn"
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
              "deployment"
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
          "n"
        ],
        "properties": {
          "week": {
            "type": "string",
            "description": "Monday of the ISO week"
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
          "weeklyDeployments"
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
              "slowest-member"
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
              "share-weekly"
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
              "per-week",
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
          "excluded"
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
              "lead-time-rising"
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
              "retention-failed"
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
      }
    }
  }
};
