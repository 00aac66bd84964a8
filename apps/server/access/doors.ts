import type { OpenAPIHono } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import type { Access } from './identify.ts';
import { passkeyRoutes } from './passkeys/ownRoutes.ts';
import { passkeySignInRoutes } from './passkeys/signInRoutes.ts';
import { providerLinkRoutes } from './providers/linkRoutes.ts';
import { providerRoutes } from './providers/routes.ts';
import type { ProviderSettings } from './providers/settings.ts';
import { providerSetUpRoutes } from './providers/setUpRoutes.ts';

/** Adds the doors beside password and link: passkeys and single sign-on. */
export function doorRoutes(
  app: OpenAPIHono,
  context: ServerContext,
  access: Access,
  providers: ProviderSettings,
): void {
  passkeySignInRoutes(app, access);
  passkeyRoutes(app, access);
  providerRoutes(app, access, providers);
  providerLinkRoutes(app, access, providers);
  providerSetUpRoutes(app, access, providers, (customer) =>
    asStaffOf(context, customer, async (tx) => (await readCustomer(tx, customer)) !== undefined),
  );
}
