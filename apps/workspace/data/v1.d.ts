/** Made from the OpenAPI document by `npm run client`; not to be edited. */
export type paths = {
  '/v1/customers/{customer}/conflicts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Records that came in with more than one content, fifty at a time: what each says, and which counts */
      parameters: {
        query?: { offset?: number | null };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/json': {
              total: number;
              unsettled: number;
              conflicts: {
                source: string;
                id: string;
                settled: boolean;
                contents: {
                  digest: string;
                  counts: boolean;
                  words: string;
                  kind: string;
                  feature: string;
                  at: string;
                  until: string | null;
                  quantity: string;
                  who: string | null;
                  series: string | null;
                  attributes: Record<string, string>;
                  receivedAt: string;
                  file: string;
                }[];
                choices: {
                  choice: string;
                  digest: string;
                  at: string;
                  by: string;
                  reason: string;
                  undone: { at: string; by: string; reason: string | null } | null;
                }[];
              }[];
            };
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/conflicts/choose': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Choose which content of a record counts, with the reason why */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': { source: string; id: string; digest: string; reason?: string } };
      };
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/json': { choice: string } } };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        409: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/conflicts/undo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take back a choice, with the reason why; the one before it counts again, or none */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': { choice: string; reason?: string } };
      };
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/json': { undone: true } } };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/findings/{key}/evidence': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The counted units behind one window of a finding, fifty at a time */
      parameters: {
        query?: { window?: number | null; offset?: number | null };
        header?: never;
        path: { customer: string; key: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/json': {
              window: string;
              value: string;
              rows: {
                source: string;
                id: string;
                kind: string;
                feature: string;
                who: string | null;
                from: string;
                until: string | null;
                contributes: string;
              }[];
              total: number;
            };
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/findings/{key}/{command}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Confirm, dismiss or reopen a finding */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; key: string; command: 'confirm' | 'dismiss' | 'reopen' };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: {
          'application/json': {
            reason?: string;
            cause?:
              | 'growth'
              | 'double-count'
              | 'misconfiguration'
              | 'vendor-mistake'
              | 'data-error'
              | 'covered'
              | 'unknown';
            expectedVersion: number;
          };
        };
      };
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/json': { version: number } } };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        409: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        412: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/page': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Everything the page of one customer shows */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/json': {
              asOf: string;
              customer: {
                id: string;
                name: string;
                size: string;
                segment: string;
                riskTolerance: string;
                since: string;
                renewals: number;
                contact: { name: string; email: string; role: string };
                owner: { name: string; email: string; role: string };
                goodExperiences: string[];
                vendorMistakes: string[];
              };
              agreements: {
                id: string;
                title: string;
                signedOn: string;
                from: string;
                until: string;
                renewsOn: string;
                zone: string;
                orderLines: { id: string; words: string }[];
                amendments: { id: string; words: string; from: string }[];
                variations: {
                  id: string;
                  kind: 'permit' | 'forbearance';
                  clause: string;
                  words: string;
                  from: string;
                  until: string;
                  inForce: boolean;
                  reason: string;
                }[];
                clauses: {
                  id: string;
                  kind: 'capacity' | 'restriction';
                  product: { id: string; name: string };
                  plain: string;
                  text: string;
                  measuredAs: string;
                  allowedNow: string;
                  allowedWords: string;
                  provenance: {
                    words: string;
                    value: string;
                    counts: boolean;
                    from: string;
                    until: string;
                  }[];
                  status: 'beyond' | 'near' | 'within' | 'covered' | 'cannot-tell';
                  charts: {
                    group: string;
                    chart: {
                      unit: { one: string; many: string };
                      window: string;
                      zone: string;
                      from: string;
                      until: string;
                      asOf: string;
                      used: { from: string; until: string; value: string; beyond: boolean }[];
                      allowed: { from: string; until: string; limit: string; words: string }[];
                    };
                  }[];
                }[];
              }[];
              findings: {
                key: string;
                agreement: string;
                clause: string;
                group: string;
                product: { id: string; name: string };
                state: 'detected' | 'verified' | 'confirmed' | 'dismissed' | 'cleared' | 'merged';
                summary: string;
                cause: string | null;
                unit: { one: string; many: string };
                limit: string;
                measured: string;
                excess: string;
                since: string;
                until: string | null;
                peakAt: string;
                windowsBeyond: number;
                timeline: { at: string; words: string }[];
                windows: {
                  from: string;
                  until: string;
                  value: string;
                  limit: string;
                  excess: string;
                  open: boolean;
                }[];
                provenance: { words: string; value: string; counts: boolean; from: string; until: string }[];
                verification: {
                  counts: 'agree' | 'differ';
                  firstDifference: string | null;
                  reconciliation: string;
                  passed: boolean;
                  tzdata: string;
                };
                questions: { code: string; count: number; units: string | null; words: string }[];
                trueUp: {
                  currency: string;
                  lines: { kind: 'charge' | 'credit' | 'fee' | 'rounding'; label: string; shown: string }[];
                  total: string;
                } | null;
                evidence: {
                  window: string;
                  value: string;
                  rows: {
                    source: string;
                    id: string;
                    kind: string;
                    feature: string;
                    who: string | null;
                    from: string;
                    until: string | null;
                    contributes: string;
                  }[];
                  total: number;
                };
                revisions: { at: string; words: string }[];
                commands: {
                  command: 'confirm' | 'dismiss' | 'reopen';
                  possible: boolean;
                  why: string | null;
                }[];
                version: number;
              }[];
              notices: {
                finding: string;
                kind: 'notice' | 'apology' | 'correction';
                withheld: string | null;
                to: string;
                from: string;
                subject: string;
                text: string;
                facts: { id: string; kind: string; shown: string; trace: string }[];
              }[];
              unmatched: { feature: string; source: string; records: number; words: string }[];
            };
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Import usage: CloudEvents (single, batch, NDJSON, or binary mode), a seat roster (CSV), or lmstat output */
      parameters: {
        query?: {
          format?: 'cloudevents' | 'roster' | 'lmstat';
          source?: string;
          zone?: string;
          at?: string;
          roster?: string;
          feature?: string;
          allowEmpty?: 'true' | 'false';
          file?: string;
        };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/json': {
              import: string;
              format: string;
              lines: number;
              accepted: number;
              duplicates: number;
              conflicts: number;
              rejected: number;
              rejections: {
                line: number | null;
                pointer: string | null;
                code: string;
                detail: string;
                todo: string;
              }[];
              notes: string[];
            };
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/imports/agreements': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Import a file of agreements (form agreement/1) */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { taken: number; changed: number; notes: string[] } };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/imports/catalog': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Import a catalog file (form catalog/1): products, price books, feature map */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { taken: number; changed: number; notes: string[] } };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/imports/customers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Import a file of customers (form customers/1) */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': { taken: number; changed: number; notes: string[] } };
        };
        422: {
          headers: Record<string, unknown>;
          content: {
            'application/problem+json': {
              type: string;
              title: string;
              status: number;
              detail: string;
              code: string;
              todo: string;
              pointer?: string;
              line?: number;
              request?: string;
            };
          };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/positions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where every customer stands on every clause, worst first by money */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/json': {
              asOf: string;
              loading: boolean;
              atStake: { amount: string; currency: string; shown: string }[];
              positions: {
                customer: { id: string; name: string };
                agreement: string;
                product: { id: string; name: string };
                clause: { id: string; plain: string };
                group: string;
                unit: { one: string; many: string };
                entitled: string;
                used: string;
                balance: string;
                status: 'beyond' | 'near' | 'within' | 'covered' | 'cannot-tell';
                moneyAtStake: { amount: string; currency: string; shown: string } | null;
                renewsOn: string;
                finding: string | null;
              }[];
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
};
export type components = { schemas: Record<never, never> };
