/** Made from the OpenAPI document by `npm run client`; not to be edited. */
export type paths = {
  '/v1/account/passkeys': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The passkeys of one’s own account */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Passkeys'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Keep the passkey a browser has made */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PasskeyMade'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Passkeys'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/account/passkeys/challenge': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Ask the browser to make a passkey; after a sign-in of the last minutes */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PasskeyOptions'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/account/passkeys/{passkey}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Call a passkey otherwise */
      parameters: { query?: never; header?: never; path: { passkey: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PasskeyName'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Passkeys'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete: {
      /** Remove a passkey: it opens nothing any more */
      parameters: { query?: never; header?: never; path: { passkey: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Passkeys'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/account/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change my password; all other sessions end, this one goes on with a new token */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PasswordChange'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/account/second-factor': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Whether I have a second factor, and how many recovery codes are left */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SecondFactor'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Begin to set up a second factor: a secret for an app that shows codes */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SecondFactorBegun'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/account/second-factor/confirm': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Show that the app works; from now on a code is asked for. Recovery codes are shown this once */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SecondFactorCode'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['RecoveryCodes'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/account/second-factor/remove': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take my second factor away, with a code of it */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SecondFactorCode'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SecondFactor'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/account/sessions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where I am signed in, the one used last first */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnSessions'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/account/sessions/{session}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Sign out in one of these places */
      parameters: { query?: never; header?: never; path: { session: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SessionEnded'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/account/single-sign-on': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** By which single sign-on one is known here, and which one may be linked */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderLinks'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Link one’s account to the single sign-on of one’s own company; the browser then goes to the address */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderVisit'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        502: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/account/single-sign-on/{link}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Be known by a single sign-on no more */
      parameters: { query?: never; header?: never; path: { link: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderLinks'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/accounts/customers/{customer}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who of a customer may sign in, and how it stands */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Accounts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Invite somebody of a customer */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['InviteToCustomer'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/accounts/partners/{partner}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who of a partner may sign in, and how it stands */
      parameters: { query?: never; header?: never; path: { partner: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Accounts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Invite somebody of a partner */
      parameters: { query?: never; header?: never; path: { partner: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['InviteToPartner'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/accounts/staff': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who of the vendor may sign in, and how it stands */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Accounts'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/accounts/staff/{person}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Invite a person of the team to sign in */
      parameters: { query?: never; header?: never; path: { person: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/accounts/{account}/role': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Give somebody of a customer another role; their sessions end */
      parameters: { query?: never; header?: never; path: { account: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CustomerRoleOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/accounts/{account}/{step}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send an invitation again, close an account or open it again, erase it, reset its second factor */
      parameters: {
        query?: never;
        header?: never;
        path: { account: string; step: components['schemas']['AccountStep'] };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/alert-deliveries': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What became of each message about an alert, newest first */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          status?: 'waiting' | 'sent' | 'held' | 'unwanted' | 'outdated' | 'failed';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertDeliveries'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/alert-rules': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** When alerts are due for every clause without rules of its own */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertRules'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set when alerts are due for every clause without rules of its own; needs If-Match */
      parameters: { query?: never; header: { 'if-match': string }; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AlertRulesOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertRules'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/alert-rules/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What would be due today under rules that are not saved yet; changes nothing */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AlertPreviewOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertPreview'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/alerts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Alerts before a limit, what changed last first */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          show?: 'open' | 'silenced' | 'over' | 'all';
          customer?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Alerts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/answer-policy': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** By when customers are answered, and on which days the vendor works */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AnswerPolicy'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set by when customers are answered; what was promised stays; needs If-Match */
      parameters: { query?: never; header: { 'if-match': string }; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AnswerPolicyForm'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AnswerPolicy'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/api-tokens': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The tokens of programs that work here, without what opens the door */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ApiTokens'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Make a token for a program; it is shown this once */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ApiTokenOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['NewApiToken'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/api-tokens/{token}/revoke': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Revoke a token for good */
      parameters: { query?: never; header?: never; path: { token: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ApiTokens'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/catalog': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The catalog as it is edited: its YAML, and the same as a form; its version is the ETag */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CatalogDocument'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Save an edited text of the whole catalog (If-Match); what was in force keeps its price */
      parameters: { query?: never; header: { 'if-match': string }; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CatalogText'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CatalogDocument'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/catalog/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What saving a text of the catalog would change, and from which day on; nothing is saved */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CatalogText'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CatalogPreview'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/control-audits': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The audits of our own license controls, one a quarter, the latest first */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ControlAudits'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Run the checklist now, for the quarter that runs */
      parameters: { query?: never; header?: { 'idempotency-key'?: string }; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ControlAudit'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/control-audits/{quarter}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The audit of one quarter: every control, what is missing, and the tasks */
      parameters: { query?: never; header?: never; path: { quarter: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ControlAudit'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/control-audits/{quarter}/close': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Close the audit of a quarter */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { quarter: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ControlAudit'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/control-audits/{quarter}/tasks/{control}/accept': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Accept what is missing as it is, with a reason */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: {
          quarter: string;
          control:
            | 'sources-alive'
            | 'features-mapped'
            | 'clauses-measured'
            | 'counts-agree'
            | 'conflicts-settled'
            | 'totals-agree'
            | 'clauses-priced'
            | 'limits-watched'
            | 'findings-handled'
            | 'imports-read'
            | 'renewals-ahead'
            | 'duties-received';
        };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReasonOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ControlAudit'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/control-audits/{quarter}/tasks/{control}/assign': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Give the task of a control to somebody, until a day */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: {
          quarter: string;
          control:
            | 'sources-alive'
            | 'features-mapped'
            | 'clauses-measured'
            | 'counts-agree'
            | 'conflicts-settled'
            | 'totals-agree'
            | 'clauses-priced'
            | 'limits-watched'
            | 'findings-handled'
            | 'imports-read'
            | 'renewals-ahead'
            | 'duties-received';
        };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AssignTaskOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ControlAudit'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Customers by name; to be narrowed by words, segment, size, owner (e-mail) and flag in force */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          words?: string;
          segment?: string;
          size?: string;
          owner?: string;
          flag?: components['schemas']['FlagKind'];
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerList'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Create a customer */ parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CustomerForm'] };
      };
      responses: {
        201: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerDocument'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One customer as it is edited; its version is the ETag */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Change a customer (If-Match: the version that was seen); the id stays */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CustomerForm'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/agreements': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The agreements of a customer */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Agreements'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Create an agreement from its text (YAML or JSON of the form agreement/1) */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AgreementText'] };
      };
      responses: {
        201: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AgreementDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/agreements/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What saving a text would change, and from when to when; nothing is saved */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AgreementPreviewOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AgreementPreview'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/agreements/{agreement}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One agreement as it is edited: its YAML, and the same as a form; its version is the ETag */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; agreement: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AgreementDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Save an edited text (If-Match): what is new is recorded, a changed text corrected, an amendment taken out withdrawn */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string; agreement: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AgreementText'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AgreementDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/agreements/{agreement}/clauses/{clause}/alert-rules': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** When alerts are due for one clause */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertRules'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set when alerts are due for one clause, or give it back to the vendor's rules; needs If-Match */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AlertRulesOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertRules'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/agreements/{agreement}/variations/{variation}/revoke': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** End a permit or forbearance early (If-Match), never before now */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string; agreement: string; variation: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['RevokeOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AgreementDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/alert-wishes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who is told of alerts of a customer, and what they wish to hear of */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertWishes'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/alert-wishes/{who}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Set what the contact of a customer, or its owner at the vendor, wishes to hear of */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; who: 'contact' | 'owner' };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AlertWish'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertWishes'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete: {
      /** Erase what is kept of the wishes of a person: everything by e-mail holds again */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; who: 'contact' | 'owner' };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['AlertWishes'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/customers/{customer}/alerts/{alert}/acknowledge': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Silence an alert with a reason, until a date or until it is over; needs If-Match */
      parameters: {
        query?: never;
        header: { 'idempotency-key'?: string; 'if-match': string };
        path: { customer: string; alert: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AlertAcknowledgment'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Alert'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/assignments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Assign a position, and with it the finding that stands there, to a person of the vendor; or to nobody */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AssignOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerWork'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/billing-account': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Under which account the billing system knows a customer */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['BillingAccount'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Enter under which account the billing system knows a customer (If-Match) */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['BillingAccountOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['BillingAccount'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/conflicts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Records that came in with more than one content, fifty at a time: what each says, and which counts */
      parameters: {
        query?: { offset?: number | null; source?: string };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Conflicts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
        content: { 'application/json': components['schemas']['ChooseContentOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ContentChosen'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/conflicts/choose-many': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What settling all open conflicts of a source to the latest or earliest import would choose; changes nothing */
      parameters: {
        query: { source: string; side: 'latest' | 'earliest' };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ManyChoices'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Settle all open conflicts of a source to the latest or earliest import, one choice each */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ManyChoicesOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ManyChosen'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
        content: { 'application/json': components['schemas']['UndoChoiceOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ChoiceUndone'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/duties/receive': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Record that what was owed by a date has come in */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReceiveOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Changed'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/duties/undo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take a receipt back, with the reason why */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['UndoReceiptOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Changed'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/effect': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What findings of a customer became since a moment, and whether counting still goes on */
      parameters: { query: { since: string }; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Effect'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
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
          content: { 'application/json': components['schemas']['Evidence'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
        header?: { 'idempotency-key'?: string; 'if-match'?: string };
        path: { customer: string; key: string; command: components['schemas']['FindingCommand'] };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['FindingOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Changed'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/flags': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The standing flags of a customer with their history: in renewal talks, do not contact, legal hold */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Flags'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Raise a flag on a customer, dated and with a reason */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['FlagOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Flags'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/flags/{flag}/lift': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Lift a flag before its time, with a reason */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; flag: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReasonOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Flags'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/notes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Write a note on a customer or on one of its findings */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['NoteOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerWork'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/notes/{note}/append': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Add to a note; what was written before stays */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; note: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AppendOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerWork'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/notes/{note}/erase': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Erase the texts of a note for ever; that it was there stays known */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; note: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerWork'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
          content: { 'application/json': components['schemas']['CustomerPage'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** People and machines of a customer by key, with what each used and what was decided about it */
      parameters: {
        query?: { cursor?: string; limit?: number; search?: string };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Identities'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people/decisions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What was decided about people and machines, taken back or not, the latest first */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PeopleDecisions'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people/decisions/{decision}/undo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take a decision back, with a reason: everything counts as if it had never been made */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; decision: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReasonOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PeopleDecided'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people/leave-outs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** An identity is a machine: what it used does not count, for all use or for what began in a span */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['LeaveOutOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PeopleDecided'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people/merges': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Two identities are one person: they count as one from now on, for all use or for what began in a span */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['MergeOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PeopleDecided'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people/suggestions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who is likely one person, and what is likely a machine; nothing of it is applied by itself */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PeopleSuggestions'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/people/{identity}/erase': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Erase a person for ever: key and personal attributes are gone, what was counted stays */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; identity: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Erased'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/quotes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Make a quote: for a confirmed finding, or for so many units more */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['QuoteOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quote'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/reviews': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Open a review of a customer before its turn comes */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewOpenOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/scim-tokens': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The doors for directories of a customer (SCIM 2.0), without what opens them */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ScimTokens'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Make a token for the directory of a customer; it is shown this once */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ScimTokenOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['NewScimToken'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/scim-tokens/{token}/revoke': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Revoke a token for good; the users it brought stay as they are */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; token: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ScimTokenRevoked'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/single-sign-on': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The single sign-on of a customer’s company; its secret is never shown */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderSetUp'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set up or change the single sign-on of a customer’s company (If-Match; "0" for the first) */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ProviderOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderSetUp'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete: {
      /** Remove the single sign-on of a customer’s company, with all links to it (If-Match) */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderSetUp'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/customers/{customer}/sources/{source}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One source: when it was heard, its pace, gaps, rejected lines, unmatched features, totals that disagree */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; source: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SourcePage'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
      /** Import usage, in any of these formats: lmstat, rlmstat, flexdebug, rlmreport, sentinel, otlp, declaration, cloudevents, csv, roster */
      parameters: {
        query?: {
          format?:
            | 'lmstat'
            | 'rlmstat'
            | 'flexdebug'
            | 'rlmreport'
            | 'sentinel'
            | 'otlp'
            | 'declaration'
            | 'cloudevents'
            | 'csv'
            | 'roster';
          source?: string;
          zone?: string;
          at?: string;
          day?: string;
          roster?: string;
          feature?: string;
          kind?: string;
          grouping?: string;
          fields?: string;
          subjects?: string;
          allowEmpty?: 'true' | 'false';
          encoding?: string;
          file?: string;
        };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: { headers: Record<string, unknown>; content: { 'application/octet-stream': string } };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ImportReport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Upload a file of usage, of any size; it waits to be looked at, then imported */
      parameters: { query: { file: string }; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: { headers: Record<string, unknown>; content: { 'application/octet-stream': string } };
      responses: {
        201: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        507: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One import: how far it is, then what became of every entry */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/cancel': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Cancel an import that has not ended; nothing of it is taken */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Try an import on the first lines of its file; nothing is taken */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['UsageImportPreviewOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImportPreview'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/rejections': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Entries that were not taken, with line and reason; at most 1,000 are kept of each import */
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['RejectedEntries'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/rejections.csv': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The same as a table (CSV); no cell is read as a formula */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'text/csv': string } };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/restore': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take back the undoing of an import: it counts again */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReasonOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/start': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Import a file that waits, with its format and options, which are remembered */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['UsageImportStartOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/usage-imports/{import}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Undo a whole import: what only it brought counts no more */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; import: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReasonOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/customers/{customer}/work': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who works on what at a customer, and the notes on it and its findings */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerWork'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/duties': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What customers owe by a date, such as reports: the earliest due first */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          state?: components['schemas']['DutyState'][];
          customer?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['DutiesPage'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
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
      requestBody?: { headers: Record<string, unknown>; content: { 'application/yaml': string } };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Taken'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
      requestBody?: { headers: Record<string, unknown>; content: { 'application/yaml': string } };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Taken'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
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
      requestBody?: { headers: Record<string, unknown>; content: { 'application/yaml': string } };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Taken'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/mail': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What went out by e-mail, the newest first; only in an installation that shows the demo */
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['MailPage'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/notifications': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What I was told, or my role, the newest first; and how much of it I have not seen */
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['NotificationsPage'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/notifications/seen': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Put down what I have seen: some, or all up to the newest that was shown */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SeenOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Unseen'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/order-policy': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The table that says which orders customers place at once; with its version as ETag */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OrderPolicy'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Publish another table (If-Match: the version that was seen, "0" for none) */
      parameters: { query?: never; header: { 'if-match': string }; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderPolicyOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OrderPolicy'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/orders': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Orders that customers have sent, the newest first: of a status, of a customer */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          status?: 'requested' | 'quoted' | 'agreed' | 'declined' | 'withdrawn';
          customer?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerOrders'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/orders/{order}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One order of a customer, with its quote and what can be done with it */
      parameters: { query?: never; header?: never; path: { order: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerOrder'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/orders/{order}/carry-out': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say that the agreement was amended as the order asks: another edition */
      parameters: { query?: never; header?: never; path: { order: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderCarriedOut'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerOrder'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/orders/{order}/decline': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Decline an order, with a reason that the customer reads */
      parameters: { query?: never; header?: never; path: { order: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReasonOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerOrder'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/orders/{order}/quote': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Answer an order with a quote of its units at the prices of today */
      parameters: { query?: never; header?: never; path: { order: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderQuoted'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerOrder'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/paper-exports/{kind}/{format}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** All that is known of a kind as a table; brought in again it changes nothing */
      parameters: {
        query?: never;
        header?: never;
        path: { kind: components['schemas']['PaperKind']; format: 'csv' | 'xlsx' };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'text/csv': string;
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Files that were brought in, the latest first */
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImports'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Send a CSV or .xlsx file as the body; it is read, and nothing of it counts yet */
      parameters: {
        query: { kind: components['schemas']['PaperKind']; file?: string };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: { headers: Record<string, unknown>; content: { 'application/octet-stream': string } };
      responses: {
        201: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImport'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One import: its table, its map, and how far it has come */
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports/{id}/apply': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take exactly what was previewed; where something changed meanwhile nothing is taken (409 preview_outdated) */
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PaperApplyOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports/{id}/map': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Say which sheet and header to read, what the columns are, and how values are written; it is remembered */
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PaperMapOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports/{id}/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Work out what each row would change; nothing is written but the preview */
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImport'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports/{id}/rows': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The rows of an import: what each changes, field by field, or why it is refused */
      parameters: {
        query?: { cursor?: string; limit?: number; outcome?: 'new' | 'changed' | 'unchanged' | 'refused' };
        header?: never;
        path: { id: number };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperImportRows'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/paper-imports/{id}/undo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take a whole import back; rows changed since are named (409 undo_touched) or left */
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PaperUndoOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperUndone'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/paper-kinds': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What can be brought in as a table, each kind with its columns explained */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PaperKinds'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/paper-templates/{kind}/{format}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** An empty table of a kind, with one example row and its columns explained */
      parameters: {
        query?: never;
        header?: never;
        path: { kind: components['schemas']['PaperKind']; format: 'csv' | 'xlsx' };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'text/csv': string;
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/partners': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** All partners with the customers they sell to or speak for */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Partners'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Create a partner */ parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PartnerForm'] };
      };
      responses: {
        201: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PartnerDocument'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/partners/{partner}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One partner; its version is the ETag */
      parameters: { query?: never; header?: never; path: { partner: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PartnerDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Change a partner (If-Match: the version that was seen); the id stays */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { partner: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PartnerForm'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PartnerDocument'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The customers that the reader may open in the portal */
      parameters: {
        query?: { cursor?: string; limit?: number; search?: string };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalEntries'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/alert-wish': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What whoever asks wishes to hear of, and how */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnWish'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set what whoever asks wishes to hear of, and how */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OwnWish'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnWish'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/alerts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The alerts that a customer set for itself, the clauses it can watch, and who may hear of them */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnAlerts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Set an alert of the customer’s own; it comes on top of what the vendor tells */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OwnAlertOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnAlerts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/alerts/{alert}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change what an alert of the customer’s own watches, or who hears of it; needs If-Match */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string; alert: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OwnAlertOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnAlerts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete: {
      /** Take an alert of the customer’s own away */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; alert: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['OwnAlerts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/portal/{customer}/changes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What has changed for the customer since the reader last looked, or since a given moment */
      parameters: { query?: { since?: string }; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalChanges'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/changes/seen': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Put down up to when the reader has seen what changed; it never goes back */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PortalSeenOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalSeen'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/contests': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The contested lines of a clause, each with what was answered, the latest first */
      parameters: {
        query: { agreement: string; clause: string };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThreads'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Say that a line of a count is wrong; while it is open nobody is contacted about it */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ContestOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/dates': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Dates to know of, from today on, soonest first */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalDates'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/dates.ics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The same dates as a calendar (iCalendar, RFC 5545) */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'text/calendar': string } };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/documents': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The papers that the customer shares with the vendor */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalDocuments'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/documents/agreements/{agreement}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** An agreement as it was signed, with what was signed and granted since */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; agreement: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalAgreementText'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/documents/agreements/{agreement}/yaml': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The same as YAML, to check with the command line */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; agreement: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/yaml': string } };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/documents/quotes/{quote}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What both sides agreed on, with its arithmetic */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; quote: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalQuoteText'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/insights': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where similar customers stood in the last quarter that is over; nothing of small groups */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomerInsights'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/lines/{agreement}/{clause}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One clause: use over time against its limit, how it is counted, when the limit would be reached */
      parameters: {
        query?: { group?: string };
        header?: never;
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalLine'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/lines/{agreement}/{clause}/evidence': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who and what was counted in one window, and what was left out and why */
      parameters: {
        query: { cursor?: string; limit?: number; window: string; group?: string };
        header?: never;
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalEvidence'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/lines/{agreement}/{clause}/evidence/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** All that was counted in one window as a file: an Excel workbook or CSV */
      parameters: {
        query: { window: string; group?: string; format?: 'xlsx' | 'csv' };
        header?: never;
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
            'text/csv': string;
          };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/lines/{agreement}/{clause}/groups': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where each group of a clause stands, closest to its limit first */
      parameters: {
        query?: { cursor?: string; limit?: number; search?: string };
        header?: never;
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalGroups'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/onboarding': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The rules explained one by one, with an example on own numbers, and which the reader has put away */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalOnboarding'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/onboarding/done': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Put rules away that were read; one that is another by now is refused */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PortalLessonsOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalOnboarding'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The orders of a customer, the newest first */
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Orders'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Order at once exactly what was seen; its units count */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderMade'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders/prepare': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Choose something for an administrator of the customer to order */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderMade'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders/request': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Ask for an offer of exactly what was seen */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderMade'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders/{order}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One order, with its quote and what can be done with it */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; order: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders/{order}/agree': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Agree to the quote of an order; its units count */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; order: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderAgreed'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders/{order}/decline': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say no to a quote, or to what a colleague prepared */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; order: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderEnded'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/orders/{order}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Take an order back that nobody has agreed to */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; order: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['OrderEnded'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Order'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/overview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What a customer is allowed, its use against every limit, its sources and next dates */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PortalOverview'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/people': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** My colleagues who may sign in here */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Accounts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Invite a colleague */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['InviteToCustomer'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/people/{account}/role': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Give a colleague another role */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; account: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CustomerRoleOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Accounts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/people/{account}/{step}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Send an invitation again, close the account of a colleague, or open it again */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; account: string; step: 'resend' | 'close' | 'reopen' };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SteppedAccounts'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/questions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The questions of a customer, what changed last first; a partner sees its own */
      parameters: {
        query?: { cursor?: string; limit?: number; show?: 'open' | 'late' | 'answered' | 'closed' | 'all' };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionsPage'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Ask the vendor a question; a named person answers by a promised day */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AskOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/questions/{question}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One question of a customer with all that both sides said */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; question: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/questions/{question}/close': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Close a question: it is settled, or not asked any more */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; question: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/questions/{question}/follow-up': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Ask further about an answer */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; question: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['QuestionTextOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/reviews': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The reviews of a customer, what changed last first */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          show?: 'open' | 'due' | 'offered' | 'booked' | 'held' | 'dropped' | 'all';
        };
        header?: never;
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ReviewsPage'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Ask the vendor for a review */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewOpenOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/reviews/{review}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One review of a customer: used, unused, the size that fits, dates, and what was agreed */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; review: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/reviews/{review}/accept': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say yes to a time the vendor offered */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewAcceptOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/reviews/{review}/call-off': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Call the meeting off, and say why */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewWhyOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/reviews/{review}/meeting.ics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The meeting for a calendar; fetched again it moves, or goes */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; review: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'text/calendar': string } };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/reviews/{review}/offer': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Offer one to five times for the meeting */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { customer: string; review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewOfferOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/single-sign-on': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The single sign-on of a customer’s company; its secret is never shown */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderSetUp'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set up or change the single sign-on of a customer’s company (If-Match; "0" for the first) */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ProviderOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderSetUp'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete: {
      /** Remove the single sign-on of a customer’s company, with all links to it (If-Match) */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { customer: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderSetUp'] };
        };
        403: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/portal/{customer}/ways-up': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The clauses a customer can have more of, closest to their limit first */
      parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['WaysUpList'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/ways-up/{agreement}/{clause}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Quantities and editions compared on the customer’s own use, with their prices and why they are so */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; agreement: string; clause: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['WaysUp'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/portal/{customer}/ways-up/{agreement}/{clause}/units/{units}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One quantity: what so many units more cost, and how they stand against use */
      parameters: {
        query?: never;
        header?: never;
        path: { customer: string; agreement: string; clause: string; units: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['WayUp'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/positions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where customers stand on each clause: filtered, searched, ordered, page by page; money at stake first */
      parameters: {
        query?: {
          words?: string;
          status?: components['schemas']['Status'][];
          product?: string[];
          customer?: string;
          segment?: string[];
          size?: ('small' | 'medium' | 'large')[];
          renewsFrom?: string;
          renewsUntil?: string;
          owner?: string;
          flag?: (components['schemas']['FlagKind'] | 'none')[];
          severity?: components['schemas']['Severity'][];
          currency?: string;
          least?: string;
          order?: 'money' | 'customer' | 'status' | 'renews' | 'severity' | 'due';
          backwards?: 'true' | 'false';
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PositionsPage'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/positions/choices': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What there is to choose from in the filters of the positions */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PositionChoices'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/positions/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** All positions that pass the filter as a file: an Excel workbook or CSV */
      parameters: {
        query?: {
          words?: string;
          status?: components['schemas']['Status'][];
          product?: string[];
          customer?: string;
          segment?: string[];
          size?: ('small' | 'medium' | 'large')[];
          renewsFrom?: string;
          renewsUntil?: string;
          owner?: string;
          flag?: (components['schemas']['FlagKind'] | 'none')[];
          severity?: components['schemas']['Severity'][];
          currency?: string;
          least?: string;
          order?: 'money' | 'customer' | 'status' | 'renews' | 'severity' | 'due';
          backwards?: 'true' | 'false';
          format?: 'xlsx' | 'csv';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
            'text/csv': string;
          };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/positions/filters': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The saved filters of the positions, each with how many positions pass it now */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SavedFilters'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Save a filter under a name, for everybody at the vendor */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SaveFilterOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SavedFilters'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/positions/filters/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      /** Remove a saved filter */
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SavedFilters'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch: {
      /** Give a saved filter another name (If-Match) */
      parameters: { query?: never; header: { 'if-match': string }; path: { id: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['RenameFilterOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SavedFilters'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
  };
  '/v1/questions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Questions of customers: open ones by the day promised, others by what changed last */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          show?: 'open' | 'late' | 'answered' | 'closed' | 'all';
          customer?: string;
          mine?: 'true' | 'false';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionsPage'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/questions/{question}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One question with all that was said, the notes of the vendor too */
      parameters: { query?: never; header?: never; path: { question: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/questions/{question}/answer': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Answer a question; of a contest with what was found and what was done about it */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { question: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AnswerOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/questions/{question}/hand-over': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Hand a question to another person of the team */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { question: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['HandOverOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/questions/{question}/note': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Add a note that only the vendor reads */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { question: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['QuestionTextOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/questions/{question}/promise': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Promise the answer for a later day, and say why */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { question: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PromiseOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuestionThread'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/quotes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Quotes, the newest first: of a status, a customer, a finding */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          status?: 'quoted' | 'agreed' | 'billed' | 'settled' | 'withdrawn';
          customer?: string;
          finding?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quotes'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/billed': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Mark all quotes of a downloaded file as billed, or none */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['BilledOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['QuotesBilled'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/lines.csv': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The lines of quotes as CSV; the file is named after the quotes in it */
      parameters: {
        query?: { status?: 'quoted' | 'agreed' | 'billed' | 'settled' | 'withdrawn'; customer?: string };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'text/csv': string } };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/true-ups.csv': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The true-up lines of all confirmed findings as CSV, as a quote of today would say */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'text/csv': string } };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/{quote}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One quote: its arithmetic, who agreed when, and what can be done with it */
      parameters: { query?: never; header?: never; path: { quote: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quote'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/{quote}/agree': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Record that both sides said yes to exactly this; its units count */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { quote: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AgreeOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quote'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/{quote}/bill': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Give what was agreed to billing: a draft at Stripe, or by its file */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { quote: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['BillOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quote'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/{quote}/settle': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Record the invoice over what was agreed; past use is released */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { quote: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SettleOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quote'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/quotes/{quote}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Withdraw a quote that nobody has agreed to */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { quote: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['WithdrawQuoteOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Quote'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/review-policy': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** How often reviews come round */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ReviewPolicy'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Set how often reviews come round; needs If-Match */
      parameters: { query?: never; header: { 'if-match': string }; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewPolicyForm'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ReviewPolicy'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/reviews': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Reviews with customers, what changed last first */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          show?: 'open' | 'due' | 'offered' | 'booked' | 'held' | 'dropped' | 'all';
          customer?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ReviewsPage'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** One review with the page both sides see, and all that was agreed */
      parameters: { query?: never; header?: never; path: { review: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/accept': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say yes to a time the customer offered */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewAcceptOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/call-off': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Call the meeting off, and say why */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewWhyOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/drop': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Drop a review that will not be held, and say why */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewWhyOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/hold': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Write down what came of the meeting; the page is frozen as it stands */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewHoldOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/meeting.ics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The meeting for a calendar; fetched again it moves, or goes */
      parameters: { query?: never; header?: never; path: { review: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { 'text/calendar': string } };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/offer': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Offer one to five times for the meeting */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { review: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewOfferOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/reviews/{review}/outcomes/{outcome}/end': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say what became of an outcome */
      parameters: {
        query?: never;
        header?: { 'idempotency-key'?: string };
        path: { review: string; outcome: string };
        cookie?: never;
      };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ReviewEndOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Review'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        409: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/search': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Customers, agreements, findings, quotes, products, partners and people of the team, by part of a name */
      parameters: { query: { q: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Hits'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Who I am here, and what I may do */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Session'] };
        };
        401: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Say how I am called, and in which language and time zone I read */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SessionOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Session'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete: {
      /** Sign out here */ parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SessionEnded'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    patch?: never;
  };
  '/v1/session/again': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Prove once more who I am, for something sensitive; the session gets a new token */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['SignInAgain'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/session/everywhere': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Sign out everywhere */ parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SessionEnded'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** By which ways people sign in here */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInWays'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/choose': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Say which of several accounts of one address to sign in as */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ChooseAccount'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/demo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Sign in as one of the people of the demo; only where it runs */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['DemoSignIn'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/invitation': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What an invitation is to; looking does not use it up */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['LinkSignIn'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Invitation'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/invitation/accept': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Accept an invitation and sign in; people of the vendor choose their password */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['AcceptInvitation'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/link': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Ask for a one-time link by e-mail; the answer is the same whether somebody is known or not */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['LinkOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['LinkAsked'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/link/redeem': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Use a one-time link up; only a person who chooses to does this, no program that looks at letters */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['LinkSignIn'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/new-password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Choose a new password after a link proved the address; all sessions before end */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['NewPassword'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/passkey': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Sign in with a passkey: two factors in one, as the device knows its owner */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PasskeyAnswer'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/passkey/challenge': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Ask the browser for a passkey: a question that is good for one answer */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['PasskeyOptions'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Sign in as somebody of the vendor by e-mail address and password */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['PasswordSignIn'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/second-factor': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Go on with a code of the second factor, or a recovery code */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['CodeSignIn'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/single-sign-on': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The single sign-on of the vendor’s own people, where there is one */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['VendorProvider'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/single-sign-on/{provider}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where a provider of single sign-on is */
      parameters: { query?: never; header?: never; path: { provider: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInProvider'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Begin a sign-in at a provider; the browser then goes to the address */
      parameters: { query?: never; header?: never; path: { provider: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['ProviderVisitOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['ProviderVisit'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        502: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/single-sign-on/{provider}/back': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Where a provider sends the browser back to; leads on to a page */
      parameters: { query?: never; header?: never; path: { provider: string }; cookie?: never };
      requestBody?: never;
      responses: {
        303: { headers: Record<string, unknown>; content?: never };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/sign-in/welcome': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Become an administrator by the address that the start printed; works once */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['FirstAdministrator'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['SignInNext'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        429: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/sources': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Sources of all customers by name of the customer, all or those with one kind of trouble */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          show?: 'all' | 'silent' | 'gaps' | 'conflicts' | 'unmatched' | 'totals';
          customer?: string;
          search?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Sources'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/tasks': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** What waits for me or for my role, the earliest due first */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['TasksPage'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/team': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The people of the vendor, by name; those who left too */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Team'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post: {
      /** Add a person to the team */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['StaffOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Team'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/team/{person}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      /** Change name, address or role of a person (If-Match: the version that was seen) */
      parameters: { query?: never; header: { 'if-match': string }; path: { person: string }; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['StaffOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Team'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/team/{person}/{step}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** Retire a person, take one back, or erase name and address of one who left (If-Match) */
      parameters: {
        query?: never;
        header: { 'if-match': string };
        path: { person: string; step: 'retire' | 'take-back' | 'erase' };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['Team'] };
        };
        404: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/triage': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The table that gives findings their severity, order, owner and due date; with its version as ETag */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['TriagePage'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put: {
      /** Publish another table (If-Match: the version that was seen, "0" for none); every open finding is triaged anew */
      parameters: { query?: never; header: { 'if-match': string }; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['TriageOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['TriagePage'] };
        };
        412: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        428: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/triage/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      /** What each open finding would become under a table; nothing is changed */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        headers: Record<string, unknown>;
        content: { 'application/json': components['schemas']['TriageOrder'] };
      };
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['TriagePreview'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    delete?: never;
    patch?: never;
  };
  '/v1/usage-formats': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** The formats usage can come in, with their options */
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageFormats'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/usage-imports': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Imports of usage, of all customers or one, the latest first */
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          customer?: string;
          status?: 'waiting' | 'queued' | 'running' | 'accepted' | 'refused' | 'canceled' | 'failed';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['UsageImports'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
  '/v1/usage-imports/customers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      /** Customers a file may be imported for, by words of their name; at most 20 */
      parameters: { query?: { words?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, unknown>;
          content: { 'application/json': components['schemas']['CustomersFound'] };
        };
        422: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
        default: {
          headers: Record<string, unknown>;
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    patch?: never;
  };
};
export type components = {
  schemas: {
    AcceptInvitation: { token: string; password?: string; name?: string };
    Account: {
      id: string;
      name: string;
      email: string;
      kind: 'staff' | 'partner' | 'customer';
      role:
        | 'license-manager'
        | 'customer-success'
        | 'sales'
        | 'deal-desk'
        | 'legal'
        | 'security'
        | 'product'
        | 'finance'
        | 'auditor'
        | 'administrator'
        | 'customer-administrator'
        | 'customer-member'
        | 'partner';
      status: 'invited' | 'active' | 'closed' | 'erased';
      invitedUntil: string | null;
      hasSecondFactor: boolean;
      signedInAt: string | null;
      own: boolean;
    };
    AccountStep: 'resend' | 'close' | 'reopen' | 'erase' | 'reset-second-factor';
    Accounts: { items: components['schemas']['Account'][]; next: null; total: number; mail: boolean };
    AgreeOrder: { digest: string; on: string; by: string };
    Agreement: {
      id: string;
      title: string;
      signedOn: string;
      from: string;
      until: string;
      renewsOn: string;
      zone: string;
      orderLines: { id: string; words: string }[];
      amendments: { id: string; words: string; from: string }[];
      variations: components['schemas']['Variation'][];
      clauses: components['schemas']['Clause'][];
    };
    AgreementDocument: {
      id: string;
      customer: string;
      version: number;
      text: string;
      form: components['schemas']['AgreementForm'];
      revoked: { id: string; at: string }[];
      withdrawn: { id: string; at: string }[];
    };
    AgreementEntry: {
      id: string;
      title: string;
      from: string;
      until: string;
      zone: string;
      currency: string;
      clauses: number;
      version: number;
    };
    AgreementForm: Record<string, unknown>;
    AgreementPreview: {
      same: boolean;
      zone: string;
      papers: string[];
      terms: components['schemas']['TermsChange'][];
      notes: components['schemas']['Problem'][];
    };
    AgreementPreviewOrder: components['schemas']['AgreementText'] & { agreement?: string };
    AgreementText: { text: string };
    Agreements: { items: components['schemas']['AgreementEntry'][]; next: null; total: number };
    Alert: {
      customer: { id: string; name: string };
      agreement: string;
      clause: string;
      plain: string;
      product: string;
      group: string;
      unit: { one: string; many: string };
      used: string;
      limit: string;
      left: string;
      percent: number;
      forecast: string | null;
      id: string;
      version: number;
      status: components['schemas']['AlertStatus'];
      rules: string[];
      raisedAt: string;
      changedAt: string;
      finding: string | null;
      silence: { until: string | null; reason: string | null; by: string } | null;
      notNow: string | null;
    };
    AlertAcknowledgment: { reason: string; until?: string | null };
    AlertDeliveries: {
      items: components['schemas']['AlertDelivery'][];
      next: string | null;
      total: number | null;
    };
    AlertDelivery: {
      id: string;
      customer: { id: string; name: string };
      alert: string;
      recipient: 'contact' | 'owner' | 'webhook';
      status: 'waiting' | 'sent' | 'held' | 'unwanted' | 'outdated' | 'failed';
      attempts: number;
      nextAt: string | null;
      detail: string | null;
      recordedAt: string;
      sentAt: string | null;
    };
    AlertPreview: {
      watched: number;
      total: number;
      fires: {
        customer: { id: string; name: string };
        agreement: string;
        clause: string;
        plain: string;
        product: string;
        group: string;
        unit: { one: string; many: string };
        used: string;
        limit: string;
        left: string;
        percent: number;
        forecast: string | null;
        rules: string[];
      }[];
    };
    AlertPreviewOrder: {
      rules: components['schemas']['AlertRule'][];
      customer?: string;
      agreement?: string;
      clause?: string;
    };
    AlertRule: { id: string; threshold: components['schemas']['AlertThreshold'] };
    AlertRules: {
      own: boolean;
      version: number;
      rules: { id: string; threshold: components['schemas']['AlertThreshold']; words: string }[];
    };
    AlertRulesOrder: { rules: components['schemas']['AlertRule'][] | null };
    AlertStatus: 'raised' | 'silenced' | 'crossed' | 'cleared';
    AlertThreshold:
      | { kind: 'percent'; percent: string }
      | { kind: 'remaining'; units: string }
      | { kind: 'forecast'; before: 'days'; days: number }
      | { kind: 'forecast'; before: 'renewal' }
      | {
          kind: 'bands';
          bands: {
            upTo: string | null;
            left: { kind: 'units'; value: string } | { kind: 'percent'; value: string };
          }[];
        };
    AlertWish: { channel: 'email' | 'none'; kinds: ('near' | 'forecast' | 'crossed')[] };
    AlertWishOfPerson: components['schemas']['AlertWish'] & {
      who: 'contact' | 'owner';
      name: string;
      address: string;
    };
    AlertWishes: { items: components['schemas']['AlertWishOfPerson'][] };
    Alerts: { items: components['schemas']['Alert'][]; next: string | null; total: number | null };
    AnswerOrder: {
      text: string;
      outcome?: 'agreed' | 'explained' | 'partly' | null;
      remedies?: components['schemas']['Remedy'][];
    };
    AnswerPolicy: components['schemas']['AnswerPolicyForm'] & {
      version: number;
      promises: { question: string; contest: string };
    };
    AnswerPolicyForm: {
      questionDays: number;
      contestDays: number;
      holdDays: number;
      remindDays: number;
      closeDays: number;
      zone: string;
      workdays: number[];
      closedOn: string[];
    };
    ApiToken: {
      id: string;
      name: string;
      role: string;
      createdAt: string;
      createdBy: string;
      until: string;
      usedAt: string | null;
      revokedAt: string | null;
    };
    ApiTokenOrder: {
      name: string;
      role:
        | 'license-manager'
        | 'customer-success'
        | 'sales'
        | 'deal-desk'
        | 'legal'
        | 'security'
        | 'product'
        | 'finance'
        | 'auditor';
      days: number;
    };
    ApiTokens: { items: components['schemas']['ApiToken'][]; next: null; total: number };
    AppendOrder: { text: string; author?: string | null };
    AskOrder: { about: components['schemas']['QuestionAboutForm']; text: string };
    Asker: { name: string; partner: string | null };
    AssignOrder: { agreement: string; clause: string; group?: string; staff: string | null };
    AssignTaskOrder: { staff: string | null; dueOn?: string | null };
    BillOrder: { port: 'csv' | 'stripe' };
    BilledOrder: { file: string; quotes: { id: string; digest: string }[] };
    BillingAccount: { customer: string; stripe: string | null; version: number; ready: boolean };
    BillingAccountOrder: { stripe: string };
    CatalogDocument: { version: number; text: string; form: Record<string, unknown> };
    CatalogPreview: {
      same: boolean;
      papers: string[];
      prices: {
        price: string;
        from: string;
        until: string | null;
        before: string | null;
        after: string | null;
      }[];
    };
    CatalogText: { text: string };
    Changed: { version: number };
    Chart: {
      unit: components['schemas']['Unit'];
      window: string;
      zone: string;
      from: string;
      until: string;
      asOf: string;
      used: { from: string; until: string; value: string; beyond: boolean }[];
      allowed: { from: string; until: string; limit: string; words: string }[];
      forecast?: components['schemas']['ChartForecast'] | null;
    };
    ChartForecast: { words: string; path: components['schemas']['ForecastStep'][] };
    ChoiceUndone: { undone: true; at: string };
    ChooseAccount: { step: string; account: string };
    ChooseContentOrder: { source: string; id: string; digest: string; reason?: string };
    ClaimForm: {
      kind: 'not-ours' | 'left' | 'counted-twice' | 'test-machine' | 'wrong-number' | 'other';
      on?: string | null;
    };
    Clause: {
      id: string;
      kind: 'capacity' | 'restriction';
      product: components['schemas']['Party'];
      plain: string;
      text: string;
      measuredAs: string;
      rights: string[];
      allowedNow: string;
      allowedWords: string;
      provenance: components['schemas']['Provenance'][];
      status: components['schemas']['Status'];
      charts: { group: string; chart: components['schemas']['Chart'] }[];
    };
    CodeSignIn: { step: string; code: string };
    Conflicts: {
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
          undone: components['schemas']['TakenBack'] | null;
        }[];
      }[];
    };
    ContentChosen: { choice: string; at: string };
    ContestOrder: {
      agreement: string;
      clause: string;
      group?: string;
      from: string;
      row?: { source: string; id: string } | null;
      claim: components['schemas']['ClaimForm'];
      text?: string;
    };
    Control: {
      code: string;
      question: string;
      advice: string;
      weight: number;
      good: number;
      of: number;
      outcome: 'nothing-to-check' | 'good' | 'missing';
      gaps: { customer: string; name: string; words: string }[];
      task: {
        status: 'open' | 'settled' | 'accepted';
        since: string;
        staff: { id: string; name: string } | null;
        dueOn: string | null;
        reason: string | null;
      } | null;
    };
    ControlAudit: components['schemas']['ControlAuditSummary'] & {
      version: number;
      controls: components['schemas']['Control'][];
    };
    ControlAuditSummary: {
      quarter: string;
      status: 'open' | 'closed';
      ranAt: string;
      closedAt: string | null;
      runs: number;
      score: string | null;
      open: number;
    };
    ControlAudits: {
      quarter: string;
      items: components['schemas']['ControlAuditSummary'][];
      next: null;
      total: number;
    };
    CustomerDocument: { version: number; form: components['schemas']['CustomerForm'] };
    CustomerEntry: {
      id: string;
      name: string;
      size: string;
      segment: string;
      riskTolerance: string;
      owner: string;
      agreements: number;
      flags: components['schemas']['FlagBadge'][];
    };
    CustomerForm: {
      id?: string;
      name?: string;
      size?: string;
      segment?: string;
      riskTolerance?: string;
      contact: components['schemas']['PersonForm'];
      owner: components['schemas']['PersonForm'];
      relationship: {
        since?: string;
        renewals?: string;
        goodExperiences?: string[];
        vendorMistakes?: {
          id?: string;
          clause?: string;
          from?: string;
          until?: string;
          units?: string;
          what?: string;
        }[];
        openOrders?: { id?: string; clause?: string; units?: string; since?: string }[];
      };
    };
    CustomerInsight: {
      product: { id: string; name: string };
      quarter: string;
      alike: 'segment and size' | 'segment' | 'size' | 'product';
      atLeast: number;
      lowerQuarter: number;
      middle: number;
      upperQuarter: number;
      own: number;
    };
    CustomerInsights: { quarter: string; insights: components['schemas']['CustomerInsight'][] };
    CustomerList: {
      items: components['schemas']['CustomerEntry'][];
      next: string | null;
      total: number | null;
      choices: { segments: string[]; owners: { name: string; email: string }[] } | null;
    };
    CustomerOrder: components['schemas']['Order'] & { policy: { version: number; row: number | null } };
    CustomerOrders: {
      items: components['schemas']['CustomerOrder'][];
      next: string | null;
      total: number | null;
    };
    CustomerPage: {
      asOf: string;
      customer: {
        id: string;
        name: string;
        size: string;
        segment: string;
        riskTolerance: string;
        since: string;
        renewals: number;
        contact: components['schemas']['Person'];
        owner: components['schemas']['Person'];
        goodExperiences: string[];
        vendorMistakes: string[];
      };
      flags: components['schemas']['Flag'][];
      agreements: components['schemas']['Agreement'][];
      findings: components['schemas']['Finding'][];
      notices: components['schemas']['Notice'][];
      unmatched: { feature: string; source: string; records: number; words: string }[];
    };
    CustomerRoleOrder: { role: 'customer-administrator' | 'customer-member' };
    CustomerWork: {
      assigned: { agreement: string; clause: string; group: string; staff: string; name: string | null }[];
      notes: components['schemas']['Note'][];
    };
    CustomersFound: { items: { id: string; name: string }[] };
    DemoSignIn: { account: string; to?: string | null };
    DutiesPage: {
      items: components['schemas']['Duty'][];
      next: string | null;
      total: number | null;
      states: { state: components['schemas']['DutyState']; dates: number }[];
    };
    Duty: {
      customer: { id: string; name: string };
      agreement: string;
      duty: { id: string; plain: string };
      dueOn: string;
      remindOn: string;
      graceUntil: string;
      about: { from: string; through: string } | null;
      state: components['schemas']['DutyState'];
      receipt: { id: string; receivedOn: string } | null;
    };
    DutyState: 'upcoming' | 'due' | 'overdue' | 'done';
    Effect: {
      counting: boolean;
      changes: { finding: string; agreement: string; clause: string; words: string }[];
    };
    Erased: { erased: true };
    Evidence: {
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
        person: string | null;
        counted: string | null;
      }[];
      total: number;
    };
    Finding: {
      key: string;
      agreement: string;
      clause: string;
      group: string;
      product: components['schemas']['Party'];
      state: components['schemas']['FindingState'];
      summary: string;
      cause: string | null;
      unit: components['schemas']['Unit'];
      limit: string;
      measured: string;
      excess: string;
      since: string;
      until: string | null;
      peakAt: string;
      windowsBeyond: number;
      timeline: { at: string; words: string }[];
      windows: { from: string; until: string; value: string; limit: string; excess: string; open: boolean }[];
      provenance: components['schemas']['Provenance'][];
      verification: {
        counts: 'agree' | 'differ';
        firstDifference: string | null;
        reconciliation: string;
        passed: boolean;
        tzdata: string;
      };
      questions: components['schemas']['Question'][];
      contests: components['schemas']['FindingContest'][];
      trueUp: components['schemas']['Priced'] | null;
      evidence: components['schemas']['Evidence'];
      notCounted: { who: string | null; words: string; records: number }[];
      revisions: { at: string; words: string }[];
      commands: { command: components['schemas']['FindingCommand']; possible: boolean; why: string | null }[];
      version: number;
    };
    FindingCommand: 'confirm' | 'dismiss' | 'reopen';
    FindingContest: {
      question: string;
      row: { source: string; id: string } | null;
      words: string;
      from: string;
      state: 'open' | 'agreed' | 'answered';
    };
    FindingOrder: {
      reason?: string;
      cause?:
        | 'growth'
        | 'double-count'
        | 'misconfiguration'
        | 'vendor-mistake'
        | 'data-error'
        | 'covered'
        | 'unknown';
      expectedVersion?: number;
    };
    FindingState: 'detected' | 'verified' | 'confirmed' | 'dismissed' | 'cleared' | 'merged';
    FirstAdministrator: { token: string; name: string; email: string; password: string };
    Flag: {
      id: string;
      kind: components['schemas']['FlagKind'];
      state: 'coming' | 'in-force' | 'over';
      from: string;
      until: string | null;
      reason: string | null;
      by: string;
      at: string;
      lifted: components['schemas']['TakenBack'] | null;
    };
    FlagBadge: { kind: components['schemas']['FlagKind']; until: string | null };
    FlagKind: 'in-renewal-talks' | 'do-not-contact' | 'legal-hold';
    FlagOrder: {
      kind: components['schemas']['FlagKind'];
      from?: string;
      until?: string | null;
      reason: string;
    };
    Flags: { items: components['schemas']['Flag'][]; next: null; total: number };
    ForecastStep: { at: string; low: string; middle: string; high: string };
    HandOverOrder: { person: string };
    Hit: {
      kind: 'Customer' | 'Agreement' | 'Product' | 'Finding' | 'Quote' | 'Partner' | 'Team';
      id: string;
      title: string;
      detail: string | null;
      place: string;
    };
    Hits: { items: components['schemas']['Hit'][]; next: null; total: null };
    Identities: { items: components['schemas']['Identity'][]; next: string | null; total: number | null };
    Identity: {
      id: string;
      key: string | null;
      erasedAt: string | null;
      records: number;
      first: string | null;
      last: string | null;
      sources: string[];
      decisions: { id: string; words: string }[];
    };
    ImportReport: {
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
    Invitation: {
      kind: 'staff' | 'partner' | 'customer';
      name: string;
      email: string;
      role:
        | 'license-manager'
        | 'customer-success'
        | 'sales'
        | 'deal-desk'
        | 'legal'
        | 'security'
        | 'product'
        | 'finance'
        | 'auditor'
        | 'administrator'
        | 'customer-administrator'
        | 'customer-member'
        | 'partner';
      where: string | null;
      until: string;
      passwordNeeded: boolean;
    };
    InviteToCustomer: { name: string; email: string; role: 'customer-administrator' | 'customer-member' };
    InviteToPartner: { name: string; email: string };
    LeaveOutOrder: { identity: string; from?: string; until?: string; reason: string };
    LineCounted: { value: string; limit: string };
    LineRecount: {
      before: components['schemas']['LineCounted'];
      now: components['schemas']['LineCounted'] | null;
      rowCounts: boolean | null;
    };
    LinkAsked: { asked: true };
    LinkOrder: { email: string; purpose?: 'sign-in' | 'recover'; to?: string | null };
    LinkSignIn: { token: string };
    Mail: {
      id: string;
      kind: string;
      to: { name: string; address: string } | null;
      subject: string | null;
      text: string | null;
      status: 'waiting' | 'sent' | 'shown' | 'failed' | 'outdated';
      detail: string | null;
      recordedAt: string;
    };
    MailPage: { items: components['schemas']['Mail'][]; next: string | null; total: number | null };
    ManyChoices: { count: number; left: number; records: { id: string; digest: string }[] };
    ManyChoicesOrder: { source: string; side: 'latest' | 'earliest'; expected: number; reason: string };
    ManyChosen: { chosen: number; at: string };
    MergeOrder: { identity: string; into: string; from?: string; until?: string; reason: string };
    NewApiToken: components['schemas']['ApiToken'] & { token: string };
    NewPassword: { step: string; password: string; code?: string };
    NewScimToken: components['schemas']['ScimToken'] & { token: string; path: string };
    Note: {
      id: string;
      finding: string | null;
      erased: boolean;
      texts: { text: string | null; by: string; at: string }[];
    };
    NoteOrder: { text: string; finding?: string | null; author?: string | null };
    Notice: {
      finding: string;
      kind: 'notice' | 'apology' | 'correction';
      withheld: string | null;
      to: string;
      from: string;
      subject: string;
      text: string;
      facts: { id: string; kind: string; shown: string; trace: string }[];
    };
    Notification: {
      id: string;
      kind: string;
      title: string;
      todo: string;
      customer: { id: string; name: string } | null;
      place: string;
      at: string;
      seen: boolean;
    };
    NotificationsPage: {
      items: components['schemas']['Notification'][];
      next: string | null;
      total: number | null;
      unseen: number;
    };
    Order: {
      id: string;
      status: 'prepared' | 'requested' | 'quoted' | 'agreed' | 'declined' | 'withdrawn';
      customer: { id: string; name: string };
      agreement: string;
      clause: { id: string; plain: string };
      product: { id: string; name: string };
      edition: { id: string; name: string } | null;
      unit: { one: string; many: string };
      zone: string;
      seen: components['schemas']['WayUpSeen'];
      madeAt: string;
      by: string | null;
      note: string | null;
      agreedAt: string | null;
      ended: { at: string; side: 'customer' | 'vendor'; reason: string | null } | null;
      quote: {
        id: string;
        status: string;
        digest: string;
        validUntil: string;
        firstDay: string;
        lastDay: string;
        units: string;
        price: components['schemas']['WayUpPrice'];
      } | null;
      commands: ('send' | 'agree' | 'decline' | 'withdraw' | 'quote' | 'carryOut')[];
      version: number;
    };
    OrderAgreed: { digest: string };
    OrderCarriedOut: {};
    OrderEnded: { reason?: string };
    OrderMade: {
      agreement: string;
      clause: string;
      seen: components['schemas']['WayUpSeen'];
      note?: string;
      prepared?: string;
    };
    OrderPolicy: {
      version: number;
      columns: components['schemas']['TriageColumn'][];
      rows: components['schemas']['OrderPolicyRow'][];
      gaps: string[];
      unreached: number[];
    };
    OrderPolicyOrder: { rows: components['schemas']['OrderPolicyRow'][] };
    OrderPolicyRow: {
      tests: Record<string, components['schemas']['TableTest']>;
      outcome: 'at-once' | 'request';
    };
    OrderQuoted: { validUntil?: string };
    Orders: { items: components['schemas']['Order'][]; next: string | null; total: number | null };
    OwnAlert: {
      id: string;
      version: number;
      line: components['schemas']['WatchedLine'];
      threshold: components['schemas']['AlertThreshold'];
      hears: { id: string; name: string }[];
      setBy: string;
      setAt: string;
      met: boolean;
      toldAt: string | null;
    };
    OwnAlertNow: { used: string; limit: string; percent: number; likely: string | null };
    OwnAlertOrder: {
      agreement: string;
      clause: string;
      threshold: components['schemas']['AlertThreshold'];
      hears: string[];
    };
    OwnAlerts: {
      items: components['schemas']['OwnAlert'][];
      lines: components['schemas']['WatchedLine'][];
      colleagues: { id: string; name: string }[];
    };
    OwnSessions: {
      items: {
        id: string;
        how: string;
        browser: string;
        startedAt: string;
        seenAt: string;
        current: boolean;
      }[];
      next: null;
      total: number;
    };
    OwnWish: { channel: 'email' | 'none'; kinds: ('near' | 'forecast' | 'crossed')[] };
    PaperApplyOrder: { digest: string; rows: 'all' | 'good' };
    PaperColumnMap: {
      columns: (string | null)[];
      numbers: 'point' | 'comma' | null;
      dates: 'dmy' | 'mdy' | null;
      values: Record<string, Record<string, string>>;
    };
    PaperImport: components['schemas']['PaperImportLine'] & {
      table: {
        format: 'csv' | 'xlsx';
        encoding: 'utf-8' | 'windows-1252';
        delimiter: ',' | ';' | '\t' | null;
        sheets: { name: string; hidden: boolean }[];
        sheet: string | null;
        headerLine: number;
        header: string[];
        top: { line: number; cells: string[] }[];
        rows: number;
      } | null;
      map: components['schemas']['PaperColumnMap'];
      remembered: boolean;
      missing: string[];
      progress: { phase: 'reading' | 'comparing' | 'saving' | 'undoing'; done: number; total: number } | null;
    };
    PaperImportLine: {
      id: number;
      kind: components['schemas']['PaperKind'];
      fileName: string;
      status: 'read' | 'previewed' | 'applied' | 'undone';
      counts: {
        'new': number;
        changed: number;
        unchanged: number;
        refused: number;
        unknown: Record<string, string[]>;
      } | null;
      digest: string | null;
      receivedAt: string;
      appliedAt: string | null;
      undoneAt: string | null;
    };
    PaperImportRow: {
      line: number;
      name: string;
      outcome: 'new' | 'changed' | 'unchanged' | 'refused';
      changes: { key: string; title: string; before: string; after: string }[];
      problems: { code: string; detail: string; todo: string; column: string | null }[];
      undone: string | null;
    };
    PaperImportRows: {
      items: components['schemas']['PaperImportRow'][];
      next: string | null;
      total: number | null;
    };
    PaperImports: {
      items: components['schemas']['PaperImportLine'][];
      next: string | null;
      total: number | null;
    };
    PaperKind:
      | 'customers'
      | 'contacts'
      | 'mistakes'
      | 'openOrders'
      | 'partners'
      | 'orderLines'
      | 'products'
      | 'prices';
    PaperKinds: {
      kinds: {
        kind: components['schemas']['PaperKind'];
        title: string;
        explain: string;
        needs: string;
        columns: {
          key: string;
          title: string;
          explain: string;
          example: string;
          need: 'key' | 'new' | 'optional';
          kind: 'text' | 'lines' | 'number' | 'date' | 'choice' | 'list';
          choices: string[];
        }[];
      }[];
    };
    PaperMapOrder: {
      sheet?: string;
      headerLine?: number;
      encoding?: 'utf-8' | 'windows-1252';
      delimiter?: ',' | ';' | '\t';
      map?: components['schemas']['PaperColumnMap'];
    };
    PaperUndoOrder: { leaveChanged: boolean };
    PaperUndone: { undone: number; left: { line: number; name: string; reason: string }[] };
    PartnerDocument: components['schemas']['PartnerForm'] & { version: number };
    PartnerForm: {
      id?: string;
      name?: string;
      contactName?: string;
      contactEmail?: string;
      contactRole?: string;
      sellsTo?: string[];
      speaksFor?: string[];
    };
    Partners: { items: components['schemas']['PartnerDocument'][]; next: null; total: number };
    Party: { id: string; name: string };
    Passkey: { id: string; name: string; synced: boolean; createdAt: string; usedAt: string | null };
    PasskeyAnswer: {
      to?: string | null;
      credential: {
        id: string;
        rawId: string;
        type: 'public-key';
        authenticatorAttachment?: 'platform' | 'cross-platform';
        clientExtensionResults: Record<string, unknown>;
        response: {
          clientDataJSON: string;
          authenticatorData: string;
          signature: string;
          userHandle?: string;
        };
      };
    };
    PasskeyMade: {
      name: string;
      credential: {
        id: string;
        rawId: string;
        type: 'public-key';
        authenticatorAttachment?: 'platform' | 'cross-platform';
        clientExtensionResults: Record<string, unknown>;
        response: { clientDataJSON: string; attestationObject: string; transports?: string[] };
      };
    };
    PasskeyName: { name: string };
    PasskeyOptions: { options: Record<string, unknown> };
    Passkeys: { items: components['schemas']['Passkey'][] };
    PasswordChange: { current?: string; password: string };
    PasswordSignIn: { email: string; password: string; to?: string | null };
    PeopleDecided: { decision: string; version: number };
    PeopleDecision: {
      id: string;
      kind: 'merge' | 'leaveOut';
      words: string;
      identity: { id: string; key: string | null };
      into: { id: string; key: string | null } | null;
      from: string | null;
      until: string | null;
      at: string;
      by: string;
      reason: string | null;
      undone: components['schemas']['TakenBack'] | null;
    };
    PeopleDecisions: {
      items: components['schemas']['PeopleDecision'][];
      next: string | null;
      total: number | null;
    };
    PeopleSuggestion: {
      kind: 'merge' | 'leaveOut';
      identities: { id: string; key: string | null }[];
      why: string;
    };
    PeopleSuggestions: {
      items: components['schemas']['PeopleSuggestion'][];
      next: string | null;
      total: number | null;
    };
    Person: { name: string; email: string; role: string };
    PersonForm: { name?: string; email?: string; role?: string };
    Persona: {
      account: string;
      name: string;
      kind: 'staff' | 'partner' | 'customer';
      role:
        | 'license-manager'
        | 'customer-success'
        | 'sales'
        | 'deal-desk'
        | 'legal'
        | 'security'
        | 'product'
        | 'finance'
        | 'auditor'
        | 'administrator'
        | 'customer-administrator'
        | 'customer-member'
        | 'partner';
      where: string | null;
    };
    PortalAgreement: {
      id: string;
      title: string;
      signedOn: string;
      from: string;
      until: string;
      firstDay: string;
      lastDay: string;
      renewsOn: string;
      zone: string;
      currency: string;
      state: 'coming' | 'running' | 'ended';
      clauses: components['schemas']['PortalClause'][];
    };
    PortalAgreementText: {
      id: string;
      customer: components['schemas']['PortalParty'];
      title: string;
      signedOn: string;
      firstDay: string;
      lastDay: string;
      renewsOn: string;
      zone: string;
      currency: string;
      orderLines: {
        id: string;
        clause: string;
        product: components['schemas']['PortalParty'];
        edition: string | null;
        quantity: string;
        firstDay: string;
        lastDay: string;
        source: string;
      }[];
      clauses: {
        id: string;
        product: components['schemas']['PortalParty'];
        text: string;
        plain: string;
        allowedWords: string;
        measuredAs: string;
      }[];
      duties: { id: string; text: string; plain: string }[];
      amendments: { id: string; signedOn: string; firstDay: string; words: string }[];
      grants: { id: string; clause: string; firstDay: string; lastDay: string; words: string }[];
    };
    PortalAllowed: {
      limit: string | null;
      attribute: string | null;
      values: string[] | null;
      words: string;
      parts: components['schemas']['PortalAllowedPart'][];
      rule: 'instant' | 'highest' | 'prorate' | 'split' | null;
      tolerance: { kind: 'units' | 'percent'; value: string } | null;
      sustain: { kind: 'windows' | 'seconds'; count: string };
      grows: { each: string; of: string } | null;
    };
    PortalAllowedPart: {
      kind: 'order' | 'limit' | 'amendment' | 'raiseTo' | 'add' | 'allowed' | 'widen' | 'allowance';
      of: string;
      value: string | null;
      values: string[];
      counts: boolean;
      from: string;
      until: string;
      source: string | null;
      words: string;
    };
    PortalAllowedSpan: {
      from: string;
      until: string;
      limit: string | null;
      values: string[] | null;
      words: string;
    };
    PortalChange: {
      id: string;
      kind:
        | 'agreement-new'
        | 'term-changed'
        | 'clause-new'
        | 'clause-gone'
        | 'wording-changed'
        | 'counting-changed'
        | 'rights-changed'
        | 'amendment'
        | 'amendment-withdrawn'
        | 'grant-new'
        | 'grant-ended'
        | 'pause-new'
        | 'pause-ended'
        | 'limit-changed'
        | 'price-changed'
        | 'accounts-merged'
        | 'account-left-out'
        | 'accounts-undone'
        | 'source-new'
        | 'counted-again';
      at: string;
      agreement: string | null;
      clause: string | null;
      about: string;
      before: string | null;
      after: string | null;
      words: string;
    };
    PortalChanges: { asOf: string; since: string | null; items: components['schemas']['PortalChange'][] };
    PortalClause: {
      agreement: string;
      id: string;
      kind: 'capacity' | 'restriction';
      product: components['schemas']['PortalParty'];
      unit: components['schemas']['PortalUnit'];
      text: string;
      plain: string;
      measuredAs: string;
      measure: components['schemas']['PortalMeasure'];
      allowed: components['schemas']['PortalAllowed'];
      condition: components['schemas']['PortalCondition'] | null;
      rights: components['schemas']['PortalRight'][];
      latenessSeconds: number;
      status: components['schemas']['PortalStatus'];
      why: components['schemas']['PortalWhy'] | null;
      uses: components['schemas']['PortalUse'][];
      groups: number;
      completeness: components['schemas']['PortalCompleteness'];
    };
    PortalCompleteness: {
      countedAt: string | null;
      dataUntil: string | null;
      sources: string[];
      silent: string[];
    };
    PortalCondition: {
      kind: 'any' | 'all';
      of: { fact: string; is: 'atLeast' | 'above' | 'atMost' | 'below'; value: string }[];
      words: string;
    };
    PortalContact: { name: string; role: string; email: string };
    PortalDate: {
      id: string;
      kind:
        | 'term-start'
        | 'term-end'
        | 'renewal'
        | 'variation-end'
        | 'limit-change'
        | 'price-change'
        | 'duty-due'
        | 'grace-end'
        | 'answer-due'
        | 'quote-end';
      on: string;
      zone: string;
      agreement: string | null;
      clause: string | null;
      about: string;
      before: string | null;
      after: string | null;
      words: string;
    };
    PortalDates: { asOf: string; items: components['schemas']['PortalDate'][] };
    PortalDocument: {
      id: string;
      kind: 'agreement' | 'quote' | 'counted';
      title: string;
      on: string | null;
      agreement: string | null;
      clause: string | null;
      files: { format: 'json' | 'yaml' | 'csv' | 'xlsx'; address: string }[];
    };
    PortalDocuments: { asOf: string; items: components['schemas']['PortalDocument'][] };
    PortalEntries: {
      items: components['schemas']['PortalEntry'][];
      next: string | null;
      total: number | null;
      as: 'customer' | 'partner' | 'staff';
    };
    PortalEntry: { id: string; name: string };
    PortalEvidence: {
      items: components['schemas']['PortalEvidenceRow'][];
      next: string | null;
      total: number | null;
      agreement: string;
      clause: string;
      group: string;
      window: components['schemas']['PortalWindow'];
      leftOut: components['schemas']['PortalLeftOut'][];
    };
    PortalEvidenceRow: {
      key: string;
      source: string;
      id: string;
      kind:
        | 'occurrence'
        | 'held'
        | 'return'
        | 'sighting'
        | 'level'
        | 'snapshot'
        | 'member'
        | 'reservation'
        | 'queued'
        | 'retraction';
      feature: string;
      who: string | null;
      namedAs: string | null;
      from: string;
      until: string | null;
      contributes: string;
      rated: string | null;
      free: { by: string; quantity: string } | null;
      staysBy: string | null;
    };
    PortalExample: {
      group: string;
      window: components['schemas']['PortalWindow'];
      left: string;
      words: string;
    };
    PortalFeature: { feature: string; source: string | null; from: string | null; until: string | null };
    PortalFilter: { attribute: string; in: string[] | null; notIn: string[] | null };
    PortalForecast: { path: components['schemas']['ForecastStep'][]; words: string };
    PortalGroups: { items: components['schemas']['PortalUse'][]; next: string | null; total: number | null };
    PortalLeftOut: {
      cause:
        | 'left-out'
        | 'listed-twice'
        | 'free'
        | 'outside-pool'
        | 'other-source'
        | 'maintained'
        | 'release-unknown';
      by: string | null;
      who: string | null;
      feature: string;
      records: number;
    };
    PortalLesson: {
      clause: components['schemas']['PortalClause'];
      digest: string;
      state: 'new' | 'changed' | 'done';
      changed: ('wording' | 'allowed' | 'counting' | 'rights')[];
      doneAt: string | null;
      example: components['schemas']['PortalExample'] | null;
      whenTight: ('see-who-counts' | 'free-what-is-unused' | 'set-alert' | 'ask' | 'way-up')[];
    };
    PortalLessonsOrder: { lessons: { agreement: string; clause: string; digest: string }[] };
    PortalLine: {
      asOf: string;
      customer: components['schemas']['PortalParty'];
      agreement: { id: string; title: string; from: string; until: string; zone: string };
      clause: components['schemas']['PortalClause'];
      features: components['schemas']['PortalFeature'][];
      people: { merged: number; leftOut: number };
      use: components['schemas']['PortalUse'] | null;
      windows: components['schemas']['PortalWindow'][];
      allowedOver: components['schemas']['PortalAllowedSpan'][];
      forecast: components['schemas']['PortalForecast'] | null;
    };
    PortalMeasure: {
      combine: 'one' | 'lowerOf' | 'greaterOf';
      parts: components['schemas']['PortalMeasurePart'][];
      window: components['schemas']['PortalWindowRule'];
      zone: string;
      filter: components['schemas']['PortalFilter'][];
      groupBy: string[];
      countsReservations: boolean;
      ratchet: boolean;
    };
    PortalMeasurePart: {
      kind:
        | 'count'
        | 'sum'
        | 'min'
        | 'max'
        | 'latest'
        | 'timeWeighted'
        | 'peakConcurrency'
        | 'unique'
        | 'nthHighest'
        | 'percentile';
      by: string | null;
      highest: { attribute: string; order: string[] } | null;
      nth: string | null;
      hourly: 'count' | 'sum' | 'max' | 'unique' | 'peakConcurrency' | 'timeWeighted' | null;
      filter: components['schemas']['PortalFilter'][];
      unitSize: string;
      rating: components['schemas']['PortalRatingStep'][];
      firstUse: { each: string[]; hours: string } | null;
    };
    PortalOnboarding: {
      asOf: string;
      customer: components['schemas']['PortalParty'];
      contact: components['schemas']['PortalContact'];
      needed: boolean;
      lessons: components['schemas']['PortalLesson'][];
    };
    PortalOverview: {
      asOf: string;
      customer: components['schemas']['PortalParty'];
      contact: components['schemas']['PortalContact'];
      agreements: components['schemas']['PortalAgreement'][];
      sources: components['schemas']['PortalSource'][];
      dates: components['schemas']['PortalDate'][];
    };
    PortalParty: { id: string; name: string };
    PortalQuoteText: {
      id: string;
      status: 'agreed' | 'billed' | 'settled';
      agreement: string;
      clause: string;
      product: components['schemas']['PortalParty'];
      units: string;
      unit: components['schemas']['PortalUnit'];
      zone: string;
      firstDay: string;
      lastDay: string;
      currency: string;
      lines: {
        kind: 'charge' | 'credit' | 'fee' | 'discount' | 'minimum' | 'overage' | 'rounding';
        label: string;
        amount: string;
      }[];
      total: string;
      agreedOn: string;
      release: components['schemas']['QuoteRelease'] | null;
      invoice: { number: string; amount: string; on: string } | null;
    };
    PortalRatingStep: {
      kind: 'factor' | 'floor' | 'packs' | 'times';
      by: string | null;
      values: { value: string; factor: string }[];
      otherwise: string | null;
      each: string[];
      amount: string | null;
    };
    PortalReach: {
      kind: 'none' | 'unknown' | 'above' | 'not-seen' | 'reached';
      early: string | null;
      likely: string | null;
      late: string | null;
      has: number | null;
      needs: number | null;
      words: string;
    };
    PortalRight: {
      id: string;
      kind: 'freeUse' | 'pool' | 'reassignment' | 'rulingSource' | 'maintenance';
      attribute: string | null;
      values: string[];
      upTo: string | null;
      days: number | null;
      sources: string[];
      releasedBefore: string | null;
      from: string;
      until: string;
      words: string;
    };
    PortalSeen: { seenAt: string };
    PortalSeenOrder: { until: string };
    PortalSource: {
      name: string;
      records: number;
      first: string | null;
      last: string | null;
      silent: boolean;
      gaps: number;
      differing: number;
    };
    PortalStatus: 'within' | 'close' | 'at-limit' | 'above' | 'cannot-tell';
    PortalUnit: { one: string; many: string };
    PortalUse: {
      group: string;
      values: { attribute: string; value: string }[];
      status: components['schemas']['PortalStatus'];
      why: components['schemas']['PortalWhy'] | null;
      window: components['schemas']['PortalWindow'] | null;
      left: string | null;
      percent: number | null;
      lastAbove: { from: string; until: string | null; most: components['schemas']['PortalWindow'] } | null;
      reach: components['schemas']['PortalReach'];
    };
    PortalWhy: {
      code:
        | 'not-counted-yet'
        | 'no-data'
        | 'not-begun'
        | 'ended'
        | 'checking'
        | 'records-differ'
        | 'still-open';
      low: string | null;
      high: string | null;
      words: string;
    };
    PortalWindow: {
      id: string;
      from: string;
      until: string;
      open: boolean;
      value: string;
      limit: string;
      above: boolean;
      low: string;
      high: string;
    };
    PortalWindowRule: {
      unit: 'instant' | 'term' | 'minute' | 'hour' | 'day' | 'month' | 'quarter' | 'year' | 'rolling';
      anchor: 'calendar' | 'term' | null;
      days: number | null;
    };
    Position: {
      customer: { id: string; name: string };
      agreement: string;
      product: { id: string; name: string };
      clause: { id: string; plain: string };
      group: string;
      unit: { one: string; many: string };
      entitled: string;
      used: string;
      balance: string;
      status: components['schemas']['Status'];
      moneyAtStake: { amount: string; currency: string; shown: string } | null;
      renewsOn: string;
      finding: string | null;
      period: { from: string; until: string | null; peak: boolean } | null;
      zone: string;
      flags: components['schemas']['FlagBadge'][];
      owner: { id: string | null; name: string; by: 'assigned' | 'table' | 'customer' } | null;
      triage: components['schemas']['Triage'] | null;
    };
    PositionChoices: {
      products: { id: string; name: string }[];
      segments: string[];
      currencies: string[];
      owners: { id: string; name: string }[];
    };
    PositionTotals: {
      all: number;
      customers: number;
      statuses: { status: components['schemas']['Status']; positions: number }[];
      atStake: { amount: string; currency: string; shown: string; positions: number }[];
    };
    PositionsPage: {
      items: components['schemas']['Position'][];
      next: string | null;
      total: number | null;
      asOf: string;
      loading: boolean;
      totals: components['schemas']['PositionTotals'] | null;
    };
    Priced: { currency: string; lines: components['schemas']['PricedLine'][]; total: string };
    PricedLine: {
      kind: 'charge' | 'credit' | 'fee' | 'discount' | 'minimum' | 'overage' | 'rounding';
      label: string;
      shown: string;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      code: string;
      todo: string;
      pointer?: string;
      line?: number;
      request?: string;
      problems?: components['schemas']['ProblemPart'][];
    };
    ProblemPart: {
      code: string;
      title: string;
      detail: string;
      todo: string;
      pointer?: string;
      line?: number;
    };
    PromiseOrder: { on: string; text: string };
    Provenance: { words: string; value: string; counts: boolean; from: string; until: string };
    ProviderLink: { id: string; host: string; linkedAt: string; usedAt: string };
    ProviderLinks: {
      items: components['schemas']['ProviderLink'][];
      offered: { id: string; host: string } | null;
    };
    ProviderOrder: { issuer: string; client: string; secret?: string };
    ProviderSetUp: {
      provider: { issuer: string; client: string; changedAt: string; back: string; page: string } | null;
      version: number;
    };
    ProviderVisit: { address: string };
    ProviderVisitOrder: { to?: string | null };
    Question: {
      code: string;
      count: number;
      units: string | null;
      words: string;
      people: { id: string; key: string }[];
    };
    QuestionAbout: {
      kind: 'general' | 'clause' | 'line' | 'quote' | 'date';
      agreement: string | null;
      clause: string | null;
      product: string | null;
      plain: string | null;
      group: string | null;
      from: string | null;
      until: string | null;
      row: { source: string; id: string; person: string | null; who: string | null } | null;
      quote: string | null;
      date: string | null;
    };
    QuestionAboutForm:
      | { kind: 'general' }
      | { kind: 'clause'; agreement: string; clause: string }
      | {
          kind: 'line';
          agreement: string;
          clause: string;
          group?: string;
          from: string;
          row?: { source: string; id: string } | null;
        }
      | { kind: 'quote'; quote: string }
      | { kind: 'date'; agreement: string; date: string };
    QuestionStatus: 'asked' | 'handedOver' | 'answered' | 'followedUp' | 'closed';
    QuestionSummary: {
      id: string;
      customer: { id: string; name: string };
      status: components['schemas']['QuestionStatus'];
      open: boolean;
      late: boolean;
      about: components['schemas']['QuestionAbout'];
      claim: {
        kind: 'not-ours' | 'left' | 'counted-twice' | 'test-machine' | 'wrong-number' | 'other';
        on: string | null;
      } | null;
      outcome: 'agreed' | 'explained' | 'partly' | null;
      askedBy: components['schemas']['Asker'];
      askedAt: string;
      changedAt: string;
      answers: { id: string | null; name: string; role: string };
      promisedOn: string;
      begins: string | null;
    };
    QuestionTextOrder: { text: string };
    QuestionThread: components['schemas']['QuestionSummary'] & {
      entries: components['schemas']['ThreadEntry'][];
      counted: components['schemas']['LineCounted'] | null;
      recount: components['schemas']['LineRecount'] | null;
      holdsUntil: string | null;
      commands: {
        command: 'handOver' | 'promise' | 'answer' | 'followUp' | 'note' | 'close';
        possible: boolean;
        why: string | null;
      }[];
    };
    QuestionThreads: { items: components['schemas']['QuestionThread'][] };
    QuestionsPage: {
      items: components['schemas']['QuestionSummary'][];
      next: string | null;
      total: number | null;
    };
    Quote: components['schemas']['QuoteSummary'] & {
      zone: string;
      priced: { currency: string; lines: components['schemas']['PricedLine'][]; total: string };
      explained: string[];
      release: components['schemas']['QuoteRelease'] | null;
      agreed: { at: string; on: string; by: string | null } | null;
      billing: { at: string; port: 'csv' | 'stripe'; reference: string } | null;
      payment: { invoice: string; amount: string; on: string } | null;
      withdrawn: { at: string; reason: string | null } | null;
      commands: {
        command: 'agree' | 'bill' | 'settle' | 'withdraw';
        possible: boolean;
        why: string | null;
      }[];
      ports: { port: 'csv' | 'stripe'; possible: boolean; why: string | null }[];
    };
    QuoteOrder:
      | { finding: string; validUntil?: string }
      | { agreement: string; clause: string; units: string; from?: string; validUntil?: string };
    QuoteRelease: { units: string; firstDay: string; lastDay: string };
    QuoteSummary: {
      id: string;
      status: 'quoted' | 'agreed' | 'billed' | 'settled' | 'withdrawn';
      customer: { id: string; name: string };
      agreement: string;
      clause: string;
      product: { id: string; name: string };
      finding: string | null;
      units: string;
      unit: { one: string; many: string };
      firstDay: string;
      lastDay: string;
      total: string;
      amount: string;
      currency: string;
      quotedAt: string;
      validUntil: string;
      digest: string;
      version: number;
    };
    Quotes: { items: components['schemas']['QuoteSummary'][]; next: string | null; total: number | null };
    QuotesBilled: { reference: string; quotes: number };
    ReasonOrder: { reason: string };
    ReceiveOrder: { agreement: string; duty: string; dueOn: string; receivedOn: string };
    RecoveryCodes: { codes: string[] };
    RejectedEntries: {
      items: components['schemas']['RejectedEntry'][];
      next: string | null;
      total: number | null;
    };
    RejectedEntry: {
      number: number;
      line: number | null;
      pointer: string | null;
      code: string;
      detail: string;
      todo: string;
    };
    Remedy:
      | { kind: 'people'; decision: string }
      | { kind: 'conflict'; source: string; record: string }
      | { kind: 'correction'; of: 'usage' | 'mistake' | 'terms' };
    RenameFilterOrder: { name: string };
    Review: components['schemas']['ReviewSummary'] & {
      zone: string;
      contact: { name: string; role: string };
      offer: {
        side: 'vendor' | 'customer';
        slots: { from: string; until: string }[];
        note: string | null;
      } | null;
      place: string | null;
      held: { at: string; summary: string | null } | null;
      agreed: {
        id: string;
        kind: 'keep' | 'fewer' | 'more' | 'change' | 'training' | 'follow-up';
        what: string | null;
        side: 'vendor' | 'customer';
        dueOn: string | null;
        ended: { how: 'done' | 'given-up'; at: string; why: string | null } | null;
      }[];
      dropped: { at: string; side: 'vendor' | 'customer'; reason: string | null } | null;
      commands: {
        command: 'offer' | 'accept' | 'callOff' | 'hold' | 'end' | 'drop';
        possible: boolean;
        why: string | null;
      }[];
      page: components['schemas']['ReviewPage'] | null;
      digest: string | null;
      asOf: string;
      frozen: boolean;
    };
    ReviewAcceptOrder: components['schemas']['ReviewSlotForm'] & { place?: string };
    ReviewEndOrder: { how: 'done' | 'given-up'; why?: string };
    ReviewHoldOrder: {
      summary: string;
      outcomes: {
        kind: 'keep' | 'fewer' | 'more' | 'change' | 'training' | 'follow-up';
        what: string;
        side: 'vendor' | 'customer';
        dueOn?: string | null;
      }[];
    };
    ReviewLine: {
      agreement: { id: string; title: string };
      clause: { id: string; plain: string };
      product: { id: string; name: string };
      unit: { one: string; many: string };
      zone: string;
      renewsOn: string;
      windows: number;
      limit: string;
      peak: { value: string; on: string } | null;
      typical: string | null;
      unused: string | null;
      bars: { from: string; until: string; used: string | null; limit: string | null }[];
      idle: number;
      above: number;
      ahead: string | null;
      headroom: string;
      suggestion: 'fewer' | 'keep' | 'more' | 'cannot-tell';
      why:
        | 'no-use-data'
        | 'checking'
        | 'too-short'
        | 'was-above'
        | 'will-be-above'
        | 'unused'
        | 'fits'
        | 'no-saving';
      to: string;
      from: string;
      perYear: components['schemas']['WayUpPrice'] | null;
      untilThen: components['schemas']['WayUpPrice'] | null;
    };
    ReviewOfferOrder: { slots: components['schemas']['ReviewSlotForm'][]; note?: string };
    ReviewOpenOrder: { from?: string; until?: string };
    ReviewPage: {
      period: { from: string; until: string };
      lines: components['schemas']['ReviewLine'][];
      inAll: { currency: string; total: string }[];
      dates: components['schemas']['PortalDate'][];
      questions: { asked: number; answered: number; contests: number; right: number };
      alerts: number;
      insights: components['schemas']['CustomerInsight'][];
      gains: { within: number; of: number; ordersAtOnce: boolean };
    };
    ReviewPolicy: components['schemas']['ReviewPolicyForm'] & { version: number };
    ReviewPolicyForm: { everyMonths: number | null; beforeRenewalDays: number | null };
    ReviewSlotForm: { from: string; until: string };
    ReviewSummary: {
      id: string;
      customer: { id: string; name: string };
      status: 'due' | 'offered' | 'booked' | 'held' | 'dropped';
      cause: 'cadence' | 'renewal' | 'asked';
      from: string;
      until: string;
      openedAt: string;
      offeredBy: 'vendor' | 'customer' | null;
      meeting: { from: string; until: string } | null;
      open: number;
      outcomes: number;
    };
    ReviewWhyOrder: { reason: string };
    ReviewsPage: {
      items: components['schemas']['ReviewSummary'][];
      next: string | null;
      total: number | null;
    };
    RevokeOrder: { at?: string };
    SaveFilterOrder: { name: string; address: string };
    SavedFilter: { id: string; name: string; address: string; version: number; positions: number | null };
    SavedFilters: { items: components['schemas']['SavedFilter'][]; next: null; total: number };
    ScimToken: {
      id: string;
      source: string;
      feature: string;
      createdAt: string;
      createdBy: string;
      usedAt: string | null;
      revokedAt: string | null;
    };
    ScimTokenOrder: { source: string; feature: string };
    ScimTokenRevoked: { revoked: true };
    ScimTokens: { path: string; items: components['schemas']['ScimToken'][] };
    SecondFactor: { set: boolean; codesLeft: number; required: boolean };
    SecondFactorBegun: { secret: string; address: string };
    SecondFactorCode: { code: string };
    SeenOrder: { ids: string[] } | { through: string };
    Session: {
      account: string;
      name: string;
      email: string;
      kind: 'staff' | 'partner' | 'customer';
      role:
        | 'license-manager'
        | 'customer-success'
        | 'sales'
        | 'deal-desk'
        | 'legal'
        | 'security'
        | 'product'
        | 'finance'
        | 'auditor'
        | 'administrator'
        | 'customer-administrator'
        | 'customer-member'
        | 'partner';
      customer: { id: string; name: string } | null;
      partner: { id: string; name: string } | null;
      can: (
        | 'work.read'
        | 'work.write'
        | 'findings.decide'
        | 'alerts.acknowledge'
        | 'alerts.rules'
        | 'customers.change'
        | 'agreements.change'
        | 'catalog.change'
        | 'papers.import'
        | 'usage.import'
        | 'usage.decide'
        | 'people.erase'
        | 'directories.manage'
        | 'duties.record'
        | 'flags.raise'
        | 'quotes.write'
        | 'quotes.decide'
        | 'quotes.bill'
        | 'triage.change'
        | 'controls.run'
        | 'team.change'
        | 'access.invite'
        | 'mail.read'
        | 'questions.answer'
        | 'questions.policy'
        | 'orders.decide'
        | 'orders.policy'
        | 'reviews.hold'
        | 'reviews.policy'
        | 'account.own'
        | 'portal.read'
        | 'portal.ask'
        | 'portal.alerts'
        | 'portal.alerts.read'
        | 'portal.seen'
        | 'portal.meet'
        | 'portal.order'
        | 'portal.prepare'
        | 'portal.people'
      )[];
      language: 'en' | 'de' | 'fr' | 'es' | null;
      zone: string | null;
      demo: boolean;
      how: string | null;
      fresh: boolean;
      needs: 'second-factor' | null;
      hasPassword: boolean;
      hasSecondFactor: boolean;
    };
    SessionEnded: { ended: true };
    SessionOrder: { name?: string; language?: 'en' | 'de' | 'fr' | 'es' | null; zone?: string | null };
    SettleOrder: { invoice: string; amount: string; currency: string; on: string };
    Severity: 'critical' | 'high' | 'normal' | 'low';
    SignInAgain: { password: string; code?: string };
    SignInNext: {
      next: 'done' | 'second-factor' | 'choose' | 'new-password';
      step: string | null;
      to: string | null;
      accounts: { account: string; kind: string; where: string }[];
      codeNeeded: boolean;
    };
    SignInProvider: { host: string };
    SignInWays: { mail: boolean; first: boolean; demo: components['schemas']['Persona'][] | null };
    Source: {
      customer: { id: string; name: string };
      source: string;
      records: number;
      lastRecord: string | null;
      lastImport: string | null;
      silent: boolean;
      pace: string | null;
      gaps: number;
      conflicts: number;
      unmatched: number;
      disagreeing: number;
    };
    SourcePage: components['schemas']['Source'] & {
      firstRecord: string | null;
      silentFrom: string | null;
      bars: { unit: 'day' | 'week'; bars: { from: string; records: number; imports: number }[] };
      grades: { grade: string; words: string; records: number }[];
      gapList: { at: string | null; feature: string | null; code: string; detail: string }[];
      totals: { at: string | null; feature: string; stated: string; lines: string; difference: string }[];
      unmatchedList: { feature: string; records: number }[];
      rejections: {
        total: number;
        items: {
          import: string;
          file: string;
          receivedAt: string;
          line: number | null;
          pointer: string | null;
          detail: string;
          todo: string;
        }[];
      };
    };
    Sources: { items: components['schemas']['Source'][]; next: string | null; total: number | null };
    Staff: {
      id: string;
      name: string;
      email: string;
      role: components['schemas']['StaffRole'];
      active: boolean;
      version: number;
    };
    StaffOrder: { name: string; email: string; role: components['schemas']['StaffRole'] };
    StaffRole:
      | 'license-manager'
      | 'customer-success'
      | 'sales'
      | 'deal-desk'
      | 'legal'
      | 'security'
      | 'product'
      | 'finance'
      | 'auditor'
      | 'administrator';
    StatedPrice: {
      component: string;
      per: 'once' | 'month' | 'quarter' | 'year';
      book: string;
      from: string;
      until: string | null;
      kind: 'flat' | 'unit' | 'package' | 'volume' | 'graduated' | 'blocks';
      steps: { upTo: string | null; unit: string; flat: string; size: string | null }[];
      discounts: { name: string; value: string; kind: 'percent' | 'amount' }[];
      minimum: string | null;
    };
    Status: 'beyond' | 'near' | 'within' | 'covered' | 'cannot-tell';
    SteppedAccounts: {
      items: components['schemas']['Account'][];
      next: null;
      total: number;
      mail: boolean;
      link?: string;
    };
    TableTest:
      | { kind: 'any' }
      | { kind: 'missing' }
      | { kind: 'between'; atLeast: string | null; below: string | null; currency?: string }
      | { kind: 'oneOf'; values: string[] }
      | { kind: 'hasAny'; values: string[] }
      | { kind: 'hasNone'; values: string[] };
    Taken: { taken: number; changed: number; notes: string[] };
    TakenBack: { at: string; by: string; reason: string | null };
    Task: {
      id: string;
      kind: string;
      title: string;
      detail: string | null;
      customer: { id: string; name: string } | null;
      place: string;
      dueOn: string | null;
      state: 'overdue' | 'today' | 'soon' | 'later' | 'open';
      for: 'me' | 'my role';
    };
    TasksPage: { items: components['schemas']['Task'][]; next: null; total: number };
    Team: { items: components['schemas']['Staff'][]; next: null; total: number };
    TermsChange: { clause: string; from: string; until: string; before: string | null; after: string | null };
    ThreadEntry: {
      kind:
        | 'asked'
        | 'handedOver'
        | 'promised'
        | 'answered'
        | 'followedUp'
        | 'noted'
        | 'late'
        | 'recounted'
        | 'closed';
      at: string;
      side: 'customer' | 'vendor' | 'nobody';
      by: components['schemas']['Asker'] | null;
      to: string | null;
      on: string | null;
      text: string | null;
      outcome: 'agreed' | 'explained' | 'partly' | null;
      remedies: components['schemas']['Remedy'][];
      recount: components['schemas']['LineRecount'] | null;
      internal: boolean;
    };
    Triage: {
      severity: components['schemas']['Severity'] | null;
      sequence: number | null;
      dueOn: string | null;
      reason: string;
      problem: boolean;
    };
    TriageColumn: {
      id: string;
      type: 'number' | 'money' | 'choice' | 'text' | 'set';
      optional: boolean;
      values: string[];
    };
    TriageCoverage: { gaps: string[]; unreached: number[]; complete: boolean };
    TriageOrder: { rows: components['schemas']['TriageRow'][] };
    TriagePage: {
      version: number;
      columns: components['schemas']['TriageColumn'][];
      rows: components['schemas']['TriageRow'][];
      coverage: components['schemas']['TriageCoverage'];
    };
    TriagePreview: {
      coverage: components['schemas']['TriageCoverage'];
      total: number;
      changed: number;
      findings: {
        finding: string;
        customer: { id: string; name: string };
        before: components['schemas']['TriageSaid'];
        after: components['schemas']['TriageSaid'];
        changes: boolean;
      }[];
    };
    TriageRow: {
      tests: Record<string, components['schemas']['TableTest']>;
      outcome: {
        severity: components['schemas']['Severity'];
        sequence: number;
        owner: string | null;
        dueDays: number | null;
      };
    };
    TriageSaid: {
      severity: components['schemas']['Severity'] | null;
      sequence: number | null;
      owner: string | null;
      dueOn: string | null;
      row: number | null;
      problem: string | null;
    };
    UndoChoiceOrder: { choice: string; reason?: string };
    UndoReceiptOrder: { agreement: string; duty: string; receipt: string; reason: string };
    Unit: { one: string; many: string };
    Unseen: { unseen: number };
    UsageFormat: {
      name: string;
      title: string;
      what: string;
      options: components['schemas']['UsageFormatOption'][];
    };
    UsageFormatOption: {
      name: string;
      kind: 'text' | 'texts' | 'zone' | 'time' | 'day' | 'flag' | 'choice' | 'fields';
      needed: boolean;
      what: string;
      choices: string[];
    };
    UsageFormats: { items: components['schemas']['UsageFormat'][] };
    UsageImport: components['schemas']['UsageImportItem'] & {
      size: number | null;
      finishedAt: string | null;
      progress: components['schemas']['UsageImportProgress'] | null;
      counts: {
        entries: number;
        added: number;
        duplicates: number;
        conflicts: number;
        rejected: number;
        blank: number;
        other: number;
      };
      options: Record<string, string>;
      notes: { kind: 'note' | 'gap'; code: string; count: number; example: string }[];
      problem: components['schemas']['UsageImportFault'] | null;
      sameAs: { id: string; receivedAt: string } | null;
      withdrawals: components['schemas']['UsageImportWithdrawal'][];
    };
    UsageImportFault: { code: string; title: string; detail: string; todo: string };
    UsageImportItem: {
      id: string;
      customer: { id: string; name: string };
      file: string;
      format: string;
      status: 'waiting' | 'queued' | 'running' | 'accepted' | 'refused' | 'canceled' | 'failed';
      words: string;
      withdrawn: boolean;
      receivedAt: string;
      by: string;
      origin: 'upload' | 'folder' | 'bucket' | 'request';
    };
    UsageImportOptions: {
      source?: string;
      zone?: string;
      at?: string;
      day?: string;
      roster?: string;
      feature?: string;
      kind?: string;
      grouping?: string;
      fields?: string;
      subjects?: string;
      allowEmpty?: string;
      encoding?: string;
    };
    UsageImportPreview: {
      lines: string[];
      recognized: string | null;
      format: string | null;
      options: Record<string, string>;
      remembered: { format: string; source: string; options: Record<string, string> }[];
      problems: { code: string; title: string; detail: string; todo: string; pointer?: string }[];
      trial: {
        entries: number;
        more: boolean;
        fresh: number;
        known: number;
        contrary: number;
        rejected: number;
        rejections: { line: number | null; code: string; detail: string; todo: string }[];
        records: { at: string; kind: string; feature: string; quantity: string; who: string | null }[];
        notes: string[];
        fault: components['schemas']['UsageImportFault'] | null;
      } | null;
    };
    UsageImportPreviewOrder: {
      format?:
        | 'lmstat'
        | 'rlmstat'
        | 'flexdebug'
        | 'rlmreport'
        | 'sentinel'
        | 'otlp'
        | 'declaration'
        | 'cloudevents'
        | 'csv'
        | 'roster';
      options?: components['schemas']['UsageImportOptions'];
    };
    UsageImportProgress: {
      phase: 'reading' | 'storing';
      done: number;
      bytesRead: number;
      entries: number;
      stored: number;
      perSecond: number | null;
      secondsLeft: number | null;
      attempt: number;
    };
    UsageImportStartOrder: {
      format:
        | 'lmstat'
        | 'rlmstat'
        | 'flexdebug'
        | 'rlmreport'
        | 'sentinel'
        | 'otlp'
        | 'declaration'
        | 'cloudevents'
        | 'csv'
        | 'roster';
      options?: components['schemas']['UsageImportOptions'];
    };
    UsageImportWithdrawal: {
      id: string;
      at: string;
      by: string;
      reason: string;
      undone: { at: string; by: string; reason: string } | null;
    };
    UsageImports: {
      items: components['schemas']['UsageImportItem'][];
      next: string | null;
      total: number | null;
    };
    Variation: {
      id: string;
      kind: 'permit' | 'forbearance';
      clause: string;
      words: string;
      from: string;
      until: string;
      inForce: boolean;
      reason: string;
    };
    VendorProvider: { vendor: { id: string; host: string } | null };
    WatchedLine: {
      agreement: string;
      clause: string;
      product: string;
      plain: string;
      unit: { one: string; many: string };
      now: components['schemas']['OwnAlertNow'] | null;
    };
    WayUp: {
      aims: ('stay' | 'now' | 'term' | 'likely' | 'room' | 'tier' | 'chosen')[];
      units: string;
      limitAfter: string;
      fit: 'enough' | 'from-now-on' | 'short' | 'cannot-tell';
      replayed: { windows: number; above: number; peak: { value: string; on: string } | null };
      foreseen: { early: string | null; likely: string | null } | null;
      price: components['schemas']['WayUpPrice'] | null;
      perYear: string | null;
      perMonth: string | null;
      dearerThan: string | null;
      seen: components['schemas']['WayUpSeen'];
    };
    WayUpClause: { id: string; plain: string; text: string };
    WayUpEdition: {
      edition: string;
      name: string;
      isCurrent: boolean;
      includes: string[];
      units: string;
      change: components['schemas']['WayUpPrice'] | null;
      perYear: string | null;
      seen: components['schemas']['WayUpSeen'];
    };
    WayUpLine: {
      kind: 'charge' | 'credit' | 'fee' | 'discount' | 'minimum' | 'overage' | 'rounding';
      label: string;
      quantity: string | null;
      unitPrice: string | null;
      share: { part: number; of: number; by: 'day' | 'second' }[];
      whole: number | null;
      shown: string;
    };
    WayUpPrice: { currency: string; lines: components['schemas']['WayUpLine'][]; total: string };
    WayUpReason: {
      now: components['schemas']['StatedPrice'];
      before: components['schemas']['StatedPrice'] | null;
      reason: string | null;
    };
    WayUpSeen: {
      units: string;
      edition: string | null;
      limit: string;
      limitAfter: string;
      firstDay: string;
      until: string;
      currency: string;
      total: string | null;
      price: string | null;
      fit: 'enough' | 'from-now-on' | 'short' | 'cannot-tell' | null;
      above: number;
      atOnce: boolean;
    };
    WaysUp: {
      agreement: { id: string; title: string };
      clause: components['schemas']['WayUpClause'];
      product: { id: string; name: string };
      unit: { one: string; many: string };
      zone: string;
      asOf: string | null;
      limit: string;
      used: string | null;
      customer: { id: string; name: string };
      currency: string;
      firstDay: string;
      until: string;
      renewsOn: string;
      ended: boolean;
      history: { from: string; until: string; value: string }[];
      ahead: { from: string; low: number; middle: number; high: number }[];
      ways: components['schemas']['WayUp'][];
      best: string | null;
      paid: { perYear: string | null; restOfTerm: components['schemas']['WayUpPrice'] } | null;
      reason: components['schemas']['WayUpReason'] | null;
      editions: components['schemas']['WayUpEdition'][];
      openOrder: string | null;
      may: { order: boolean; prepare: boolean };
    };
    WaysUpList: {
      customer: { id: string; name: string };
      clauses: {
        agreement: { id: string; title: string };
        clause: components['schemas']['WayUpClause'];
        product: { id: string; name: string };
        unit: { one: string; many: string };
        zone: string;
        asOf: string | null;
        limit: string;
        used: string | null;
        percent: number | null;
        openOrder: string | null;
      }[];
    };
    WithdrawQuoteOrder: { reason: string };
  };
};
